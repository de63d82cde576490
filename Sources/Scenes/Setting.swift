import Expressions

/// The value of a parameter of the scene's formula, in place of the formula's own.
public struct Setting: Sendable, Equatable {
  /// The name of the parameter in UTF-8.
  public let name: [UInt8]
  /// Its value.
  public var value: Double

  /// A parameter with a value.
  public init(name: [UInt8], value: Double) {
    self.name = name
    self.value = value
  }
}

extension Formula {
  /// The formula with values for some of its parameters; those that it does not have are left alone.
  func with(_ settings: [Setting]) -> Formula {
    settings.reduce(self) { $0.setting($1.name, to: $1.value) }
  }
}

extension Parameter {
  /// A handy step between two values: 1, 2 or 5 times a power of ten, at most a hundredth of the range.
  var step: Double {
    let most = (range.upperBound - range.lowerBound) / 100
    guard most > 0, most.isFinite else { return 1 }
    var power = 1.0
    while power > most, power > 1e-300 { power /= 10 }
    while power * 10 <= most { power *= 10 }
    return power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1)
  }
}
