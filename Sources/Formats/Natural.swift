/// A natural number of any size, as small as exact decimal conversion needs it.
///
/// Limbs are 32 bits, least significant first, without leading zeros; zero has no limbs. 32 bits keep every
/// product inside `UInt64`, so that no target needs 128-bit arithmetic.
struct Natural {
  private(set) var limbs: [UInt32]

  init(_ value: UInt64) {
    limbs = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
    normalise()
  }

  var isZero: Bool { limbs.isEmpty }

  var isOdd: Bool { limbs.first.map { $0 & 1 == 1 } ?? false }

  var bitCount: Int {
    guard let top = limbs.last else { return 0 }
    return limbs.count * 32 - top.leadingZeroBitCount
  }

  /// The low 64 bits.
  var low: UInt64 {
    let first = limbs.isEmpty ? 0 : UInt64(limbs[0])
    return limbs.count < 2 ? first : first | UInt64(limbs[1]) << 32
  }

  private mutating func normalise() {
    while limbs.last == 0 { limbs.removeLast() }
  }

  /// Multiplies by a factor and adds a summand.
  mutating func multiply(by factor: UInt32, adding summand: UInt32 = 0) {
    var carry = UInt64(summand)
    for index in limbs.indices {
      carry += UInt64(limbs[index]) * UInt64(factor)
      limbs[index] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  /// Multiplies by 5 to the given power, 13 powers a pass: 5¹³ is the largest that fits a limb.
  mutating func multiplyByFive(power: Int) {
    var rest = power
    while rest > 0 {
      let step = min(rest, 13)
      multiply(by: Natural.powerOfFive(step))
      rest -= step
    }
  }

  /// Divides, rounding down, and returns the remainder.
  mutating func divide(by divisor: UInt32) -> UInt32 {
    var remainder: UInt64 = 0
    for index in limbs.indices.reversed() {
      let value = remainder << 32 | UInt64(limbs[index])
      limbs[index] = UInt32(value / UInt64(divisor))
      remainder = value % UInt64(divisor)
    }
    normalise()
    return UInt32(remainder)
  }

  /// Divides by 5 to the given power, rounding down, and says whether anything was lost.
  mutating func divideByFive(power: Int) -> Bool {
    var rest = power
    var lost = false
    while rest > 0 {
      let step = min(rest, 13)
      if divide(by: Natural.powerOfFive(step)) != 0 { lost = true }
      rest -= step
    }
    return lost
  }

  mutating func shiftLeft(_ count: Int) {
    guard !isZero, count > 0 else { return }
    let bits = UInt32(count % 32)
    if bits > 0 {
      var carry: UInt32 = 0
      for index in limbs.indices {
        let limb = limbs[index]
        limbs[index] = limb << bits | carry
        carry = limb >> (32 - bits)
      }
      if carry > 0 { limbs.append(carry) }
    }
    limbs.insert(contentsOf: repeatElement(0, count: count / 32), at: 0)
  }

  /// Shifts right, and says whether a one was lost.
  mutating func shiftRight(_ count: Int) -> Bool {
    guard !isZero, count > 0 else { return false }
    let whole = count / 32
    if whole >= limbs.count {
      limbs.removeAll()
      return true
    }
    var lost = limbs[..<whole].contains { $0 != 0 }
    limbs.removeFirst(whole)
    let bits = UInt32(count % 32)
    if bits > 0 {
      var carry: UInt32 = 0
      for index in limbs.indices.reversed() {
        let limb = limbs[index]
        limbs[index] = limb >> bits | carry
        carry = limb << (32 - bits)
      }
      if carry != 0 { lost = true }
    }
    normalise()
    return lost
  }

  /// The 64 bits from bit `bitCount - 64 - skipped` upwards: the leading word, or the one after it.
  func leadingWord(skipping skipped: Int = 0) -> UInt64 {
    var word: UInt64 = 0
    for offset in 1...64 {
      let bit = bitCount - skipped - offset
      let one = bit >= 0 && limbs[bit / 32] >> UInt32(bit % 32) & 1 == 1
      word = word << 1 | (one ? 1 : 0)
    }
    return word
  }

  /// The decimal digits as ASCII, most significant first; "0" for zero.
  var decimalDigits: [UInt8] {
    var rest = self
    var reversed: [UInt8] = []
    while !rest.isZero {
      var group = rest.divide(by: 1_000_000_000)
      for _ in 0..<9 {
        reversed.append(UInt8(48 + group % 10))
        group /= 10
      }
    }
    while reversed.last == 48 { reversed.removeLast() }
    return reversed.isEmpty ? [48] : reversed.reversed()
  }

  private static func powerOfFive(_ power: Int) -> UInt32 {
    var result: UInt32 = 1
    for _ in 0..<power { result *= 5 }
    return result
  }
}

extension Natural: Comparable {
  static func < (left: Natural, right: Natural) -> Bool {
    if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
    for index in left.limbs.indices.reversed() where left.limbs[index] != right.limbs[index] {
      return left.limbs[index] < right.limbs[index]
    }
    return false
  }
}
