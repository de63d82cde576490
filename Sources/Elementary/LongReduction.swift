// The argument of a sine of any size, less its multiple of π/2 (Payne & Hanek 1983): only those bits of 2/π
// take part that are neither a multiple of four quadrants nor beyond the precision asked for.

/// A number of 192 bits in six limbs, the lowest first.
private typealias Limbs = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

extension ReducedAngle where Lanes == Double {
  /// The reduction of a finite number of magnitude at least ½.
  init(long x: Double) {
    let exponent = x.exponentOfLastPlace
    let product = fractionOfTurn(significand: x.significandWithHiddenBit, exponent: exponent)
    // The two upper bits count quadrants; the rest is a fraction of one, taken to the nearest.
    var quadrant = product.high >> 62
    var high = product.high << 2 | product.middle >> 62
    var middle = product.middle << 2 | product.low >> 62
    var low = product.low << 2
    let isUpper = high >> 63 == 1
    if isUpper {
      quadrant &+= 1
      low = 0 &- low
      middle = ~middle &+ (low == 0 ? 1 : 0)
      high = ~high &+ (low == 0 && middle == 0 ? 1 : 0)
    }
    var shift = 0
    while high >> 63 == 0 && shift < 128 {
      high = high << 1 | middle >> 63
      middle = middle << 1 | low >> 63
      low <<= 1
      shift += 1
    }
    let unit = Double(bitPattern: UInt64(1023 - 53 - shift) << 52)
    let leading = Double(Int64(high >> 11)) * unit
    let trailing = Double(Int64((high << 53 | middle >> 11) >> 11)) * unit * 0x1p-53
    let product2 = DoubleDouble(product: leading, 0x1.921fb54442d18p+0)
    let rest = product2.tail + (leading * 0x1.1a62633145c07p-54 + trailing * 0x1.921fb54442d18p+0)
    let angle = DoubleDouble(sum: product2.head, rest)
    let isNegative = isUpper != (x < 0)
    head = isNegative ? -angle.head : angle.head
    tail = isNegative ? -angle.tail : angle.tail
    self.quadrant = x < 0 ? 0 &- quadrant : quadrant
  }
}

extension Double {
  /// The e of x = m 2^e with the 53-bit integer m.
  fileprivate var exponentOfLastPlace: Int { Int(bitPattern >> 52 & 0x7ff) - 1075 }
  fileprivate var significandWithHiddenBit: UInt64 { bitPattern & 0xf_ffff_ffff_ffff | 0x10_0000_0000_0000 }
}

/// m 2^e · 2/π modulo 4, as a number of 192 bits of which the two upper ones are the integer part.
private func fractionOfTurn(
  significand: UInt64, exponent: Int
) -> (high: UInt64, middle: UInt64, low: UInt64) {
  // Bits of weight 2^(2 − e) and above only add whole turns. The table starts 64 places before the point.
  let start = exponent - 2 + 64
  let word = start / 64
  let shift = UInt64(start % 64)
  func window(_ index: Int) -> UInt64 {
    let upper = twoOverPi(word + index)
    if shift == 0 { return upper }
    return upper << shift | twoOverPi(word + index + 1) >> (64 - shift)
  }
  let high = window(0)
  let middle = window(1)
  let low = window(2)
  var limbs: Limbs = (0, 0, 0, 0, 0, 0)
  let lower: UInt64 = 0xffff_ffff
  let factors: Limbs = (low & lower, low >> 32, middle & lower, middle >> 32, high & lower, high >> 32)
  let small = significand & lower
  let large = significand >> 32
  var carry = factors.0 * small
  limbs.0 = carry & lower
  carry = carry >> 32 + factors.1 * small
  var second = factors.0 * large + carry & lower
  limbs.1 = second & lower
  carry = carry >> 32 + factors.2 * small
  second = second >> 32 + factors.1 * large + carry & lower
  limbs.2 = second & lower
  carry = carry >> 32 + factors.3 * small
  second = second >> 32 + factors.2 * large + carry & lower
  limbs.3 = second & lower
  carry = carry >> 32 + factors.4 * small
  second = second >> 32 + factors.3 * large + carry & lower
  limbs.4 = second & lower
  carry = carry >> 32 + factors.5 * small
  second = second >> 32 + factors.4 * large + carry & lower
  limbs.5 = second & lower
  return (limbs.5 << 32 | limbs.4, limbs.3 << 32 | limbs.2, limbs.1 << 32 | limbs.0)
}

/// The bits of 2/π, 64 a word, after one word of zeros.
private func twoOverPi(_ word: Int) -> UInt64 {
  switch word {
  case 1: 0xa2f9_836e_4e44_1529
  case 2: 0xfc27_57d1_f534_ddc0
  case 3: 0xdb62_9599_3c43_9041
  case 4: 0xfe51_63ab_debb_c561
  case 5: 0xb724_6e3a_424d_d2e0
  case 6: 0x0649_2eea_09d1_921c
  case 7: 0xfe1d_eb1c_b129_a73e
  case 8: 0xe882_35f5_2ebb_4484
  case 9: 0xe99c_7026_b45f_7e41
  case 10: 0x3991_d639_8353_39f4
  case 11: 0x9c84_5f8b_bdf9_283b
  case 12: 0x1ff8_97ff_de05_980f
  case 13: 0xef2f_118b_5a0a_6d1f
  case 14: 0x6d36_7ecf_27cb_09b7
  case 15: 0x4f46_3f66_9e5f_ea2d
  case 16: 0x7527_bac7_ebe5_f17b
  case 17: 0x3d07_39f7_8a52_92ea
  case 18: 0x6bfb_5fb1_1f8d_5d08
  case 19: 0x5603_3046_fc7b_6bab
  default: 0
  }
}
