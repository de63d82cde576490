import Elementary
import Expressions
import Fields
import Testing

@Suite struct SampledScalarFieldTests {
  /// Points between the samples of the unit square and on its border.
  static let places: [[Double]] = [
    [0, 0], [1, 1], [0, 0.37], [0.999, 0.001], [0.5, 1], [0.123, 0.777], [0.63, 0.41], [1, 0.05],
    [0.02, 0.98],
  ]

  @Test(
    arguments: [
      (DifferenceOrder.second, "x^2 y^2 - 3 x y + x - 2 y^2"),
      (DifferenceOrder.fourth, "x^3 y^3 - 2 x^3 + x y^2 - 3 y^3 + 1"),
    ])
  func polynomialsAreGivenBackUpToTheBorder(_ order: DifferenceOrder, _ text: String) throws {
    let grid = try UniformGrid(over: Window(minX: 0, maxX: 1, minY: 0, maxY: 1), columns: 11, rows: 8)
    let exact = try ScalarExpressionField(text)
    let field = try SampledScalarField(sampling: exact, on: grid, order: order)
    for place in SampledScalarFieldTests.places {
      // Values of size 5 with the rounding of weights; each derivative divides by a spacing of a tenth.
      #expect((field.value(at: place) - exact.value(at: place)).magnitude < 1e-13)
      for (ours, theirs) in zip(field.gradient(at: place), exact.gradient(at: place)) {
        #expect((ours - theirs).magnitude < 1e-12)
      }
      for (ours, theirs) in zip(second(field, place), second(exact, place)) {
        #expect((ours - theirs).magnitude < 3e-11)
      }
    }
  }

  private func second(_ field: some ScalarField, _ place: [Double]) -> [Double] {
    let hessians = Block<Double>(rows: 4, capacity: 1)
    field.hessians(at: Block(point: place), into: hessians)
    return (0..<4).map { hessians[$0, 0] }
  }

