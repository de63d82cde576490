import Elementary
import Parallel

/// Many distributions over the same outcomes: what is measured of each, or between all of them.
///
/// ```swift
/// let batch = try DistributionBatch([p, q, r])
/// batch.entropies()                              // three
/// let distances = try batch.pairwise(by: KullbackLeibler())
/// distances[0, 2]                                // D(p‖r), which is not D(r‖p)
/// ```
public struct DistributionBatch: Sendable {
  /// The number of distributions.
  public let count: Int
  /// The number of outcomes of each.
  public let outcomes: Int
  /// Row after row, each filled up with zeros to ``stride`` numbers.
  let probabilities: [Double]
  /// A multiple of eight.
  let stride: Int

  /// How the numbers of a table are distributions.
  public enum Axis: Sendable {
    /// Every row is one.
    case rows
    /// Every column is one.
    case columns
  }

  /// Distributions.
  ///
  /// - Throws: ``DistributionError`` if their lengths differ or there are none.
  public init(_ distributions: [Distribution]) throws(DistributionError) {
    guard let first = distributions.first else { throw DistributionError(.empty) }
    for other in distributions { try checkLengths(first, other) }
    self.init(count: distributions.count, outcomes: first.count) { distributions[$0].probabilities[$1] }
  }

  /// Distributions along an axis of a table, given row after row.
  ///
  /// - Throws: ``DistributionError`` naming the value that is no probability (its index counts through the table), the sum of
  ///   the first distribution whose sum is not 1, or that the numbers do not fill `columns` columns.
  public init(_ table: [Double], columns: Int, along axis: Axis = .rows) throws(DistributionError) {
    guard columns > 0, !table.isEmpty else { throw DistributionError(.empty) }
    let rows = table.count / columns
    guard rows * columns == table.count else {
      throw DistributionError(.ragged(row: rows, count: table.count - rows * columns, expected: columns))
    }
    try check(table)
    switch axis {
    case .rows: self.init(count: rows, outcomes: columns) { table[$0 * columns + $1] }
    case .columns: self.init(count: columns, outcomes: rows) { table[$1 * columns + $0] }
    }
    for index in 0..<count { _ = try Distribution(self[index].probabilities) }
  }

  private init(count: Int, outcomes: Int, _ value: (Int, Int) -> Double) {
    self.count = count
    self.outcomes = outcomes
    let stride = (outcomes + 7) / 8 * 8
    self.stride = stride
    var probabilities = [Double](repeating: 0, count: count * stride)
    for index in 0..<count {
      for outcome in 0..<outcomes { probabilities[index * stride + outcome] = value(index, outcome) }
    }
    self.probabilities = probabilities
  }

  /// One of the distributions, by its index from 0.
  public subscript(index: Int) -> Distribution {
    Distribution(unchecked: Array(probabilities[index * stride..<index * stride + outcomes]))
  }

  /// The entropy of each.
  public func entropies() -> [InformationValue] { (0..<count).map { entropy(self[$0]) } }

  /// How far each is from one distribution.
  ///
  /// - Throws: ``DistributionError`` if its length differs.
  public func divergences(
    from reference: Distribution, by divergence: some Divergence
  ) throws(DistributionError) -> [DivergenceValue] {
    var values: [DivergenceValue] = []
    for index in 0..<count { values.append(try divergence(self[index], reference)) }
    return values
  }

  /// How far each is from each, on all threads.
  ///
  /// Half of it is computed where the divergence is symmetric.
  ///
  /// - Throws: ``DistributionError`` as the divergence does.
  public func pairwise(by divergence: some Divergence) throws(DistributionError) -> DivergenceMatrix {
    let isSymmetric = divergence.laws.contains(.symmetric)
    let distributions = (0..<count).map { self[$0] }
    // What can be wrong with two distributions of one length is wrong with all of them.
    if let first = distributions.first { _ = try divergence(first, first) }
    let values = fill(isSymmetric: isSymmetric) { row, column, _ in
      (try? divergence.number(distributions[row], distributions[column])) ?? .nan
    }
    return DivergenceMatrix(
      count: count, values: values, unit: divergence.unit, name: divergence.name, zeros: divergence.zeros)
  }

