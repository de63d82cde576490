import Expressions
import Fields
import LinearAlgebra
import Testing

@Suite struct CoordinateSystemTests {
  @Test(arguments: coordinateReferences.indices)
  func operatorsAreThoseOfSymPyInCartesianCoordinates(_ index: Int) throws {
    let reference = coordinateReferences[index]
    let system = reference.system
    let scalar = try Expression(reference.scalar, variables: system.variables)
    let vector = try reference.vector.map { try Expression($0, variables: system.variables) }
    func values(_ expressions: [Expression]) -> [Double] {
      VectorExpressionField(expressions, variables: system.variables).value(at: reference.point)
    }
    near(values(system.gradient(of: scalar)), reference.gradient)
    near(values([system.laplacian(of: scalar)]), [reference.laplacian])
    near(values([system.divergence(of: vector)]), [reference.divergence])
    near(values(system.curl(of: vector)), reference.curl)
    near(values(system.laplacian(of: vector)), reference.vectorLaplacian)
  }

  /// The same fields carried over to x, y, z: the readings there are those here, turned into the local frame.
  @Test(arguments: coordinateReferences.indices)
  func fieldsCarriedOverToCartesianCoordinates(_ index: Int) throws {
    let reference = coordinateReferences[index]
    let system = reference.system
    let place = system.cartesian(reference.point)
    let scalar = system.cartesianField(of: try Expression(reference.scalar, variables: system.variables))
    let slope = system.components(ofCartesian: scalar.gradient(at: place), at: reference.point)
    near(slope, reference.gradient)
    near([scalar.reading(at: place).laplacian], [reference.laplacian])
    let vector = system.cartesianField(
      of: try reference.vector.map { try Expression($0, variables: system.variables) })
    let reading = vector.reading(at: place)
    near([reading.divergence], [reference.divergence])
    if system.dimension == 2 {
      near([reading.curl], reference.curl)
    } else {
      near(system.components(ofCartesian: reading.curlVector, at: reference.point), reference.curl)
    }
    near(system.components(ofCartesian: reading.laplacian, at: reference.point), reference.vectorLaplacian)
  }

  @Test func theChargeAndItsPotential() throws {
    let system = CoordinateSystem.spherical
    let field = [try Expression("1/r^2", variables: system.variables), .number(0), .number(0)]
    let spread = ScalarExpressionField(system.divergence(of: field), variables: system.variables)
    let potential = try Expression("1/r", variables: system.variables)
    let curvature = ScalarExpressionField(system.laplacian(of: potential), variables: system.variables)
    for point in [[2.0, 1.0, 0.5], [0.3, 2.5, -3.0]] {
      let size = 1 / (point[0] * point[0] * point[0])
      #expect(spread.value(at: point).magnitude <= 0x1p-51 * size)
      #expect(curvature.value(at: point).magnitude <= 0x1p-51 * size)
    }
    #expect(system.curl(of: field).allSatisfy { $0 == .number(0) })
    #expect(spread.value(at: [0, 1, 1]).isNaN)
  }

  /// ∇²Y = −l(l + 1) Y/r² for surface harmonics.
  @Test(arguments: [
    ("cos theta", 1), ("3cos(theta)^2 - 1", 2), ("sin(theta) cos(theta) cos(phi)", 2),
    ("sin(theta)^2 cos(theta) sin(2phi)", 3), ("sin(theta)^3 cos(3phi)", 3),
    ("35cos(theta)^4 - 30cos(theta)^2 + 3", 4),
  ])
  func surfaceHarmonics(_ text: String, _ degree: Int) throws {
    let system = CoordinateSystem.spherical
    let harmonic = try Expression(text, variables: system.variables)
    let curvature = ScalarExpressionField(system.laplacian(of: harmonic), variables: system.variables)
    let value = ScalarExpressionField(harmonic, variables: system.variables)
    for point in [[1.0, 0.6, 0.2], [2.5, 2.2, -1.9], [0.5, 1.5, 3.0]] {
      let expected = -Double(degree * (degree + 1)) * value.value(at: point) / (point[0] * point[0])
      // Terms of up to 4² · 40/(r² sin² θ) cancel.
      let bound = 0x1p-50 * 700 / (point[0] * point[0] * 0.3)
      #expect((curvature.value(at: point) - expected).magnitude <= bound)
    }
  }

