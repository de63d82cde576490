/// Formulas compiled to steps on intervals: what they can be anywhere in a box.
///
/// ```swift
/// let program = IntervalProgram([try Expression("x^2 + y^2 - 1")], inputCount: 2)
/// program.values(over: IntervalBox([1.5...2, -1...1]))[0]  // [1.25, 4]: no zero there
/// ```
///
/// Bounds hold for the formula as it is written: π is the number and not its double, and so are decimal fractions and
/// what is computed from constants. (A double of at most 32 binary digits, such as 0.5 or 11, is taken to be meant.)
/// Every common part is computed once.
public struct IntervalProgram: Sendable {
  /// The number of variables: sides of the box.
  public let inputCount: Int
  /// The number of formulas.
  public let outputCount: Int
  private let instructions: [IntervalInstruction]
  private let gradients: [Int32]
  private let outputs: [Int32]

  /// A program for expressions of the variables 0 ..< `inputCount`.
  public init(_ expressions: [Expression], inputCount: Int) {
    self.init(expressions, inputCount: inputCount) { _, nodes in nodes }
  }

  /// A program for expressions and what is made of them: derivatives, above all.
  ///
  /// - Parameters:
  ///   - expressions: What the program starts from.
  ///   - inputCount: The number of variables.
  ///   - narrow: How many of the outputs, from the first on, are narrowed by their mean value form.
  ///   - outputs: Gives the nodes that are wanted, from the nodes of the expressions.
  @export(interface)
  package init(
    _ expressions: [Expression], inputCount: Int, narrow: Int = .max,
    outputs: (inout ExpressionGraph, [ExpressionGraph.Node]) -> [ExpressionGraph.Node]
  ) {
    let enclosed = EnclosedConstants(expressions, inputCount: inputCount)
    var graph = ExpressionGraph()
    let roots = enclosed.expressions.map { graph.insert($0) }
    let nodes = outputs(&graph, roots)
    var compiler = IntervalCompiler(graph, inputCount: inputCount, constants: enclosed.enclosures)
    self.inputCount = inputCount
    outputCount = nodes.count
    self.outputs = nodes.enumerated().map { index, node in
      index < narrow ? compiler.narrowRegister(node) : compiler.register(node)
    }
    instructions = compiler.instructions
    gradients = compiler.gradients
  }

  /// What each formula can be within the box.
  ///
  /// - Precondition: the box has ``inputCount`` sides.
  public func values(over box: IntervalBox) -> [Interval] {
    precondition(box.dimension == inputCount, "a box has a side for each variable")
    var workspace = IntervalWorkspace()
    evaluate(over: box, into: &workspace)
    return (0..<outputCount).map { workspace.value($0) }
  }

  /// Computes what each formula can be within the box, and what it is at its centre.
  @export(interface)
  package func evaluate(over box: IntervalBox, into workspace: inout IntervalWorkspace) {
    workspace.prepare(self, box)
    let count = instructions.count
    workspace.central.withUnsafeMutableBufferPointer { central in
      workspace.centre.withUnsafeBufferPointer { centre in
        guard let registers = central.baseAddress, let inputs = centre.baseAddress else { return }
        for place in 0..<count { registers[place] = instructions[place].value(registers, inputs) }
      }
    }
    workspace.ranges.withUnsafeMutableBufferPointer { ranges in
      box.sides.withUnsafeBufferPointer { sides in
        guard let registers = ranges.baseAddress, let inputs = sides.baseAddress else { return }
        for place in 0..<count {
          var value = instructions[place].value(registers, inputs)
          if case .tightened(_, let start) = instructions[place] {
            value = narrowed(value, workspace.central[place], registers, Int(start), workspace.offsets)
          }
          registers[place] = value
        }
      }
    }
    workspace.outputs = outputs
  }

  /// f(X) ⊂ f(m) + Σ ∂f/∂xᵢ(X)·(Xᵢ − mᵢ), where f is continuous in X and its derivatives exist (Moore 1966).
  private func narrowed(
    _ natural: Interval, _ central: Interval, _ registers: UnsafePointer<Interval>, _ start: Int,
    _ offsets: [Interval]
  ) -> Interval {
    guard natural.isContinuous, central.isContinuous else { return natural }
    var sum = central
    for index in offsets.indices {
      let slope = registers[Int(gradients[start + index])]
      // A slope that may not exist somewhere, or is not bounded, says nothing.
      guard !slope.mayBeUndefined, slope.isBounded else { return natural }
      sum = sum + slope * offsets[index]
    }
    return natural.intersection(Interval(sum.lower, sum.upper))
  }
}

/// The registers of an interval program, kept from one box to the next.
package struct IntervalWorkspace: Sendable {
  fileprivate var ranges: [Interval] = []
  fileprivate var central: [Interval] = []
  fileprivate var centre: [Interval] = []
  fileprivate var offsets: [Interval] = []
  fileprivate var outputs: [Int32] = []

  package init() {}

  fileprivate mutating func prepare(_ program: IntervalProgram, _ box: IntervalBox) {
    let count = program.registerCount
    if ranges.count != count {
      ranges = [Interval](repeating: .empty, count: count)
      central = ranges
    }
    centre.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    for side in box.sides {
      let middle = Interval(side.midpoint)
      centre.append(middle)
      offsets.append(side - middle)
    }
  }

  /// What an output can be within the box.
  package func value(_ output: Int) -> Interval { ranges[Int(outputs[output])] }

  /// What an output is at the centre of the box.
  package func centralValue(_ output: Int) -> Interval { central[Int(outputs[output])] }
}

extension IntervalProgram {
  fileprivate var registerCount: Int { instructions.count }
}
