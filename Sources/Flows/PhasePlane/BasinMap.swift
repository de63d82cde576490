import Elementary
import Fields

/// Which attractor each point of a window comes to.
///
/// ```swift
/// let found = try pendulum.criticalPoints(in: IntervalBox(window))
/// let basins = try BasinMap(of: pendulum, over: window, columns: 200, rows: 150, attractors: found, time: 60)
/// basins[120, 80]     // the number of an attractor, or nil
/// ```
public struct BasinMap: Sendable, Equatable {
  /// What a point comes to.
  public enum Attractor: Sendable, Equatable {
    /// A critical point that attracts, at this place.
    case point([Double])
    /// A stable limit cycle, the one of this number.
    case cycle(Int)
  }

  /// The window; its nodes lie on its border too.
  public let window: Window
  /// The nodes from left to right.
  public let columns: Int
  /// The nodes from bottom to top.
  public let rows: Int
  /// The attractors, points first.
  public let attractors: [Attractor]
  /// The number of an attractor for every node, row by row from below; −1 where none was reached in the time.
  public let labels: [Int32]

  /// Follows every node of a grid for a time.
  ///
  /// A node belongs to an attractor if its path ends within 1/50 of the window's diagonal of it, and to the nearest if
  /// there are several.
  ///
  /// - Throws: ``FlowError`` if the field is not one of the plane, or the time is not a positive number.
  public init(
    of field: some VectorField, over window: Window, columns: Int, rows: Int,
    attractors found: CriticalPoints<FlowType>, cycles: [LimitCycle] = [], time: Double,
    _ integrator: Integrator = Integrator(controller: .adaptive(relative: 1e-6, absolute: 1e-8))
  ) throws(FlowError) {
    guard field.dimension == 2, field.components == 2 else {
      throw .components(field.components, dimension: field.dimension)
    }
    guard time > 0, time.isFinite else { throw .step(time) }
    self.window = window
    self.columns = max(columns, 2)
    self.rows = max(rows, 2)
    let sinks = found.points.filter { $0.nature.incoming == 2 }.map { $0.location }
    let stable = cycles.filter { $0.isStable }
    attractors = sinks.map { .point($0) } + stable.indices.map { .cycle($0) }
    var coordinates: [Double] = []
    for row in 0..<self.rows {
      for column in 0..<self.columns {
        coordinates.append(window.minX + window.width * Double(column) / Double(self.columns - 1))
        coordinates.append(window.minY + window.height * Double(row) / Double(self.rows - 1))
      }
    }
    let ends = try integrator.ends(try InitialValueProblem(field, coordinates: coordinates, to: time))
    let places = BasinPlaces(
      sinks: sinks, cycles: stable, near: 0.02 * Double.hypot(window.width, window.height))
    labels = (0..<ends.count).map { places.nearest(to: ends[$0]) }
  }

  /// The number of the attractor that a node comes to, or `nil`.
  public subscript(column: Int, row: Int) -> Int? {
    let label = labels[row * columns + column]
    return label < 0 ? nil : Int(label)
  }
}

/// Where the attractors are.
private struct BasinPlaces {
  let sinks: [[Double]]
  let cycles: [[[Double]]]
  let near: Double

  init(sinks: [[Double]], cycles: [LimitCycle], near: Double) {
    self.sinks = sinks
    self.near = near
    self.cycles = cycles.map { cycle in
      cycle.path.steps.flatMap { step in (0..<16).map { step.point(share: Double($0) / 16) } }
    }
  }

  func nearest(to end: [Double]) -> Int32 {
    var label: Int32 = -1
    var least = near * near
    func consider(_ place: [Double], _ number: Int) {
      let (x, y) = (place[0] - end[0], place[1] - end[1])
      let distance = x * x + y * y
      if distance <= least { (least, label) = (distance, Int32(number)) }
    }
    for (number, sink) in sinks.enumerated() { consider(sink, number) }
    for (number, cycle) in cycles.enumerated() {
      for place in cycle { consider(place, sinks.count + number) }
    }
    return label
  }
}
