import Elementary
import Expressions
import Fields
import Figures

/// The graph of a scalar field over a window as a landscape in a box, and what of it is seen where.
///
/// The longer side of the window is 2 long, and the heights between the lowest and the highest that are shown are 0.9.
/// Where the field towers, the landscape is cut off, and one looks into it.
///
/// ```swift
/// let relief = Relief(of: bowl, over: window, camera: camera)
/// relief.sight(x: 1, y: 0, value: 1)?.place      // where the picture shows the point (1, 0)
/// relief.ground(at: place)                       // the point of the plane that is seen at a place
/// ```
public struct Relief: Sendable {
  /// The part of the plane that is shown.
  public let window: Window
  /// From where it is seen.
  public let camera: Camera
  /// The values at the nodes of the mesh.
  let grid: SampleGrid
  let scale: HillScale
  /// The least and the greatest height that is shown.
  let reach: Extent

  /// How many cells there are along each side.
  static let cells = 48
  /// Half of the height of the box.
  static let halfHeight = 0.45

  /// A landscape.
  public init(of field: some ScalarField, over window: Window, camera: Camera) {
    self.window = window
    self.camera = Camera(heading: camera.heading, reach: 1)
    grid = SampleGrid(of: field, over: window, columns: Relief.cells + 1, rows: Relief.cells + 1)
    scale = HillScale(grid, favoursLowGround: true)
    // A summit or a hollow inside is shown whole; what towers or gapes along the border is cut off.
    let inner = Relief.innerExtremes(grid)
    let wanted = scale.reach.union(inner)
    reach = wanted.length > 0 ? wanted : Extent(wanted.lower - 1, wanted.lower + 1)
  }

  /// From the lowest hollow to the highest summit among the nodes inside; empty where there are none.
  private static func innerExtremes(_ grid: SampleGrid) -> Extent {
    var extremes = Extent.empty
    let count = grid.x.count
    for row in 1..<(grid.y.count - 1) {
      for column in 1..<(count - 1) {
        let here = grid.values[row * count + column]
        var isHighest = true
        var isLowest = true
        for (up, right) in [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)] {
          let other = grid.values[(row + up) * count + column + right]
          // Beside a pole, where a neighbour is not finite, nothing is an extreme.
          if !(other <= here) { isHighest = false }
          if !(other >= here && other.isFinite) { isLowest = false }
        }
        if here.isFinite, isHighest || isLowest { extremes.include(here) }
      }
    }
    return extremes
  }

  /// How long one unit of the plane is in the box.
  private var unit: Double { 2 / Swift.max(window.width, window.height) }

  /// Where a point lies in the box; not finite where the value is not.
  func place(x: Double, y: Double, value: Double) -> SIMD3<Double> {
    let share = (value - reach.lower) / (reach.upper - reach.lower)
    return SIMD3(
      (x - (window.minX + window.maxX) / 2) * unit, (y - (window.minY + window.maxY) / 2) * unit,
      Relief.halfHeight * (2 * share - 1))
  }

  /// A point of the landscape as it is seen; `nil` outside of the box, and where the landscape is cut off.
  @export(interface)
  public func sight(x: Double, y: Double, value: Double) -> Camera.Sight? {
    guard window.contains(x, y), value >= reach.lower - 0.02 * reach.length, value <= reach.upper else {
      return nil
    }
    return camera.sight(of: place(x: x, y: y, value: value))
  }

  /// Whether ground lies between a point of the landscape and the eye.
  @export(interface)
  public func isHidden(x: Double, y: Double, value: Double) -> Bool {
    let start = place(x: x, y: y, value: value) + SIMD3(0, 0, 0.02)
    let eye = camera.distance * camera.heading.vector
    let way = eye - start
    // Beyond the box nothing is in the way.
    let length = way.length
    for index in 1...40 {
      let point = start + way * (Double(index) * 0.05 / length)
      guard point.z <= Relief.halfHeight else { return false }
      let ground = height(under: point)
      if ground.isNaN { continue }
      if ground > point.z { return true }
    }
    return false
  }

  /// The height of the landscape over a place of the box, between the four nodes around it; NaN where there is none.
  private func height(under point: SIMD3<Double>) -> Double {
    let x = point.x / unit + (window.minX + window.maxX) / 2
    let y = point.y / unit + (window.minY + window.maxY) / 2
    let across = (x - window.minX) / window.width * Double(Relief.cells)
    let up = (y - window.minY) / window.height * Double(Relief.cells)
    guard across >= 0, up >= 0, across <= Double(Relief.cells), up <= Double(Relief.cells) else {
      return .nan
    }
    let column = Swift.min(Int(across), Relief.cells - 1)
    let row = Swift.min(Int(up), Relief.cells - 1)
    let (s, t) = (across - Double(column), up - Double(row))
    let low = (1 - s) * value(row, column) + s * value(row, column + 1)
    let high = (1 - s) * value(row + 1, column) + s * value(row + 1, column + 1)
    let value = (1 - t) * low + t * high
    return value <= reach.upper ? place(x: 0, y: 0, value: value).z : .nan
  }

  private func value(_ row: Int, _ column: Int) -> Double { grid.values[row * grid.x.count + column] }

  /// A node of the mesh in the box.
  func node(_ row: Int, _ column: Int) -> SIMD3<Double> {
    place(x: grid.x[column], y: grid.y[row], value: value(row, column))
  }

  /// The point of the plane that is seen at a place of the picture; `nil` where none is.
  @export(interface)
  public func ground(at place: SIMD2<Double>) -> SIMD2<Double>? {
    // The line of sight runs through the box from the eye away; where it first dips under the ground it has met it.
    let near = camera.point(at: place, depth: 2)
    let far = camera.point(at: place, depth: -2)
    let step = (far - near) / 400
    guard step.length.isFinite else { return nil }
    var point = near
    for _ in 0..<400 {
      let next = point + step
      let ground = height(under: next)
      // Where the landscape is cut off, one may come upon a wall from behind.
      let before = height(under: point)
      if ground >= next.z, before.isNaN || before <= point.z { return settled(from: point, to: next) }
      point = next
    }
    return nil
  }

  /// The point of the plane between two places of the line of sight, one over the ground and one under it.
  private func settled(from upper: SIMD3<Double>, to lower: SIMD3<Double>) -> SIMD2<Double> {
    var (above, below) = (upper, lower)
    for _ in 0..<30 {
      let middle = (above + below) / 2
      if height(under: middle) >= middle.z { below = middle } else { above = middle }
    }
    let point = (above + below) / 2
    return SIMD2(
      point.x / unit + (window.minX + window.maxX) / 2, point.y / unit + (window.minY + window.maxY) / 2)
  }
}
