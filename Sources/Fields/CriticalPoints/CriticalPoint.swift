import Expressions

/// A place where a vector field, or the gradient of a scalar field, is 0.
///
/// `Nature` is what is known of the derivatives there: ``FlowType`` for a vector field, ``Criticality`` for a scalar.
public struct CriticalPoint<Nature: Sendable & Equatable>: Sendable, Equatable {
  /// The coordinates.
  public let location: [Double]
  /// How far the zero may be from ``location`` at most; 0 where the field is exactly 0 there.
  public let errorRadius: Double
  /// What shows that there is a zero.
  public let evidence: CriticalPointEvidence
  /// The derivatives at the zero with their bounds, their eigenvalues, and the type that they say.
  public let nature: Nature
  /// Whether the determinant of the derivatives may be 0: then their type does not decide, and other zeros may be within
  /// ``errorRadius``.
  public let isDegenerate: Bool
  /// The Poincaré index in the plane, in general the topological degree: the sign of the determinant, for a degenerate
  /// zero the winding number; `nil` where neither could be found.
  public let index: Int?
  /// How often the field turns while one goes once round the zero and no other; `nil` where that could not be told.
  public let windingNumber: Int?
  /// Whether the zero lies on the border of the box that was searched, or so near that it cannot be told.
  public let isOnBorder: Bool
}

/// What shows that there is a critical point, the strongest first.
public enum CriticalPointEvidence: UInt8, Sendable, Equatable {
  /// Proven: within the error radius there is exactly one zero, and it is not degenerate.
  case unique
  /// Proven: there is a zero within the error radius, because the field is exactly 0 at the location or turns round it.
  case exists
  /// A zero is neither proven nor excluded.
  case possible
  /// Newton's method ended here; nothing is proven.
  case approximate
}

/// A part of the box in which a search for critical points could not decide.
public struct CriticalRegion: Sendable, Equatable {
  /// Why, the gravest reason last.
  public let kinds: [Kind]
  /// The least box around it.
  public let bounds: IntervalBox
  /// The boxes of which it consists, in no particular order.
  public let boxes: [IntervalBox]
  /// The sum of the indices of all that lies within, found on its border: the index of a pole, for instance; `nil` where
  /// that could not be told.
  public let index: Int?

  /// The gravest reason.
  public var kind: Kind { kinds.last ?? .notIsolated }

  /// Why a region is not decided, the gravest last.
  public enum Kind: UInt8, Sendable, Equatable {
    /// Zeros that are not isolated, such as a curve of them, or too degenerate to tell.
    case notIsolated
    /// A box of zeros and nothing else: proven.
    case zeroThroughout
    /// A derivative of the field may not exist everywhere in it: a kink.
    case kink
    /// The field may jump in it: a step, or a choice between pieces whose seam runs through it.
    case jump
    /// The field may not exist everywhere in it: a pole, or the border of its domain.
    case undefined
  }
}
