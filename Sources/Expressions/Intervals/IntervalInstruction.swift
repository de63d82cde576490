/// One step of an interval program; its result is the register with the number of the step.
enum IntervalInstruction: Sendable {
  case constant(Interval)
  case input(Int32)
  case unary(UnaryOperation, Int32)
  case binary(BinaryOperation, Int32, Int32)
  case ternary(TernaryOperation, Int32, Int32, Int32)
  case wholePower(Int32, Int32)
  /// A register, narrowed by its mean value form; the registers of its derivatives begin here in the list.
  case tightened(Int32, gradient: Int32)

  @inline(__always)
  func value(_ registers: UnsafePointer<Interval>, _ inputs: UnsafePointer<Interval>) -> Interval {
    switch self {
    case .constant(let value): return value
    case .input(let index): return inputs[Int(index)]
    case .unary(let operation, let operand): return operation.value(registers[Int(operand)])
    case .binary(let operation, let left, let right):
      return operation.value(registers[Int(left)], registers[Int(right)])
    case .ternary(let operation, let first, let second, let third):
      return operation.value(registers[Int(first)], registers[Int(second)], registers[Int(third)])
    case .wholePower(let base, let exponent): return Interval.wholePower(registers[Int(base)], Int(exponent))
    case .tightened(let operand, _): return registers[Int(operand)]
    }
  }
}
