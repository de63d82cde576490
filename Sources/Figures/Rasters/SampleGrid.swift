/// Numbers at the nodes of a rectangular grid; NaN and ±∞ are masked: nothing is drawn there.
public struct SampleGrid: Sendable {
  /// The horizontal places of the columns, strictly rising.
  public let x: [Double]
  /// The vertical places of the rows, strictly rising.
  public let y: [Double]
  /// The values, row after row from the lowest y: `values[row * x.count + column]`.
  public let values: [Double]

  /// Why numbers do not make a grid.
  public enum Failure: Error, Equatable, Sendable {
    /// There are not columns × rows values.
    case valueCount(found: Int, expected: Int)
    /// Places of columns (`axis` 0) or rows (1) do not rise at this index, or are not finite.
    case notRising(axis: Int, index: Int)
  }

  /// A grid of given places and values.
  /// - Throws: `Failure` where the counts do not match or the places do not strictly rise.
  @export(interface)
  public init(x: [Double], y: [Double], values: [Double]) throws(Failure) {
    guard values.count == x.count * y.count else {
      throw .valueCount(found: values.count, expected: x.count * y.count)
    }
    for (axis, places) in [x, y].enumerated() {
      for index in places.indices {
        let rises = index == 0 || places[index - 1] < places[index]
        guard places[index].isFinite, rises else { throw .notRising(axis: axis, index: index) }
      }
    }
    self.x = x
    self.y = y
    self.values = values
  }

  /// A function sampled at equal distances, the ends of both extents included; a count below 2 or an extent
  /// that is empty, infinite or of no length gives a grid of nothing.
  @export(interface)
  public init(
    x: Extent, y: Extent, columns: Int, rows: Int, value: (_ x: Double, _ y: Double) -> Double
  ) {
    let xs = SampleGrid.places(x, columns)
    let ys = SampleGrid.places(y, rows)
    var samples: [Double] = []
    samples.reserveCapacity(xs.count * ys.count)
    for b in ys { for a in xs { samples.append(value(a, b)) } }
    self.x = xs
    self.y = ys
    values = samples
  }

  private static func places(_ extent: Extent, _ count: Int) -> [Double] {
    guard count >= 2, extent.length > 0, extent.length.isFinite else { return [] }
    let last = Double(count - 1)
    let result = (0..<count).map { index in
      extent.lower * (1 - Double(index) / last) + extent.upper * (Double(index) / last)
    }
    // Where the extent is too short for so many different numbers there is no grid.
    for index in 1..<count where !(result[index - 1] < result[index]) { return [] }
    return result
  }

  /// The smallest and the largest finite value.
  public var range: Extent { Extent(of: values) }

  /// Whether the grid has no cell.
  public var isEmpty: Bool { x.count < 2 || y.count < 2 }

  var xExtent: Extent { Extent(of: x) }
  var yExtent: Extent { Extent(of: y) }
}
