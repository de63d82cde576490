import Expressions

/// Sums of weighted differences of samples along a line of memory, one sum for each output.
struct LineSweep {
  /// Two samples of a component, by their distances in memory from the place of the result.
  struct Pair {
    let component: Int
    let to: Int
    let from: Int
    let weight: Double
  }

  /// The places along the line.
  let places: Range<Int>
  private var pairs: [Pair] = []
  /// Where the pairs of each output end.
  private var ends: [Int] = []

  init(places: Range<Int>) {
    self.places = places
  }

  /// Adds an output that sums these pairs.
  mutating func append(_ sum: [Pair]) {
    pairs += sum
    ends.append(pairs.count)
  }

  /// Takes the sums at the places of the line that begins at sample `start`.
  func run(_ samples: Block<Double>, from start: Int, into result: Block<Double>) {
    withUnsafeTemporaryAllocation(of: Source.self, capacity: pairs.count) { sources in
      for (index, pair) in pairs.enumerated() {
        let row = UnsafePointer(samples.row(pair.component) + start)
        sources[index] = Source(upper: row + pair.to, lower: row + pair.from, weight: pair.weight)
      }
      var first = 0
      for (row, end) in ends.enumerated() {
        let run = UnsafeBufferPointer(rebasing: sources[first..<end])
        LineSweep.sum(run, at: places, into: result.row(row) + start)
        first = end
      }
    }
  }

  private struct Source {
    let upper: UnsafePointer<Double>
    let lower: UnsafePointer<Double>
    let weight: Double
  }

  /// One output along the line.
  ///
  /// All outputs at once would read more rows together than a cache has ways, where the length of a line is a power
  /// of two.
  private static func sum(
    _ sources: UnsafeBufferPointer<Source>, at places: Range<Int>, into result: UnsafeMutablePointer<Double>
  ) {
    var place = places.lowerBound
    while place + 16 <= places.upperBound {
      var sum = SIMD16<Double>.zero
      for source in sources {
        if source.upper == source.lower {
          // The sample itself, with the factor 0: only whether it is masked counts.
          sum += load(source.upper + place) * 0
        } else {
          sum += (load(source.upper + place) - load(source.lower + place)) * source.weight
        }
      }
      UnsafeMutableRawPointer(result + place).storeBytes(of: sum, as: SIMD16<Double>.self)
      place += 16
    }
    while place < places.upperBound {
      var sum = 0.0
      for source in sources { sum += (source.upper[place] - source.lower[place]) * source.weight }
      result[place] = sum
      place += 1
    }
  }

  @inline(__always)
  private static func load(_ place: UnsafePointer<Double>) -> SIMD16<Double> {
    UnsafeRawPointer(place).loadUnaligned(as: SIMD16<Double>.self)
  }
}
