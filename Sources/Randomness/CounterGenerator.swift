/// A random generator whose n-th number is a function of seed, stream and n alone.
///
/// Every seed has 2^64 streams of 2^64 words of 64 bits. To start anywhere costs nothing, so that each particle, thread
/// or frame can have its own place and give the same numbers in whatever order they run:
///
/// ```swift
/// var generator = CounterGenerator(seed: 1, stream: 7)
/// generator.position = 1_000_000
/// let height = generator.normal()
/// ```
///
/// Words 2n and 2n + 1 are the block of the counter (n, stream) under the key `seed` in Philox 4×32-10
/// (Salmon et al. 2011). The same numbers come out on every platform. Not for cryptography.
public struct CounterGenerator: RandomNumberGenerator, Sendable, Hashable {
  /// The key: generators of different seeds are unrelated.
  public let seed: UInt64
  /// Which of the 2^64 sequences of this seed.
  public let stream: UInt64
  /// How many words were drawn; assigning jumps there at once.
  public var position: UInt64

  /// The generator at the beginning of a stream.
  public init(seed: UInt64, stream: UInt64 = 0) {
    self.seed = seed
    self.stream = stream
    position = 0
  }

  /// The next word of 64 random bits.
  public mutating func next() -> UInt64 {
    let words = block(position >> 1)
    defer { position &+= 1 }
    return position & 1 == 0 ? words.0 : words.1
  }

  /// The two words at positions 2 · index and 2 · index + 1.
  @inline(__always) func block(_ index: UInt64) -> (UInt64, UInt64) {
    let philox = Philox(key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    let words = philox.block(
      SIMD4(
        UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index >> 32),
        UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32)))
    return (
      UInt64(words.y) << 32 | UInt64(words.x),
      UInt64(words.w) << 32 | UInt64(words.z)
    )
  }
}
