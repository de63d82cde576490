import Fields

/// Something that happens where a function of place, or of place and time, is zero.
///
/// ```swift
/// let ground = FlowEvent(try ScalarExpressionField("y"), direction: .falling, endsAfter: 1)
/// ```
public struct FlowEvent: Sendable {
  /// Which way the function passes through zero.
  public enum Direction: Sendable, Equatable {
    /// From negative to positive.
    case rising
    /// From positive to negative.
    case falling
    /// Both ways, and where it touches zero without passing.
    case any
  }

  /// The function; its last coordinate is time when it has one more than the points.
  public let function: AnyScalarField
  /// The passages that count.
  public let direction: Direction
  /// The number of times after which the trajectory ends; `nil` lets it go on.
  public let endsAfter: Int?
  /// How near to zero, in units of the function, an extremum touches it; two passages between which the function
  /// stays that near are one touch.
  public let resolution: Double

  /// What happens where the function is zero.
  public init(
    _ function: some ScalarField, direction: Direction = .any, endsAfter: Int? = nil,
    resolution: Double = 1e-9
  ) {
    self.function = AnyScalarField(function)
    self.direction = direction
    self.endsAfter = endsAfter
    self.resolution = resolution
  }
}

/// An event that took place.
public struct EventRecord: Sendable, Equatable {
  /// How the function met zero.
  public enum Kind: Sendable, Equatable {
    /// It passed from negative to positive.
    case rising
    /// It passed from positive to negative.
    case falling
    /// It came to zero, within the resolution, and went back.
    case touching
  }

  /// The number of the event, in the order in which they were given.
  public let event: Int
  /// When it took place.
  public let time: Double
  /// Where it took place.
  public let point: [Double]
  /// How the function met zero.
  public let kind: Kind
}
