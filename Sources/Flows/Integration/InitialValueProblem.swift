import Fields

/// Points that move with a vector field: dy/dt = F(y), or F(y, t) for a field of one coordinate more.
///
/// ```swift
/// let pendulum = try VectorExpressionField("y, -sin x")
/// let problem = try InitialValueProblem(pendulum, start: [1, 0], time: 10)
/// let solution = try Integrator().solve(problem)
/// ```
public struct InitialValueProblem: Sendable {
  /// The field that says how fast each point moves; its last coordinate is time when it has one more than components.
  public let field: AnyVectorField
  /// The coordinates of the starts, one start after the other.
  public let coordinates: [Double]
  /// When they start.
  public let startTime: Double
  /// When each of them starts, if they do not all start at ``startTime``.
  public private(set) var startTimes: [Double]?
  /// When they end; earlier than ``startTime`` to go backward.
  public let endTime: Double
  /// The box that the points move in, a range a coordinate; a path ends where it leaves the box.
  public var domain: [ClosedRange<Double>]?

  /// The points from `startTime` to `endTime`.
  ///
  /// - Parameters:
  ///   - field: The field that moves them.
  ///   - coordinates: The coordinates of the starts, one start after the other.
  ///   - startTime: When they start.
  ///   - endTime: When they end.
  ///   - domain: The box they move in, a range a coordinate.
  /// - Throws: ``FlowError`` if the field cannot move points of so many coordinates, or a number is not finite.
  public init(
    _ field: some VectorField, coordinates: [Double], from startTime: Double = 0, to endTime: Double,
    domain: [ClosedRange<Double>]? = nil
  ) throws(FlowError) {
    let needed = field.components
    guard field.dimension == needed || field.dimension == needed + 1, needed > 0 else {
      throw .components(needed, dimension: field.dimension)
    }
    let rest = coordinates.count % needed
    guard rest == 0 else {
      throw .coordinates(start: coordinates.count / needed, count: rest, needed: needed)
    }
    for (index, coordinate) in coordinates.enumerated() where !coordinate.isFinite {
      throw .notFinite(start: index / needed)
    }
    guard startTime.isFinite, endTime.isFinite, (endTime - startTime).isFinite else {
      throw .interval(startTime, endTime)
    }
    if let domain, domain.count != needed { throw .domain(count: domain.count, needed: needed) }
    // Known by its answers alone, so that the integration is compiled once and not for every kind of field.
    self.field = AnyVectorField(field)
    self.coordinates = coordinates
    self.startTime = startTime
    self.endTime = endTime
    self.domain = domain
  }

  /// The points from `startTime` to `endTime`.
  ///
  /// - Throws: ``FlowError`` as ``init(_:coordinates:from:to:domain:)`` does.
  public init(
    _ field: some VectorField, starts: [[Double]], from startTime: Double = 0, to endTime: Double,
    domain: [ClosedRange<Double>]? = nil
  ) throws(FlowError) {
    for (index, start) in starts.enumerated() where start.count != field.components {
      throw .coordinates(start: index, count: start.count, needed: field.components)
    }
    try self.init(
      field, coordinates: starts.flatMap { $0 }, from: startTime, to: endTime, domain: domain)
  }

  /// Points that start at times of their own, all on one side of the end.
  ///
  /// - Throws: ``FlowError`` as ``init(_:coordinates:from:to:domain:)`` does, ``FlowError/saveTime(_:)`` for a start
  ///   beyond the end.
  public init(
    _ field: some VectorField, starts: [[Double]], from startTimes: [Double], to endTime: Double,
    domain: [ClosedRange<Double>]? = nil
  ) throws(FlowError) {
    precondition(starts.count == startTimes.count, "a time for every start")
    let isBackward = startTimes.contains { $0 > endTime }
    let first = isBackward ? startTimes.max() : startTimes.min()
    try self.init(field, starts: starts, from: first ?? endTime, to: endTime, domain: domain)
    for time in startTimes where !time.isFinite || (endTime - time) * direction < 0 { throw .saveTime(time) }
    self.startTimes = startTimes
  }

  /// When a start begins.
  func startTime(of index: Int) -> Double { startTimes?[index] ?? startTime }

  /// One point for a time from 0 on; a negative time goes backward.
  ///
  /// - Throws: ``FlowError`` as ``init(_:coordinates:from:to:domain:)`` does.
  public init(_ field: some VectorField, start: [Double], time: Double) throws(FlowError) {
    try self.init(field, starts: [start], to: time)
  }

  /// The number of starts.
  public var startCount: Int { coordinates.count / dimension }

  /// One of the starts.
  public func start(_ index: Int) -> [Double] {
    Array(coordinates[index * dimension..<(index + 1) * dimension])
  }

  /// The number of coordinates that move.
  public var dimension: Int { field.components }

  /// Whether the field changes with time.
  public var isUnsteady: Bool { field.dimension > field.components }

  /// +1 forward in time, −1 backward.
  var direction: Double { endTime < startTime ? -1 : 1 }
}
