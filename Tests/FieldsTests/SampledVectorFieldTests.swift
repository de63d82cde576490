import Expressions
import Fields
import Testing

@Suite struct SampledVectorFieldTests {
  @Test func vectorsAreComponentsSideBySide() throws {
    let grid = try UniformGrid(over: Window(minX: -1, maxX: 1, minY: -1, maxY: 1), columns: 41, rows: 41)
    let exact = try VectorExpressionField("x^2 y - y, x y^3 + x")
    let field = try SampledVectorField(sampling: exact, on: grid)
    let ours = field.reading(at: [0.31, -0.47])
    let theirs = exact.reading(at: [0.31, -0.47])
    #expect((ours.divergence - theirs.divergence).magnitude < 1e-12)
    #expect((ours.curl - theirs.curl).magnitude < 1e-12)
    let samples = try grid.samples(of: exact)
    let same = try SampledVectorField([samples.array(0), samples.array(1)], on: grid)
    #expect(same.value(at: [0.9, 0.9]) == field.value(at: [0.9, 0.9]))
    let hessians = Block<Double>(rows: 8, capacity: 1)
    field.hessians(at: Block(point: [0.31, -0.47]), into: hessians)
    let wanted = Block<Double>(rows: 8, capacity: 1)
    exact.hessians(at: Block(point: [0.31, -0.47]), into: wanted)
    for row in 0..<8 { #expect((hessians[row, 0] - wanted[row, 0]).magnitude < 1e-10) }
    let points = Block<Float>(rows: 2, capacity: 1)
    points.count = 1
    (points[0, 0], points[1, 0]) = (0.25, -0.5)
    let values = Block<Float>(rows: 2, capacity: 1)
    field.values(at: points, into: values)
    #expect(values[0, 0] == Float(field.value(at: [0.25, -0.5])[0]))
  }

  @Test func whatDoesNotFitIsSaidSo() throws {
    let grid = try UniformGrid(over: Window(minX: 0, maxX: 1, minY: 0, maxY: 1), columns: 7, rows: 5)
    #expect(throws: GridError.componentCount(0, needed: 1)) { try SampledVectorField([], on: grid) }
    #expect(throws: GridError.sampleCount(1, needed: 35)) {
      try SampledVectorField([[Double](repeating: 0, count: 35), [1]], on: grid, order: .second)
    }
  }
}
