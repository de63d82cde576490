import Elementary
import SpecialFunctions

/// The operations that choose: what a lane gets depends on where its operands lie.
extension Tile {
  @inline(__always)
  private func undefined() -> Vector { Vector(repeating: Vector.Scalar.nan) }

  /// 1 where the mask holds, else 0; undefined where an operand is.
  @inline(__always)
  private func truth(_ mask: SIMDMask<Vector.MaskStorage>, _ a: Vector, _ b: Vector) -> Vector {
    var result = Vector(repeating: 0)
    result.replace(with: Vector(repeating: 1), where: mask)
    result.replace(with: undefined(), where: a .!= a)
    result.replace(with: undefined(), where: b .!= b)
    return result
  }

  @inline(__always)
  func choosing(_ operation: BinaryOperation) {
    let zero = Vector(repeating: 0)
    switch operation {
    case .minimum: zip { a, b in least(a, b) }
    case .maximum: zip { a, b in greatest(a, b) }
    case .less: zip { a, b in truth(a .< b, a, b) }
    case .lessOrEqual: zip { a, b in truth(a .<= b, a, b) }
    case .greater: zip { a, b in truth(a .> b, a, b) }
    case .greaterOrEqual: zip { a, b in truth(a .>= b, a, b) }
    case .equal: zip { a, b in truth(a .== b, a, b) }
    case .notEqual: zip { a, b in truth(a .!= b, a, b) }
    case .and: zip { a, b in truth((a .!= zero) .& (b .!= zero), a, b) }
    case .or: zip { a, b in truth((a .!= zero) .| (b .!= zero), a, b) }
    default:
      for lane in 0..<lanes { result[lane] = operation.value(first[lane], second[lane]) }
    }
  }

  @inline(__always)
  private func least(_ a: Vector, _ b: Vector) -> Vector {
    var result = b
    result.replace(with: a, where: a .< b)
    result.replace(with: undefined(), where: a .!= a)
    return result
  }

  @inline(__always)
  private func greatest(_ a: Vector, _ b: Vector) -> Vector {
    var result = b
    result.replace(with: a, where: a .> b)
    result.replace(with: undefined(), where: a .!= a)
    return result
  }

  @inline(__always)
  func stepping(_ operation: UnaryOperation) {
    switch operation {
    case .floor: map { a in a.rounded(.down) }
    case .ceiling: map { a in -1 * (-1 * a).rounded(.down) }
    case .sign: map { a in signs(a, atZero: a) }
    case .slope: map { a in signs(a, atZero: undefined()) }
    case .jump:
      map { a in
        var value = undefined()
        value.replace(with: Vector(repeating: 0), where: (a .> 0) .| (a .< 0))
        return value
      }
    case .step:
      map { a in
        var value = undefined()
        value.replace(with: Vector(repeating: 0), where: a .< 0)
        value.replace(with: Vector(repeating: 1), where: a .>= 0)
        return value
      }
    default:
      for lane in 0..<lanes { result[lane] = operation.value(first[lane]) }
    }
  }

  @inline(__always)
  private func signs(_ a: Vector, atZero: Vector) -> Vector {
    var value = atZero
    value.replace(with: Vector(repeating: 1), where: a .> 0)
    value.replace(with: Vector(repeating: -1), where: a .< 0)
    return value
  }

  @inline(__always)
  func ternary(_ operation: TernaryOperation) {
    for lane in stride(from: 0, to: lanes, by: Vector.scalarCount) {
      let a = load(first, lane)
      let b = load(second, lane)
      let c = load(third, lane)
      switch operation {
      case .choose:
        var value = b
        value.replace(with: c, where: a .== 0)
        value.replace(with: undefined(), where: a .!= a)
        store(value, lane)
      case .clamp: store(least(greatest(a, b), c), lane)
      }
    }
  }
}
