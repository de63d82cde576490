import Formats

/// A piece of a formula's text and where it stands.
struct Token {
  enum Kind: Equatable {
    case number(Double)
    case constant(Constant)
    case variable(Int)
    case function(Function)
    case plus
    case minus
    case times
    case divide
    case caret
    case superscript(Int)
    case root
    case open
    case close
    case bar
    case comma
    case end
  }

  let kind: Kind
  let position: Int
  let length: Int
  let bytes: [UInt8]
}

/// A function by its written name.
enum Function: Equatable {
  case unary(UnaryOperation)
  case binary(BinaryOperation)

  var argumentCount: Int {
    switch self {
    case .unary: return 1
    case .binary: return 2
    }
  }

  /// The function of this name, aliases included.
  init?(_ name: ArraySlice<UInt8>) {
    for operation in UnaryOperation.allCases where name.elementsEqual(operation.name.bytes) {
      guard operation != .negate else { continue }
      self = .unary(operation)
      return
    }
    for operation in [BinaryOperation.atan2, .hypot] where name.elementsEqual(operation.name.bytes) {
      self = .binary(operation)
      return
    }
    for (alias, operation) in Function.aliases where name.elementsEqual(alias.bytes) {
      self = .unary(operation)
      return
    }
    return nil
  }

  private static var aliases: [(StaticString, UnaryOperation)] {
    [
      ("ln", .log), ("lg", .log10), ("tg", .tan), ("arcsin", .asin), ("arccos", .acos),
      ("arctan", .atan), ("arsinh", .asinh), ("arcosh", .acosh), ("artanh", .atanh),
    ]
  }
}
