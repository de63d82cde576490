/// Why a trajectory ends.
public enum Ending: UInt8, Sendable, Equatable, CaseIterable {
  /// The time was used up.
  case time = 1
  /// It left the domain; its last point is on the border.
  case outOfDomain
  /// It is as long as was asked for.
  case length
  /// It came to where the field is slower than was asked for.
  case stagnation
  /// It took as many steps as are allowed.
  case tooManySteps
  /// The field or the point was not finite, or the steps became too small to move.
  case notFinite
  /// An event that ends it took place.
  case event

  /// The code in a row of lanes; 0 stands for a lane that goes on.
  var number: Double { Double(rawValue) }

  /// The name that commands print and read.
  public var name: StaticString {
    switch self {
    case .time: "time"
    case .outOfDomain: "out of domain"
    case .length: "length"
    case .stagnation: "stagnation"
    case .tooManySteps: "too many steps"
    case .notFinite: "not finite"
    case .event: "event"
    }
  }
}

/// Where a trajectory is stopped before its time.
public struct Limits: Sendable, Equatable {
  /// The most steps that are tried, refused ones included.
  public var maximumSteps: Int
  /// The length of the path at which it ends, or `nil`.
  public var length: Double?
  /// A path ends where the field is not faster than this; `nil` lets it rest until its time is used up.
  public var stagnationSpeed: Double?

  /// Limits; without any, a path ends after 100,000 steps.
  public init(maximumSteps: Int = 100_000, length: Double? = nil, stagnationSpeed: Double? = nil) {
    self.maximumSteps = maximumSteps
    self.length = length
    self.stagnationSpeed = stagnationSpeed
  }
}
