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
  private var index = CategoryIndex()
  private var codes: [Int] = []
  private var counts: [Int] = []

  var result: Categories {
    let names = (0..<index.count).map { String(decoding: index.text($0), as: UTF8.self) }
    return Categories(names: names, codes: codes, counts: counts)
  }

  mutating func add(_ name: ArraySlice<UInt8>) {
    // A table has less than 2³¹ bytes, so that there is room for every text.
    guard let code = index.code(name) else { return }
    if code == counts.count { counts.append(0) }
    codes.append(code)
    counts[code] += 1
  }
}
