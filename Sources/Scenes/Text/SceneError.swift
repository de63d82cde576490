import Expressions

/// Why a text is not a scene: which part, where in it, and what would be right.
public struct SceneError: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Reason: UInt8, Sendable, Equatable {
    /// The text does not begin with a version that is known.
    case unknownVersion
    /// The second part is no bench.
    case unknownBench
    /// A part is not `key=value`.
    case notAssignment
    /// A key that no bench has.
    case unknownKey
    /// A value that is not so many numbers.
    case notNumbers
    /// A word that the key does not have.
    case unknownWord
    /// Shares or counts that make no distribution: negative, not finite, or all zero.
    case notADistribution
    /// p and q, or their names, of different number.
    case differentCounts
    /// Values of parameters that are not written `name=number`.
    case notSettings
    /// A value for a parameter that the formula does not have.
    case unknownParameter
    /// A formula that cannot be read; ``SceneError/expression`` says why.
    case notAFormula

    /// The reason as a word for programs.
    @export(interface)
    public var code: StaticString {
      switch self {
      case .unknownVersion: return "unknownVersion"
      case .unknownBench: return "unknownBench"
      case .notAssignment: return "notAssignment"
      case .unknownKey: return "unknownKey"
      case .notNumbers: return "notNumbers"
      case .unknownWord: return "unknownWord"
      case .notADistribution: return "notADistribution"
      case .differentCounts: return "differentCounts"
      case .notSettings: return "notSettings"
      case .unknownParameter: return "unknownParameter"
      case .notAFormula: return "notAFormula"
      }
    }
  }

  /// What is wrong.
  public let reason: Reason
  /// The key whose value is wrong, or the part that is, in UTF-8.
  public let key: [UInt8]
  /// What was found there, in UTF-8.
  public let found: [UInt8]
  /// How many numbers were needed, where that is the question.
  public let needed: Int
  /// What is wrong with the formula, where that is the question; its position counts within the value.
  public let expression: ExpressionError?

  init(
    _ reason: Reason, key: StaticString = "", found: ArraySlice<UInt8> = [], needed: Int = 0,
    expression: ExpressionError? = nil
  ) {
    self.reason = reason
    self.key = Array(UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    self.found = Array(found)
    self.needed = needed
    self.expression = expression
  }
}

extension SceneError: CustomStringConvertible {
  /// One English sentence for a person.
  @export(interface)
  public var description: String {
    let name = "“" + String(decoding: key, as: UTF8.self) + "”"
    let text = "“" + String(decoding: found, as: UTF8.self) + "”"
    switch reason {
    case .unknownVersion: return "a scene begins with “v1;”, found " + text
    case .unknownBench:
      return text + " is no bench; a scene names " + SceneError.benches + " after “v1;”"
    case .notAssignment: return text + " is not of the form key=value"
    case .unknownKey: return text + " is no key of a scene"
    case .notNumbers:
      let wanted = needed == 1 ? "a number" : "\(needed) numbers separated by commas"
      return name + " takes " + wanted + ", found " + text
    case .unknownWord: return name + " does not know the word " + text
    case .notADistribution:
      return name + " must be at least two numbers that are not negative and not all zero"
    case .differentCounts: return "p, q and names must have the same number of entries"
    case .notSettings: return name + " takes values of parameters such as a=2,b=-0.5, found " + text
    case .unknownParameter: return "the formula has no parameter " + text
    case .notAFormula: return name + ": " + (expression?.description ?? "not a formula")
    }
  }

  private static var benches: String {
    var text = ""
    for (index, bench) in Bench.allCases.enumerated() {
      if index > 0 { text += index == Bench.allCases.count - 1 ? " or " : ", " }
      text += bench.name.description
    }
    return text
  }
}
