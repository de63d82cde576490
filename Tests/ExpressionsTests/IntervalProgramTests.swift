import Expressions
import Testing

@Suite struct IntervalProgramTests {
  private func range(_ text: String, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>) throws -> Interval {
    IntervalProgram([try Expression(text)], inputCount: 2).values(over: IntervalBox([x, y]))[0]
  }

  /// The value at a point lies in its own enclosure and in that of every box around it: the two must meet.
  @Test func rangesHoldTheValuesAtPoints() {
    var generator = SplitMix(state: 31)
    var compared = 0
    for _ in 0..<1000 {
      let tree = Expression.random(depth: 5, using: &generator)
      let program = IntervalProgram([tree, tree], inputCount: 2)
      let centre = [0, 1].map { _ in Double.random(in: -3...3, using: &generator) }
      let box = IntervalBox(around: centre, radius: 0.1)
      let ranges = program.values(over: box)
      #expect(ranges[0] == ranges[1])
      for _ in 0..<10 {
        let point = box.sides.map { Double.random(in: $0.lower...$0.upper, using: &generator) }
        let exact = tree.value(at: point.map { Interval.rounded($0) })
        guard exact.isContinuous else { continue }
        compared += 1
        #expect(ranges[0].intersects(exact), "\(tree.text()) at \(point): \(exact), \(ranges[0])")
      }
    }
    #expect(compared > 2000)
  }

  @Test func theMeanValueFormNarrows() throws {
    // In [0.9, 1.1]² the true range is [−0.21, 0.21]; term by term it would be [−0.59, 0.61].
    let difference = try range("x^2 - 2x + 2y - y^2", 0.9...1.1, 0.9...1.1)
    #expect(difference.isSubset(of: Interval(-0.05, 0.05)))
    // 1/((x − 1)² + y²) written out: the divisor is seen to be positive two boxes from its zero.
    let divisor = try range("1/(x^2 - 2x + 1 + y^2)", 1.02...1.03, 0.0...0.01)
    #expect(!divisor.mayBeUndefined)
    #expect(try range("1/(x^2 - 2x + 1 + y^2)", 0.99...1.02, -0.01...0.01).mayBeUndefined)
    #expect(try range("log(x^2 - 2x + 1 + y^2)", 1.02...1.03, 0.0...0.01).isContinuous)
  }

  @Test func constantsAreTheNumbersThatWereWritten() throws {
    // sin π is 0, and the double of π has the sine 1.2e-16.
    let sine = try range("sin(π)", 0...0, 0...0)
    #expect(sine.contains(0) && !sine.isPoint)
    let tenth = try range("x - 0.1", 0.1...0.1, 0...0)
    #expect(tenth.contains(0) && tenth.lower < 0 && tenth.upper > 0)
    #expect(try range("x - 0.5", 0.5...0.5, 0...0) == Interval(0))
    #expect(try range("x - 1/3 - 1/3", 0...0, 0...0).contains(-2.0 / 3))
    #expect(try range("2x/4 + 11", 1...1, 0...0) == Interval(11.5))
    #expect(try range("x^(1/2)", 4...4, 0...0) == Interval(2))
    let power = try range("x^0.1", 2...2, 0...0)
    #expect(power.contains(1.0717734625362931) && power.width < 1e-14)
    #expect(try range("x + 0/0", 1...1, 0...0).isEmpty)
    #expect(try range("log(-1) x", 1...1, 0...0).isEmpty)
  }

  @Test func derivativesAreOutputsToo() throws {
    let program = IntervalProgram([try Expression("x^3 y")], inputCount: 2) { graph, nodes in
      nodes + [0, 1].map { graph.derivative(of: nodes[0], by: $0) }
    }
    let ranges = program.values(over: IntervalBox([1...2, 3...3]))
    #expect(ranges[1] == Interval(9, 36))
    #expect(ranges[2] == Interval(1, 8))
  }
}
