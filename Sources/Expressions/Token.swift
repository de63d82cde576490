/// A piece of a formula's text and where it stands.
struct Token {
  enum Kind: Equatable {
    case number(Double)
    case constant(Constant)
    case variable(Int)
    /// The name of a definition, by its number.
    case definition(Int)
    case function(Function)
    case vectorOperator(VectorOperator)
    case plus
    case minus
    case times
    /// · between vectors is their scalar product.
    case dot
    /// × between vectors is their vector product.
    case cross
    case divide
    case caret
    case superscript(Int)
    case root
    case factorial
    case nabla
    case open
    case close
    case openFloor
    case closeFloor
    case openCeiling
    case closeCeiling
    case bar
    case comma
    case comparison(BinaryOperation)
    case equals
    case and
    case or
    case range
    case separator
    case whereWord
    case inWord
    case end
  }

  let kind: Kind
  let position: Int
  let length: Int
  let bytes: [UInt8]
}

/// What is done to fields as a whole: the words before them.
enum VectorOperator: Equatable, CaseIterable {
  case gradient
  case divergence
  case curl
  case laplacian
  case hessian
  case jacobian
  case quarterTurn

  var names: [StaticString] {
    switch self {
    case .gradient: return ["grad", "gradient"]
    case .divergence: return ["div", "divergence"]
    case .curl: return ["curl", "rot"]
    case .laplacian: return ["laplacian", "Δ", "∆"]
    case .hessian: return ["hessian"]
    case .jacobian: return ["jacobian"]
    case .quarterTurn: return ["rot90"]
    }
  }

  init?(_ name: ArraySlice<UInt8>) {
    for candidate in VectorOperator.allCases
    where candidate.names.contains(where: { name.elementsEqual($0.bytes) }) {
      self = candidate
      return
    }
    return nil
  }
}

/// A function by its written name.
enum Function: Equatable {
  case unary(UnaryOperation)
  case binary(BinaryOperation)
  case ternary(TernaryOperation)
  /// One over another function: sec, csc, cot.
  case reciprocal(UnaryOperation)
  /// ψ, the logarithmic derivative of Γ.
  case digamma
  /// The scalar product of two vectors.
  case dot
  /// The vector product of two vectors.
  case cross
  /// The derivative of the first argument by the second, a variable.
  case derivative

  var argumentCount: ClosedRange<Int> {
    switch self {
    case .unary, .reciprocal, .digamma: return 1...1
    case .binary(.minimum), .binary(.maximum): return 2...16
    case .binary, .dot, .cross, .derivative: return 2...2
    case .ternary: return 3...3
    }
  }

  /// The function that a raised −1 makes of this one.
  var inverse: Function? {
    switch self {
    case .unary(.sin): return .unary(.asin)
    case .unary(.cos): return .unary(.acos)
    case .unary(.tan): return .unary(.atan)
    case .unary(.sinh): return .unary(.asinh)
    case .unary(.cosh): return .unary(.acosh)
    case .unary(.tanh): return .unary(.atanh)
    default: return nil
    }
  }

  /// The function of this name, aliases included.
  init?(_ name: ArraySlice<UInt8>) {
    for operation in UnaryOperation.allCases where name.elementsEqual(operation.name.bytes) {
      guard operation != .negate else { continue }
      self = .unary(operation)
      return
    }
    for operation in BinaryOperation.allCases
    where operation.isFunction && name.elementsEqual(operation.name.bytes) {
      self = .binary(operation)
      return
    }
    for operation in TernaryOperation.allCases where name.elementsEqual(operation.name.bytes) {
      self = .ternary(operation)
      return
    }
    for (alias, function) in Function.aliases where name.elementsEqual(alias.bytes) {
      self = function
      return
    }
    return nil
  }

  private static var aliases: [(StaticString, Function)] {
    [
      ("ln", .unary(.log)), ("lg", .unary(.log10)), ("tg", .unary(.tan)), ("arcsin", .unary(.asin)),
      ("arccos", .unary(.acos)), ("arctan", .unary(.atan)), ("arsinh", .unary(.asinh)),
      ("arcosh", .unary(.acosh)), ("artanh", .unary(.atanh)), ("Γ", .unary(.gamma)),
      ("sgn", .unary(.sign)), ("heaviside", .unary(.step)), ("sec", .reciprocal(.cos)),
      ("csc", .reciprocal(.sin)), ("cot", .reciprocal(.tan)), ("digamma", .digamma), ("dot", .dot),
      ("cross", .cross), ("diff", .derivative),
    ]
  }
}
