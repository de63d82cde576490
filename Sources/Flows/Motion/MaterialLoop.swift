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
    var (nextX, nextY) = (x, y)
    let mover = ParticleMover<Double>()
    nextX.withUnsafeMutableBufferPointer { x in
      nextY.withUnsafeMutableBufferPointer { y in
        for _ in 0..<4 { mover.move(x, y, with: field, by: time / 4) }
      }
    }
    guard (nextX + nextY).allSatisfy({ $0.isFinite }) else { return false }
    (x, y) = (nextX, nextY)
    return true
  }
}
