import Elementary

typealias Lanes = SIMD8<Double>

/// What one block of outcomes contributes: to the measure, and to the sums of p and q.
struct Partial {
  var measure = 0.0
  var first = 0.0
  var second = 0.0

  static func + (left: Partial, right: Partial) -> Partial {
    Partial(
      measure: left.measure + right.measure, first: left.first + right.first,
      second: left.second + right.second)
  }
}

/// The sum of a measure over two arrays, block by block.
///
/// A block fits the first-level cache together with its logarithms. Blocks have fixed bounds and their sums are
/// added in the order of a fixed binary tree, so that the bits do not depend on who computed which block; the
/// error grows with the logarithm of the number of blocks.
struct BlockSum {
  static let length = 512

  let p: UnsafeBufferPointer<Double>
  let q: UnsafeBufferPointer<Double>

  /// One block's pointers, with scratch space for two arrays of ``BlockSum/length`` values.
  struct Block {
    let p: UnsafePointer<Double>
    let q: UnsafePointer<Double>
    let count: Int
    let scratch: UnsafeMutablePointer<Double>

    var secondScratch: UnsafeMutablePointer<Double> { scratch + BlockSum.length }

    /// Eight values; beyond the end of the block they are zero.
    @inline(__always)
    func lanes(_ base: UnsafePointer<Double>, _ index: Int) -> Lanes {
      if index + 8 <= count { return UnsafeRawPointer(base + index).loadUnaligned(as: Lanes.self) }
      var lanes = Lanes(repeating: 0)
      for lane in 0..<count - index { lanes[lane] = base[index + lane] }
      return lanes
    }

    @inline(__always)
    func store(_ lanes: Lanes, _ base: UnsafeMutablePointer<Double>, _ index: Int) {
      UnsafeMutableRawPointer(base + index).storeBytes(of: lanes, as: Lanes.self)
    }
  }

  init(_ p: UnsafeBufferPointer<Double>, _ q: UnsafeBufferPointer<Double>) throws(DistributionError) {
    guard p.count == q.count else { throw DistributionError(.differentLengths(p.count, q.count)) }
    self.p = p
    self.q = q
  }

  /// The sum of what `measure` returns for each block.
  ///
  /// - Throws: ``DistributionError`` if p or q is not a distribution: checked in the same pass.
  @inline(__always)
  func callAsFunction(_ measure: (Block) -> Double) throws(DistributionError) -> Double {
    guard let pStart = p.baseAddress, let qStart = q.baseAddress, !p.isEmpty else {
      throw DistributionError(.empty)
    }
    let scratch = UnsafeMutablePointer<Double>.allocate(capacity: 2 * BlockSum.length)
    defer { scratch.deallocate() }
    var partials: [Partial] = []
    partials.reserveCapacity(p.count / BlockSum.length + 1)
    for start in stride(from: 0, to: p.count, by: BlockSum.length) {
      let count = min(BlockSum.length, p.count - start)
      let block = Block(p: pStart + start, q: qStart + start, count: count, scratch: scratch)
      guard var partial = BlockSum.masses(block) else { throw flaw() }
      partial.measure = measure(block)
      partials.append(partial)
    }
    let total = BlockSum.tree(partials[...])
    try BlockSum.checkMass(total.first, .first)
    try BlockSum.checkMass(total.second, .second)
    return total.measure
  }

  /// The sums of p and q over a block; `nil` if a value cannot be a probability.
  private static func masses(_ block: Block) -> Partial? {
    var first = Lanes(repeating: 0)
    var second = Lanes(repeating: 0)
    // NaN fails every comparison, so that what is asked is whether all is well.
    var isFine = SIMDMask<SIMD8<Int64>>(repeating: true)
    for index in stride(from: 0, to: block.count, by: 8) {
      let p = block.lanes(block.p, index)
      let q = block.lanes(block.q, index)
      isFine .&= (p .>= 0) .& (p .<= 2) .& (q .>= 0) .& (q .<= 2)
      first += p
      second += q
    }
    return all(isFine) ? Partial(measure: 0, first: sum(first), second: sum(second)) : nil
  }

  /// The sum of eight lanes in a fixed order.
  @inline(__always)
  static func sum(_ lanes: Lanes) -> Double {
    let four = lanes.lowHalf + lanes.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  private static func tree(_ partials: ArraySlice<Partial>) -> Partial {
    guard partials.count > 1 else { return partials.first ?? Partial() }
    var left = 1
    while left * 2 < partials.count { left *= 2 }
    return tree(partials.prefix(left)) + tree(partials.dropFirst(left))
  }

  private static func checkMass(
    _ mass: Double, _ argument: DistributionError.Argument
  ) throws(DistributionError) {
    guard abs(mass - 1) <= Distribution.tolerance else {
      throw DistributionError(.notNormalised(sum: mass), of: argument)
    }
  }

  /// The first value that cannot be a probability, as an error.
  private func flaw() -> DistributionError {
    for index in p.indices {
      if let problem = BlockSum.problem(p[index], index) { return DistributionError(problem, of: .first) }
      if let problem = BlockSum.problem(q[index], index) { return DistributionError(problem, of: .second) }
    }
    let isFirst = p.contains { $0 > 2 }
    let mass = (isFirst ? p : q).reduce(0, +)
    return DistributionError(.notNormalised(sum: mass), of: isFirst ? .first : .second)
  }

  private static func problem(_ value: Double, _ index: Int) -> DistributionError.Problem? {
    if !value.isFinite { return .notFinite(index: index, value: value) }
    return value < 0 ? .negative(index: index, value: value) : nil
  }
}
