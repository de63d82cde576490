import Elementary
import Expressions
import Fields
import Testing

@Suite struct GridDifferencesTests {
  /// A polynomial of the degree that an order is exact for, in each coordinate, with its derivatives.
  static let polynomials: [(order: DifferenceOrder, text: String)] = [
    (.second, "x^2 y - 3 x y^2 + 2 x^2 y^2 + y - 1"),
    (.fourth, "x^4 y^2 - x^3 y^4 + 3 x y^3 - x + 2"),
  ]

  @Test(arguments: polynomials)
  func polynomialsAreDifferentiatedExactlyUpToTheBorder(_ order: DifferenceOrder, _ text: String) throws {
    let grid = try UniformGrid([.init(from: -1, through: 2, count: 13), .init(from: 1, through: 0, count: 9)])
    let field = try ScalarExpressionField(text)
    let gradient = try GridDifferences.gradient(on: grid, order: order)(grid.samples(of: field))
    let truth = try grid.samples(of: field.gradient)
    for row in 0..<2 {
      for lane in 0..<grid.count {
        // Values up to 20 rounded to 10⁻¹⁵, times weights up to 4 over a spacing of 1/8.
        #expect((gradient[row, lane] - truth[row, lane]).magnitude < 2e-12)
      }
    }
  }

  @Test func numpySaysTheSame() throws {
    let plane = try UniformGrid([
      .init(origin: 0, spacing: 0.25, count: 7), .init(origin: 3, spacing: 0.5, count: 5),
    ])
    let gradient = try GridDifferences.gradient(on: plane, order: .second)(Block(rows: [planeSamples]))
    agree(gradient.array(0), planeByX)
    agree(gradient.array(1), planeByY)
    let space = try UniformGrid([
      .init(origin: 0, spacing: 0.125, count: 6), .init(origin: 0, spacing: 0.5, count: 5),
      .init(origin: 0, spacing: 2, count: 4),
    ])
    let slopes = try GridDifferences.gradient(on: space, order: .second)(Block(rows: [spaceSamples]))
    agree(slopes.array(0), spaceByX)
    agree(slopes.array(1), spaceByY)
    agree(slopes.array(2), spaceByZ)
    let second = try GridDifferences.partial(along: 1, on: space, order: .second)(Block(rows: [spaceSamples]))
    agree(second.array(0), spaceByY)
  }

