import Elementary
import Expressions
import Fields
import Figures
import Formats

/// A scalar field of the plane as a landscape that is seen from the side: shaded ground, level lines, and what lies on it.
///
/// ```swift
/// let camera = Camera(heading: Heading(azimuth: -60, elevation: 40), reach: 1)
/// let picture = ReliefPicture(window: window, camera: camera, layers: [.height, .contours])
/// picture.figure(of: try ScalarExpressionField("x^2 - y^2"))
/// ```
///
/// The picture's coordinates are those of ``Camera/Sight/place``, as in ``SpacePicture``.
public struct ReliefPicture: Sendable {
  /// The part of the plane that is shown.
  public var window: Window
  /// From where it is seen; its reach is that of the box, 1, whatever it says.
  public var camera: Camera
  /// What is shown besides the ground: ``FieldLayers/height`` as colour and ``FieldLayers/contours``.
  public var layers: FieldLayers
  /// The language of the labels.
  public var language: Language
  /// The width in CSS pixels.
  public var width = 720.0
  /// The height in CSS pixels.
  public var height = 540.0
  /// What is drawn over the ground.
  public var overlays: @Sendable (Relief) -> [Mark] = { _ in [] }

  /// A picture of a window.
  public init(
    window: Window, camera: Camera, layers: FieldLayers = [.height, .contours], language: Language = .english
  ) {
    self.window = window
    self.camera = camera
    self.layers = layers
    self.language = language
  }

  /// The figure of a scalar field.
  public func figure(of field: some ScalarField) -> Figure {
    figure(of: Relief(of: field, over: window, camera: camera))
  }

  /// The figure of a landscape.
  @export(interface)
  public func figure(of relief: Relief) -> Figure {
    let marks = ReliefFrame(relief).marks + ground(relief) + overlays(relief)
    // The corners of the box are √2 from its axis, and those in front are seen larger.
    let panel = Panel(
      x: Axis(domain: Extent(-1.5, 1.5), isVisible: false),
      y: Axis(domain: Extent(-1.45, 1.3), isVisible: false), marks: marks,
      colourBar: hasColourBar ? ColourBar(relief.scale.colours, label: "f") : nil,
      aspect: .equalFilling, hasGrid: false, hasFrame: false)
    return Figure(panel: panel, width: width, height: height, summary: summary)
  }

  /// The height stands beside the box as well: where there is little room, that is enough.
  private var hasColourBar: Bool { layers.contains(.height) && width >= 480 }

  private var summary: String {
    language.text("A scalar field of the plane as a landscape", "平面上的数量场的立体地形图")
  }

  /// The cells from the farthest to the nearest, each with its level lines.
  private func ground(_ relief: Relief) -> [Mark] {
    let eye = relief.camera.heading.vector
    let cells = Relief.cells
    // Seen along the plane one row hides the next, whatever its height.
    let rows = (0..<cells).map { eye.y < 0 ? cells - 1 - $0 : $0 }
    let columns = (0..<cells).map { eye.x < 0 ? cells - 1 - $0 : $0 }
    let shading = ReliefShading(relief, isColoured: layers.contains(.height))
    var marks: [Mark] = []
    marks.reserveCapacity(cells * cells)
    for row in rows {
      for column in columns {
        let cell = ReliefCell(relief, row, column)
        guard let corners = cell.corners else { continue }
        let paint = Paint.colour(shading.colour(cell))
        let places = corners.map { relief.camera.sight(of: $0).place }
        // The outline in the same colour closes the hair between two faces.
        marks.append(.shape(Mark.Shape(.polygon(places), stroke: paint, fill: paint, width: 1.2)))
        guard layers.contains(.contours) else { continue }
        let lines = cell.levelLines(relief.scale.levels).map { line in
          line.map { relief.camera.sight(of: $0).place }
        }
        guard !lines.isEmpty else { continue }
        marks.append(
          .polylines(Mark.Polylines(lines, paint: .overlay.opacity(0.6), width: 0.9, arrowSpacing: 0)))
      }
    }
    return marks
  }
}

/// One cell of the mesh.
struct ReliefCell {
  private let relief: Relief
  private let nodes: [SIMD3<Double>]
  private let values: [Double]

