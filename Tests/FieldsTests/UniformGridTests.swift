import Expressions
import Fields
import Testing

@Suite struct UniformGridTests {
  @Test func samplesOfTheFirstAxisLieSideBySide() throws {
    let grid = try UniformGrid([
      .init(from: -1, through: 1, count: 3), .init(origin: 10, spacing: -5, count: 2),
    ])
    #expect(grid.count == 6)
    #expect(grid.stride(along: 0) == 1)
    #expect(grid.stride(along: 1) == 3)
    let points = Block<Double>(rows: 2, capacity: 6)
    grid.points(0..<6, into: points)
    #expect(points.array(0) == [-1, 0, 1, -1, 0, 1])
    #expect(points.array(1) == [10, 10, 10, 5, 5, 5])
    grid.points(2..<4, into: points)
    #expect(points.array(0) == [1, -1])
    #expect(points.array(1) == [10, 5])
  }

  @Test func theLastSampleLiesWhereItWasSaidTo() {
    for count in 2..<200 {
      let axis = UniformGrid.Axis(from: 0.1, through: 0.7, count: count)
      #expect(axis.coordinate(0) == 0.1)
      #expect(axis.coordinate(count - 1) == 0.7)
    }
    let ring = UniformGrid.Axis(periodicFrom: 0, to: 2, count: 4)
    #expect((0..<4).map { ring.coordinate($0) } == [0, 0.5, 1, 1.5])
  }

  @Test func aFieldIsSampledInTheOrderOfMemory() throws {
    let grid = try UniformGrid(over: Window(minX: 0, maxX: 90, minY: 0, maxY: 6), columns: 91, rows: 61)
    let samples = try grid.samples(of: ScalarExpressionField("x + 1000 y"))
    #expect(samples.count == 91 * 61)
    #expect(samples[0, 0] == 0)
    #expect(samples[0, 90] == 90)
    #expect((samples[0, 91] - 100).magnitude < 1e-12)
    #expect(samples[0, 91 * 61 - 1] == 6090)
    let vectors = try grid.samples(of: VectorExpressionField("x, -y"))
    #expect(vectors[0, 5 * 91 + 7] == 7)
    #expect(vectors[1, 60 * 91] == -6)
  }

  @Test func whatIsNoGridIsSaidSo() {
    let good = UniformGrid.Axis(from: 0, through: 1, count: 5)
    #expect(throws: GridError.noAxes) { try UniformGrid([]) }
    #expect(throws: GridError.tooFewSamples(axis: 1, count: 1, needed: 2)) {
      try UniformGrid([good, .init(from: 0, through: 1, count: 1)])
    }
    #expect(throws: GridError.tooFewSamples(axis: 0, count: -3, needed: 2)) {
      try UniformGrid([.init(origin: 0, spacing: 1, count: -3)])
    }
    #expect(throws: GridError.spacing(axis: 0, value: 0)) {
      try UniformGrid([.init(from: 2, through: 2, count: 5)])
    }
    #expect(throws: GridError.origin(axis: 0, value: .infinity)) {
      try UniformGrid([.init(origin: .infinity, spacing: 1, count: 5)])
    }
    #expect(throws: GridError.tooManySamples) {
      try UniformGrid([.init(origin: 0, spacing: 1, count: .max / 2), good])
    }
    #expect(throws: GridError.dimension(2, needed: [3])) {
      try UniformGrid([good, good]).samples(of: ScalarExpressionField("x", variables: .space))
    }
    #expect(
      GridError.spacing(axis: 1, value: 0).description
        == "the spacing of axis 1 is 0.0; expected a finite number other than 0")
  }
}
