/// The names of the variables that a formula may use, in order.
public struct Variables: Sendable, Equatable {
  /// The names in UTF-8.
  public let names: [[UInt8]]

  /// Variables with these names.
  public init(_ names: [StaticString]) {
    self.names = names.map { Array($0.bytes) }
  }

  /// Variables with these names in UTF-8.
  public init(names: [[UInt8]]) {
    self.names = names
  }

  /// The number of variables.
  public var count: Int { names.count }

  /// x and y.
  public static let plane = Variables(["x", "y"])
  /// x, y and z.
  public static let space = Variables(["x", "y", "z"])
  /// The parameter t of a curve.
  public static let curve = Variables(["t"])

  /// x₁ … xₙ, written x1, x2 and so on.
  public static func numbered(_ count: Int) -> Variables {
    Variables(names: (1...max(count, 1)).map { Array("x\($0)".utf8) })
  }
}

extension StaticString {
  /// The characters in UTF-8.
  package var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
