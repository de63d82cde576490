import Expressions

extension StaticString {
  /// Whether it is a text that has these bytes.
  func utf8Equals(_ other: [UInt8]) -> Bool { bytes.elementsEqual(other) }
}
