/// The distribution function of a ``QuantileSketch``: values in ascending order, and how many lie at or below each.
public struct QuantileSteps: Equatable, Sendable {
  /// The values that are held, ascending.
  public let values: [Double]
  /// For each value the number of values at or below it; the last one is the count of all.
  public let ranks: [Int]
  private let minimum: Double
  private let maximum: Double

  init(values: [Double], weights: [Int], minimum: Double, maximum: Double) {
    self.values = values
    var sum = 0
    ranks = weights.map { weight in
      sum += weight
      return sum
    }
    self.minimum = minimum
    self.maximum = maximum
  }

  /// The smallest value whose rank is at least `fraction` of all; NaN without values or outside [0, 1].
  public func quantile(_ fraction: Double) -> Double {
    guard let count = ranks.last, fraction >= 0, fraction <= 1 else { return .nan }
    if fraction == 0 { return minimum }
    if fraction == 1 { return maximum }
    let target = fraction * Double(count)
    var low = 0
    var high = ranks.count - 1
    while low < high {
      let middle = (low + high) / 2
      if Double(ranks[middle]) >= target { high = middle } else { low = middle + 1 }
    }
    return values[low]
  }
}

/// What sketches do with sorted numbers; none is NaN or −0.
enum Ordering {
  /// Values in ascending order, by radix: eight passes over the eight bytes of their keys, fewer where all agree.
  static func sorted(_ values: [Double]) -> [Double] {
    if values.count < 192 { return values.sorted() }
    // Bits in the order of the numbers: negative ones are complemented.
    var keys = values.map { value in
      let bits = value.bitPattern
      return bits ^ (UInt64(bitPattern: Int64(bitPattern: bits) >> 63) | 1 << 63)
    }
    var other = keys
    var histogram = [Int](repeating: 0, count: 2048)
    histogram.withUnsafeMutableBufferPointer { histogram in
      for key in keys {
        for digit in 0..<8 {
          histogram[digit << 8 | Int(truncatingIfNeeded: key >> UInt64(8 * digit) & 255)] &+= 1
        }
      }
    }
    for digit in 0..<8 {
      let first = Int(truncatingIfNeeded: keys[0] >> UInt64(8 * digit) & 255)
      if histogram[digit << 8 | first] == keys.count { continue }
      scatter(keys, into: &other, digit: digit, &histogram)
      swap(&keys, &other)
    }
    return keys.map { key in
      let sign = UInt64(bitPattern: Int64(bitPattern: ~key) >> 63)
      return Double(bitPattern: key ^ (sign | 1 << 63))
    }
  }

  private static func scatter(
    _ keys: [UInt64], into result: inout [UInt64], digit: Int, _ histogram: inout [Int]
  ) {
    let shift = UInt64(8 * digit)
    var place = 0
    for index in digit << 8..<(digit + 1) << 8 {
      let count = histogram[index]
      histogram[index] = place
      place += count
    }
    keys.withUnsafeBufferPointer { keys in
      result.withUnsafeMutableBufferPointer { result in
        histogram.withUnsafeMutableBufferPointer { histogram in
          for key in keys {
            let bucket = digit << 8 | Int(truncatingIfNeeded: key >> shift & 255)
            result[histogram[bucket]] = key
            histogram[bucket] &+= 1
          }
        }
      }
    }
  }

  /// Two ascending lists as one.
  static func merged(_ left: [Double], _ right: [Double]) -> [Double] {
    if left.isEmpty { return right }
    if right.isEmpty { return left }
    return Array(unsafeUninitializedCapacity: left.count + right.count) { result, count in
      var first = 0
      var second = 0
      while first < left.count, second < right.count {
        // Which one is next nobody can foresee: no branch.
        let takesFirst = left[first] <= right[second]
        result[count] = takesFirst ? left[first] : right[second]
        first &+= takesFirst ? 1 : 0
        second &+= takesFirst ? 0 : 1
        count &+= 1
      }
      for index in first..<left.count {
        result[count] = left[index]
        count += 1
      }
      for index in second..<right.count {
        result[count] = right[index]
        count += 1
      }
    }
  }

  /// Two ascending lists as one, weights beside their values.
  static func merged(
    _ left: [Double], _ leftWeights: [Int], _ right: [Double], _ rightWeights: [Int]
  ) -> ([Double], [Int]) {
    var values: [Double] = []
    var weights: [Int] = []
    values.reserveCapacity(left.count + right.count)
    weights.reserveCapacity(left.count + right.count)
    var first = 0
    for (value, weight) in zip(right, rightWeights) {
      while first < left.count, left[first] <= value {
        values.append(left[first])
        weights.append(leftWeights[first])
        first += 1
      }
      values.append(value)
      weights.append(weight)
    }
    values += left[first...]
    weights += leftWeights[first...]
    return (values, weights)
  }

  /// How many of ascending values are at most `bound`.
  static func count(in values: [Double], upTo bound: Double) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
