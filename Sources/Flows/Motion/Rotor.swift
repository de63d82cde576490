import Elementary
import Expressions
import Fields

/// A very small paddlewheel in a flow of space, free to turn about one axis.
///
/// It takes up the component of the flow's rotation along its axis: left alone it turns at ½ curl F·n (Cauchy–Stokes),
/// fastest where n agrees with curl F, and not at all across it. On the way there it follows the law of a
/// ``Paddlewheel``.
public struct Rotor: Sendable, Equatable {
  /// Where the rotor is.
  public var point: SIMD3<Double>
  /// The unit vector along its axis.
  public var axis: SIMD3<Double>
  /// How far it has turned, in radians, by the right-hand rule.
  public private(set) var angle: Double
  /// How fast it turns, in radians a unit of time.
  public private(set) var angularVelocity: Double

  /// A rotor at rest.
  public init(point: SIMD3<Double>, axis: SIMD3<Double>) {
    self.point = point
    self.axis = axis
    angle = 0
    angularVelocity = 0
  }

  /// The angular velocity at which the flow does not push the rotor any more: ½ curl F·n.
  public static func freeAngularVelocity(curl: SIMD3<Double>, axis: SIMD3<Double>) -> Double {
    let terms = [curl.x * axis.x, curl.y * axis.y, curl.z * axis.z]
    let sum = terms[0] + terms[1] + terms[2]
    let size = terms[0].magnitude + terms[1].magnitude + terms[2].magnitude
    let isRounding = size.isFinite && sum.magnitude <= VectorReading.rounding * size
    return isRounding ? 0 : sum / 2
  }

  /// Lets time pass.
  ///
  /// Where the flow is not differentiable the rotor keeps turning as it did.
  ///
  /// - Precondition: the field is of space.
  public mutating func step(in field: some VectorField, by time: Double) {
    let curl = field.reading(at: [point.x, point.y, point.z]).settledSpaceCurl
    let free = Rotor.freeAngularVelocity(curl: curl, axis: axis)
    guard free.isFinite else {
      angle += angularVelocity * time
      return
    }
    // The exact solution of ω′ = drag (free − ω).
    let kept = Double.exp(-Paddlewheel.drag * time)
    angle += free * time + (angularVelocity - free) * (1 - kept) / Paddlewheel.drag
    angularVelocity = free + (angularVelocity - free) * kept
  }
}
