/// How often each text of a column occurs, within bounds.
///
/// Once there is no room for new texts, those that are known are counted on and all others together are
/// ``unlistedCount``: of one pass the counts of the listed texts are exact. After merges a listed text may have been
/// among the unlisted ones of a part; its count is then too small, by ``unlistedCount`` at most.
public struct CategoryCounts: Sendable {
  /// The texts; a code is an index into ``counts``.
  public private(set) var index: CategoryIndex
  /// For each code how often its text occurred.
  public private(set) var counts: [Int] = []
  /// How many cells had texts for which there was no room.
  public private(set) var unlistedCount = 0

  /// No text yet; the bounds are those of ``CategoryIndex``.
  public init(limit: Int = 100_000, byteLimit: Int = 1 << 24) {
    index = CategoryIndex(limit: limit, byteLimit: byteLimit)
  }

  /// The number of cells.
  public var total: Int { counts.reduce(unlistedCount, +) }

  /// The texts with their counts, the most frequent first, then in the order of their first appearance.
  @export(interface)
  public var ranked: [(text: String, count: Int)] {
    let order = counts.indices.sorted { left, right in
      counts[left] == counts[right] ? left < right : counts[left] > counts[right]
    }
    return order.map { (String(decoding: index.text($0), as: UTF8.self), counts[$0]) }
  }

  /// Counts a text.
  public mutating func add(_ text: UnsafeBufferPointer<UInt8>, count: Int = 1) {
    guard let code = index.code(text) else {
      unlistedCount += count
      return
    }
    if code == counts.count { counts.append(0) }
    counts[code] += count
  }

  /// Adds the counts of another part; new texts come behind those that are known.
  @export(interface)
  public mutating func merge(_ other: CategoryCounts) {
    unlistedCount += other.unlistedCount
    for (code, count) in other.counts.enumerated() {
      Array(other.index.text(code)).withUnsafeBufferPointer { add($0, count: count) }
    }
  }
}
