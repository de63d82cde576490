import Elementary
import Expressions
import Fields

/// A small wheel with paddles in a flow: what curl does, seen.
///
/// Each paddle feels the flow across it relative to its own motion; their torque drives the wheel against its
/// inertia. A free wheel settles where the torques cancel: at the mean of F·t/r over its blades, which tends to
/// ½ curl F as the wheel shrinks (Cauchy–Stokes: a small body turns at half the vorticity).
public struct Paddlewheel: Sendable, Equatable {
  /// The axle and the reach of the paddles.
  public var circle: Circle
  /// How far the wheel has turned, in radians, counter-clockwise.
  public private(set) var angle: Double
  /// How fast it turns, in radians a unit of time, counter-clockwise.
  public private(set) var angularVelocity: Double
  /// The torque that the paddles felt in the last step, per unit of inertia.
  public private(set) var torque: Double

  /// The number of paddles.
  public static let paddleCount = 8
  /// How fast the wheel takes up the motion of the flow: the drag of the paddles over the inertia.
  public static let drag = 4.0

  /// A wheel at rest.
  public init(circle: Circle) {
    self.circle = circle
    angle = 0
    angularVelocity = 0
    torque = 0
  }

  /// The angular velocity at which the torques of the paddles cancel; NaN where the flow is not finite.
  public func freeAngularVelocity(in field: some VectorField) -> Double {
    let rule = GaussLegendre(count: 4)
    let count = Paddlewheel.paddleCount
    let points = Block<Double>(rows: 2, capacity: count * 4)
    let values = Block<Double>(rows: 2, capacity: count * 4)
    points.count = count * 4
    for paddle in 0..<count {
      let (cosine, sine) = direction(paddle)
      for (index, node) in rule.nodes.enumerated() {
        let radius = circle.radius * (node + 1) / 2
        points[0, paddle * 4 + index] = circle.x + radius * cosine
        points[1, paddle * 4 + index] = circle.y + radius * sine
      }
    }
    field.values(at: points, into: values)
    // A strip of the blade at radius r pushes with (F·t − ωr) at the lever r: Σ r F·t = ω Σ r².
    var push = 0.0
    var lever = 0.0
    for paddle in 0..<count {
      let (cosine, sine) = direction(paddle)
      for (index, node) in rule.nodes.enumerated() {
        let radius = (node + 1) / 2
        let lane = paddle * 4 + index
        push += rule.weights[index] * radius * (values[1, lane] * cosine - values[0, lane] * sine)
        lever += rule.weights[index] * radius * radius * circle.radius
      }
    }
    return push / lever
  }

  private func direction(_ paddle: Int) -> (Double, Double) {
    let blade = angle + 2 * Double.pi * Double(paddle) / Double(Paddlewheel.paddleCount)
    return (Double.cos(blade), Double.sin(blade))
  }

  /// Lets time pass: the wheel takes up the flow, turns, and drifts with it when it is carried.
  ///
  /// In a flow that is not finite somewhere on the wheel it keeps turning as it did.
  public mutating func step(in field: some VectorField, by time: Double, carried: Bool) {
    let free = freeAngularVelocity(in: field)
    if free.isFinite {
      // The exact solution of ω′ = drag (free − ω) over the step: stable for every step length.
      torque = Paddlewheel.drag * (free - angularVelocity)
      let kept = Double.exp(-Paddlewheel.drag * time)
      let turned = free * time + (angularVelocity - free) * (1 - kept) / Paddlewheel.drag
      angularVelocity = free + (angularVelocity - free) * kept
      angle += turned
    } else {
      angle += angularVelocity * time
    }
    if carried { drift(in: field, by: time) }
  }

  private mutating func drift(in field: some VectorField, by time: Double) {
    let integrator = Integrator(
      controller: .adaptive(relative: 1e-6, absolute: 1e-8), limits: Limits(maximumSteps: 200))
    guard let problem = try? InitialValueProblem(field, start: [circle.x, circle.y], time: time),
      let ends = try? integrator.ends(problem), ends.endings[0] == .time
    else { return }
    circle.x = ends[0][0]
    circle.y = ends[0][1]
  }
}