  @Test(arguments: DifferenceOrder.allCases)
  func samplesAreGivenBackAndSlopesAreDifferences(_ order: DifferenceOrder) throws {
    let grid = try UniformGrid([
      .init(from: 0, through: 3, count: 9), .init(periodicFrom: 0, to: 1, count: 7),
      .init(from: 5, through: -1, count: 6),
    ])
    let text = "exp(x) z + sin(6.283185307179586 y) (x - z^2)"
    let exact = try ScalarExpressionField(text, variables: .space)
    let samples = try grid.samples(of: exact)
    let field = try SampledScalarField(samples, on: grid, order: order)
    let points = Block<Double>(rows: 3, capacity: grid.count)
    grid.points(0..<grid.count, into: points)
    let values = Block<Double>(rows: 1, capacity: grid.count)
    field.values(at: points, into: values)
    let gradients = Block<Double>(rows: 3, capacity: grid.count)
    field.gradients(at: points, into: gradients)
    let differences = try GridDifferences.gradient(on: grid, order: order)(samples)
    for lane in 0..<grid.count {
      // The place in a cell is a rounded quotient of coordinates up to 5: 10⁻¹⁵ of a cell, times the slope.
      #expect((values[0, lane] - samples[0, lane]).magnitude < 1e-12)
      for row in 0..<3 { #expect((gradients[row, lane] - differences[row, lane]).magnitude < 1e-10) }
    }
  }

  /// The gradient is that of the interpolant: it agrees with differences of its values.
  @Test(arguments: DifferenceOrder.allCases)
  func derivativesAreThoseOfTheInterpolant(_ order: DifferenceOrder) throws {
    let grid = try UniformGrid(over: Window(minX: 0, maxX: 1, minY: 0, maxY: 1), columns: 8, rows: 7)
    let field = try SampledScalarField(
      sampling: ScalarExpressionField("sin(9 x) cos(7 y) + x y"), on: grid, order: order)
    let h = 1e-5
    for place in [[0.33, 0.21], [0.05, 0.93], [0.77, 0.52]] {
      let gradient = field.gradient(at: place)
      let hessian = second(field, place)
      let third = Block<Double>(rows: 8, capacity: 1)
      field.thirdDerivatives(at: Block(point: place), into: third)
      for axis in 0..<2 {
        var above = place
        var below = place
        above[axis] += h
        below[axis] -= h
        // A central difference is off by h²/6 of the third derivative of what it is taken of: of the values
        // 3·9³, of the gradient 3·9⁴, of the Hessian 3·9⁵ (the cells are coarse and the cubics steep).
        let slope = (field.value(at: above) - field.value(at: below)) / (2 * h)
        #expect((slope - gradient[axis]).magnitude < 4e-8)
        for other in 0..<2 {
          let bend = (field.gradient(at: above)[other] - field.gradient(at: below)[other]) / (2 * h)
          #expect((bend - hessian[2 * other + axis]).magnitude < 4e-7)
          for last in 0..<2 {
            let twist =
              (second(field, above)[2 * other + last] - second(field, below)[2 * other + last]) / (2 * h)
            #expect((twist - third[4 * other + 2 * last + axis, 0]).magnitude < 3e-6)
          }
        }
      }
    }
  }

  /// Values, gradients and Hessians converge as the documentation says, at the border too.
  @Test(arguments: DifferenceOrder.allCases)
  func errorsFallAsSaid(_ order: DifferenceOrder) throws {
    let exact = try ScalarExpressionField("exp(x/2) sin(3y) + cos(2 x y)")
    var last: [Double] = []
    for count in [33, 65, 129] {
      let grid = try UniformGrid(
        over: Window(minX: 0, maxX: 2, minY: -1, maxY: 1), columns: count, rows: count)
      let field = try SampledScalarField(sampling: exact, on: grid, order: order)
      var errors = [0.0, 0.0, 0.0]
      for step in 0...400 {
        let angle = Double(step) * 2.399963229728653
        let radius = Double(step) / 400
        let place = [1 + radius * Double.cos(angle), radius * Double.sin(angle)]
        errors[0] = max(errors[0], (field.value(at: place) - exact.value(at: place)).magnitude)
        errors[1] = max(errors[1], largest(field.gradient(at: place), exact.gradient(at: place)))
        errors[2] = max(errors[2], largest(second(field, place), second(exact, place)))
      }
      for degree in 0..<3 where !last.isEmpty {
        let order = Double(order == .second ? 3 - degree : 4 - degree)
        // The places do not lie alike in the cells of the two grids.
        #expect(last[degree] / errors[degree] > 0.75 * Double.exp2(order), "degree \(degree)")
      }
      last = errors
    }
  }

  private func largest(_ ours: [Double], _ theirs: [Double]) -> Double {
    zip(ours, theirs).map { ($0 - $1).magnitude }.max() ?? 0
  }

  @Test(arguments: DifferenceOrder.allCases)
  func theGradientIsContinuousAndOnlyPureSecondDerivativesJump(_ order: DifferenceOrder) throws {
    let grid = try UniformGrid(over: Window(minX: 0, maxX: 1, minY: 0, maxY: 1), columns: 9, rows: 9)
    let field = try SampledScalarField(
      sampling: ScalarExpressionField("sin(9 x) cos(7 y)"), on: grid, order: order)
    for column in 1..<8 {
      let x = Double(column) / 8
      let above = [x + 1e-9, 0.3]
      let below = [x - 1e-9, 0.3]
      #expect(largest(field.gradient(at: above), field.gradient(at: below)) < 1e-5)
      #expect((second(field, above)[1] - second(field, below)[1]).magnitude < 1e-4)
      #expect(second(field, above)[1] == second(field, above)[2])
    }
    #expect((second(field, [0.5 + 1e-9, 0.3])[0] - second(field, [0.5 - 1e-9, 0.3])[0]).magnitude > 1e-2)
  }

  @Test func outsideTheGridThereIsNothing() throws {
    let grid = try UniformGrid([
      .init(from: 0.1, through: 0.7, count: 7), .init(periodicFrom: 0, to: 2, count: 8),
    ])
    let field = try SampledScalarField([Double](repeating: 4, count: 56), on: grid)
    #expect(field.value(at: [0.1, 0]) == 4)
    #expect(field.value(at: [0.7, 123.4]) == 4)
    #expect(field.value(at: [(0.7).nextUp, 1]).isNaN)
    #expect(field.value(at: [(0.1).nextDown, 1]).isNaN)
    #expect(field.value(at: [.nan, 1]).isNaN)
    #expect(field.value(at: [0.5, .infinity]).isNaN)
    #expect(field.gradient(at: [0.8, 1]).allSatisfy { $0.isNaN })
  }

  @Test func aPeriodicAxisGoesOn() throws {
    let grid = try UniformGrid([.init(periodicFrom: 0, to: 2 * .pi, count: 48)])
    let wave = try ScalarExpressionField("sin(x)", variables: Variables(["x"]))
    let field = try SampledScalarField(sampling: wave, on: grid)
    for step in -300...300 {
      let x = Double(step) * 0.1
      // h⁴/384·max f⁗ for the cubic and as much again for its slopes; h = 2π/48.
      #expect((field.value(at: [x]) - Double.sin(x)).magnitude < 2e-6)
      #expect((field.gradient(at: [x])[0] - Double.cos(x)).magnitude < 5e-5)
    }
  }

  @Test(arguments: DifferenceOrder.allCases)
  func masksHideEveryCellWhoseStencilTouchesThem(_ order: DifferenceOrder) throws {
    let grid = try UniformGrid(over: Window(minX: 0, maxX: 20, minY: 0, maxY: 20), columns: 21, rows: 21)
    var samples = [Double](repeating: 1, count: grid.count)
    samples[10 * 21 + 10] = .nan
    let field = try SampledScalarField(samples, on: grid, order: order)
    let reach = order == .second ? 2.0 : 3.0
    for x in 0..<20 {
      for y in 0..<20 {
        let place = [Double(x) + 0.5, Double(y) + 0.5]
        let isNear = (place[0] - 10).magnitude < reach && (place[1] - 10).magnitude < reach
        #expect(field.value(at: place).isNaN == isNear)
        #expect(field.gradient(at: place)[0].isNaN == isNear)
      }
    }
  }

  @Test func whatDoesNotFitIsSaidSo() throws {
    let grid = try UniformGrid(over: Window(minX: 0, maxX: 1, minY: 0, maxY: 1), columns: 7, rows: 5)
    #expect(throws: GridError.sampleCount(3, needed: 35)) {
      try SampledScalarField([1, 2, 3], on: grid, order: .second)
    }
    #expect(throws: GridError.tooFewSamples(axis: 1, count: 5, needed: 6)) {
      try SampledScalarField([Double](repeating: 0, count: 35), on: grid)
    }
  }
}
