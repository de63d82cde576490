import Expressions
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct MathMLTests {
  @Test func fractionsRootsAndPowersHaveTheirElements() throws {
    #expect(try Expression("x^2").mathML() == "<msup><mrow><mi>x</mi></mrow><mrow><mn>2</mn></mrow></msup>")
    #expect(try Expression("x/y").mathML().hasPrefix("<mfrac>"))
    #expect(try Expression("√x").mathML() == "<msqrt><mi>x</mi></msqrt>")
    #expect(try Expression("-y").mathML() == "<mrow><mo form=\"prefix\">−</mo><mi>y</mi></mrow>")
    #expect(try Expression("x(y+1)").mathML().contains("<mo>(</mo>"))
    #expect(try !Expression("x y + 1").mathML().contains("<mo>(</mo>"))
    #expect(try Expression("2*3").mathML().contains("<mo>·</mo>"))
  }

  @Test(arguments: references)
  func everyFormulaIsWellFormed(_ reference: Reference) throws {
    let text = "<math>" + (try Expression(reference.text).mathML()) + "</math>"
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse(), "\(text)")
  }
}
