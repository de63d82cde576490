import Elementary
import Expressions

/// An integral over a part of a small cell, with what it is judged by.
struct CellIntegral {
  var value = 0.0
  /// Σ |terms|.
  var size = 0.0
  /// By how much doubling the points changed it.
  var change = 0.0
  /// By how much the values at the corners differ from what the points inside let one expect, times the measure.
  var gap = 0.0
  /// By how much the values at the centre scatter by rounding, times the measure.
  var noise = 0.0

  /// Adds another integral, or takes it off.
  mutating func add(_ other: CellIntegral, sign: Double = 1) {
    value += sign * other.value
    size += other.size
    change += other.change
    gap += other.gap
    noise += other.noise
  }
}

/// Integrals over lines, squares and cubes of a small cell by Gauss–Legendre quadrature with 6 and 12 points a side.
///
/// A pole within the cell or a kink across it shows: both rules disagree, or the polynomial through the points inside
/// misses the corners.
struct CellRule {
  private let scales: [Double]
  private let coarse = GaussLegendre(count: 6)
  private let fine = GaussLegendre(count: 12)
  /// For each end of the interval the weights with which the fine points continue to it.
  private let ends: [[Double]]

  /// - Parameter scales: for each coordinate a power of two about as large as the box.
  init(scales: [Double]) {
    self.scales = scales
    let nodes = fine.nodes
    ends = [-1.0, 1.0].map { end in
      nodes.indices.map { index in
        var weight = 1.0
        for other in nodes.indices where other != index {
          weight *= (end - nodes[other]) / (nodes[index] - nodes[other])
        }
        return weight
      }
    }
  }

  /// The integral of every row over the part of a cell that some axes span by ± their half width about the centre.
  func integrals(
    of rows: FieldRows, over axes: [Int], centre: [Double], halves: [Double]
  ) -> [CellIntegral] {
    let rough = answers(rows, axes, centre, halves, coarse.nodes)
    let inside = answers(rows, axes, centre, halves, fine.nodes)
    let corners = answers(rows, axes, centre, halves, [-1, 1])
    let measure = axes.reduce(1) { $0 * 2 * halves[$1] }
    let scale = axes.reduce(1) { $0 * halves[$1] }
    let roughWeights = products(coarse.weights, axes.count)
    let weights = products(fine.weights, axes.count)
    let continuations = (0..<corners.count).map { corner in
      products(axes.indices.map { ends[(corner >> $0) & 1] })
    }
    let scatters = centre.indices.map { variable in
      ExtrapolatedDifferences.scatter(of: rows, at: centre, along: variable, scale: scales[variable])
    }
    return (0..<rows.count).map { row in
      var integral = CellIntegral()
      let (value, size) = sum(inside.row(row), weights)
      integral.value = scale * value
      integral.size = scale * size
      integral.change = scale * (value - sum(rough.row(row), roughWeights).value).magnitude
      for (corner, continuation) in continuations.enumerated() {
        let gap = corners[row, corner] - sum(inside.row(row), continuation).value
        integral.gap = gap.isNaN ? .nan : max(integral.gap, measure * gap.magnitude)
      }
      for scatter in scatters { integral.noise += measure * scatter[row] }
      return integral
    }
  }

  private func sum(
    _ values: UnsafeMutablePointer<Double>, _ weights: [Double]
  ) -> (value: Double, size: Double) {
    var value = 0.0
    var size = 0.0
    for (place, weight) in weights.enumerated() {
      value += weight * values[place]
      size += (weight * values[place]).magnitude
    }
    return (value, size)
  }

  private func products(_ weights: [Double], _ count: Int) -> [Double] {
    products([[Double]](repeating: weights, count: count))
  }

  /// All products of one weight of each list, the first list fastest.
  private func products(_ lists: [[Double]]) -> [Double] {
    var result = [1.0]
    for list in lists {
      result = list.flatMap { weight in result.map { $0 * weight } }
    }
    return result
  }

  /// The rows at all combinations of some places on the axes, the first axis fastest.
  private func answers(
    _ rows: FieldRows, _ axes: [Int], _ centre: [Double], _ halves: [Double], _ nodes: [Double]
  ) -> Block<Double> {
    let count = axes.reduce(1) { (product, _) in product * nodes.count }
    let points = Block<Double>(rows: centre.count, capacity: count)
    points.count = count
    for (index, coordinate) in centre.enumerated() {
      let row = points.row(index)
      for lane in 0..<count { row[lane] = coordinate }
    }
    var stride = 1
    for axis in axes {
      let row = points.row(axis)
      for lane in 0..<count { row[lane] += halves[axis] * nodes[lane / stride % nodes.count] }
      stride *= nodes.count
    }
    let answers = Block<Double>(rows: rows.count, capacity: count)
    rows.evaluate(points, answers)
    return answers
  }
}