  init(_ relief: Relief, _ row: Int, _ column: Int) {
    self.relief = relief
    let places = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)]
    nodes = places.map { relief.node($0.0, $0.1) }
    values = places.map { relief.grid.values[$0.0 * relief.grid.x.count + $0.1] }
  }

  /// The mean of the values that are shown.
  var value: Double {
    var sum = 0.0
    for value in values { sum += Swift.min(value, relief.reach.upper) }
    return sum / 4
  }

  /// The direction across the cell, upwards.
  var normal: SIMD3<Double> {
    let first = nodes[2] - nodes[0]
    let second = nodes[3] - nodes[1]
    let cross = SIMD3(
      first.y * second.z - first.z * second.y, first.z * second.x - first.x * second.z,
      first.x * second.y - first.y * second.x)
    return cross / cross.length
  }

  /// What is left of the cell below the height at which the landscape is cut off, and above that at which it gapes.
  var corners: [SIMD3<Double>]? {
    guard values.allSatisfy({ $0.isFinite }) else { return nil }
    let top = Relief.halfHeight
    if nodes.allSatisfy({ $0.z.magnitude <= top + 1e-9 }) { return nodes }
    let under = ReliefCell.clipped(nodes) { top - $0.z }
    let between = ReliefCell.clipped(under) { $0.z + top }
    return between.count > 2 ? between : nil
  }

  /// The part of a polygon where a linear function is not negative (Sutherland and Hodgman, CACM 17, 1974, 32).
  private static func clipped(
    _ corners: [SIMD3<Double>], _ distance: (SIMD3<Double>) -> Double
  ) -> [SIMD3<Double>] {
    var kept: [SIMD3<Double>] = []
    for (index, corner) in corners.enumerated() {
      let next = corners[(index + 1) % corners.count]
      let (here, there) = (distance(corner), distance(next))
      if here >= 0 { kept.append(corner) }
      if (here > 0 && there < 0) || (here < 0 && there > 0) {
        kept.append(corner + (next - corner) * (here / (here - there)))
      }
    }
    return kept
  }

  /// The pieces of level lines that cross the cell.
  func levelLines(_ levels: [Double]) -> [[SIMD3<Double>]] {
    var lines: [[SIMD3<Double>]] = []
    for level in levels where level <= relief.reach.upper && level >= relief.reach.lower {
      var crossings: [SIMD3<Double>] = []
      for index in 0..<4 {
        let next = (index + 1) % 4
        guard (values[index] < level) != (values[next] < level) else { continue }
        let share = (level - values[index]) / (values[next] - values[index])
        crossings.append(nodes[index] + (nodes[next] - nodes[index]) * share)
      }
      // Four crossings are two lines past each other.
      var first = 0
      while first + 1 < crossings.count {
        lines.append([crossings[first], crossings[first + 1]])
        first += 2
      }
    }
    return lines
  }
}

/// How the ground is lit: from the left of the eye and above.
struct ReliefShading {
  private let light: SIMD3<Double>
  private let colours: ColourScale?

  private static let plain = Colour(0xD5DCE4)
  private static let shadow = Colour(0x1B2330)

  init(_ relief: Relief, isColoured: Bool) {
    let heading = relief.camera.heading
    let toward = SIMD3(heading.vector.x, heading.vector.y, 0)
    let light = SIMD3(0, 0, 1.1) - 0.75 * heading.left + 0.25 * toward
    self.light = light / light.length
    colours = isColoured ? relief.scale.colours : nil
  }

  func colour(_ cell: ReliefCell) -> Colour {
    let ground = colours.map { $0(cell.value) } ?? ReliefShading.plain
    let brightness = cell.normal.dot(light)
    // Flat ground keeps its colour; what is turned away from the light grows darker, what is turned to it lighter.
    let change = brightness - light.z
    return change < 0
      ? ground.mixed(with: ReliefShading.shadow, fraction: Swift.min(-0.34 * change, 0.5))
      : ground.mixed(with: Colour(0xFFFFFF), fraction: Swift.min(0.6 * change, 0.35))
  }
}

/// The base of the box with the names and the ends of its axes.
struct ReliefFrame {
  private let relief: Relief

  init(_ relief: Relief) { self.relief = relief }

  var marks: [Mark] { edges + labels }

  private func place(_ x: Double, _ y: Double, _ z: Double) -> SIMD2<Double> {
    relief.camera.sight(of: SIMD3(x, y, z)).place
  }

