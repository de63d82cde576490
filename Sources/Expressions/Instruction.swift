import Elementary

/// One step of a block program: an operation from slots to a slot, for every lane of a tile.
public struct Instruction<Scalar: BlockScalar>: Sendable {
  enum Operation: Sendable, Equatable {
    case copy
    case fill
    case unary(UnaryOperation)
    case binary(BinaryOperation)
    case ternary(TernaryOperation)
    /// The right operand is the immediate number.
    case binaryNumber(BinaryOperation)
    /// The left operand is the immediate number.
    case numberBinary(BinaryOperation)
    /// first · second and third, each rounded.
    case product(Fusion)
    /// first · number and third.
    case scaled(Fusion)
    case cube
    case fourthPower
    case reciprocalSquare
    /// −(first · second), the product rounded.
    case negativeProduct
    /// The sine of first · number.
    case sine
    /// The cosine of first · number.
    case cosine
    /// The sine of first · number, and the cosine into the third slot.
    case sineAndCosine
  }

  /// How a product goes together with a third operand.
  enum Fusion: Sendable, Equatable {
    case plus
    case minus
    case minusProduct
  }

  var operation: Operation
  var first: Int32 = 0
  var second: Int32 = 0
  var third: Int32 = 0
  var result: Int32 = 0
  var number: Scalar = 0

  @inline(__always)
  func run<Vector: SIMD>(
    _ type: Vector.Type, slots: UnsafePointer<UnsafeMutablePointer<Scalar>>, lanes: Int
  ) where Vector.Scalar == Scalar {
    let tile = Tile<Vector>(
      first: slots[Int(first)], second: slots[Int(second)], third: slots[Int(third)],
      result: slots[Int(result)], number: number, lanes: lanes)
    switch operation {
    case .copy: tile.map { a in a }
    case .fill: tile.fill()
    case .cube: tile.map { a in a * a * a }
    case .fourthPower:
      tile.map { a in
        let square = a * a
        return square * square
      }
    case .reciprocalSquare: tile.map { a in Vector(repeating: 1) / (a * a) }
    case .negativeProduct: tile.zip { a, b in a * b * Vector(repeating: -1) }
    case .sine: Scalar.sin(tile.first, times: number, into: tile.result, count: lanes)
    case .cosine: Scalar.cos(tile.first, times: number, into: tile.result, count: lanes)
    case .sineAndCosine:
      Scalar.sinAndCos(tile.first, times: number, into: tile.result, tile.third, count: lanes)
    case .unary(let operation): tile.unary(operation)
    case .binary(let operation): tile.binary(operation)
    case .ternary(let operation): tile.ternary(operation)
    case .product(.plus): tile.zip3 { a, b, c in a * b + c }
    case .product(.minus): tile.zip3 { a, b, c in a * b - c }
    case .product(.minusProduct): tile.zip3 { a, b, c in c - a * b }
    case .scaled(let fusion): tile.scaled(fusion)
    case .binaryNumber(let operation): tile.binaryNumber(operation)
    case .numberBinary(let operation): tile.numberBinary(operation)
    }
  }
}

/// The memory of one instruction, seen as vectors.
struct Tile<Vector: SIMD> where Vector.Scalar: BlockScalar {
  let first: UnsafeMutablePointer<Vector.Scalar>
  let second: UnsafeMutablePointer<Vector.Scalar>
  let third: UnsafeMutablePointer<Vector.Scalar>
  let result: UnsafeMutablePointer<Vector.Scalar>
  let number: Vector.Scalar
  let lanes: Int

  @inline(__always)
  func load(_ pointer: UnsafeMutablePointer<Vector.Scalar>, _ lane: Int) -> Vector {
    #if arch(wasm32)
      // There every load may be unaligned, and the library's for that case is a call.
      return UnsafeRawPointer(pointer + lane).assumingMemoryBound(to: Vector.self).pointee
    #else
      return UnsafeRawPointer(pointer + lane).loadUnaligned(as: Vector.self)
    #endif
  }

  @inline(__always)
  func store(_ vector: Vector, _ lane: Int) {
    UnsafeMutableRawPointer(result + lane).storeBytes(of: vector, as: Vector.self)
  }

  @inline(__always)
  func fill() {
    let vector = Vector(repeating: number)
    for lane in stride(from: 0, to: lanes, by: Vector.scalarCount) { store(vector, lane) }
  }

  @inline(__always)
  func map(_ body: (Vector) -> Vector) {
    for lane in stride(from: 0, to: lanes, by: Vector.scalarCount) { store(body(load(first, lane)), lane) }
  }

