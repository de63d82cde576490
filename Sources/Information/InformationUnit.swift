import Elementary

/// The unit of an amount of information: the base of the logarithm.
public enum InformationUnit: Sendable, CaseIterable {
  /// Base e.
  case nats
  /// Base 2, also called shannons.
  case bits
  /// Base 10, also called bans.
  case hartleys

  /// How many nats one of this unit is: 1, ln 2 or ln 10.
  public var inNats: Double {
    switch self {
    case .nats: 1
    case .bits: 0x1.62E42FEFA39EFp-1
    case .hartleys: 0x1.26BB1BBB55516p1
    }
  }

  /// The name of the unit.
  public var name: String {
    switch self {
    case .nats: "nats"
    case .bits: "bits"
    case .hartleys: "hartleys"
    }
  }
}
