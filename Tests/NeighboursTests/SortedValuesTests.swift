import Neighbours
import Testing

@Suite("Numbers in order")
struct SortedValuesTests {
  @Test("Sorted as the standard library sorts", arguments: Cloud.allCases, [1, 2, 199, 201, 5_000])
  func sorted(cloud: Cloud, count: Int) throws {
    var values = try cloud.points(count, dimension: 1).coordinates
    values[0] = -0.0
    #expect(try SortedValues(values).ascending == values.sorted())
  }

  @Test("Counts are those of the definition", arguments: Cloud.allCases, [1, 2, 3, 64, 300])
  func counts(cloud: Cloud, count: Int) throws {
    let points = try cloud.points(count, dimension: 1)
    let values = points.coordinates
    let sorted = SortedValues(points, axis: 0)
    for radius in [0, -1, Double.nan, 0x1p-1074, 0.01, 0.5, 1, 2, .infinity] {
      let counts = try sorted.counts(within: Array(repeating: radius, count: count), of: values)
      for (index, value) in values.enumerated() {
        #expect(counts[index] == values.count { abs($0 - value) < radius })
      }
      #expect(sorted.count(within: radius, of: 1.5) == values.count { abs($0 - 1.5) < radius })
    }
  }

  @Test("What cannot be asked is said")
  func errors() throws {
    #expect(throws: NeighbourError.empty) { try SortedValues([]) }
    #expect(throws: NeighbourError.radii(count: 1, expected: 2)) {
      try SortedValues([1]).counts(within: [1], of: [1, 2])
    }
  }
}
