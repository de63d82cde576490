import Expressions
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct DerivationTests {
  @Test func divergenceUnfolds() throws {
    let derivation = Derivation(of: .divergence, try Formula("(x^2 y, y^3)"), at: [1, 2])
    #expect(
      derivation.text == """
        F = (x^2*y, y^3)
        ∇·F = ∂P/∂x + ∂Q/∂y
        ∂P/∂x = 2*x*y
        ∂Q/∂y = 3*y^2
        ∇·F = 2*x*y+3*y^2
        ∇·F(1, 2) = 2*1*2+3*2^2
        = 16
        """)
    #expect(derivation.values == [16])
  }

  @Test func gradientUnfoldsWithParametersAndSigns() throws {
    let formula = try Formula("f = a x^2 - y where a = 3 in 0…5")
    let derivation = Derivation(of: .gradient, formula, at: [-2, 1])
    #expect(
      derivation.text == """
        f = a*x^2-y
        ∇f = (∂f/∂x, ∂f/∂y)
        ∇f = (2*a*x, -1)
        ∇f(-2, 1) = (2*3*(-2), -1)
        = (-12, -1)
        """)
  }

  @Test func curlInSpaceIsAVector() throws {
    let formula = try Formula("(-y, x, 0)", variables: .space)
    let derivation = Derivation(of: .curl, formula, at: [0, 0, 0])
    #expect(derivation.values == [0, 0, 2])
    #expect(derivation.text.contains("∇×F = (∂R/∂y - ∂Q/∂z, ∂P/∂z - ∂R/∂x, ∂Q/∂x - ∂P/∂y)"))
  }

  @Test func valuesAreThoseOfTheReading() throws {
    for reference in references {
      let formula = try Formula(reference.text)
      guard case .scalar = formula.quantity else { continue }
      let gradient = Derivation(of: .gradient, formula, at: reference.point)
      let bend = Derivation(of: .hessian, formula, at: reference.point)
      let expected = [1, 2, 3, 4, 4, 5].map { reference.values[$0] }
      for (value, truth) in zip(gradient.values + bend.values, expected) {
        #expect((value - truth).magnitude <= 128 * max(truth.magnitude, 1).ulp, "\(reference.text)")
      }
      // What is shown is what is computed.
      for (expression, value) in zip(gradient.expressions, gradient.values) {
        let shown = expression.substituting(parameters: formula.parameters.map { $0.value }, behind: 2)
          .value(at: reference.point)
        #expect(
          (shown - value).magnitude <= 512 * max(value.magnitude, 1).ulp,
          "\(reference.text): \(expression.text())")
      }
    }
  }

  @Test func markupIsWellFormed() throws {
    for reference in references {
      let formula = try Formula(reference.text)
      let measure: Derivation.Measure = formula.quantity.expressions.count == 1 ? .hessian : .jacobian
      let text = "<math>" + Derivation(of: measure, formula, at: reference.point).mathML + "</math>"
      #expect(XMLParser(data: Data(text.utf8)).parse(), "\(reference.text)")
    }
  }
}
