import Expressions
import Fields
import Testing

@Suite struct DirectionFieldTests {
  /// (−y, x)/r has the derivatives of the angle's unit vector.
  @Test func aRotationBecomesTheUnitVectorOfTheAngle() throws {
    let direction = try VectorExpressionField("-y, x").direction
    let exact = try VectorExpressionField("-y/sqrt(x^2 + y^2), x/sqrt(x^2 + y^2)")
    for point in [[1.0, 0], [0.3, -0.4], [-2, 5], [1e-3, 1e-4]] {
      for (value, expected) in zip(direction.value(at: point), exact.value(at: point)) {
        #expect(abs(value - expected) < 1e-15)
      }
      let found = direction.jacobian(at: point)
      let known = exact.jacobian(at: point)
      for row in 0..<2 {
        for column in 0..<2 {
          #expect(abs(found[row, column] - known[row, column]) <= 1e-12 * max(1, abs(known[row, column])))
        }
      }
    }
  }

  @Test(arguments: [1e-300, 1e-160, 1e160, 1e300]) func lengthsNeitherOverflowNorVanish(size: Double) throws {
    let direction = try VectorExpressionField("3x, 4x").direction
    let value = direction.value(at: [size, 0])
    #expect(abs(value[0] - 0.6) < 1e-15 && abs(value[1] - 0.8) < 1e-15)
  }

  @Test func whereThereIsNoDirectionThereIsNone() throws {
    let direction = try VectorExpressionField("x/y, y").direction
    for point in [[0.0, 0.0], [1, 0]] { #expect(direction.value(at: point).allSatisfy { $0.isNaN }) }
  }

  @Test func inSpaceTheLengthIsOne() throws {
    let wind = try VectorExpressionField("1 + x y, cos x - y, z + 2", variables: .space).direction
    for value in [[0.3, 0.4, 0.5], [-1, 2, 0.1]].map({ wind.value(at: $0) }) {
      #expect(abs(value.reduce(0) { $0 + $1 * $1 } - 1) < 1e-15)
    }
  }

  @Test func aSampledFieldTellsItsError() throws {
    let axis = UniformGrid.Axis(periodicFrom: 0, to: 2 * .pi, count: 16)
    let formula = try VectorExpressionField("2 + sin x, cos y")
    let sampled = try SampledVectorField(sampling: formula, on: try UniformGrid([axis, axis]))
    #expect(sampled.direction.isInterpolated && !formula.direction.isInterpolated)
    let points = Block<Double>(rows: 2, capacity: 50)
    let errors = Block<Double>(rows: 2, capacity: 50)
    let found = Block<Double>(rows: 2, capacity: 50)
    let exact = Block<Double>(rows: 2, capacity: 50)
    points.count = 50
    for lane in 0..<50 {
      points[0, lane] = 0.1 + 0.11 * Double(lane)
      points[1, lane] = 6 - 0.09 * Double(lane)
    }
    sampled.direction.interpolationErrors(at: points, into: errors)
    sampled.direction.values(at: points, into: found)
    formula.direction.values(at: points, into: exact)
    for lane in 0..<50 {
      for row in 0..<2 {
        #expect(abs(found[row, lane] - exact[row, lane]) <= 1.5 * errors[row, lane] + 1e-15)
      }
    }
  }
}