  @inline(__always)
  func zip(_ body: (Vector, Vector) -> Vector) {
    for lane in stride(from: 0, to: lanes, by: Vector.scalarCount) {
      store(body(load(first, lane), load(second, lane)), lane)
    }
  }

  @inline(__always)
  func zip3(_ body: (Vector, Vector, Vector) -> Vector) {
    for lane in stride(from: 0, to: lanes, by: Vector.scalarCount) {
      store(body(load(first, lane), load(second, lane), load(third, lane)), lane)
    }
  }

  @inline(__always)
  func scaled(_ fusion: Instruction<Vector.Scalar>.Fusion) {
    let factor = Vector(repeating: number)
    for lane in stride(from: 0, to: lanes, by: Vector.scalarCount) {
      let product = load(first, lane) * factor
      let other = load(third, lane)
      switch fusion {
      case .plus: store(product + other, lane)
      case .minus: store(product - other, lane)
      case .minusProduct: store(other - product, lane)
      }
    }
  }

  @inline(__always)
  func binary(_ operation: BinaryOperation) {
    switch operation {
    case .add: zip { a, b in a + b }
    case .subtract: zip { a, b in a - b }
    case .multiply: zip { a, b in a * b }
    case .divide: zip { a, b in a / b }
    case .power: Vector.Scalar.pow(first, second, into: result, count: lanes)
    case .atan2: Vector.Scalar.atan2(first, second, into: result, count: lanes)
    case .hypot: Vector.Scalar.hypot(first, second, into: result, count: lanes)
    default: choosing(operation)
    }
  }

  @inline(__always)
  func binaryNumber(_ operation: BinaryOperation) {
    let b = Vector(repeating: number)
    switch operation {
    case .add: map { a in a + b }
    case .subtract: map { a in a - b }
    case .multiply: map { a in a * b }
    case .divide: map { a in a / b }
    default: preconditionFailure("the others take their numbers from a slot")
    }
  }

  @inline(__always)
  func numberBinary(_ operation: BinaryOperation) {
    let a = Vector(repeating: number)
    switch operation {
    case .add: map { b in a + b }
    case .subtract: map { b in a - b }
    case .multiply: map { b in a * b }
    case .divide: map { b in a / b }
    default: preconditionFailure("the others take their numbers from a slot")
    }
  }

  @inline(__always)
  func unary(_ operation: UnaryOperation) {
    let source = UnsafePointer(first)
    switch operation {
    // The minus sign of vectors is 0 − a, which would make −0 of nothing.
    case .negate: map { a in a * Vector(repeating: -1) }
    // −(+0) is −0; adding 0 turns it back and changes nothing else.
    case .absolute:
      map { a in a.replacing(with: -a, where: a .<= Vector(repeating: 0)) + Vector(repeating: 0) }
    case .squareRoot: map { a in a.squareRoot() }
    case .exp: Vector.Scalar.exp(source, into: result, count: lanes)
    case .exp2: Vector.Scalar.exp2(source, into: result, count: lanes)
    case .expm1: Vector.Scalar.expm1(source, into: result, count: lanes)
    case .log: Vector.Scalar.log(source, into: result, count: lanes)
    case .log2: Vector.Scalar.log2(source, into: result, count: lanes)
    case .log10: Vector.Scalar.log10(source, into: result, count: lanes)
    case .log1p: Vector.Scalar.log1p(source, into: result, count: lanes)
    case .tan: Vector.Scalar.tan(source, into: result, count: lanes)
    case .asin: Vector.Scalar.asin(source, into: result, count: lanes)
    case .acos: Vector.Scalar.acos(source, into: result, count: lanes)
    case .atan: Vector.Scalar.atan(source, into: result, count: lanes)
    case .sinh: Vector.Scalar.sinh(source, into: result, count: lanes)
    case .cosh: Vector.Scalar.cosh(source, into: result, count: lanes)
    case .tanh: Vector.Scalar.tanh(source, into: result, count: lanes)
    case .asinh: Vector.Scalar.asinh(source, into: result, count: lanes)
    case .acosh: Vector.Scalar.acosh(source, into: result, count: lanes)
    case .atanh: Vector.Scalar.atanh(source, into: result, count: lanes)
    case .cbrt: Vector.Scalar.cbrt(source, into: result, count: lanes)
    case .erf: Vector.Scalar.erf(source, into: result, count: lanes)
    default: stepping(operation)
    }
  }
}
