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

  /// Whether the number is among those of a bench.
  func isShown(on bench: Bench) -> Bool {
    switch self {
    case .divergence, .curl: return bench.hasVector
    case .gradient, .laplacian, .hessian: return bench.hasScalar
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
