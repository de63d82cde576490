/// A column of texts as categories, in the order of their first appearance.
public struct Categories: Equatable, Sendable {
  /// The different texts.
  public let names: [String]
  /// For each row, the index of its text in ``names``.
  public let codes: [Int]
  /// For each name, how many rows have it.
  public let counts: [Int]
}

/// Collects categories by the bytes of their names.
struct CategoryBuilder {
  // Keyed by bytes: hashing text by Unicode equivalence needs tables that the page should not carry.
  private var indices: [ArraySlice<UInt8>: Int] = [:]
  private var names: [String] = []
  private var codes: [Int] = []
  private var counts: [Int] = []

  var result: Categories { Categories(names: names, codes: codes, counts: counts) }

  mutating func add(_ name: ArraySlice<UInt8>) {
    let index: Int
    if let known = indices[name] {
      index = known
    } else {
      index = names.count
      indices[name] = index
      names.append(String(decoding: name, as: UTF8.self))
      counts.append(0)
    }
    codes.append(index)
    counts[index] += 1
  }
}