  @Test func aBodyThatTurns() throws {
    // Once about the axis: F = Ω r e_θ, curl 2Ω.
    let polar = CoordinateSystem.polar
    let plane = polar.curl(of: [.number(0), try Expression("3r", variables: polar.variables)])
    #expect(ScalarExpressionField(plane[0], variables: polar.variables).value(at: [0.7, 2]) == 6)
    // On a sphere: U sin θ e_φ at r = R has the radial curl 2U cos θ/R.
    let system = CoordinateSystem.spherical
    let turning = system.curl(
      of: [.number(0), .number(0), try Expression("3r sin theta", variables: system.variables)])
    let field = VectorExpressionField(turning, variables: system.variables)
    let value = system.cartesianComponents(field.value(at: [2, 0.8, 1.1]), at: [2, 0.8, 1.1])
    near(value, [0, 0, 6])
    let parallel = system.cartesianField(
      of: [.number(0), .number(0), try Expression("3r sin theta", variables: system.variables)])
    near(parallel.reading(at: [1, 2, 3]).curlVector, [0, 0, 6])
  }

  @Test(arguments: CoordinateSystem.allCases)
  func thereAndBack(_ system: CoordinateSystem) {
    var generator = SystemLikeGenerator(state: 11)
    for _ in 0..<100 {
      let place = (0..<system.dimension).map { _ in 3 * generator.next() }
      let point = system.coordinates(ofCartesian: place)
      near(system.cartesian(point), place)
      let frame = system.frame(at: point)
      #expect((frame.transposed * frame - .identity(system.dimension)).largestMagnitude < 1e-15)
      #expect(((try? frame.determinant()) ?? 0) > 0.99)
      let vector = (0..<system.dimension).map { _ in generator.next() }
      near(
        system.components(
          ofCartesian: system.cartesianComponents(vector, at: point), at: point), vector)
      // The Lamé factors are the lengths of steps along the coordinates.
      let factors = system.scaleFactors(at: point)
      for index in 0..<system.dimension {
        var (ahead, behind) = (point, point)
        ahead[index] += 0x1p-17
        behind[index] -= 0x1p-17
        let step = zip(system.cartesian(ahead), system.cartesian(behind)).map { ($0 - $1) * 0x1p16 }
        near(step, (0..<system.dimension).map { factors[index] * frame[$0, index] }, 1e-9)
      }
    }
  }

  @Test func betweenSystems() {
    near(
      CoordinateSystem.spherical.convert([2, Double.pi / 6, 0.3], to: .cylindrical),
      [1, 0.3, 3.0.squareRoot()])
    near(CoordinateSystem.polar.convert([2, Double.pi / 2], to: .plane), [0, 2])
    #expect(CoordinateSystem.spherical.coordinates(ofCartesian: [0, 0, -2]) == [2, Double.pi, 0])
    #expect(CoordinateSystem.polar.coordinates(ofCartesian: [0, 0]) == [0, 0])
    #expect(CoordinateSystem.cylindrical.cartesian == .space && CoordinateSystem.polar.cartesian == .plane)
  }

  private func near(_ found: [Double], _ expected: [Double], _ bound: Double = 1e-13) {
    #expect(found.count == expected.count)
    let size = expected.map { $0.magnitude }.max() ?? 0
    for (first, second) in zip(found, expected) {
      #expect((first - second).magnitude <= bound * max(size, 1), "\(first), not \(second)")
    }
  }
}
