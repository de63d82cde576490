import Elementary
import Parallel

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
/// added in the order of a fixed binary tree, so that the bits do not depend on which thread computed which block; the
/// error grows with the logarithm of the number of blocks.
///
/// Whoever has made one keeps its arrays in place and unchanged, so that threads may share it.
struct BlockSum: @unchecked Sendable {
  static let length = 512

  /// The blocks that one thread takes at a time: half a megabyte of each array.
  private static let partLength = 128

  /// The part of a block's mass above which its measure needs no care: rounding a ratio costs 10⁻¹⁶ of the mass.
  static let clearPart = 0x1p-5

  let p: UnsafeBufferPointer<Double>
  let q: UnsafeBufferPointer<Double>

  /// One block's pointers, with scratch space for two arrays of ``BlockSum/length`` values.
  struct Block {
    let p: UnsafePointer<Double>
    let q: UnsafePointer<Double>
    /// A multiple of eight: what the last block lacks are outcomes with p = q = 0, which contribute nothing.
    let count: Int
    let scratch: UnsafeMutablePointer<Double>
    /// The sum of p and q over the block.
    var mass = 0.0

    var secondScratch: UnsafeMutablePointer<Double> { scratch + BlockSum.length }

    @inline(__always)
    func lanes(_ base: UnsafePointer<Double>, _ index: Int) -> Lanes {
      UnsafeRawPointer(base + index).loadUnaligned(as: Lanes.self)
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

  /// The sum of what `measure` returns for each block, on all threads.
  ///
  /// - Throws: ``DistributionError`` if p or q is not a distribution: checked in the same pass.
  @inline(__always)
  func callAsFunction(_ measure: @Sendable (Block) -> Double) throws(DistributionError) -> Double {
    guard !p.isEmpty else { throw DistributionError(.empty) }
    let blocks = (p.count + BlockSum.length - 1) / BlockSum.length
    let parts = (blocks + BlockSum.partLength - 1) / BlockSum.partLength
    var partials = [Partial](repeating: Partial(), count: blocks)
    var suspicions = [Bool](repeating: false, count: parts)
    partials.withUnsafeMutableBufferPointer { partials in
      suspicions.withUnsafeMutableBufferPointer { suspicions in
        nonisolated(unsafe) let partials = partials
        nonisolated(unsafe) let suspicions = suspicions
        inParallel(parts) { part in
          let range = part * BlockSum.partLength..<min((part + 1) * BlockSum.partLength, blocks)
          suspicions[part] = fill(partials, range, measure)
        }
      }
    }
    if suspicions.contains(true), let flaw = flaw(in: p.indices) { throw flaw }
    let total = BlockSum.tree(partials[...])
    try BlockSum.checkMass(total.first, .first)
    try BlockSum.checkMass(total.second, .second)
    return total.measure
  }

  /// Measures a range of blocks; whether there may be a value among them that cannot be a probability.
  @inline(__always)
  private func fill(
    _ partials: UnsafeMutableBufferPointer<Partial>, _ blocks: Range<Int>, _ measure: (Block) -> Double
  ) -> Bool {
    guard let pStart = p.baseAddress, let qStart = q.baseAddress else { return false }
    let scratch = UnsafeMutablePointer<Double>.allocate(capacity: 4 * BlockSum.length)
    defer { scratch.deallocate() }
    var isAnySuspicious = false
    for index in blocks {
      let start = index * BlockSum.length
      let count = min(BlockSum.length, p.count - start)
      var block =
        count % 8 == 0
        ? Block(p: pStart + start, q: qStart + start, count: count, scratch: scratch)
        : BlockSum.padded(pStart + start, qStart + start, count, scratch)
      var (partial, isSuspicious) = BlockSum.masses(block)
      isAnySuspicious = isAnySuspicious || isSuspicious
      block.mass = partial.first + partial.second
      partial.measure = measure(block)
      partials[index] = partial
    }
    return isAnySuspicious
  }

  /// A block whose count is not a multiple of eight, copied and filled up with zeros.
  private static func padded(
    _ p: UnsafePointer<Double>, _ q: UnsafePointer<Double>, _ count: Int,
    _ scratch: UnsafeMutablePointer<Double>
  ) -> Block {
    let first = scratch + 2 * length
    let second = scratch + 3 * length
    let full = (count + 7) / 8 * 8
    for index in 0..<full {
      first[index] = index < count ? p[index] : 0
      second[index] = index < count ? q[index] : 0
    }
    return Block(p: first, q: second, count: full, scratch: scratch)
  }

  /// The sums of p and q over a block, and whether there may be a value that cannot be a probability.
  @inline(__always)
  private static func masses(_ block: Block) -> (Partial, isSuspicious: Bool) {
    var first = Lanes(repeating: 0)
    var second = Lanes(repeating: 0)
    // The two top bits are clear in every number of [0, 2), and in no other but those.
    var bits = SIMD8<UInt64>(repeating: 0)
    for index in stride(from: 0, to: block.count, by: 8) {
      let p = block.lanes(block.p, index)
      let q = block.lanes(block.q, index)
      bits |= unsafeBitCast(p, to: SIMD8<UInt64>.self) | unsafeBitCast(q, to: SIMD8<UInt64>.self)
      first += p
      second += q
    }
    var top: UInt64 = 0
    for lane in 0..<8 { top |= bits[lane] }
    return (Partial(measure: 0, first: sum(first), second: sum(second)), top >> 62 != 0)
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
    // What `Distribution` has accepted is not refused here because the sum was rounded in another order.
    guard abs(mass - 1) <= Distribution.tolerance * 1.001 else {
      throw DistributionError(.notNormalised(sum: mass), of: argument)
    }
  }

  /// The first value of a block that cannot be a probability, as an error; `nil` if there is none but −0.
  private func flaw(in block: Range<Int>) -> DistributionError? {
    for index in block {
      if let problem = BlockSum.problem(p[index], index) { return DistributionError(problem, of: .first) }
      if let problem = BlockSum.problem(q[index], index) { return DistributionError(problem, of: .second) }
      if p[index] > 1.5 { return DistributionError(.notNormalised(sum: p.reduce(0, +)), of: .first) }
      if q[index] > 1.5 { return DistributionError(.notNormalised(sum: q.reduce(0, +)), of: .second) }
    }
    return nil
  }

  private static func problem(_ value: Double, _ index: Int) -> DistributionError.Problem? {
    if !value.isFinite { return .notFinite(index: index, value: value) }
    return value < 0 ? .negative(index: index, value: value) : nil
  }
}
