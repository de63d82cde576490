import Atlas
import Fields
import Flows
import Formats
import Scenes

extension Laboratory {
  /// A rotor at rest where the scene has it; the output is its state as JSON.
  public func resetRotor() {
    rotor = Rotor(point: scene.hub, axis: scene.axis.vector)
    writeRotor()
  }

  /// Lets the rotor turn about the scene's axis; the output is its state as JSON, with its pieces on the picture.
  public func stepRotor(by time: Double) {
    rotor.point = scene.hub
    rotor.axis = scene.axis.vector
    if let field = subject.vectorField, field.dimension == 3 {
      rotor.step(in: field, by: min(max(time, 0), 1))
    }
    writeRotor()
  }

  private func writeRotor() {
    let reading = subject.vectorField?.reading(at: [scene.hub.x, scene.hub.y, scene.hub.z])
    let curl = subject.vectorField?.dimension == 3 ? reading?.settledSpaceCurl : nil
    let wheel = SpaceWheel(
      hub: scene.hub, axis: scene.axis, angle: rotor.angle, angularVelocity: rotor.angularVelocity,
      curl: curl ?? SIMD3(0, 0, 0))
    let speed = rotor.angularVelocity
    // Slower than a turn in half an hour nobody sees it move.
    let isStill = speed.magnitude < 0.004
    output = JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("angle", rotor.angle)
      json.add("angularVelocity", speed)
      json.add("sense", isStill ? "still" : speed > 0 ? "forward" : "backward")
      json.array("parts") { (parts: inout JSONWriter.Array) in
        for part in wheel.parts(scene.camera) {
          parts.object { (item: inout JSONWriter.Object) in
            item.add("role", part.role.name.description)
            item.array("points") { (points: inout JSONWriter.Array) in
              for point in part.points {
                points.add(point.x)
                points.add(point.y)
              }
            }
          }
        }
      }
      json.object("text") { (text: inout JSONWriter.Object) in
        text.add("angularVelocity", Decimal.fixed(speed, places: 3, minus: .typographic))
      }
    }
  }

  /// The axis of the rotor whose tip is seen at a place of the picture; the output is its angles as JSON.
  public func findAxis(x: Double, y: Double) {
    let arm = SpaceWheel.arm * scene.camera.reach
    let heading = scene.camera.heading(from: scene.hub, to: SIMD2(x, y), arm: arm, like: scene.axis)
    output = JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("azimuth", heading.azimuth)
      json.add("elevation", heading.elevation)
    }
  }

  /// The point that is seen at a place of the picture, as far from the eye as the sphere's centre; the output is its
  /// coordinates as JSON.
  public func findPoint(x: Double, y: Double) {
    let depth = scene.camera.sight(of: scene.sphere.center).depth
    let point = scene.camera.point(at: SIMD2(x, y), depth: depth)
    output = JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("x", point.x)
      json.add("y", point.y)
      json.add("z", point.z)
    }
  }
}
