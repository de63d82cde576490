import Elementary

/// Expressions compiled to steps over blocks of lanes, every common part computed once.
///
/// The program runs over tiles of 256 lanes whose registers stay in the cache. A lane's result does not
/// depend on the lanes beside it, nor on how many there are.
///
/// ```swift
/// let program = Program<Double>([try Expression("x^2 + y^2"), try Expression("x y")], inputCount: 2)
/// program.evaluate(at: points, into: values)  // blocks of 2 rows
/// ```
public struct Program<Scalar: BlockScalar>: Sendable {
  /// The number of variables: rows of the points.
  public let inputCount: Int
  /// The number of expressions: rows of the values.
  public let outputCount: Int
  package let instructions: [Instruction<Scalar>]
  package let registerCount: Int

  /// A program for expressions of the variables 0 ..< `inputCount`.
  public init(_ expressions: [Expression], inputCount: Int) {
    var graph = ExpressionGraph()
    let outputs = expressions.map { graph.insert($0) }
    self.init(graph, outputs: outputs, inputCount: inputCount)
  }

  /// A program for nodes of a graph.
  public init(_ graph: ExpressionGraph, outputs: [ExpressionGraph.Node], inputCount: Int) {
    self.inputCount = inputCount
    outputCount = outputs.count
    var compiler = Compiler<Scalar>(graph: graph, outputs: outputs, inputCount: inputCount)
    compiler.compile()
    instructions = compiler.instructions
    registerCount = compiler.registerCount
  }

  /// Evaluates every expression at every point.
  ///
  /// - Parameters:
  ///   - points: ``inputCount`` rows; `points.count` lanes are read.
  ///   - values: ``outputCount`` rows; `values.count` becomes `points.count`. It must not be `points`.
  public func evaluate(at points: Block<Scalar>, into values: Block<Scalar>) {
    precondition(points.rows >= inputCount && values.rows >= outputCount, "too few rows")
    precondition(points !== values, "a block cannot be read and written at once")
    values.count = points.count
    withUnsafeTemporaryAllocation(
      of: UnsafeMutablePointer<Scalar>.self, capacity: inputCount + outputCount + 1
    ) {
      rows in
      for index in 0..<inputCount { rows.initializeElement(at: index, to: points.row(index)) }
      for index in 0..<outputCount { rows.initializeElement(at: inputCount + index, to: values.row(index)) }
      evaluate(
        rows: UnsafeMutableBufferPointer(rebasing: rows[..<(inputCount + outputCount)]), count: points.count)
    }
  }

  /// Evaluates over memory: `rows` are the inputs, then the outputs, each of `count` elements.
  package func evaluate(rows: UnsafeMutableBufferPointer<UnsafeMutablePointer<Scalar>>, count: Int) {
    let lanes = Block<Scalar>.lanes
    // A last tile that is not full is copied to padded rows, so that vectors never leave the memory given.
    let padded = inputCount + outputCount
    let slotCount = padded + registerCount
    let scratch = UnsafeMutableRawPointer.allocate(
      byteCount: max(slotCount, 1) * lanes * MemoryLayout<Scalar>.stride, alignment: 64)
    defer { scratch.deallocate() }
    let registers = scratch.bindMemory(to: Scalar.self, capacity: max(slotCount, 1) * lanes)
    withUnsafeTemporaryAllocation(of: UnsafeMutablePointer<Scalar>.self, capacity: slotCount + 1) { slots in
      for index in 0...slotCount {
        slots.initializeElement(at: index, to: registers + min(index, slotCount - 1) * lanes)
      }
      instructions.withUnsafeBufferPointer { instructions in
        var start = 0
        while start + lanes <= count {
          for index in 0..<padded { slots[index] = rows[index] + start }
          run(instructions, slots, lanes)
          start += lanes
        }
        guard start < count else { return }
        runRest(instructions, slots, registers: registers, rows: rows, from: start, count: count - start)
      }
    }
  }

  private func run(
    _ instructions: UnsafeBufferPointer<Instruction<Scalar>>,
    _ slots: UnsafeMutableBufferPointer<UnsafeMutablePointer<Scalar>>, _ lanes: Int
  ) {
    guard let base = slots.baseAddress else { return }
    Scalar.run(instructions, slots: base, lanes: lanes)
  }

  private func runRest(
    _ instructions: UnsafeBufferPointer<Instruction<Scalar>>,
    _ slots: UnsafeMutableBufferPointer<UnsafeMutablePointer<Scalar>>,
    registers: UnsafeMutablePointer<Scalar>, rows: UnsafeMutableBufferPointer<UnsafeMutablePointer<Scalar>>,
    from start: Int, count: Int
  ) {
    let vectorLanes = (count + 15) & ~15
    for index in 0..<(inputCount + outputCount) { slots[index] = registers + index * Block<Scalar>.lanes }
    for index in 0..<inputCount {
      for lane in 0..<vectorLanes {
        // The last point again: padding must not run into a slow path of its own.
        slots[index][lane] = rows[index][start + min(lane, count - 1)]
      }
    }
    run(instructions, slots, vectorLanes)
    for index in inputCount..<(inputCount + outputCount) {
      rows[index].advanced(by: start).update(from: slots[index], count: count)
    }
  }
}
