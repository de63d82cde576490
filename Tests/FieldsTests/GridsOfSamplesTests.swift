import Elementary
import Expressions
import Fields
import Testing

/// The examples and numbers of the article `GridsOfSamples.md`.
@Suite struct GridsOfSamplesTests {
  @Test func theExamples() throws {
    let grid = try UniformGrid([
      .init(from: -2, through: 2, count: 81), .init(periodicFrom: 0, to: 2 * .pi, count: 64),
    ])
    #expect(grid.count == 81 * 64)
    let square = try UniformGrid(over: Window(minX: -2, maxX: 2, minY: -2, maxY: 2), columns: 81, rows: 81)
    let flow = try VectorExpressionField("cos x sin y, -sin x cos y")
    let samples = try square.samples(of: flow)
    let both = try GridDifferences.divergenceAndCurl(on: square)(samples)
    #expect((both[1, 40 * 81 + 40] + 2).magnitude < 1e-6)
    let wind = try SampledVectorField(samples, on: square)
    #expect((wind.reading(at: [0.3, 0.7]).curl + 1.4614).magnitude < 5e-5)
    #expect((flow.reading(at: [0.3, 0.7]).curl + 1.4614).magnitude < 5e-5)
    // Good to 3·10⁻⁸.
    var error = 0.0
    for step in 0..<400 {
      let place = [Double(step) / 101 - 1.98, Double(step * 37 % 400) / 101 - 1.98]
      for (ours, truth) in zip(wind.value(at: place), flow.value(at: place)) {
        error = max(error, (ours - truth).magnitude)
      }
    }
    #expect(error < 3.5e-8 && error > 2.5e-8)
  }

  /// The error of a derivative of a wave at twenty samples a wavelength.
  @Test func twentySamplesAWavelength() throws {
    let wave = try ScalarExpressionField("sin(x)", variables: Variables(["x"]))
    let grid = try UniformGrid([.init(periodicFrom: 0, to: 2 * .pi, count: 20)])
    for (order, share) in [(DifferenceOrder.second, 0.016), (.fourth, 0.00032)] {
      let slopes = try GridDifferences.gradient(on: grid, order: order)(grid.samples(of: wave))
      #expect((1 - slopes[0, 0] - share).magnitude < 0.05 * share)
    }
  }

  /// A third or a fifteenth of what every other sample changes is the error.
  @Test(arguments: DifferenceOrder.allCases)
  func everyOtherSampleTellsTheError(_ order: DifferenceOrder) throws {
    let field = try ScalarExpressionField("exp(x) sin(2x)", variables: Variables(["x"]))
    let fine = try UniformGrid([.init(from: 0, through: 1, count: 65)])
    let coarse = try UniformGrid([.init(from: 0, through: 1, count: 33)])
    let slopes = try GridDifferences.gradient(on: fine, order: order)(fine.samples(of: field))
    let rough = try GridDifferences.gradient(on: coarse, order: order)(coarse.samples(of: field))
    let share: Double = order == .second ? 3 : 15
    var largest = 0.0
    var worst = 0.0
    for index in 8..<24 {
      let truth = field.gradient(at: [Double(index) / 32])[0]
      let estimate = (rough[0, index] - slopes[0, 2 * index]) / share
      largest = max(largest, (slopes[0, 2 * index] - truth).magnitude)
      worst = max(worst, (estimate - (slopes[0, 2 * index] - truth)).magnitude)
    }
    #expect(worst < 0.1 * largest)
  }
}
