import Elementary
import Expressions
import Fields

/// Streamlines that fill a picture at an even distance from each other.
///
/// New lines start beside lines that are there, at the distance ``separation``, and run until they come
/// nearer than half of it to another, leave the picture, stop, or close. Distances are those of the picture,
/// so that lines are as even on a stretched axis as the eye expects.
///
/// Source: Jobard and Lefer, *Creating evenly-spaced streamlines of arbitrary density* (1997).
///
/// ```swift
/// let lines = EvenlySpacedStreamlines(window: window, width: 600, height: 400, separation: 14)
///   .lines(of: try VectorExpressionField("-y, x"))
/// ```
public struct EvenlySpacedStreamlines: Sendable {
  /// The part of the plane that is shown.
  public let window: Window
  /// The width of the picture.
  public let width: Double
  /// The height of the picture.
  public let height: Double
  /// The distance between lines, in the units of ``width`` and ``height``.
  public let separation: Double

  /// Lines shorter than this many separations are left out.
  public static let shortestLength = 1.5
  /// The most points that a picture may hold.
  public static let maximumPoints = 400_000

  /// Lines for a picture of the window, `width` by `height`, at a distance of `separation`.
  ///
  /// A separation below 1/500 of the picture's longer side is raised to that.
  public init(window: Window, width: Double, height: Double, separation: Double) {
    self.window = window
    self.width = width
    self.height = height
    self.separation = max(separation, max(width, height) / 500)
  }

  /// The streamlines of a field of the plane; none where it is zero or not finite.
  public func lines(of field: some VectorField) -> [Streamline] {
    precondition(field.components == 2 && field.dimension == 2, "these streamlines lie in the plane")
    guard window.width > 0, window.height > 0, width > 0, height > 0, separation.isFinite else { return [] }
    var placement = StreamlinePlacement(field: field, picture: self)
    placement.fill()
    return placement.lines
  }
}

/// The lines placed so far, and where more may start.
private struct StreamlinePlacement<Field: VectorField> {
  let picture: EvenlySpacedStreamlines
  var grid: SeparationGrid
  var tracer: StreamlineTracer<Field>
  private(set) var lines: [Streamline] = []
  private var seeds: [PicturePoint] = []
  private var nextSeed = 0
  private var pointCount = 0

  init(field: Field, picture: EvenlySpacedStreamlines) {
    self.picture = picture
    grid = SeparationGrid(width: picture.width, height: picture.height, cell: picture.separation)
    tracer = StreamlineTracer(field: field, picture: picture)
  }

  mutating func fill() {
    place(from: PicturePoint(x: picture.width * 0.5, y: picture.height * 0.5 + picture.separation * 0.5))
    growFromSeeds()
    // Parts that no line leads to: try a lattice of points as well.
    let spacing = picture.separation * 1.25
    var y = spacing / 2
    while y < picture.height {
      var x = spacing / 2
      while x < picture.width {
        place(from: PicturePoint(x: x, y: y))
        growFromSeeds()
        x += spacing
      }
      y += spacing
    }
  }

  private mutating func growFromSeeds() {
    while nextSeed < seeds.count, pointCount < EvenlySpacedStreamlines.maximumPoints {
      place(from: seeds[nextSeed])
      nextSeed += 1
    }
    seeds.removeAll(keepingCapacity: true)
    nextSeed = 0
  }

  private mutating func place(from seed: PicturePoint) {
    guard pointCount < EvenlySpacedStreamlines.maximumPoints else { return }
    guard tracer.contains(seed), grid.isFree(seed, distance: picture.separation) else { return }
    guard let line = tracer.trace(from: seed, grid: grid) else { return }
    pointCount += line.points.count
    for point in line.points { grid.insert(point) }
    addSeeds(beside: line.points)
    let sx = picture.window.width / picture.width
    let sy = picture.window.height / picture.height
    lines.append(
      Streamline(
        x: line.points.map { picture.window.minX + $0.x * sx },
        y: line.points.map { picture.window.minY + $0.y * sy }, isClosed: line.isClosed))
  }

  private mutating func addSeeds(beside points: [PicturePoint]) {
    guard points.count > 1 else { return }
    // A hair more than the separation, so that rounding does not refuse a seed that is just right.
    let reach = picture.separation * 1.001
    for index in 1..<points.count {
      let dx = points[index].x - points[index - 1].x
      let dy = points[index].y - points[index - 1].y
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 0 else { continue }
      let nx = -dy / length * reach
      let ny = dx / length * reach
      seeds.append(PicturePoint(x: points[index].x + nx, y: points[index].y + ny))
      seeds.append(PicturePoint(x: points[index].x - nx, y: points[index].y - ny))
    }
  }
}
