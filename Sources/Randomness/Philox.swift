/// Philox 4×32-10 (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3"): a bijection
/// of 128 bits for every key of 64, so mixed that counting 0, 1, 2, … gives random numbers.
package struct Philox: Sendable, Hashable {
  /// The two words of the key.
  package var key: SIMD2<UInt32>

  /// A bijection of its own for every key.
  package init(key: SIMD2<UInt32>) { self.key = key }

  /// The four random words that belong to a counter, after ten rounds.
  @export(interface)
  package func block(_ counter: SIMD4<UInt32>) -> SIMD4<UInt32> {
    var words = counter
    var roundKey = key
    for round in 0..<10 {
      // Weyl sequences of the golden ratio and of √3 − 1 part the rounds.
      if round > 0 { roundKey = roundKey &+ SIMD2(0x9e37_79b9, 0xbb67_ae85) }
      let first = UInt64(words.x) &* 0xd251_1f53
      let second = UInt64(words.z) &* 0xcd9e_8d57
      words = SIMD4(
        UInt32(truncatingIfNeeded: second >> 32) ^ words.y ^ roundKey.x,
        UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ words.w ^ roundKey.y,
        UInt32(truncatingIfNeeded: first))
    }
    return words
  }
}
