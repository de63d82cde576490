import Expressions
import Fields
import Testing

/// A checker that cannot fail is none: each of these fields is wrong in one way, and the law that it breaks says so.
@Suite struct BrokenFieldTests {
  private static let window = Window(minX: -3, maxX: 3, minY: -2, maxY: 4)

  /// x²y + sin y with something added to one row of one order of derivative.
  private struct BrokenScalar: ScalarField {
    let whole: ScalarExpressionField
    let order: Int
    let row: Int
    let fault: Double

    var dimension: Int { 2 }

    func values(at points: Block<Double>, into values: Block<Double>) {
      whole.values(at: points, into: values)
      spoil(values, 0, points)
    }

    func gradients(at points: Block<Double>, into gradients: Block<Double>) {
      whole.gradients(at: points, into: gradients)
      spoil(gradients, 1, points)
    }

    func hessians(at points: Block<Double>, into hessians: Block<Double>) {
      whole.hessians(at: points, into: hessians)
      spoil(hessians, 2, points)
    }

    func thirdDerivatives(at points: Block<Double>, into derivatives: Block<Double>) {
      whole.thirdDerivatives(at: points, into: derivatives)
      spoil(derivatives, 3, points)
    }

    private func spoil(_ block: Block<Double>, _ order: Int, _ points: Block<Double>) {
      guard order == self.order else { return }
      for lane in 0..<points.count { block[row, lane] += fault * points[0, lane] }
    }
  }

  @Test func aFaultInEveryOrderIsFound() throws {
    let whole = try ScalarExpressionField("x^2 y + sin y")
    let laws: [(Int, Int, [Law])] = [
      (0, 0, [.firstDerivatives, .gradientTheorem]),
      (1, 0, [.firstDerivatives, .secondDerivatives, .gradientTheorem]),
      (1, 1, [.firstDerivatives, .secondDerivatives, .gradientTheorem]),
      (2, 0, [.secondDerivatives, .thirdDerivatives, .gauss]), (2, 1, [.secondDerivatives, .symmetry]),
      (3, 0, [.thirdDerivatives]), (3, 1, [.thirdDerivatives, .symmetry]),
    ]
    for (order, row, broken) in laws {
      for fault in [0.1, 1e-6] {
        let field = BrokenScalar(whole: whole, order: order, row: row, fault: fault)
        let report = checkScalarField(field, in: Self.window, count: 8)
        for law in broken {
          #expect(report.violations.contains { $0.law == law }, "order \(order), row \(row): \(law.name)")
        }
      }
      let sound = BrokenScalar(whole: whole, order: order, row: row, fault: 0)
      #expect(checkScalarField(sound, in: Self.window, count: 8).holds)
    }
  }

  /// (y², x³) with a Jacobian that is transposed, or whose second derivatives are.
  private struct BrokenVector: VectorField {
    let whole: VectorExpressionField
    let order: Int
    let exchanged: (Int, Int)

    var dimension: Int { whole.dimension }
    var components: Int { whole.components }

    func values(at points: Block<Double>, into values: Block<Double>) {
      whole.values(at: points, into: values)
      spoil(values, 0)
    }

    func jacobians(at points: Block<Double>, into jacobians: Block<Double>) {
      whole.jacobians(at: points, into: jacobians)
      spoil(jacobians, 1)
    }

    func hessians(at points: Block<Double>, into hessians: Block<Double>) {
      whole.hessians(at: points, into: hessians)
      spoil(hessians, 2)
    }

    private func spoil(_ block: Block<Double>, _ order: Int) {
      guard order == self.order else { return }
      for lane in 0..<block.count {
        let first = block[exchanged.0, lane]
        block[exchanged.0, lane] = block[exchanged.1, lane]
        block[exchanged.1, lane] = first
      }
    }
  }

  @Test func exchangedRowsAreFound() throws {
    let plane = try VectorExpressionField("y^2 + x, x^3 - y^2")
    let transposed = BrokenVector(whole: plane, order: 1, exchanged: (1, 2))
    let report = checkVectorField(transposed, in: Self.window, count: 8)
    #expect(report.violations.contains { $0.law == .firstDerivatives })
    #expect(report.violations.contains { $0.law == .stokes })
    #expect(!report.violations.contains { $0.law == .gauss || $0.law == .trace })
    let crossed = BrokenVector(whole: plane, order: 1, exchanged: (0, 1))
    #expect(checkVectorField(crossed, in: Self.window, count: 8).violations.contains { $0.law == .gauss })
    let bent = BrokenVector(whole: plane, order: 2, exchanged: (4, 5))
    let second = checkVectorField(bent, in: Self.window, count: 8)
    #expect(second.violations.contains { $0.law == .symmetry })
    #expect(second.violations.contains { $0.law == .secondDerivatives })
    let space = try VectorExpressionField("y z^2, x^2 z, x y^3", variables: .space)
    let box = [-1.0...1.0, 0.0...2.0, -1.0...3.0]
    #expect(
      checkVectorField(BrokenVector(whole: space, order: 0, exchanged: (0, 1)), in: box, count: 8)
        .violations.contains { $0.law == .stokes })
    // ∂²F₃/∂x∂y in the place of ∂²F₃/∂y∂x and the like: the curl would spread.
    #expect(
      checkVectorField(BrokenVector(whole: space, order: 2, exchanged: (5, 22)), in: box, count: 8)
        .violations.contains { $0.law == .divergenceOfCurl })
  }

  @Test func aViolationSaysWhere() throws {
    let whole = try ScalarExpressionField("x")
    let field = BrokenScalar(whole: whole, order: 1, row: 0, fault: 1)
    let violation = try #require(checkScalarField(field, in: Self.window, count: 1).violations.first)
    #expect(violation.law == .firstDerivatives && violation.row == 0)
    #expect(violation.left == 1 + violation.point[0] && violation.bound < 1e-9)
    #expect((violation.right - 1).magnitude < 1e-9)
    #expect(violation.description.contains("first derivatives"))
  }

  @Test func whatIsNotKnownIsSkipped() throws {
    let field = try VectorExpressionField("x y, y^2")
    let report = checkScalarField(divergence(of: field), in: Self.window, count: 4)
    #expect(report.violations.isEmpty && report.skipped(.secondDerivatives) == 16)
    #expect(report.checked(.firstDerivatives) == 8)
    let nowhere = checkScalarField(
      try ScalarExpressionField("sqrt(-1 - x^2 - y^2)"), in: Self.window, count: 4)
    #expect(nowhere.checked == 0 && !nowhere.holds && nowhere.violations.isEmpty && nowhere.skipped > 0)
  }

  /// |x| looked at closer and closer to its kink: never an alarm.
  @Test func kinksRaiseNoAlarm() throws {
    for text in ["|x - 0.001|", "x |x|", "|x - y|", "if", "sqrt|x|", "1/x"] {
      let field = try text == "if" ? Self.step : ScalarExpressionField(text)
      for exponent in 0..<14 {
        let reach = 3 * Double(sign: .plus, exponent: -4 * exponent, significand: 1)
        // The box stays wide, so that steps do: only the places come close.
        let moved = field.composed(with: try VectorExpressionField("x*\(reach), y*\(reach)"))
        let report = checkScalarField(moved, in: Self.window, count: 4, seed: UInt64(exponent))
        #expect(report.violations.isEmpty, "\(text) \(reach): \(report.violations.prefix(2))")
      }
    }
  }

  private static let step = ScalarExpressionField(
    .ternary(.choose, .binary(.less, .variable(0), .variable(1)), .number(1), .variable(0)))
}
