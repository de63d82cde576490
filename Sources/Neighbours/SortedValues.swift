import Parallel

/// Numbers in ascending order: points on a line, counted by two binary searches.
///
/// ```swift
/// let values = try SortedValues([3, 1, 4, 1, 5])
/// values.count(within: 2, of: 3)  // 2: the 3 and the 4; both 1 and the 5 are exactly 2 away
/// ```
public struct SortedValues: Equatable, Sendable {
  /// The numbers, the least first.
  public let ascending: [Double]

  /// Sorts numbers in O(n) steps.
  ///
  /// - Throws: ``NeighbourError`` if there are none, or naming the one that cannot be a coordinate.
  public init(_ values: [Double]) throws(NeighbourError) {
    self.init(unchecked: try PointSet(line: values).coordinates)
  }

  /// Sorts the coordinates of points on one axis.
  public init(_ points: PointSet, axis: Int) { self.init(unchecked: points.axis(axis)) }

  private init(unchecked values: [Double]) { ascending = sortedAscending(values) }

  /// How many numbers lie strictly within a radius of a value; that value itself counts if it is one of them.
  ///
  /// None does if the radius is 0, negative or NaN. Distances are those of the numbers as rounded, so that the counts
  /// agree with what ``NeighbourTree`` says of points on this line.
  public func count(within radius: Double, of value: Double) -> Int {
    ascending.withUnsafeBufferPointer { numbers in
      guard let first = numbers.baseAddress else { return 0 }
      return countWithin(radius, of: value, first, numbers.count)
    }
  }

  /// How many numbers lie strictly within a radius of each of some values, each with a radius of its own; on all
  /// threads.
  ///
  /// - Throws: ``NeighbourError/radii(count:expected:)`` unless there is one radius for each value.
  public func counts(within radii: [Double], of values: [Double]) throws(NeighbourError) -> [Int] {
    guard radii.count == values.count else { throw .radii(count: radii.count, expected: values.count) }
    let length = 512
    var counts = [Int](repeating: 0, count: values.count)
    counts.withUnsafeMutableBufferPointer { counts in
      nonisolated(unsafe) let counts = counts
      inParallel((values.count + length - 1) / length) { part in
        for index in part * length..<min((part + 1) * length, values.count) {
          counts[index] = count(within: radii[index], of: values[index])
        }
      }
    }
    return counts
  }
}

/// How many of the numbers, which ascend, are nearer to the value than the radius.
///
/// Both bounds are searched for side by side and without a branch, of which half would be guessed wrong: a step of the
/// one fills the wait of the other.
@inline(__always)
private func countWithin(
  _ radius: Double, of value: Double, _ ascending: UnsafePointer<Double>, _ count: Int
) -> Int {
  guard radius > 0 else { return 0 }
  var lower = 0
  var upper = 0
  var length = count
  while length > 1 {
    let half = length &>> 1
    let below = value - ascending[lower &+ half &- 1]
    let above = ascending[upper &+ half &- 1] - value
    lower &+= half & ~ones(below, below: radius)
    upper &+= half & ones(above, below: radius)
    length &-= half
  }
  if !(value - ascending[lower] < radius) { lower &+= 1 }
  if ascending[upper] - value < radius { upper &+= 1 }
  return max(upper &- lower, 0)
}

/// All bits if a number is less than the radius, none otherwise: from the sign of their difference, which gradual
/// underflow keeps from vanishing.
@inline(__always)
private func ones(_ number: Double, below radius: Double) -> Int {
  Int(truncatingIfNeeded: Int64(bitPattern: (number - radius).bitPattern) &>> 63)
}

/// The finite numbers in ascending order: sorted digit by digit (radix 2¹¹), in O(n).
func sortedAscending(_ values: [Double]) -> [Double] {
  guard values.count > 200 else { return values.sorted() }
  // As whole numbers the bits ascend with the value once negative ones are complemented and others get the sign bit.
  let sign: UInt64 = 1 << 63
  var keys = values.map { value in
    let bits = value.bitPattern
    return bits & sign != 0 ? ~bits : bits | sign
  }
  var other = [UInt64](repeating: 0, count: keys.count)
  var histogram = [Int](repeating: 0, count: 6 * 2048)
  for key in keys {
    for digit in 0..<6 { histogram[digit &* 2048 &+ Int((key &>> UInt64(11 &* digit)) & 2047)] &+= 1 }
  }
  for digit in 0..<6 {
    let shift = UInt64(11 * digit)
    // A digit that all numbers share moves nothing.
    if histogram[digit * 2048 + Int((keys[0] >> shift) & 2047)] == keys.count { continue }
    var start = 0
    for place in digit * 2048..<(digit + 1) * 2048 {
      let size = histogram[place]
      histogram[place] = start
      start += size
    }
    histogram.withUnsafeMutableBufferPointer { places in
      other.withUnsafeMutableBufferPointer { target in
        for key in keys {
          let place = digit &* 2048 &+ Int((key &>> shift) & 2047)
          target[places[place]] = key
          places[place] &+= 1
        }
      }
    }
    swap(&keys, &other)
  }
  return keys.map { key in Double(bitPattern: key & sign != 0 ? key & ~sign : ~key) }
}