  /// The Jensen–Shannon divergence of each from each, on all threads.
  ///
  /// By log 2 + ½ Σ (p log p + q log q − (p + q) log (p + q)), with one logarithm an outcome; pairs that are so near each
  /// other that this would lose digits are measured as ``jensenShannon(_:_:)-(Distribution,_)`` does.
  public func pairwise(by divergence: JensenShannon) -> DivergenceMatrix {
    let stride = stride
    let own = (0..<count).map { crossEntropyTerm(of: $0) }
    let values = probabilities.withUnsafeBufferPointer { buffer -> [Double] in
      guard let base = buffer.baseAddress else { return [] }
      nonisolated(unsafe) let rows = base
      return fill(isSymmetric: true) { row, column, scratch in
        let pair = RowPair(
          p: rows + row * stride, q: rows + column * stride, count: stride, scratch: scratch)
        let plain = InformationUnit.bits.inNats + 0.5 * (own[row] + own[column] - pair.sumOfProducts())
        return min(plain > RowPair.clear ? plain : pair.jensenShannon(), InformationUnit.bits.inNats)
      }
    }
    return DivergenceMatrix(
      count: count, values: values, unit: divergence.unit, name: divergence.name, zeros: divergence.zeros)
  }

  /// Σ p log p.
  private func crossEntropyTerm(of index: Int) -> Double {
    var sum = CompensatedSum()
    for p in probabilities[index * stride..<index * stride + outcomes] where p > 0 {
      sum.add(p * Double.log(p))
    }
    return sum.value
  }

  /// All pairs but those of one with itself, which are 0; the body has scratch space for blocks.
  private func fill(
    isSymmetric: Bool, _ value: @Sendable (Int, Int, UnsafeMutablePointer<Double>) -> Double
  ) -> [Double] {
    let count = count
    var values = [Double](repeating: 0, count: count * count)
    values.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let buffer = buffer
      inParallel(count) { row in
        let scratch = UnsafeMutablePointer<Double>.allocate(capacity: 4 * BlockSum.length)
        for column in (isSymmetric ? row + 1 : 0)..<count where column != row {
          let number = value(row, column, scratch)
          buffer[row * count + column] = number
          if isSymmetric { buffer[column * count + row] = number }
        }
        scratch.deallocate()
      }
    }
    return values
  }
}

/// Two rows of probabilities, filled up with zeros to a multiple of eight.
private struct RowPair {
  let p: UnsafePointer<Double>
  let q: UnsafePointer<Double>
  let count: Int
  let scratch: UnsafeMutablePointer<Double>

  /// What a divergence must exceed for its rounding errors, a few 10⁻¹⁶, not to matter.
  static let clear = 0x1p-5

  /// Σ (p + q) log (p + q).
  func sumOfProducts() -> Double {
    var total = Lanes(repeating: 0)
    for start in stride(from: 0, to: count, by: BlockSum.length) {
      let length = min(BlockSum.length, count - start)
      for index in stride(from: 0, to: length, by: 8) {
        let sum = Lanes.read(p + start + index) + Lanes.read(q + start + index)
        sum.replacing(with: 1, where: sum .== 0).write(scratch + index)
      }
      Double.log(scratch, into: scratch, count: length)
      for index in stride(from: 0, to: length, by: 8) {
        let sum = Lanes.read(p + start + index) + Lanes.read(q + start + index)
        total += sum * Lanes.read(scratch + index)
      }
    }
    return BlockSum.sum(total)
  }

  /// The sum that keeps its relative accuracy near equality.
  func jensenShannon() -> Double {
    var total = CompensatedSum()
    for start in stride(from: 0, to: count, by: BlockSum.length) {
      let length = min(BlockSum.length, count - start)
      var block = BlockSum.Block(p: p + start, q: q + start, count: length, scratch: scratch)
      block.mass = (0..<length).reduce(0) { $0 + p[start + $1] + q[start + $1] }
      total.add(BlockSum.jensenShannon(block))
    }
    return total.value
  }
}

extension Lanes {
  @inline(__always)
  fileprivate static func read(_ place: UnsafePointer<Double>) -> Lanes {
    UnsafeRawPointer(place).loadUnaligned(as: Lanes.self)
  }

  @inline(__always)
  fileprivate func write(_ place: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(place).storeBytes(of: self, as: Lanes.self)
  }
}

/// How far each of many distributions is from each.
public struct DivergenceMatrix: Sendable {
  /// The number of distributions.
  public let count: Int
  /// The numbers, row after row: row i has those from distribution i to all.
  public let values: [Double]
  /// The unit of the numbers; `nil` if they have none.
  public let unit: InformationUnit?
  /// What was measured, and whether it is a divergence or a distance.
  public let name: String
  /// What outcomes mean to it that cannot happen.
  public let zeros: ZeroPolicy

  /// The number from one distribution to another, by their indices from 0.
  public subscript(row: Int, column: Int) -> Double { values[row * count + column] }

  /// Whether every pair is as far apart one way as the other.
  public var isSymmetric: Bool {
    (0..<count).allSatisfy { row in (0..<row).allSatisfy { self[row, $0] == self[$0, row] } }
  }
}
