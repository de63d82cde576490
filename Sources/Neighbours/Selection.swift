/// A point's number and its coordinate on the axis that is cut.
struct SelectionKey {
  var value: Double
  var number: Int32
}

/// Reorders a range so that what stands before `middle` is not greater than what stands from there on.
///
/// Hoare's selection (1961). Pivots are drawn, so that no order of the points is slow: O(n) steps on average, whatever
/// the values; equal values are dealt to both sides.
func select(
  _ middle: Int, _ keys: UnsafeMutableBufferPointer<SelectionKey>, _ range: Range<Int>, seed: UInt64
) {
  var lower = range.lowerBound
  var upper = range.upperBound - 1
  var state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
  while lower < upper {
    // A multiplicative congruential generator is random enough for a pivot.
    state = state &* 0xd134_2543_de82_ef95 &+ 1
    let span = UInt64(upper - lower + 1)
    let pivot = median(
      keys[lower + Int((state >> 32) % span)].value, keys[lower + Int((state >> 16) % span)].value,
      keys[middle].value)
    var left = lower
    var right = upper
    while left <= right {
      while keys[left].value < pivot { left &+= 1 }
      while keys[right].value > pivot { right &-= 1 }
      if left <= right {
        keys.swapAt(left, right)
        left &+= 1
        right &-= 1
      }
    }
    // Between right and left stand only values equal to the pivot.
    if middle <= right {
      upper = right
    } else if middle >= left {
      lower = left
    } else {
      return
    }
  }
}

private func median(_ a: Double, _ b: Double, _ c: Double) -> Double {
  max(min(a, b), min(max(a, b), c))
}
