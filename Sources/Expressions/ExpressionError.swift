/// Why a text is not a formula: what was found, where, and what would be right there.
public struct ExpressionError: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Reason: UInt8, Sendable, Equatable {
    /// A character that no formula contains.
    case unexpectedCharacter
    /// Something that cannot stand at this place.
    case unexpectedToken
    /// The text stops where more was needed.
    case unexpectedEnd
    /// A name that is no variable, constant or function.
    case unknownName
    /// A function with too few or too many arguments.
    case wrongArgumentCount
    /// Too few or too many components for the field.
    case wrongComponentCount
    /// More than ``ExpressionError/maximumLength`` characters.
    case tooLong
    /// Parentheses, powers or signs nested more than ``ExpressionError/maximumDepth`` deep.
    case tooDeep
    /// Bytes that are not UTF-8.
    case notText
    /// A vector or matrix where one number is needed.
    case notAScalar
    /// A number or matrix where a vector is needed.
    case notAVector
    /// Vectors of different, or of the wrong, number of components.
    case differentSizes
    /// A definition that needs itself.
    case circularDefinition
    /// A name that already means something in every formula.
    case reservedName
    /// A name with two definitions.
    case definedTwice
    /// A parameter's value or bound that is no finite number by itself.
    case notConstant
    /// A range whose lower end is not below its upper end.
    case emptyRange
    /// More than ``ExpressionError/maximumSize`` numbers, names and operations once all is written out.
    case tooLarge
    /// A number beyond the greatest that there is, about 1.8·10³⁰⁸.
    case numberTooLarge
  }

  /// What would have been right.
  public enum Expectation: UInt8, Sendable, Equatable {
    case value
    case operatorSign
    case openingParenthesis
    case closingParenthesis
    case closingBar
    case closingBracket
    case comma
    case coordinate
    case definition
    case range
    case end
  }

  /// The longest formula that is read, in characters.
  public static let maximumLength = 2000
  /// The deepest nesting that is read.
  public static let maximumDepth = 100
  /// The most numbers, names and operations of a formula once its definitions are written out.
  public static let maximumSize = 20_000
  /// The deepest tree of a formula once its definitions are written out.
  static let maximumTreeDepth = 4000

  /// What is wrong.
  public let reason: Reason
  /// The place in the text, in characters (Unicode scalars) from 0.
  public let position: Int
  /// How many characters are concerned; 0 at the end of the text.
  public let length: Int
  /// The characters concerned, in UTF-8.
  public let found: [UInt8]
  /// What could have stood there.
  public let expected: [Expectation]
  /// The number of arguments or components that was needed, where the reason is about that.
  public let needed: Int

  init(
    _ reason: Reason, at position: Int, length: Int = 0, found: [UInt8] = [], expected: [Expectation] = [],
    needed: Int = 0
  ) {
    self.reason = reason
    self.position = position
    self.length = length
    self.found = found
    self.expected = expected
    self.needed = needed
  }
}

extension ExpressionError: CustomStringConvertible {
  /// One English sentence for a person; positions count from 1.
  @export(interface)
  public var description: String {
    let place = " at character \(position + 1)"
    let quoted = "“" + String(decoding: found, as: UTF8.self) + "”"
    switch reason {
    case .unexpectedCharacter:
      return quoted + place + " means nothing in a formula; expected " + alternatives
    case .unexpectedToken: return "found " + quoted + place + "; expected " + alternatives
    case .unexpectedEnd: return "the formula ends" + place + "; expected " + alternatives
    case .unknownName:
      let sentence = quoted + place + " is no variable, constant or function known here"
      let isShort = length <= 3 && found.allSatisfy { $0 < 0x80 }
      return isShort
        ? sentence + "; a number of one's own is written behind: … where "
          + String(decoding: found, as: UTF8.self) + " = 1" : sentence
    case .wrongArgumentCount:
      return quoted + place + " takes \(needed) argument" + (needed == 1 ? "" : "s")
    case .wrongComponentCount:
      return "expected \(needed) component" + (needed == 1 ? "" : "s") + " separated by commas" + place
    case .tooLong: return "a formula may have at most \(ExpressionError.maximumLength) characters"
    case .tooDeep:
      return "nested more than \(ExpressionError.maximumDepth) deep" + place + "; write it flatter"
    case .notText: return "the bytes" + place + " are not UTF-8 text"
    default: return quantityDescription(quoted, place)
    }
  }

  private func quantityDescription(_ quoted: String, _ place: String) -> String {
    switch reason {
    case .notAScalar: return "one number is needed" + place + ", not a vector or a matrix"
    case .notAVector: return "a vector is needed" + place + ", such as (x, y)"
    case .differentSizes:
      return "the vectors" + place + " have different numbers of components, or the wrong one"
    case .circularDefinition: return quoted + place + " is defined by itself"
    case .reservedName: return quoted + place + " already has a meaning; choose another name"
    case .definedTwice: return quoted + place + " is defined twice"
    case .notConstant: return "a finite number without variables is needed" + place
    case .numberTooLarge: return quoted + place + " is larger than the largest number, about 1.8e308"
    case .emptyRange: return "the range" + place + " is empty; write the smaller end first, as in 0…3"
    default:
      return "what stands" + place
        + " becomes more than \(ExpressionError.maximumSize) operations, or nests too deeply"
    }
  }

  var alternatives: String {
    var text = ""
    for (index, alternative) in expected.enumerated() {
      if index > 0 { text += index == expected.count - 1 ? " or " : ", " }
      switch alternative {
      case .value: text += "a number, a variable, a function or “(”"
      case .operatorSign: text += "an operator"
      case .openingParenthesis: text += "“(”"
      case .closingParenthesis: text += "“)”"
      case .closingBar: text += "“|”"
      case .closingBracket: text += "the closing bracket"
      case .comma: text += "“,”"
      case .coordinate: text += "a coordinate"
      case .definition: text += "a definition such as “a = 1”"
      case .range: text += "a range such as 0…3"
      case .end: text += "the end"
      }
    }
    return text
  }
}

extension ExpressionError.Reason {
  /// The reason as a word for programs.
  @export(interface)
  public var code: StaticString {
    switch self {
    case .unexpectedCharacter: return "unexpectedCharacter"
    case .unexpectedToken: return "unexpectedToken"
    case .unexpectedEnd: return "unexpectedEnd"
    case .unknownName: return "unknownName"
    case .wrongArgumentCount: return "wrongArgumentCount"
    case .wrongComponentCount: return "wrongComponentCount"
    case .tooLong: return "tooLong"
    case .tooDeep: return "tooDeep"
    case .notText: return "notText"
    case .notAScalar: return "notAScalar"
    case .notAVector: return "notAVector"
    case .differentSizes: return "differentSizes"
    case .circularDefinition: return "circularDefinition"
    case .reservedName: return "reservedName"
    case .definedTwice: return "definedTwice"
    case .notConstant: return "notConstant"
    case .emptyRange: return "emptyRange"
    case .tooLarge: return "tooLarge"
    case .numberTooLarge: return "numberTooLarge"
    }
  }
}

extension ExpressionError.Expectation {
  /// What would be right, as a word for programs.
  @export(interface)
  public var word: StaticString {
    switch self {
    case .value: return "value"
    case .operatorSign: return "operator"
    case .openingParenthesis: return "("
    case .closingParenthesis: return ")"
    case .closingBar: return "|"
    case .closingBracket: return "]"
    case .comma: return ","
    case .coordinate: return "coordinate"
    case .definition: return "definition"
    case .range: return "range"
    case .end: return "end"
    }
  }
}
