import Elementary
import Expressions
import Fields

/// The outline of a drop of dye: a closed curve that the flow carries, and the area inside it.
///
/// Divergence is how fast the area grows: d(area)/dt = ∬ div F dA over the drop.
public struct MaterialLoop: Sendable, Equatable {
  /// The first coordinates of the outline, counter-clockwise.
  public private(set) var x: [Double]
  /// The second coordinates.
  public private(set) var y: [Double]
  /// The area at the start.
  public let initialArea: Double

  /// A drop that fills a circle, its outline followed at `count` points.
  public init(circle: Circle, count: Int = 256) {
    let (points, _) = circle.points(max(count, 5), radius: circle.radius)
    x = (0..<points.count).map { points[0, $0] }
    y = (0..<points.count).map { points[1, $0] }
    initialArea = MaterialLoop.area(x, y)
  }

  /// The area inside the outline, ½ ∮ x dy − y dx.
  ///
  /// The derivatives along the outline are central differences of order 4, which see a circle of 256 points
  /// right to eight digits, where the polygon through them would be right to four.
  public var area: Double { MaterialLoop.area(x, y) }

  /// The area over the area at the start.
  public var ratio: Double { area / initialArea }

  private static func area(_ x: [Double], _ y: [Double]) -> Double {
    let count = x.count
    var twice = 0.0
    for index in 0..<count {
      let dx = slope(x, at: index)
      let dy = slope(y, at: index)
      // Taken from the first point, so that a small drop far from the origin keeps its digits.
      twice += (x[index] - x[0]) * dy - (y[index] - y[0]) * dx
    }
    return twice / 2
  }

  private static func slope(_ values: [Double], at index: Int) -> Double {
    let count = values.count
    let near = values[(index + 1) % count] - values[(index + count - 1) % count]
    let far = values[(index + 2) % count] - values[(index + count - 2) % count]
    return (8 * near - far) / 12
  }

  /// Lets the outline drift with the field for a time, by four Runge–Kutta steps of order 4.
  ///
  /// - Returns: false, and nothing moves, when the field is not finite on the way.
  public mutating func step(in field: some VectorField, by time: Double) -> Bool {
    let start = Block<Double>(rows: 2, capacity: x.count)
    start.count = x.count
    for lane in x.indices {
      start[0, lane] = x[lane]
      start[1, lane] = y[lane]
    }
    for _ in 0..<4 { rungeKutta4(start, in: field, by: time / 4) }
    let finite = x.indices.allSatisfy { start[0, $0].isFinite && start[1, $0].isFinite }
    guard finite else { return false }
    for lane in x.indices {
      x[lane] = start[0, lane]
      y[lane] = start[1, lane]
    }
    return true
  }

  private func rungeKutta4(_ points: Block<Double>, in field: some VectorField, by time: Double) {
    let tableau = ButcherTableau.rungeKutta4
    let trial = Block<Double>(rows: 2, capacity: points.count)
    let slope = Block<Double>(rows: 2, capacity: points.count)
    let total = Block<Double>(rows: 2, capacity: points.count)
    trial.count = points.count
    for stage in 0..<tableau.stageCount {
      // Each row of this tableau has one entry that is not 0: the slope before.
      let reach = stage == 0 ? 0 : time * (tableau.coefficients[stage].last ?? 0)
      for row in 0..<2 {
        for lane in 0..<points.count { trial[row, lane] = points[row, lane] + reach * slope[row, lane] }
      }
      field.values(at: trial, into: slope)
      for row in 0..<2 {
        for lane in 0..<points.count { total[row, lane] += tableau.weights[stage] * slope[row, lane] }
      }
    }
    for row in 0..<2 {
      for lane in 0..<points.count { points[row, lane] += time * total[row, lane] }
    }
  }
}
