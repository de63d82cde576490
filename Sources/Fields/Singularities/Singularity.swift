import Expressions

/// A place where a field given by formulas does not exist, jumps, or has no derivative.
public struct Singularity: Sendable, Equatable {
  /// What is wrong there, at worst.
  public let kind: Kind
  /// Whether it is a point for all that can be seen, or more.
  public let extent: Extent
  /// Where it is; for what is more than a point, the middle of ``bounds``.
  public let location: [Double]
  /// How far from the location it reaches at most.
  public let errorRadius: Double
  /// Whether it is proven that the field, or for a kink a derivative, does not exist somewhere in it.
  ///
  /// Otherwise it only could not be excluded, as for 1/(x² + 10⁻³⁰).
  public let isProven: Bool
  /// The distance from the location to the nearest other singularity or to the border of the box that was searched: a
  /// circle of a smaller radius than that, and a larger one than ``errorRadius``, meets none.
  public let clearance: Double
  /// The least box around it.
  public let bounds: IntervalBox
  /// The boxes that cover it, in no particular order.
  public let boxes: [IntervalBox]

  /// What is wrong, the gravest last.
  public enum Kind: UInt8, Sendable, Comparable {
    /// A derivative does not exist.
    case kink
    /// The value jumps, or is a choice between pieces that need not meet.
    case jump
    /// The value does not exist: a pole, a hole, or the border of the domain.
    case undefined

    /// Whether the first is less grave.
    public static func < (first: Kind, second: Kind) -> Bool { first.rawValue < second.rawValue }
  }

  /// How much of the box it takes.
  public enum Extent: UInt8, Sendable, Equatable {
    /// A point, or several that cannot be told apart.
    case point
    /// A curve, or in space a curve or a surface.
    case extended
    /// An area or a volume in which the field does not exist, with its border.
    case region
  }
}

/// The singularities of a field in a box; elsewhere in the box there are none: proven.
public struct Singularities: Sendable, Equatable {
  /// The box that was searched, border included.
  public let box: IntervalBox
  /// What was asked of the field.
  public let smoothness: Smoothness
  /// What was found: points first, by their coordinates.
  public let found: [Singularity]
  /// The number of boxes that were looked at.
  public let boxesExamined: Int
  /// Whether the search stopped at its limit; what it had not looked at is among what was found.
  public let isExhausted: Bool

  /// Whether the field is proven to be as smooth as was asked in the whole box.
  public var isEmpty: Bool { found.isEmpty }
  /// The isolated ones: holes that a circle can be drawn around.
  public var points: [Singularity] { found.filter { $0.extent == .point } }
}

/// What may be asked of a field.
public enum Smoothness: UInt8, Sendable, Equatable {
  /// It exists.
  case defined
  /// It exists and does not jump.
  case continuous
  /// It and its first derivatives exist, and it does not jump.
  case differentiable
}
