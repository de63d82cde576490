import Expressions

/// A bench of the lab: what is looked at.
public enum Bench: UInt8, Sendable, Equatable, CaseIterable {
  /// A vector field of the plane.
  case field
  /// A scalar field, its gradient and its slope in a direction.
  case gradient
  /// Optimizers that race down a scalar field, beside the gradient flow.
  case descent
  /// Flux through a circle and divergence inside it.
  case divergence
  /// A paddlewheel, circulation and curl.
  case curl
  /// Two paths between two points, and whether there is a potential.
  case conservative
  /// A paddlewheel in space about a free axis.
  case rotor
  /// A sphere in the field of charges.
  case charge
  /// Two distributions and how far they are apart.
  case information

  /// The bench's word in a scene.
  @export(interface)
  public var name: StaticString {
    switch self {
    case .field: return "field"
    case .gradient: return "gradient"
    case .descent: return "descent"
    case .divergence: return "divergence"
    case .curl: return "curl"
    case .conservative: return "conservative"
    case .rotor: return "rotor"
    case .charge: return "charge"
    case .information: return "information"
    }
  }

  /// What the bench's formula is; nil where it has none.
  public var formulaKind: FormulaKind? {
    switch self {
    case .field, .divergence, .curl, .conservative: return .vector(.plane)
    case .gradient, .descent: return .scalar(.plane)
    case .rotor, .charge: return .vector(.space)
    case .information: return nil
    }
  }

  /// Whether the bench is of space.
  public var isSpatial: Bool { self == .rotor || self == .charge }

  /// Whether the bench's formula yields a vector.
  var hasVector: Bool {
    if case .vector = formulaKind { return true }
    return false
  }

  /// Whether the bench's formula yields one number.
  var hasScalar: Bool {
    if case .scalar = formulaKind { return true }
    return false
  }

  /// What a formula yields, and of which variables.
  public enum FormulaKind: Sendable, Equatable {
    /// A vector with as many components as there are coordinates; written `F=`.
    case vector(Variables)
    /// One number; written `f=`.
    case scalar(Variables)

    /// The key of the formula in a scene.
    public var key: StaticString {
      switch self {
      case .vector: return "F"
      case .scalar: return "f"
      }
    }

    /// Reads a formula of this kind.
    func formula(utf8 text: [UInt8]) throws(ExpressionError) -> Formula {
      switch self {
      case .vector(let variables): return try Formula.vector(utf8: text, variables: variables)
      case .scalar(let variables): return try Formula.scalar(utf8: text, variables: variables)
      }
    }
  }
}
