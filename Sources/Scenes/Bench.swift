/// A bench of the lab: what is looked at.
public enum Bench: UInt8, Sendable, Equatable, CaseIterable {
  /// A vector field of the plane.
  case field
  /// Flux through a circle and divergence inside it.
  case divergence
  /// A paddlewheel, circulation and curl.
  case curl
  /// Two distributions and how far they are apart.
  case information

  /// The bench's word in a scene.
  public var name: StaticString {
    switch self {
    case .field: return "field"
    case .divergence: return "divergence"
    case .curl: return "curl"
    case .information: return "information"
    }
  }
}
