import Elementary
import Fields
import LinearAlgebra
import Testing

@testable import Descent

@Suite struct LossSurfaceTests {
  private let references: [(surface: LossSurface, rows: [[Double]])] = [
    (.rosenbrock, rosenbrockReferences), (.himmelblau, himmelblauReferences), (.beale, bealeReferences),
    (.ravine, ravineReferences), (.saddle, saddleReferences), (.monkeySaddle, monkeyReferences),
    (.ackley, ackleyReferences),
  ]

  /// Every reference of SymPy is in the catalogue, with its value; and nothing else, but for Ackley's kink.
  @Test func theCatalogueIsThatOfSymPy() throws {
    for (surface, rows) in references {
      for row in rows {
        let known = surface.nearestPoint(to: [row[0], row[1]])
        #expect(known.location == [row[0], row[1]], "\(surface.shortName)")
        #expect(known.value == row[2])
      }
      #expect(surface.knownPoints.filter { $0.kind != nil }.count == rows.count)
    }
  }

  /// At each point the gradient vanishes to rounding, the value is the stated one, and the Hessian gives the kind.
  @Test func gradientsVanish() throws {
    for surface in LossSurface.all {
      let field = try surface.field()
      for point in surface.knownPoints {
        guard let kind = point.kind else { continue }
        let hessian = field.hessian(at: point.location)
        // A coordinate is rounded, and so are the terms of the slopes.
        let rounding = 1e-14 * max(1, hessian.norm) * max(1, length(point.location))
        #expect(length(field.gradient(at: point.location)) <= rounding, "\(surface.shortName) \(point)")
        #expect((field.value(at: point.location) - point.value).magnitude <= 1e-12 * max(1, point.value))
        #expect(CriticalPointKind(hessian: hessian) == kind, "\(surface.shortName) \(point)")
      }
    }
  }

  /// The eigenvalues of the Hessian are those of mpmath.
  @Test func curvaturesAreThoseOfMPMath() throws {
    for (surface, rows) in references {
      let field = try surface.field()
      for row in rows {
        let found = Criticality(hessian: field.hessian(at: [row[0], row[1]])).eigenvalues
        for index in 0..<2 { #expect((found[index] - row[3 + index]).magnitude <= 1e-12 * max(1, row[4])) }
      }
    }
  }

  @Test func ackleyHasAKink() throws {
    let surface = LossSurface.ackley
    let field = try surface.field()
    #expect(surface.knownPoints[0].kind == nil)
    #expect(surface.knownPoints[0].isMinimum)
    #expect(field.value(at: [0, 0]).magnitude < 1e-14)
    #expect(field.gradient(at: [0, 0]).contains { $0.isNaN })
    // The cone's slope is 4/√2 in every direction.
    for angle in stride(from: 0.0, to: 6.2, by: 0.5) {
      let place = [1e-6 * Double.cos(angle), 1e-6 * Double.sin(angle)]
      #expect((length(field.gradient(at: place)) - 8.0.squareRoot()).magnitude < 1e-4)
      #expect(field.value(at: place) > 2.8e-6)
    }
  }

  @Test func rastriginIsAGridOfPoints() throws {
    let points = LossSurface.rastrigin.knownPoints
    #expect(points.count == 441)
    #expect(points.filter { $0.kind == .minimum }.count == 121)
    #expect(points.filter { $0.kind == .maximum }.count == 100)
    #expect(RastriginField.line.suffix(10).elementsEqual(rastriginLineReferences))
    let cube = RastriginField(dimension: 3)
    let line = RastriginField.line
    #expect(length(cube.gradient(at: [line[3], line[10], line[14]])) < 1e-11)
    #expect(cube.value(at: [0, 0, 0]) == 0)
    let plane = try LossSurface.rastrigin.field()
    let square = RastriginField(dimension: 2)
    #expect((square.value(at: [0.7, -1.3]) - plane.value(at: [0.7, -1.3])).magnitude < 1e-13)
  }

  @Test func rosenbrockInManyDimensions() throws {
    let plane = try LossSurface.rosenbrock.field()
    let field = RosenbrockField(dimension: 2)
    #expect((field.value(at: [-1.2, 1]) - 24.2).magnitude < 1e-13)
    #expect((field.hessian(at: [0.3, 0.4]) - plane.hessian(at: [0.3, 0.4])).largestMagnitude < 1e-11)
    let many = RosenbrockField(dimension: 30)
    #expect(many.value(at: [Double](repeating: 1, count: 30)) == 0)
    #expect(length(many.gradient(at: [Double](repeating: 1, count: 30))) == 0)
  }

  @Test func startsAreInTheirWindows() throws {
    for surface in LossSurface.all {
      #expect(surface.window.contains(surface.start[0], surface.start[1]))
      #expect(surface.knownPoints.allSatisfy { surface.window.contains($0.location[0], $0.location[1]) })
      let found = try LossSurface.named("\(surface.shortName)")
      #expect("\(found.english)" == "\(surface.english)")
      // Which minimum or saddle is near, the surface knows.
      for point in surface.knownPoints { #expect(surface.nearestPoint(to: point.location) == point) }
    }
    #expect(throws: DescentError.unknownSurface("everest")) { try LossSurface.named("everest") }
  }

  /// From its start every surface leads L-BFGS to a known minimum, or to no bottom at all.
  @Test func descentsEndWhereTheyShould() throws {
    for surface in LossSurface.all {
      let path = try LBFGS().descend(try surface.problem())
      switch path.ending {
      case .converged:
        #expect(surface.nearestPoint(to: path.end).isMinimum, "\(surface.shortName)")
      case .unbounded:
        let isBottomless = surface.knownPoints.allSatisfy { !$0.isMinimum }
        #expect(isBottomless, "\(surface.shortName) \(path.ending)")
      default:
        Issue.record("\(surface.shortName) ends \(path.ending)")
      }
    }
  }
}
