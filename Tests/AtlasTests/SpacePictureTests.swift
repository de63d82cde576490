import Fields
import Figures
import Foundation
import Testing

@testable import Atlas

@Suite struct SpacePictureTests {
  private let camera = Camera(heading: Heading(azimuth: -60, elevation: 25), reach: 2)

  @Test func headingsAreRightHandedFrames() {
    for azimuth in stride(from: -180.0, through: 180, by: 15) {
      for elevation in stride(from: -90.0, through: 90, by: 15) {
        let heading = Heading(azimuth: azimuth, elevation: elevation)
        let (v, l, u) = (heading.vector, heading.left, heading.up)
        #expect(abs(v.dot(v) - 1) < 1e-15 * 4 && abs(l.dot(l) - 1) < 1e-15 * 4)
        #expect(abs(v.dot(l)) < 1e-15 && abs(v.dot(u)) < 1e-15)
        let cross = SIMD3(l.y * u.z - l.z * u.y, l.z * u.x - l.x * u.z, l.x * u.y - l.y * u.x)
        #expect((cross - v).length < 1e-15 * 4)
        guard elevation.magnitude < 90 else { continue }
        let back = Heading(v)
        #expect((back.vector - v).length < 1e-15 * 4)
      }
    }
    #expect(Heading(azimuth: 0, elevation: 90).vector == SIMD3(0, 0, 1))
    #expect(Heading(azimuth: 180, elevation: 0).vector == SIMD3(-1, 0, 0))
    #expect(Heading(SIMD3(0, 0, 0)) == Heading(azimuth: 0, elevation: 0))
  }

  @Test func aPlaceOfThePictureIsAPointAgain() {
    for distance in [9.0, .infinity] {
      var camera = camera
      camera.distance = distance
      for point in [SIMD3(0, 0, 0), SIMD3(1, -2, 0.5), SIMD3(-1.5, 0.25, 2)] {
        let sight = camera.sight(of: point)
        #expect((camera.point(at: sight.place, depth: sight.depth) - point).length < 1e-14)
      }
    }
    // From above with x to the right.
    let above = Camera(heading: Heading(azimuth: -90, elevation: 90), reach: 1, distance: .infinity)
    #expect(above.sight(of: SIMD3(0.25, 0.5, 3)).place == SIMD2(0.25, 0.5))
  }

  @Test func whatIsNearIsLarger() {
    let near = camera.sight(of: camera.heading.vector)
    #expect(near.scale > 1 && near.depth > 0 && camera.sight(of: SIMD3(0, 0, 0)).scale == 1)
  }

  @Test func theTipIsFoundWhereItIsSeen() {
    let hub = SIMD3(0.2, -0.1, 0.4)
    var camera = camera
    for distance in [Double.infinity, 9, 3] {
      camera.distance = distance
      for axis in [Heading(azimuth: 10, elevation: 40), Heading(azimuth: 140, elevation: -20)] {
        let wheel = SpaceWheel(hub: hub, axis: axis)
        let place = camera.sight(of: wheel.tip(camera)).place
        let found = camera.heading(from: hub, to: place, arm: SpaceWheel.arm * camera.reach, like: axis)
        #expect((found.vector - axis.vector).length < 1e-7)
      }
    }
    camera.distance = .infinity
    // Beyond the reach of the arm: across the line of sight.
    let far = camera.heading(from: hub, to: SIMD2(50, 0), arm: 1, like: Heading(azimuth: 0, elevation: 0))
    #expect(abs(far.vector.dot(camera.heading.vector)) < 1e-7)
  }

  @Test func aWheelHasItsPartsFromBackToFront() {
    let wheel = SpaceWheel(
      hub: SIMD3(0, 0, 0), axis: Heading(azimuth: 0, elevation: 60), angle: 0.3, angularVelocity: -1,
      curl: SIMD3(0, 0, 2))
    let parts = wheel.parts(camera)
    #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.depth <= $1.depth })
    let roles = parts.map { $0.role }
    #expect(roles.filter { $0 == .paddle }.count == 7 && roles.filter { $0 == .markedPaddle }.count == 1)
    #expect(roles.contains(.curl) && roles.contains(.sense) && roles.filter { $0 == .axle }.count == 2)
    let still = SpaceWheel(hub: SIMD3(0, 0, 0), axis: Heading(azimuth: 0, elevation: 0)).parts(camera)
    #expect(!still.contains { $0.role == .sense || $0.role == .curl })
  }

  @Test func theBentArrowGoesRoundByTheRightHandRule() throws {
    // Seen along its axis from the tip, what turns forward turns counter-clockwise.
    let above = Camera(heading: Heading(azimuth: -90, elevation: 90), reach: 1, distance: .infinity)
    for speed in [1.0, -1] {
      let wheel = SpaceWheel(
        hub: SIMD3(0, 0, 0), axis: Heading(azimuth: 0, elevation: 90), angularVelocity: speed)
      let sense = try #require(wheel.parts(above).first { $0.role == .sense }).points
      var area = 0.0
      for (a, b) in zip(sense, sense.dropFirst()) { area += a.x * b.y - b.x * a.y }
      #expect(area * speed > 0)
    }
  }

  @Test(arguments: ["-y, x, 0", "(x, y, z)/hypot(x, y)^3", "1/0, 0, 0", "0, 0, 0", "log x, y, z"])
  func everyFieldHasAPicture(_ text: String) throws {
    let field = try VectorExpressionField(text, variables: .space)
    for heading in [Heading(azimuth: -60, elevation: 25), Heading(azimuth: 0, elevation: 90)] {
      var picture = SpacePicture(camera: Camera(heading: heading, reach: 2))
      picture.width = 400
      picture.sphere = Sphere(center: SIMD3(0.5, 0, 0), radius: 1)
      #expect(picture.figure(of: field).svg().contains("</svg>"))
      picture.sphere = nil
      picture.language = .simplifiedChinese
      #expect(picture.figure(of: field).summary.contains("空间向量场"))
    }
  }

  @Test func outwardIsRed() throws {
    let field = try VectorExpressionField("x, y, z", variables: .space)
    let mesh = SphereMesh(Sphere(center: SIMD3(0, 0, 0), radius: 1), field, camera)
    let outward = mesh.colours(1)
    #expect(outward.red > outward.blue && mesh.colours.domain.lower < 0)
  }
}
