import Elementary

/// A paddlewheel in space as it is seen: blades around an axle, the arrow of the curl, and a bent arrow that says which
/// way the wheel turns.
public struct SpaceWheel: Sendable {
  /// The hub.
  public var hub: SIMD3<Double>
  /// The axle.
  public var axis: Heading
  /// How far the wheel has turned about the axle, by the right-hand rule, in radians.
  public var angle: Double
  /// How fast it turns, in radians a unit of time.
  public var angularVelocity: Double
  /// The curl of the field at the hub.
  public var curl: SIMD3<Double>

  /// A wheel.
  public init(
    hub: SIMD3<Double>, axis: Heading, angle: Double = 0, angularVelocity: Double = 0,
    curl: SIMD3<Double> = SIMD3(0, 0, 0)
  ) {
    self.hub = hub
    self.axis = axis
    self.angle = angle
    self.angularVelocity = angularVelocity
    self.curl = curl
  }

  /// The length of the axle from the hub to its tip, in reaches.
  public static let arm = 0.8
  /// The radius of the wheel, in reaches.
  public static let radius = 0.44

  /// A piece of the wheel on the picture.
  public struct Part: Sendable, Equatable {
    /// What the piece is.
    public enum Role: UInt8, Sendable {
      /// A blade.
      case paddle
      /// The blade that is coloured, so that turning is seen.
      case markedPaddle
      /// The rim.
      case rim
      /// The axle.
      case axle
      /// The arrow of the curl.
      case curl
      /// The bent arrow.
      case sense

      /// The role as a word for programs.
      @export(interface)
      public var name: StaticString {
        switch self {
        case .paddle: return "paddle"
        case .markedPaddle: return "marked"
        case .rim: return "rim"
        case .axle: return "axle"
        case .curl: return "curl"
        case .sense: return "sense"
        }
      }
    }

    /// What the piece is.
    public let role: Role
    /// The corners of a blade, or the points of a line, on the picture.
    public let points: [SIMD2<Double>]
    let depth: Double
  }

  /// Where the tip of the axle is.
  public func tip(_ camera: Camera) -> SIMD3<Double> {
    hub + SpaceWheel.arm * camera.reach * axis.vector
  }

  /// The pieces as a camera sees them, the farthest first.
  @export(interface)
  public func parts(_ camera: Camera) -> [Part] {
    var parts = paddles(camera) + rim(camera)
    let n = axis.vector * camera.reach
    parts.append(part(.axle, [hub - 0.45 * n, hub], camera))
    parts.append(part(.axle, [hub, hub + SpaceWheel.arm * n], camera))
    let strength = curl.length
    if strength > 0, strength.isFinite {
      let long = camera.reach * (0.35 + 0.75 * strength / (strength + 2))
      parts.append(part(.curl, [hub, hub + curl * (long / strength)], camera))
    }
    if let sense = sense(camera) { parts.append(sense) }
    return parts.sorted { $0.depth < $1.depth }
  }

  private func part(_ role: Part.Role, _ points: [SIMD3<Double>], _ camera: Camera) -> Part {
    let sights = points.map { camera.sight(of: $0) }
    let depth = sights.reduce(0) { $0 + $1.depth } / Double(Swift.max(sights.count, 1))
    return Part(role: role, points: sights.map { $0.place }, depth: depth)
  }

  /// The unit vector across the axle at an angle about it.
  private func across(_ angle: Double) -> SIMD3<Double> {
    Double.cos(angle) * axis.left + Double.sin(angle) * axis.up
  }

  private func paddles(_ camera: Camera) -> [Part] {
    let n = axis.vector
    let radius = SpaceWheel.radius * camera.reach
    let half = 0.32 * radius
    return (0..<8).map { index in
      let arm = across(angle + 2 * Double.pi * Double(index) / 8)
      let inner = hub + 0.25 * radius * arm
      let outer = hub + radius * arm
      let corners = [inner - half * n, outer - half * n, outer + half * n, inner + half * n]
      return part(index == 0 ? .markedPaddle : .paddle, corners, camera)
    }
  }

  /// The rim in quarters, so that blades may lie before one and behind another.
  private func rim(_ camera: Camera) -> [Part] {
    let radius = SpaceWheel.radius * camera.reach
    return (0..<8).map { index in
      let points = (0...6).map { step in
        hub + radius * across(2 * Double.pi * (Double(index) + Double(step) / 6) / 8)
      }
      return part(.rim, points, camera)
    }
  }

  private func sense(_ camera: Camera) -> Part? {
    guard angularVelocity.magnitude > 0.02 else { return nil }
    let sweep = Swift.min(0.9 + angularVelocity.magnitude * 1.6, 5)
    let direction = angularVelocity > 0 ? 1.0 : -1.0
    let centre = hub + 0.58 * camera.reach * axis.vector
    let points = (0...24).map { step in
      let turn = direction * sweep * (Double(step) / 24 - 0.5)
      return centre + 0.16 * camera.reach * across(turn)
    }
    return part(.sense, points, camera)
  }
}
