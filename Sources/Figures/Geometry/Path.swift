/// Lines and curves of the page, in CSS pixels, y down; several separate pieces make one path.
public struct Path: Equatable, Sendable {
  /// What a path does next, and how many points it takes.
  public enum Verb: UInt32, Sendable {
    /// Begins a piece at one point.
    case move = 0
    /// Goes straight to one point.
    case line = 1
    /// A quadratic Bézier arc: control point, end.
    case quad = 2
    /// A cubic Bézier arc: two control points, end.
    case cubic = 3
    /// Goes straight back to where the piece began.
    case close = 4

    /// How many points follow the verb.
    public var pointCount: Int {
      switch self {
      case .move, .line: 1
      case .quad: 2
      case .cubic: 3
      case .close: 0
      }
    }
  }

  /// The verbs in order.
  public private(set) var verbs: [Verb] = []
  /// The points of all verbs in order.
  public private(set) var points: [SIMD2<Double>] = []

  /// A path of nothing.
  public init() {}

  /// Whether there is nothing to draw.
  public var isEmpty: Bool { verbs.isEmpty }

  // Far-away coordinates overflow the fixed-point arithmetic of renderers; non-finite ones end a document.
  private func safe(_ point: SIMD2<Double>) -> SIMD2<Double> {
    func clamp(_ value: Double) -> Double {
      value.isNaN ? 0 : Swift.min(Swift.max(value, -30_000), 30_000)
    }
    return SIMD2(clamp(point.x), clamp(point.y))
  }

  /// Begins a new piece.
  public mutating func move(to point: SIMD2<Double>) {
    verbs.append(.move)
    points.append(safe(point))
  }

  /// Goes straight to a point.
  public mutating func line(to point: SIMD2<Double>) {
    verbs.append(verbs.isEmpty ? .move : .line)
    points.append(safe(point))
  }

  /// Goes by a quadratic arc to a point.
  public mutating func quad(_ control: SIMD2<Double>, to point: SIMD2<Double>) {
    if verbs.isEmpty { move(to: control) }
    verbs.append(.quad)
    points.append(safe(control))
    points.append(safe(point))
  }

  /// Goes by a cubic arc to a point.
  public mutating func cubic(_ first: SIMD2<Double>, _ second: SIMD2<Double>, to point: SIMD2<Double>) {
    if verbs.isEmpty { move(to: first) }
    verbs.append(.cubic)
    points.append(safe(first))
    points.append(safe(second))
    points.append(safe(point))
  }

  /// Closes the piece.
  public mutating func close() {
    if let last = verbs.last, last != .close { verbs.append(.close) }
  }

  /// Appends a closed polygon.
  public mutating func polygon(_ corners: [SIMD2<Double>]) {
    guard let first = corners.first else { return }
    move(to: first)
    for corner in corners.dropFirst() { line(to: corner) }
    close()
  }

  /// Appends an open polyline.
  public mutating func polyline(_ corners: some Sequence<SIMD2<Double>>) {
    var isFirst = true
    for corner in corners {
      if isFirst { move(to: corner) } else { line(to: corner) }
      isFirst = false
    }
  }

  /// Appends a rectangle.
  public mutating func rectangle(_ box: Box) {
    polygon([
      SIMD2(box.x, box.y), SIMD2(box.right, box.y), SIMD2(box.right, box.bottom), SIMD2(box.x, box.bottom),
    ])
  }

  /// Appends a rectangle with rounded corners.
  @export(interface)
  public mutating func rectangle(_ box: Box, radius: Double) {
    let r = Swift.min(radius, box.width / 2, box.height / 2)
    guard r > 0 else { return rectangle(box) }
    let left = box.x
    let top = box.y
    move(to: SIMD2(left + r, top))
    line(to: SIMD2(box.right - r, top))
    quad(SIMD2(box.right, top), to: SIMD2(box.right, top + r))
    line(to: SIMD2(box.right, box.bottom - r))
    quad(SIMD2(box.right, box.bottom), to: SIMD2(box.right - r, box.bottom))
    line(to: SIMD2(left + r, box.bottom))
    quad(SIMD2(left, box.bottom), to: SIMD2(left, box.bottom - r))
    line(to: SIMD2(left, top + r))
    quad(SIMD2(left, top), to: SIMD2(left + r, top))
    close()
  }

  /// Appends an ellipse of four cubic arcs; it differs from the true one by at most 0.03 % of a radius.
  @export(interface)
  public mutating func ellipse(centre: SIMD2<Double>, radii: SIMD2<Double>) {
    let k = 0.552_284_749_830_793_4  // 4(√2 − 1)/3
    let right = SIMD2(radii.x, 0)
    let down = SIMD2(0, radii.y)
    let start = centre + right
    move(to: start)
    cubic(start + k * down, centre + down + k * right, to: centre + down)
    cubic(centre + down - k * right, centre - right + k * down, to: centre - right)
    cubic(centre - right - k * down, centre - down - k * right, to: centre - down)
    cubic(centre - down + k * right, start - k * down, to: start)
    close()
  }

  /// Appends the pieces of another path.
  public mutating func append(_ other: Path) {
    verbs.append(contentsOf: other.verbs)
    points.append(contentsOf: other.points)
  }
}