  private var half: SIMD2<Double> {
    let longest = Swift.max(relief.window.width, relief.window.height)
    return SIMD2(relief.window.width / longest, relief.window.height / longest)
  }

  private var edges: [Mark] {
    let floor = -Relief.halfHeight
    let (a, b) = (half.x, half.y)
    let corners = [SIMD2(-a, -b), SIMD2(a, -b), SIMD2(a, b), SIMD2(-a, b)]
    var segments: [(SIMD2<Double>, SIMD2<Double>)] = []
    for (index, corner) in corners.enumerated() {
      let next = corners[(index + 1) % 4]
      segments.append((place(corner.x, corner.y, floor), place(next.x, next.y, floor)))
    }
    let post = self.post
    segments.append((place(post.x, post.y, floor), place(post.x, post.y, Relief.halfHeight)))
    return segments.map { from, to in
      .rule(Mark.Rule(.segment(from, to), paint: .quiet.opacity(0.6), width: 1, dash: []))
    }
  }

  /// The corner that is seen farthest to the left, where the height is written.
  private var post: SIMD2<Double> {
    let corners = [SIMD2(-half.x, -half.y), SIMD2(half.x, -half.y), half, SIMD2(-half.x, half.y)]
    var best = corners[0]
    for corner in corners where place(corner.x, corner.y, 0).x < place(best.x, best.y, 0).x { best = corner }
    return best
  }

  private var labels: [Mark] {
    let floor = -Relief.halfHeight
    let eye = relief.camera.heading.vector
    let window = relief.window
    // The edges in front of the landscape.
    let y = eye.y < 0 ? -half.y : half.y
    let x = eye.x < 0 ? -half.x : half.x
    var marks = axis("x", window.minX, window.maxX, place(-half.x, y, floor), place(half.x, y, floor))
    marks += axis("y", window.minY, window.maxY, place(x, -half.y, floor), place(x, half.y, floor))
    let (low, high) = (place(post.x, post.y, floor), place(post.x, post.y, Relief.halfHeight))
    guard (high - low).y > 0.25 else { return marks }
    marks.append(label("f", at: (low + high) / 2, SIMD2(-14, 0), .ink, isStrong: true))
    marks.append(label(height(relief.reach.upper), at: high, SIMD2(-6, 0), .quiet, .end))
    marks.append(label(height(relief.reach.lower), at: low, SIMD2(-6, -2), .quiet, .end))
    return marks
  }

  private func axis(
    _ name: String, _ lower: Double, _ upper: Double, _ from: SIMD2<Double>, _ to: SIMD2<Double>
  ) -> [Mark] {
    let way = to - from
    let length = Double.hypot(way.x, way.y)
    // Seen end on, an axis has no length to be labelled.
    guard length > 0.4 else { return [] }
    let middle = (from + to) / 2
    // Away from the middle of the base, across the edge.
    let base = place(0, 0, -Relief.halfHeight)
    var across = SIMD2(way.y, -way.x) / length
    if (middle - base).x * across.x + (middle - base).y * across.y < 0 {
      across = SIMD2(-across.x, -across.y)
    }
    let offset = SIMD2(across.x, -across.y) * 15
    return [
      label(name, at: middle, offset * 1.1, .ink, isStrong: true),
      label(number(lower), at: from + way * 0.05, offset, .quiet),
      label(number(upper), at: to - way * 0.05, offset, .quiet),
    ]
  }

  /// A height to a thousandth of the range: the lowest node beside a minimum at 0 is shown as 0.
  private func height(_ value: Double) -> String {
    let unit = relief.reach.length / 1000
    return number((value / unit).rounded(.toNearestOrEven) * unit)
  }

  private func number(_ value: Double) -> String {
    Decimal.text(value, significantDigits: 3, minus: .typographic)
  }

  private func label(
    _ text: String, at place: SIMD2<Double>, _ offset: SIMD2<Double>, _ paint: Paint,
    _ anchor: TextRun.Anchor = .middle, isStrong: Bool = false
  ) -> Mark {
    .annotation(
      Mark.Annotation(
        text, at: place, offset: offset, anchor: anchor, paint: paint, size: isStrong ? 14 : 12,
        weight: isStrong ? 600 : 400))
  }
}
