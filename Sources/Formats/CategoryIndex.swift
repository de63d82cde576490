/// Different texts numbered in the order of their first appearance, by their bytes and within bounds.
///
/// A table from bytes to codes that makes no `String` of a cell; all texts lie in one array. Collisions are resolved by the next free slot (Knuth, TAOCP 3, 6.4 L).
public struct CategoryIndex: Sendable {
  /// The most texts that get a code.
  public let limit: Int
  /// The most bytes that all texts together may have.
  public let byteLimit: Int

  /// For each slot the code plus one, or zero; the number of slots is a power of two.
  private var slots: [UInt32]
  /// For each code the text's hash, of which slots are the low bits.
  private var hashes: [UInt64] = []
  /// For each code the end of its text in `texts`.
  private var ends: [UInt32] = []
  private var texts: [UInt8] = []

  /// An index without texts.
  ///
  /// - Parameters:
  ///   - limit: The most texts that get a code, at most 2³⁰.
  ///   - byteLimit: The most bytes that all texts together may have, at most 2³¹ − 1.
  public init(limit: Int = 1 << 30, byteLimit: Int = Int(Int32.max)) {
    self.limit = min(max(limit, 0), 1 << 30)
    self.byteLimit = min(max(byteLimit, 0), Int(Int32.max))
    slots = [UInt32](repeating: 0, count: 16)
  }

  /// The number of texts.
  public var count: Int { ends.count }

  /// The bytes of the text of a code.
  public func text(_ code: Int) -> ArraySlice<UInt8> {
    texts[(code == 0 ? 0 : Int(ends[code - 1]))..<Int(ends[code])]
  }

  /// The code of a text, a new one if it is new; `nil` if it is new and there is no room.
  @export(interface)
  public mutating func code(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = CategoryIndex.hash(text)
    var slot = place(of: hash)
    while slots[slot] != 0 {
      let code = Int(slots[slot]) - 1
      if hashes[code] == hash, isText(code, text) { return code }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard count < limit, texts.count + text.count <= byteLimit else { return nil }
    slots[slot] = UInt32(count + 1)
    hashes.append(hash)
    texts.append(contentsOf: text)
    ends.append(UInt32(texts.count))
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The code of a text; see ``code(_:)-(UnsafeBufferPointer<UInt8>)``.
  public mutating func code(_ text: some Collection<UInt8>) -> Int? {
    let code: Int?? = text.withContiguousStorageIfAvailable { self.code($0) }
    return code ?? Array(text).withUnsafeBufferPointer { self.code($0) }
  }

  private func place(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash & UInt64(slots.count - 1))
  }

  private func isText(_ code: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = code == 0 ? 0 : Int(ends[code - 1])
    guard Int(ends[code]) - start == text.count else { return false }
    guard let other = text.baseAddress else { return true }
    return texts.withUnsafeBufferPointer { texts in
      guard let base = texts.baseAddress else { return text.isEmpty }
      return CategoryIndex.areEqual(base + start, other, text.count)
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for (code, hash) in hashes.enumerated() {
      var slot = place(of: hash)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(code + 1)
    }
  }

  /// Eight bytes at a time, each time both halves of the product with an odd constant (2⁶⁴ over the golden ratio).
  @inline(__always)
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: text.count) &* 0xD6E8_FEB8_6659_FD93
    guard let start = text.baseAddress else { return hash }
    let raw = UnsafeRawPointer(start)
    var index = 0
    while index &+ 8 < text.count {
      hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
      index &+= 8
    }
    return mixed(hash ^ lastWord(raw, text.count))
  }

  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  /// The last eight bytes, or as many as there are, in parts that may overlap.
  @inline(__always)
  private static func lastWord(_ raw: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 8 { return raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self).littleEndian }
    if count >= 4 {
      let first = raw.loadUnaligned(as: UInt32.self).littleEndian
      let last = raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self).littleEndian
      return UInt64(first) | UInt64(last) << 32
    }
    if count == 0 { return 0 }
    let first = UInt64(raw.load(as: UInt8.self))
    let middle = UInt64(raw.load(fromByteOffset: count >> 1, as: UInt8.self))
    let last = UInt64(raw.load(fromByteOffset: count - 1, as: UInt8.self))
    return first | middle << 8 | last << 16
  }

  /// Whether as many bytes at two addresses are the same.
  @inline(__always)
  private static func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Bool {
    var index = 0
    while index &+ 8 < count {
      let first = left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if first != right.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
      index &+= 8
    }
    return lastWord(left, count) == lastWord(right, count)
  }
}
