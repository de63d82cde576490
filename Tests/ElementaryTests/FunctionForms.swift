import Elementary

/// A function of one number in every form that the room offers.
struct Unary<Scalar: LaneScalar>: Sendable {
  var name: String
  var scalar: @Sendable (Scalar) -> Scalar
  var two: @Sendable (SIMD2<Scalar>) -> SIMD2<Scalar>
  var four: @Sendable (SIMD4<Scalar>) -> SIMD4<Scalar>
  var eight: @Sendable (SIMD8<Scalar>) -> SIMD8<Scalar>
  var sixteen: @Sendable (SIMD16<Scalar>) -> SIMD16<Scalar>
  var memory: @Sendable (UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>, Int) -> Void
}

/// A function of two numbers in every form that the room offers.
struct Binary<Scalar: LaneScalar>: Sendable {
  typealias Source = UnsafePointer<Scalar>

  var name: String
  var scalar: @Sendable (Scalar, Scalar) -> Scalar
  var two: @Sendable (SIMD2<Scalar>, SIMD2<Scalar>) -> SIMD2<Scalar>
  var sixteen: @Sendable (SIMD16<Scalar>, SIMD16<Scalar>) -> SIMD16<Scalar>
  var memory: @Sendable (Source, Source, UnsafeMutablePointer<Scalar>, Int) -> Void
}

extension Unary {
  static var all: [Unary] {
    [
      exp, exp2, expm1, log, log2, log10, log1p, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh,
      acosh, atanh, cbrt, erf,
    ]
  }

  static var exp: Unary {
    Unary(
      name: "exp", scalar: { Scalar.exp($0) }, two: { SIMD2<Scalar>.exp($0) },
      four: { SIMD4<Scalar>.exp($0) },
      eight: { SIMD8<Scalar>.exp($0) }, sixteen: { SIMD16<Scalar>.exp($0) },
      memory: { Scalar.exp($0, into: $1, count: $2) })
  }

  static var exp2: Unary {
    Unary(
      name: "exp2", scalar: { Scalar.exp2($0) }, two: { SIMD2<Scalar>.exp2($0) },
      four: { SIMD4<Scalar>.exp2($0) },
      eight: { SIMD8<Scalar>.exp2($0) }, sixteen: { SIMD16<Scalar>.exp2($0) },
      memory: { Scalar.exp2($0, into: $1, count: $2) })
  }

  static var expm1: Unary {
    Unary(
      name: "expm1", scalar: { Scalar.expm1($0) }, two: { SIMD2<Scalar>.expm1($0) },
      four: { SIMD4<Scalar>.expm1($0) },
      eight: { SIMD8<Scalar>.expm1($0) }, sixteen: { SIMD16<Scalar>.expm1($0) },
      memory: { Scalar.expm1($0, into: $1, count: $2) })
  }

  static var log: Unary {
    Unary(
      name: "log", scalar: { Scalar.log($0) }, two: { SIMD2<Scalar>.log($0) },
      four: { SIMD4<Scalar>.log($0) },
      eight: { SIMD8<Scalar>.log($0) }, sixteen: { SIMD16<Scalar>.log($0) },
      memory: { Scalar.log($0, into: $1, count: $2) })
  }

  static var log2: Unary {
    Unary(
      name: "log2", scalar: { Scalar.log2($0) }, two: { SIMD2<Scalar>.log2($0) },
      four: { SIMD4<Scalar>.log2($0) },
      eight: { SIMD8<Scalar>.log2($0) }, sixteen: { SIMD16<Scalar>.log2($0) },
      memory: { Scalar.log2($0, into: $1, count: $2) })
  }

  static var log10: Unary {
    Unary(
      name: "log10", scalar: { Scalar.log10($0) }, two: { SIMD2<Scalar>.log10($0) },
      four: { SIMD4<Scalar>.log10($0) },
      eight: { SIMD8<Scalar>.log10($0) }, sixteen: { SIMD16<Scalar>.log10($0) },
      memory: { Scalar.log10($0, into: $1, count: $2) })
  }

  static var log1p: Unary {
    Unary(
      name: "log1p", scalar: { Scalar.log1p($0) }, two: { SIMD2<Scalar>.log1p($0) },
      four: { SIMD4<Scalar>.log1p($0) },
      eight: { SIMD8<Scalar>.log1p($0) }, sixteen: { SIMD16<Scalar>.log1p($0) },
      memory: { Scalar.log1p($0, into: $1, count: $2) })
  }

  static var sin: Unary {
    Unary(
      name: "sin", scalar: { Scalar.sin($0) }, two: { SIMD2<Scalar>.sin($0) },
      four: { SIMD4<Scalar>.sin($0) },
      eight: { SIMD8<Scalar>.sin($0) }, sixteen: { SIMD16<Scalar>.sin($0) },
      memory: { Scalar.sin($0, into: $1, count: $2) })
  }

  static var cos: Unary {
    Unary(
      name: "cos", scalar: { Scalar.cos($0) }, two: { SIMD2<Scalar>.cos($0) },
      four: { SIMD4<Scalar>.cos($0) },
      eight: { SIMD8<Scalar>.cos($0) }, sixteen: { SIMD16<Scalar>.cos($0) },
      memory: { Scalar.cos($0, into: $1, count: $2) })
  }

  static var tan: Unary {
    Unary(
      name: "tan", scalar: { Scalar.tan($0) }, two: { SIMD2<Scalar>.tan($0) },
      four: { SIMD4<Scalar>.tan($0) },
      eight: { SIMD8<Scalar>.tan($0) }, sixteen: { SIMD16<Scalar>.tan($0) },
      memory: { Scalar.tan($0, into: $1, count: $2) })
  }

