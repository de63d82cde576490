import Expressions

/// A number of the readings whose derivation is unfolded.
public enum Trail: UInt8, Sendable, Equatable, CaseIterable {
  /// The divergence of the vector field.
  case divergence
  /// The curl of the vector field.
  case curl
  /// The gradient of the scalar field.
  case gradient
  /// The Laplacian of the scalar field.
  case laplacian
  /// The second derivatives of the scalar field.
  case hessian

  /// The word in a scene.
  public var name: StaticString {
    switch self {
    case .divergence: return "divergence"
    case .curl: return "curl"
    case .gradient: return "gradient"
    case .laplacian: return "laplacian"
    case .hessian: return "hessian"
    }
  }

  /// What is derived.
  var measure: Derivation.Measure {
    switch self {
    case .divergence: return .divergence
    case .curl: return .curl
    case .gradient: return .gradient
    case .laplacian: return .laplacian
    case .hessian: return .hessian
    }
  }
}
