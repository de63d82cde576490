import Elementary
import Expressions
import Testing

@Suite struct IntervalLawTests {
  /// The value at a point; `nil` once a part is not a finite number, with whether that was so for its finite operands.
  private func walk(_ expression: Expression, _ point: [Double]) -> (value: Double?, isUndefined: Bool) {
    var operands: [Expression] = []
    switch expression {
    case .number(let value): return (value, false)
    case .constant(let constant): return (constant.value, false)
    case .variable(let index): return (point[index], false)
    case .unary(_, let operand): operands = [operand]
    case .binary(_, let left, let right): operands = [left, right]
    case .ternary(.choose, let condition, let first, let second):
      // The branch that is not chosen may be undefined.
      let (value, isUndefined) = walk(condition, point)
      return value.map { walk($0 != 0 ? first : second, point) } ?? (nil, isUndefined)
    case .ternary(_, let first, let second, let third): operands = [first, second, third]
    }
    var values: [Double] = []
    for operand in operands {
      let (value, isUndefined) = walk(operand, point)
      guard let value else { return (nil, isUndefined) }
      values.append(value)
    }
    let result: Double
    switch expression {
    case .unary(let operation, _): result = operation.value(values[0])
    case .binary(let operation, _, _): result = operation.value(values[0], values[1])
    case .ternary(let operation, _, _, _): result = operation.value(values[0], values[1], values[2])
    default: result = .nan
    }
    return (result.isFinite ? result : nil, result.isNaN)
  }

  /// A random tree, every fourth with a choice at its root.
  private func tree(_ round: Int, using generator: inout SplitMix) -> Expression {
    let first = Expression.random(depth: 5, using: &generator)
    guard round % 4 == 0 else { return first }
    let second = Expression.random(depth: 3, using: &generator)
    let third = Expression.random(depth: 3, using: &generator)
    return .ternary(round % 8 == 0 ? .choose : .clamp, first, second, third)
  }

  private func side(using generator: inout SplitMix) -> Interval {
    let start = Double.random(in: -4...4, using: &generator)
    let widths = [0, 1e-12, 1e-3, 0.5, 3]
    let width = widths.randomElement(using: &generator) ?? 0
    return Int.random(in: 0..<4, using: &generator) == 0
      ? Interval(start.rounded(), start.rounded() + width.rounded(.up)) : Interval(start, start + width)
  }

  private func point(in box: [Interval], using generator: inout SplitMix) -> [Double] {
    box.map { side in
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: side.lower
      case 1: side.upper
      default: Double.random(in: side.lower...side.upper, using: &generator)
      }
    }
  }

  /// Rounding is monotone, and the functions are off by less than they promise: not even rounded values escape.
  @Test func nothingEscapes() {
    var generator = SplitMix(state: 19)
    var counts = (inside: 0, undefined: 0)
    for round in 0..<2000 {
      let tree = tree(round, using: &generator)
      let box = [side(using: &generator), side(using: &generator)]
      let range = tree.value(at: box)
      for _ in 0..<20 {
        let point = point(in: box, using: &generator)
        let (value, isUndefined) = walk(tree, point)
        if let value {
          counts.inside += 1
          #expect(range.contains(value), "\(tree.text()) over \(box) at \(point): \(value), \(range)")
        } else if isUndefined {
          counts.undefined += 1
          #expect(range.mayBeUndefined, "\(tree.text()) over \(box) at \(point): \(range)")
        }
      }
    }
    #expect(counts.inside > 10_000)
    #expect(counts.undefined > 1000)
  }

  /// X ⊂ Y implies f(X) ⊂ f(Y), and what may go wrong in X may in Y.
  @Test func largerBoxesHaveLargerRanges() {
    var generator = SplitMix(state: 23)
    for round in 0..<2000 {
      let tree = tree(round, using: &generator)
      let outer = [side(using: &generator), side(using: &generator)]
      let ends = [point(in: outer, using: &generator), point(in: outer, using: &generator)]
      let inner = [0, 1].map { Interval(min(ends[0][$0], ends[1][$0]), max(ends[0][$0], ends[1][$0])) }
      let small = tree.value(at: inner)
      let large = tree.value(at: outer)
      #expect(small.isSubset(of: large), "\(tree.text()): \(inner) \(small), \(outer) \(large)")
      let isDoubtKept = small.isEmpty || small.doubts.isSubset(of: large.doubts)
      #expect(isDoubtKept, "\(tree.text()): \(inner) \(small), \(outer) \(large)")
    }
  }
}
