import Fields
import LinearAlgebra

/// Where a flow carries points, and how it stretches what is near them.
///
/// ```swift
/// let shear = try VectorExpressionField("y, 0")
/// let map = try FlowMap(of: shear, starts: [[0, 1]], to: 2)
/// map.end(0)                  // [2, 1]
/// map.gradient(0)             // [[1, 2], [0, 1]]
/// map.lyapunovExponents[0]    // asinh(1) / 2
/// ```
public struct FlowMap: Sendable {
  /// The time from the starts to the ends; negative backward.
  public let time: Double
  /// Where the points end, and why; the gradients follow the coordinates of each.
  private let ends: FlowEnds
  /// The number of coordinates of a point.
  public let dimension: Int

  /// The flow map and its gradient at some points, from the field's exact Jacobian along each path.
  ///
  /// - Throws: ``FlowError`` as ``InitialValueProblem`` and ``Integrator`` do.
  public init(
    of field: some VectorField, starts: [[Double]], from startTime: Double = 0, to endTime: Double,
    _ integrator: Integrator = Integrator()
  ) throws(FlowError) {
    for (index, start) in starts.enumerated() where start.count != field.components {
      throw .coordinates(start: index, count: start.count, needed: field.components)
    }
    try self.init(
      of: field, coordinates: starts.flatMap { $0 }, from: startTime, to: endTime, integrator)
  }

  /// The same for coordinates one start after the other.
  public init(
    of field: some VectorField, coordinates: [Double], from startTime: Double = 0, to endTime: Double,
    _ integrator: Integrator = Integrator()
  ) throws(FlowError) {
    // Names what is wrong in the terms of the field itself.
    let plain = try InitialValueProblem(field, coordinates: coordinates, from: startTime, to: endTime)
    let size = field.components
    var extended: [Double] = []
    extended.reserveCapacity(plain.startCount * (size + size * size))
    for index in 0..<plain.startCount {
      extended += coordinates[index * size..<(index + 1) * size]
      for place in 0..<size * size { extended.append(place % (size + 1) == 0 ? 1 : 0) }
    }
    let problem = try InitialValueProblem(
      VariationalField(field: field), coordinates: extended, from: startTime, to: endTime)
    ends = try integrator.ends(problem)
    time = endTime - startTime
    dimension = size
  }

  /// The number of points.
  public var count: Int { ends.count }

  /// Where a point ends.
  public func end(_ index: Int) -> [Double] { Array(ends[index].prefix(dimension)) }

  /// Why its path ended.
  public func ending(_ index: Int) -> Ending { ends.endings[index] }

  /// How the end moves with the start: element (i, j) is ∂yᵢ/∂y⁰ⱼ.
  public func gradient(_ index: Int) -> Matrix {
    let numbers = ends[index]
    return Matrix(rows: dimension, columns: dimension) { numbers[dimension + $0 * dimension + $1] }
  }

  /// The finite-time Lyapunov exponent of every point: ln of the greatest stretch, over the time it took.
  ///
  /// NaN where a path did not reach the end. The greatest stretch is the largest singular value of the gradient
  /// (Shadden, Lekien and Marsden 2005, eq. 7).
  public var lyapunovExponents: [Double] {
    (0..<count).map { index in
      guard ending(index) == .time, time != 0 else { return .nan }
      return Stretch(ends[index].suffix(dimension * dimension), size: dimension).logarithm / time.magnitude
    }
  }
}
