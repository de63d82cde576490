extension Decimal {
  /// The value of a plain numeral: an optional "-", up to 24 characters of digits and at most one point.
  ///
  /// Almost every cell of a table is one. Anything else, numeral or not, is `nil`. Eight characters are looked at
  /// together, without a branch a digit (Lemire 2021, section 7).
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - headroom: How many bytes before the text may be read, whatever they are; with 24 it goes faster.
  @inline(__always)
  static func plain(_ bytes: UnsafeBufferPointer<UInt8>, headroom: Int = 0) -> Double? {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return nil }
    let minus = start.pointee == 45 ? 1 : 0
    let count = bytes.count &- minus
    guard count > 0, count <= 24 else { return nil }
    let end = UnsafeRawPointer(start + bytes.count)
    var low = DigitWord(end, count, headroom: headroom)
    var middle = DigitWord(end - 8, count - 8, headroom: headroom)
    var high = DigitWord.zeros
    if count > 16 { high = DigitWord(end - 16, count - 16, headroom: headroom) }
    let lowPoint = low.point
    let middlePoint = middle.point
    let highPoint = count > 16 ? high.point : 0
    // Masks instead of branches: where points stand, and which signs there are, nobody can foresee.
    let inLow = mask(lowPoint)
    let inLower = mask(lowPoint | middlePoint)
    let anywhere = mask(lowPoint | middlePoint | highPoint)
    // A second point in another word; one in the same word stays, and is no digit.
    let second = inLow & middlePoint | inLower & highPoint
    // Through the point every character moves up by one, and out of a word into the next one.
    let middleFirst = middle.last
    let highFirst = high.last
    low.close(lowPoint, moving: inLow, carrying: middleFirst)
    middle.close(middlePoint, moving: inLower, carrying: highFirst)
    var isNumeral = DigitWord.areDigits(low, middle) && second == 0 && (count > 1 || anywhere == 0)
    var significand = middle.value &* 100_000_000 &+ low.value
    if count > 16 {
      high.close(highPoint, moving: anywhere, carrying: 48)
      let top = high.value
      // 1844 · 10¹⁶ no longer fits 64 bits in every case.
      isNumeral = isNumeral && DigitWord.areDigits(high, high) && top < 1844
      significand &+= top &* 10_000_000_000_000_000
    }
    guard isNumeral else { return nil }
    var bits = UInt64(truncatingIfNeeded: lowPoint.leadingZeroBitCount)
    bits &+= UInt64(truncatingIfNeeded: middlePoint.leadingZeroBitCount) & ~inLow
    bits &+= UInt64(truncatingIfNeeded: highPoint.leadingZeroBitCount) & ~inLower
    let places = Int(truncatingIfNeeded: (bits & anywhere) >> 3)
    let magnitude = value(significand: significand, places: places)
    return Double(bitPattern: magnitude.bitPattern | UInt64(minus) << 63)
  }
}

/// All ones if any bit is one.
@inline(__always)
private func mask(_ word: UInt64) -> UInt64 {
  UInt64(bitPattern: Int64(bitPattern: word | (0 &- word)) >> 63)
}

/// Eight characters of a numeral, the last one in the highest byte; those before its beginning are "0".
private struct DigitWord {
  static var zeros: DigitWord { DigitWord(word: 0x3030_3030_3030_3030) }

  private var word: UInt64

  private init(word: UInt64) {
    self.word = word
  }

  /// The characters before an address, of which the last `count` belong to the numeral: all, if more than 8.
  @inline(__always)
  init(_ end: UnsafeRawPointer, _ count: Int, headroom: Int) {
    // Eight bits an empty place, none if there are too many characters: without a branch, as lengths differ.
    let places = 64 &- 8 &* count
    let empty = UInt64(truncatingIfNeeded: places & ~(places >> (Int.bitWidth - 1)))
    let half = empty >> 1
    let keep = (UInt64.max &<< half) &<< half
    let text: UInt64
    if headroom >= 24 {
      text = UInt64(littleEndian: (end - 8).loadUnaligned(as: UInt64.self))
    } else {
      text = DigitWord.gathered(end, count, empty)
    }
    word = text & keep | 0x3030_3030_3030_3030 & ~keep
  }

  /// Up to eight characters, without touching others.
  private static func gathered(_ end: UnsafeRawPointer, _ count: Int, _ empty: UInt64) -> UInt64 {
    if count <= 0 { return 0 }
    if count >= 8 { return UInt64(littleEndian: (end - 8).loadUnaligned(as: UInt64.self)) }
    if count >= 4 {
      // Two halves that overlap; where they do, they agree.
      let first = UInt64(UInt32(littleEndian: (end - count).loadUnaligned(as: UInt32.self)))
      let last = UInt64(UInt32(littleEndian: (end - 4).loadUnaligned(as: UInt32.self)))
      return first << empty | last << 32
    }
    let middle = count >> 1
    let first = UInt64((end - count).load(as: UInt8.self)) << empty
    let second = UInt64((end - count + middle).load(as: UInt8.self)) << (empty + UInt64(8 * middle))
    return first | second | UInt64((end - 1).load(as: UInt8.self)) << 56
  }

  /// The last character.
  @inline(__always) var last: UInt64 { word >> 56 }

  /// The top bit of every byte that is a point.
  @inline(__always) var point: UInt64 {
    let difference = word ^ 0x2E2E_2E2E_2E2E_2E2E
    let low = difference & 0x7F7F_7F7F_7F7F_7F7F
    return ~((low + 0x7F7F_7F7F_7F7F_7F7F) | difference | 0x7F7F_7F7F_7F7F_7F7F)
  }

  /// Takes the point out, so that what was before it moves up and a character comes in.
  ///
  /// Without a point, everything moves; where `moving` is 0, nothing does.
  @inline(__always)
  mutating func close(_ point: UInt64, moving: UInt64, carrying character: UInt64) {
    let through = (point ^ (point &- 1)) & moving
    word = word & ~through | (word << 8 | character) & through
  }

  @inline(__always)
  static func areDigits(_ left: DigitWord, _ right: DigitWord) -> Bool {
    left.strangeness | right.strangeness == 0
  }

  /// Zero if all characters are digits.
  @inline(__always) private var strangeness: UInt64 {
    let tops = word & 0xF0F0_F0F0_F0F0_F0F0
    let carries = (word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0
    return (tops | carries >> 4) ^ 0x3333_3333_3333_3333
  }

  /// The integer that eight digits spell: first pairs, then two products that each gather two pairs.
  @inline(__always) var value: UInt64 {
    let digits = word &- 0x3030_3030_3030_3030
    let pairs = digits &* 10 &+ digits >> 8
    let even = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let odd = (pairs >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (even &+ odd) >> 32
  }
}
