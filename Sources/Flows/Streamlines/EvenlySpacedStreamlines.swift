import Elementary
import Expressions
import Fields

/// Streamlines that fill a picture, or a box of space, at an even distance from each other.
///
/// Lines begin at the seeds that are given, then around the critical points of the plane and along the border, and
/// then beside lines that are there, at the distance ``separation``; a lattice finds what is still empty. Each line
/// runs until it comes nearer than half the separation to another or to itself, leaves the picture, stops, or closes.
/// Distances are those of the picture, so that lines are as even on a stretched axis as the eye expects.
///
/// Source: Jobard and Lefer, *Creating evenly-spaced streamlines of arbitrary density* (1997).
///
/// ```swift
/// let lines = EvenlySpacedStreamlines(window: window, width: 600, height: 400, separation: 14)
///   .lines(of: try VectorExpressionField("-y, x"))
/// ```
public struct EvenlySpacedStreamlines: Sendable {
  /// The distance between lines, in the units of the picture, or of the box in space.
  public let separation: Double
  /// Whether lines run on where they come near another: until they leave the picture, stop, close or come near
  /// themselves.
  ///
  /// Their seeds keep the distance all the same.
  public var isUnbroken = false
  /// Where lines begin before any other, as far as the distance allows, in this order.
  public var seeds: [[Double]] = []
  let frame: StreamlineFrame

  /// Lines shorter than this many separations are left out.
  public static let shortestLength = 1.5
  /// The most points that a picture may hold.
  public static let maximumPoints = 400_000

  /// Lines for a picture of the window, `width` by `height`, at a distance of `separation`.
  ///
  /// A separation below 1/500 of the picture's longer side is raised to that.
  public init(window: Window, width: Double, height: Double, separation: Double) {
    frame = StreamlineFrame(
      lower: [window.minX, window.minY], upper: [window.maxX, window.maxY], size: [width, height])
    self.separation = max(separation, max(width, height) / 500)
  }

  /// Lines for a box of space, at a distance of `separation` in the box's own units.
  ///
  /// A separation below 1/100 of the longest edge is raised to that.
  public init(x: ClosedRange<Double>, y: ClosedRange<Double>, z: ClosedRange<Double>, separation: Double) {
    let edges = [x, y, z].map { $0.upperBound - $0.lowerBound }
    frame = StreamlineFrame(
      lower: [x.lowerBound, y.lowerBound, z.lowerBound], upper: [x.upperBound, y.upperBound, z.upperBound],
      size: edges)
    self.separation = max(separation, max(edges[0], max(edges[1], edges[2])) / 100)
  }

  /// The streamlines of a field; none where it is zero or not finite.
  ///
  /// - Precondition: the field has as many coordinates and components as the picture or box has axes.
  public func lines(of field: some VectorField) -> [Streamline] {
    guard isUsable(for: field) else { return [] }
    var placement = StreamlinePlacement(field: AnyVectorField(field), picture: self)
    placement.fill()
    return placement.lines
  }

  /// The streamline through each of these points, however near they are to each other.
  ///
  /// Each runs until it leaves the picture, stops, closes or comes near itself. One without points stands for a point
  /// outside of the picture, and for one where the field is zero or not finite.
  ///
  /// - Precondition: the field has as many coordinates and components as the picture or box has axes.
  public func lines(of field: some VectorField, through points: [[Double]]) -> [Streamline] {
    let nothing = frame.streamline(through: [], isClosed: false)
    guard isUsable(for: field) else { return points.map { _ in nothing } }
    var grid = SeparationGrid(size: frame.size, cell: separation)
    var tracer = StreamlineTracer(
      field: AnyVectorField(field), frame: frame, separation: separation, isUnbroken: true)
    return points.enumerated().map { number, point in
      let place = frame.place(of: point)
      guard point.count == frame.dimension, frame.contains(place) else { return nothing }
      let line = tracer.trace(number, from: place, grid: &grid)
      return frame.streamline(through: line.places, isClosed: line.isClosed)
    }
  }

  private func isUsable(for field: some VectorField) -> Bool {
    precondition(
      field.components == frame.dimension && field.dimension == frame.dimension,
      "these streamlines lie in \(frame.dimension == 2 ? "the plane" : "space")")
    return frame.isUsable && separation > 0 && separation.isFinite
  }
}
