import Elementary
import Randomness

/// A function of one number, in both types, and the interval where its values are interesting.
struct UnaryFunction: Sendable {
  var name: String
  var domain: ClosedRange<Double>
  var double: @Sendable (UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int) -> Void
  var float: @Sendable (UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void
}

/// A function of two numbers, in both types.
struct BinaryFunction: Sendable {
  var name: String
  var firstDomain: ClosedRange<Double>
  var secondDomain: ClosedRange<Double>
  var double:
    @Sendable (UnsafePointer<Double>, UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int) -> Void
  var float: @Sendable (UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void
}

enum FunctionTable {
  static let unary: [UnaryFunction] = [
    UnaryFunction(
      name: "exp", domain: -20...20,
      double: { Double.exp($0, into: $1, count: $2) },
      float: { Float.exp($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "exp2", domain: -20...20,
      double: { Double.exp2($0, into: $1, count: $2) },
      float: { Float.exp2($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "expm1", domain: -2...2,
      double: { Double.expm1($0, into: $1, count: $2) },
      float: { Float.expm1($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "log", domain: 0.01...100,
      double: { Double.log($0, into: $1, count: $2) },
      float: { Float.log($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "log2", domain: 0.01...100,
      double: { Double.log2($0, into: $1, count: $2) },
      float: { Float.log2($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "log10", domain: 0.01...100,
      double: { Double.log10($0, into: $1, count: $2) },
      float: { Float.log10($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "log1p", domain: -0.99...3,
      double: { Double.log1p($0, into: $1, count: $2) },
      float: { Float.log1p($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "sin", domain: -20...20,
      double: { Double.sin($0, into: $1, count: $2) },
      float: { Float.sin($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "cos", domain: -20...20,
      double: { Double.cos($0, into: $1, count: $2) },
      float: { Float.cos($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "tan", domain: -20...20,
      double: { Double.tan($0, into: $1, count: $2) },
      float: { Float.tan($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "asin", domain: -1...1,
      double: { Double.asin($0, into: $1, count: $2) },
      float: { Float.asin($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "acos", domain: -1...1,
      double: { Double.acos($0, into: $1, count: $2) },
      float: { Float.acos($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "atan", domain: -5...5,
      double: { Double.atan($0, into: $1, count: $2) },
      float: { Float.atan($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "sinh", domain: -5...5,
      double: { Double.sinh($0, into: $1, count: $2) },
      float: { Float.sinh($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "cosh", domain: -5...5,
      double: { Double.cosh($0, into: $1, count: $2) },
      float: { Float.cosh($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "tanh", domain: -5...5,
      double: { Double.tanh($0, into: $1, count: $2) },
      float: { Float.tanh($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "asinh", domain: -5...5,
      double: { Double.asinh($0, into: $1, count: $2) },
      float: { Float.asinh($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "acosh", domain: 1...5,
      double: { Double.acosh($0, into: $1, count: $2) },
      float: { Float.acosh($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "atanh", domain: -1...1,
      double: { Double.atanh($0, into: $1, count: $2) },
      float: { Float.atanh($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "cbrt", domain: -10...10,
      double: { Double.cbrt($0, into: $1, count: $2) },
      float: { Float.cbrt($0, into: $1, count: $2) }),
    UnaryFunction(
      name: "erf", domain: -6...6,
      double: { Double.erf($0, into: $1, count: $2) },
      float: { Float.erf($0, into: $1, count: $2) }),
  ]

  static let binary: [BinaryFunction] = [
    BinaryFunction(
      name: "atan2", firstDomain: -3...3, secondDomain: -3...3,
      double: { Double.atan2($0, $1, into: $2, count: $3) },
      float: { Float.atan2($0, $1, into: $2, count: $3) }),
    BinaryFunction(
      name: "pow", firstDomain: 0.01...20, secondDomain: -30...30,
      double: { Double.pow($0, $1, into: $2, count: $3) },
      float: { Float.pow($0, $1, into: $2, count: $3) }),
    BinaryFunction(
      name: "hypot", firstDomain: -3...3, secondDomain: -3...3,
      double: { Double.hypot($0, $1, into: $2, count: $3) },
      float: { Float.hypot($0, $1, into: $2, count: $3) }),
  ]
}