  private func agree(_ ours: [Double], _ theirs: [Double]) {
    #expect(ours.count == theirs.count)
    // A few roundings of numbers up to 1 over a spacing of 1/8.
    for (one, other) in zip(ours, theirs) { #expect((one - other).magnitude < 1e-14) }
  }

  /// The largest errors of a derivative inside and on the border, for samples at steps of 3/(count − 1).
  private func errors(
    _ make: (UniformGrid) throws(GridError) -> GridDifferences, _ truth: some ScalarField,
    of samples: (UniformGrid) throws -> Block<Double>, count: Int, periodic: Bool = false
  ) throws -> (inside: Double, border: Double) {
    let axis =
      periodic
      ? UniformGrid.Axis(periodicFrom: 0, to: 2 * .pi, count: count - 1)
      : UniformGrid.Axis(from: -1, through: 2, count: count)
    let grid = try UniformGrid([axis, axis])
    let result = try make(grid)(samples(grid))
    let exact = try grid.samples(of: truth)
    var inside = 0.0
    var border = 0.0
    for lane in 0..<grid.count {
      let error = (result[0, lane] - exact[0, lane]).magnitude
      let x = lane % axis.count
      let y = lane / axis.count
      // The same part of the square on both grids.
      let rim = count / 8
      if min(x, y) < 2 || max(x, y) >= axis.count - 2 { border = max(border, error) }
      if min(x, y) >= rim && max(x, y) < count - rim { inside = max(inside, error) }
    }
    return (inside, border)
  }

  /// Halving the spacing divides the error by 2ᵖ, inside and at the border.
  @Test(arguments: DifferenceOrder.allCases)
  func errorsFallAsTheOrderSays(_ order: DifferenceOrder) throws {
    let power = Double(order.rawValue)
    let f = try ScalarExpressionField("exp(x/2) sin(2y) + cos(x y)")
    let flow = try VectorExpressionField("exp(x/2) sin(2y), cos(x y) + x^6")
    let laplacian = try ScalarExpressionField(
      "-15/4 exp(x/2) sin(2y) - (x^2 + y^2) cos(x y)")
    let cases = [
      GridErrors { count in
        try errors(
          { (grid) throws(GridError) in try .partial(along: 0, on: grid, order: order) },
          ScalarExpressionField("exp(x/2) sin(2y)/2 - y sin(x y)"),
          of: { try $0.samples(of: f) }, count: count)
      },
      GridErrors { count in
        try errors(
          { (grid) throws(GridError) in try .laplacian(on: grid, order: order) }, laplacian,
          of: { try $0.samples(of: f) }, count: count)
      },
      GridErrors { count in
        try errors(
          { (grid) throws(GridError) in try .divergence(on: grid, order: order) }, flow.divergence,
          of: { try $0.samples(of: flow) }, count: count)
      },
      GridErrors { count in
        try errors(
          { (grid) throws(GridError) in try .curl(on: grid, order: order) }, flow.curl,
          of: { try $0.samples(of: flow) }, count: count)
      },
    ]
    for each in cases {
      let coarse = try each.measure(65)
      let fine = try each.measure(129)
      // The next term of the error is smaller by some h = 3/128, which moves the exponent by so much.
      #expect((Double.log2(coarse.inside / fine.inside) - power).magnitude < 0.15)
      #expect((Double.log2(coarse.border / fine.border) - power).magnitude < 0.3)
    }
  }

  private struct GridErrors {
    let measure: (Int) throws -> (inside: Double, border: Double)
  }

  @Test(arguments: DifferenceOrder.allCases)
  func aPeriodicAxisHasNoBorder(_ order: DifferenceOrder) throws {
    let field = try ScalarExpressionField("sin(x + 2y)")
    let truth = try ScalarExpressionField("-5 sin(x + 2y)")
    let measure = { (count: Int) in
      try errors(
        { (grid) throws(GridError) in try .laplacian(on: grid, order: order) }, truth,
        of: { try $0.samples(of: field) }, count: count, periodic: true)
    }
    let coarse = try measure(65)
    let fine = try measure(129)
    #expect((coarse.border / coarse.inside - 1).magnitude < 0.01)
    #expect((Double.log2(coarse.border / fine.border) - Double(order.rawValue)).magnitude < 0.05)
  }

  @Test func constantsHaveNoDerivativeAtAll() throws {
    let grid = try UniformGrid(over: Window(minX: 0, maxX: 1, minY: 0, maxY: 3), columns: 19, rows: 8)
    let samples = Block(rows: [[Double](repeating: 0.1 + 0.2, count: grid.count)])
    for order in DifferenceOrder.allCases {
      for operation in [
        try GridDifferences.gradient(on: grid, order: order),
        try GridDifferences.laplacian(on: grid, order: order),
      ] {
        let result = try operation(samples)
        for row in 0..<result.rows { #expect(result.array(row).allSatisfy { $0 == 0 }) }
      }
    }
  }

  @Test(arguments: DifferenceOrder.allCases)
  func masksHideWhatLooksAtThemAndNothingElse(_ order: DifferenceOrder) throws {
    let grid = try UniformGrid(over: Window(minX: 0, maxX: 20, minY: 0, maxY: 20), columns: 21, rows: 21)
    var samples = [Double](repeating: 1, count: grid.count)
    samples[10 * 21 + 10] = .nan
    let gradient = try GridDifferences.gradient(on: grid, order: order)(Block(rows: [samples]))
    let reach = Int(order.rawValue) / 2
    for lane in 0..<grid.count {
      let (dx, dy) = (lane % 21 - 10, lane / 21 - 10)
      #expect(gradient[0, lane].isNaN == (dy == 0 && abs(dx) <= reach))
      #expect(gradient[1, lane].isNaN == (dx == 0 && abs(dy) <= reach))
    }
    // A one-sided difference looks as far as its order.
    samples = [Double](repeating: 1, count: grid.count)
    samples[10 * 21 + Int(order.rawValue)] = .nan
    let border = try GridDifferences.partial(along: 0, on: grid, order: order)(Block(rows: [samples]))
    #expect(border[0, 10 * 21].isNaN)
    #expect(border[0, 9 * 21] == 0)
  }

  /// One pass gives the bits of two.
  @Test(arguments: DifferenceOrder.allCases)
  func divergenceAndCurlAreThoseOfTheJacobian(_ order: DifferenceOrder) throws {
    let grid = try UniformGrid([
      .init(from: 0, through: 1, count: 40), .init(from: 0, through: 2, count: 7),
      .init(periodicFrom: 0, to: 1, count: 6),
    ])
    let field = try VectorExpressionField("x y z, sin(x + y), exp(z) x^2", variables: .space)
    let samples = try grid.samples(of: field)
    let both = try GridDifferences.divergenceAndCurl(on: grid, order: order)(samples)
    let divergence = try GridDifferences.divergence(on: grid, order: order)(samples)
    let curl = try GridDifferences.curl(on: grid, order: order)(samples)
    let jacobian = try GridDifferences.jacobian(ofComponents: 3, on: grid, order: order)(samples)
    #expect(both.array(0) == divergence.array(0))
    for row in 0..<3 { #expect(both.array(row + 1) == curl.array(row)) }
    for lane in 0..<grid.count {
      #expect(
        (divergence[0, lane] - (jacobian[0, lane] + jacobian[4, lane] + jacobian[8, lane])).magnitude < 1e-12)
      #expect((curl[0, lane] - (jacobian[7, lane] - jacobian[5, lane])).magnitude < 1e-12)
      #expect((curl[1, lane] - (jacobian[2, lane] - jacobian[6, lane])).magnitude < 1e-12)
      #expect((curl[2, lane] - (jacobian[3, lane] - jacobian[1, lane])).magnitude < 1e-12)
    }
    // However the lines are shared out.
    let operation = try GridDifferences.divergenceAndCurl(on: grid, order: order)
    let parts = Block<Double>(rows: 4, capacity: grid.count)
    for lines in [30..<42, 0..<1, 1..<30] { try operation.apply(to: samples, into: parts, lines: lines) }
    parts.count = grid.count
    for row in 0..<4 { #expect(parts.array(row) == both.array(row)) }
  }

  @Test func whatDoesNotFitIsSaidSo() throws {
    let grid = try UniformGrid(over: Window(minX: 0, maxX: 1, minY: 0, maxY: 1), columns: 9, rows: 5)
    #expect(throws: GridError.tooFewSamples(axis: 1, count: 5, needed: 6)) {
      try GridDifferences.gradient(on: grid, order: .fourth)
    }
    #expect(throws: GridError.noSuchAxis(2, dimension: 2)) {
      try GridDifferences.partial(along: 2, on: grid, order: .second)
    }
    let curl = try GridDifferences.curl(on: grid, order: .second)
    #expect(throws: GridError.componentCount(1, needed: 2)) {
      try curl(Block(rows: [[Double](repeating: 0, count: 45)]))
    }
    let short = [Double](repeating: 0, count: 44)
    #expect(throws: GridError.sampleCount(44, needed: 45)) { try curl(Block(rows: [short, short])) }
    let line = try UniformGrid([.init(from: 0, through: 1, count: 9)])
    #expect(throws: GridError.dimension(1, needed: [2, 3])) { try GridDifferences.curl(on: line) }
  }
}