  static var asin: Unary {
    Unary(
      name: "asin", scalar: { Scalar.asin($0) }, two: { SIMD2<Scalar>.asin($0) },
      four: { SIMD4<Scalar>.asin($0) },
      eight: { SIMD8<Scalar>.asin($0) }, sixteen: { SIMD16<Scalar>.asin($0) },
      memory: { Scalar.asin($0, into: $1, count: $2) })
  }

  static var acos: Unary {
    Unary(
      name: "acos", scalar: { Scalar.acos($0) }, two: { SIMD2<Scalar>.acos($0) },
      four: { SIMD4<Scalar>.acos($0) },
      eight: { SIMD8<Scalar>.acos($0) }, sixteen: { SIMD16<Scalar>.acos($0) },
      memory: { Scalar.acos($0, into: $1, count: $2) })
  }

  static var atan: Unary {
    Unary(
      name: "atan", scalar: { Scalar.atan($0) }, two: { SIMD2<Scalar>.atan($0) },
      four: { SIMD4<Scalar>.atan($0) },
      eight: { SIMD8<Scalar>.atan($0) }, sixteen: { SIMD16<Scalar>.atan($0) },
      memory: { Scalar.atan($0, into: $1, count: $2) })
  }

  static var sinh: Unary {
    Unary(
      name: "sinh", scalar: { Scalar.sinh($0) }, two: { SIMD2<Scalar>.sinh($0) },
      four: { SIMD4<Scalar>.sinh($0) },
      eight: { SIMD8<Scalar>.sinh($0) }, sixteen: { SIMD16<Scalar>.sinh($0) },
      memory: { Scalar.sinh($0, into: $1, count: $2) })
  }

  static var cosh: Unary {
    Unary(
      name: "cosh", scalar: { Scalar.cosh($0) }, two: { SIMD2<Scalar>.cosh($0) },
      four: { SIMD4<Scalar>.cosh($0) },
      eight: { SIMD8<Scalar>.cosh($0) }, sixteen: { SIMD16<Scalar>.cosh($0) },
      memory: { Scalar.cosh($0, into: $1, count: $2) })
  }

  static var tanh: Unary {
    Unary(
      name: "tanh", scalar: { Scalar.tanh($0) }, two: { SIMD2<Scalar>.tanh($0) },
      four: { SIMD4<Scalar>.tanh($0) },
      eight: { SIMD8<Scalar>.tanh($0) }, sixteen: { SIMD16<Scalar>.tanh($0) },
      memory: { Scalar.tanh($0, into: $1, count: $2) })
  }

  static var asinh: Unary {
    Unary(
      name: "asinh", scalar: { Scalar.asinh($0) }, two: { SIMD2<Scalar>.asinh($0) },
      four: { SIMD4<Scalar>.asinh($0) },
      eight: { SIMD8<Scalar>.asinh($0) }, sixteen: { SIMD16<Scalar>.asinh($0) },
      memory: { Scalar.asinh($0, into: $1, count: $2) })
  }

  static var acosh: Unary {
    Unary(
      name: "acosh", scalar: { Scalar.acosh($0) }, two: { SIMD2<Scalar>.acosh($0) },
      four: { SIMD4<Scalar>.acosh($0) },
      eight: { SIMD8<Scalar>.acosh($0) }, sixteen: { SIMD16<Scalar>.acosh($0) },
      memory: { Scalar.acosh($0, into: $1, count: $2) })
  }

  static var atanh: Unary {
    Unary(
      name: "atanh", scalar: { Scalar.atanh($0) }, two: { SIMD2<Scalar>.atanh($0) },
      four: { SIMD4<Scalar>.atanh($0) },
      eight: { SIMD8<Scalar>.atanh($0) }, sixteen: { SIMD16<Scalar>.atanh($0) },
      memory: { Scalar.atanh($0, into: $1, count: $2) })
  }

  static var cbrt: Unary {
    Unary(
      name: "cbrt", scalar: { Scalar.cbrt($0) }, two: { SIMD2<Scalar>.cbrt($0) },
      four: { SIMD4<Scalar>.cbrt($0) },
      eight: { SIMD8<Scalar>.cbrt($0) }, sixteen: { SIMD16<Scalar>.cbrt($0) },
      memory: { Scalar.cbrt($0, into: $1, count: $2) })
  }

  static var erf: Unary {
    Unary(
      name: "erf", scalar: { Scalar.erf($0) }, two: { SIMD2<Scalar>.erf($0) },
      four: { SIMD4<Scalar>.erf($0) },
      eight: { SIMD8<Scalar>.erf($0) }, sixteen: { SIMD16<Scalar>.erf($0) },
      memory: { Scalar.erf($0, into: $1, count: $2) })
  }
}

extension Binary {
  static var all: [Binary] { [atan2, pow, hypot] }

  static var atan2: Binary {
    Binary(
      name: "atan2", scalar: { Scalar.atan2($0, $1) }, two: { SIMD2<Scalar>.atan2($0, $1) },
      sixteen: { SIMD16<Scalar>.atan2($0, $1) }, memory: { Scalar.atan2($0, $1, into: $2, count: $3) })
  }

  static var pow: Binary {
    Binary(
      name: "pow", scalar: { Scalar.pow($0, $1) }, two: { SIMD2<Scalar>.pow($0, $1) },
      sixteen: { SIMD16<Scalar>.pow($0, $1) }, memory: { Scalar.pow($0, $1, into: $2, count: $3) })
  }

  static var hypot: Binary {
    Binary(
      name: "hypot", scalar: { Scalar.hypot($0, $1) }, two: { SIMD2<Scalar>.hypot($0, $1) },
      sixteen: { SIMD16<Scalar>.hypot($0, $1) }, memory: { Scalar.hypot($0, $1, into: $2, count: $3) })
  }
}
