import Elementary
import Expressions
import Fields
import Figures
import Flows
import Formats

/// A vector field of space as a figure: arrows in a cube, farther ones fainter, and if wanted a sphere coloured by F·n.
///
/// ```swift
/// let rotation = try VectorExpressionField("-y, x, 0", variables: .space)
/// let camera = Camera(heading: Heading(azimuth: -60, elevation: 25), reach: 2)
/// let figure = SpacePicture(camera: camera).figure(of: rotation)
/// ```
///
/// The picture's coordinates are those of ``Camera/Sight/place``, so that whoever holds things on it knows where they
/// lie.
public struct SpacePicture: Sendable {
  /// From where the cube is seen.
  public var camera: Camera
  /// Whether arrows are drawn.
  public var hasArrows = true
  /// Streamlines of the field, drawn stronger the nearer they are.
  public var streamlines: [Streamline] = []
  /// A sphere, coloured by the field's component along its outward normal.
  public var sphere: Sphere?
  /// The language of the labels.
  public var language: Language
  /// The width in CSS pixels.
  public var width = 720.0
  /// The height in CSS pixels.
  public var height = 540.0

  /// A picture of the cube that a camera looks at.
  public init(camera: Camera, language: Language = .english) {
    self.camera = camera
    self.language = language
  }

  /// The figure of a field.
  ///
  /// - Precondition: the field is of space.
  public func figure(of field: some VectorField) -> Figure {
    precondition(field.components == 3 && field.dimension == 3, "this picture is of space")
    // Where something else is to be seen among them, or little room is, arrows stand farther apart.
    let isDense = sphere != nil && Swift.min(width, height) >= 380
    let lattice = SpaceLattice(field, camera, count: isDense ? 7 : 5)
    var solids: [Solid] = frontless(edges())
    if hasArrows { solids += arrows(lattice) }
    for line in streamlines { solids += self.solids(of: line) }
    var bar: ColourBar?
    if let sphere {
      let ball = SphereMesh(sphere, field, camera)
      solids += ball.solids
      bar = ColourBar(ball.colours, label: "F·n")
    }
    solids.sort { $0.depth < $1.depth }
    let marks = solids.map { $0.mark } + charges(field) + labels()
    // The cube's corners are √3 reaches from its middle, and those in front are seen larger.
    let side = 1.75 * camera.reach
    let panel = Panel(
      x: Axis(domain: Extent(-side, side), isVisible: false),
      y: Axis(domain: Extent(-side, side), isVisible: false), marks: marks, colourBar: bar,
      aspect: .equalFilling, hasGrid: false, hasFrame: false)
    return Figure(panel: panel, width: width, height: height, summary: summary)
  }

  /// A mark and how far in front it is drawn.
  package struct Solid {
    package let depth: Double
    package let mark: Mark
  }

  /// A streamline in pieces, each as strong as it is near, with a head in the middle of every fourth.
  private func solids(of line: Streamline) -> [Solid] {
    guard line.count > 1 else { return [] }
    let points = (0..<line.count).map { SIMD3(line.x[$0], line.y[$0], line.z[$0]) }
    let sights = points.map { camera.sight(of: $0) }
    var solids: [Solid] = []
    var start = 0
    // Points are evenly spaced: a piece is some quarter of the reach, long enough for a head.
    let middle = points.count / 2
    let step = Swift.max((points[middle] - points[middle - 1]).length, 1e-3 * camera.reach)
    let length = Swift.max(2, Int((0.28 * camera.reach / step).rounded()))
    while start + 1 < sights.count {
      let end = Swift.min(start + length, sights.count - 1)
      let depth = (sights[start].depth + sights[end].depth) / 2
      let hasHead = solids.count % 4 == 1
      solids.append(
        Solid(
          depth: depth,
          mark: .polylines(
            Mark.Polylines(
              [sights[start...end].map { $0.place }], paint: .accent.opacity(strength(depth)),
              width: 1 + strength(depth), arrowSpacing: hasHead ? 1e6 : 0))))
      start = end
    }
    return solids
  }

  private var summary: String {
    var text =
      streamlines.isEmpty
      ? language.text("A vector field of space: arrows in a cube", "空间向量场：立方体中的箭头")
      : language.text("A vector field of space: streamlines in a cube", "空间向量场：立方体中的流线")
    if sphere != nil {
      text += language.text(", and a sphere coloured by what flows out of it", "，以及按流出量着色的球面")
    }
    return text
  }

  /// What is nearer is drawn stronger.
  private func strength(_ depth: Double) -> Double {
    let share = depth / (1.75 * camera.reach)
    return Swift.min(1, Swift.max(0.2, 0.6 + 0.4 * share))
  }

  private func arrows(_ lattice: SpaceLattice) -> [Solid] {
    var solids: [Solid] = []
    for (point, vector) in zip(lattice.points, lattice.vectors) {
      let size = vector.length
      guard size.isFinite else { continue }
      let drawn = vector * (size > 0 ? lattice.length(size) / size : 0)
      let tail = camera.sight(of: point - drawn / 2)
      let tip = camera.sight(of: point + drawn / 2)
      var depth = (tail.depth + tip.depth) / 2
      if let sphere {
        let away = point - sphere.center
        // What is inside the sphere is behind it.
        if away.length < sphere.radius { depth = -.infinity }
      }
      let paint = Paint.ink.opacity(strength(camera.sight(of: point).depth))
      solids.append(
        Solid(
          depth: depth,
          mark: .arrows(
            Mark.Arrows(
              at: [tail.place], vectors: [tip.place - tail.place], length: .proportional(factor: 1),
              pivot: .tail, paint: paint, width: 1.7))))
    }
    return solids
  }

  /// Points where the field is not finite, on a lattice of twelfths: the poles of a simple formula lie there.
  private func charges(_ field: some VectorField) -> [Mark] {
    guard let sphere else { return [] }
    let lattice = SpaceLattice(field, camera, count: 13)
    var seen: [SIMD2<Double>] = []
    var hidden: [SIMD2<Double>] = []
    for (point, vector) in zip(lattice.points, lattice.vectors) where !vector.length.isFinite {
      let place = camera.sight(of: point).place
      if (point - sphere.center).length < sphere.radius { hidden.append(place) } else { seen.append(place) }
    }
    guard seen.count + hidden.count <= 20 else { return [] }
    return [
      .points(Mark.Points(seen, paint: .ink, size: 10)),
      // A ring is what is inside the sphere.
      .points(Mark.Points(hidden, form: .ring, paint: .overlay, size: 12, isEdged: false)),
    ]
  }
}

extension SpacePicture {
  /// An edge of the cube: its ends as signs of the coordinates, and the axis that it is parallel to.
  private struct Edge {
    let from: SIMD3<Double>
    let to: SIMD3<Double>
    let axis: Int
  }

  private func edges() -> [Edge] {
    var edges: [Edge] = []
    for axis in 0..<3 {
      for corner in 0..<4 {
        var from = SIMD3<Double>(repeating: -1)
        from[(axis + 1) % 3] = corner & 1 == 0 ? -1 : 1
        from[(axis + 2) % 3] = corner & 2 == 0 ? -1 : 1
        var to = from
        to[axis] = 1
        edges.append(Edge(from: from * camera.reach, to: to * camera.reach, axis: axis))
      }
    }
    return edges
  }

  /// The edges but for the three that meet in the corner nearest to the eye, which would lie over everything.
  private func frontless(_ edges: [Edge]) -> [Solid] {
    let nearest = edges.reduce(-Double.infinity) {
      Swift.max($0, Swift.max(camera.sight(of: $1.from).depth, camera.sight(of: $1.to).depth))
    }
    var solids: [Solid] = []
    for edge in edges {
      let from = camera.sight(of: edge.from)
      let to = camera.sight(of: edge.to)
      guard from.depth < nearest - 1e-9, to.depth < nearest - 1e-9 else { continue }
      solids.append(
        Solid(
          depth: -.infinity,
          mark: .rule(
            Mark.Rule(.segment(from.place, to.place), paint: .quiet.opacity(0.55), width: 1, dash: []))))
    }
    return solids
  }

  /// The names of the axes and their ends, each along the edge where they cover nothing.
  private func labels() -> [Mark] {
    let names = ["x", "y", "z"]
    var marks: [Mark] = []
    for axis in 0..<3 {
      // The lowest edge of x and y, the one farthest to the left of z.
      var best: (edge: Edge, middle: SIMD2<Double>)?
      for edge in edges() where edge.axis == axis {
        let middle = (camera.sight(of: edge.from).place + camera.sight(of: edge.to).place) / 2
        let isBetter = best.map { axis == 2 ? middle.x < $0.middle.x : middle.y < $0.middle.y } ?? true
        if isBetter { best = (edge, middle) }
      }
      guard let (edge, middle) = best else { continue }
      let from = camera.sight(of: edge.from).place
      let to = camera.sight(of: edge.to).place
      // Seen end on, an axis has no length to be labelled.
      guard (to - from).isLonger(than: 0.7 * camera.reach) else { continue }
      let outward = middle / Swift.max(Double.hypot(middle.x, middle.y), 1e-9 * camera.reach)
      let offset = SIMD2(outward.x, -outward.y) * 15
      marks.append(label(names[axis], at: middle, offset * 1.1, .ink, isStrong: true))
      marks.append(label(number(-camera.reach), at: from + (to - from) * 0.06, offset, .quiet))
      marks.append(label(number(camera.reach), at: to - (to - from) * 0.06, offset, .quiet))
    }
    return marks
  }

  private func number(_ value: Double) -> String {
    Decimal.text(value, significantDigits: 4, minus: .typographic)
  }

  private func label(
    _ text: String, at place: SIMD2<Double>, _ offset: SIMD2<Double>, _ paint: Paint, isStrong: Bool = false
  ) -> Mark {
    .annotation(
      Mark.Annotation(
        text, at: place, offset: offset, paint: paint, size: isStrong ? 14 : 12, weight: isStrong ? 600 : 400)
    )
  }
}

extension SIMD2<Double> {
  fileprivate func isLonger(than length: Double) -> Bool { x * x + y * y > length * length }
}

/// A field at the nodes of a cube's lattice, with what its arrows look like.
struct SpaceLattice {
  let points: [SIMD3<Double>]
  let vectors: [SIMD3<Double>]
  /// The distance between neighbours.
  let spacing: Double
  /// The middle one of the lengths.
  private let median: Double

  init(_ field: some VectorField, _ camera: Camera, count: Int) {
    let total = count * count * count
    let places = Block<Double>(rows: 3, capacity: total)
    let values = Block<Double>(rows: 3, capacity: total)
    places.count = total
    let spacing = 2 * camera.reach / Double(count - 1)
    func coordinate(_ index: Int) -> Double {
      // The middle one is exactly 0, and the ends are exactly the reach.
      let middle = (count - 1) / 2
      return camera.reach * Double(index - middle) / Double(middle)
    }
    for lane in 0..<total {
      places[0, lane] = coordinate(lane % count)
      places[1, lane] = coordinate(lane / count % count)
      places[2, lane] = coordinate(lane / (count * count))
    }
    field.values(at: places, into: values)
    points = (0..<total).map { SIMD3(places[0, $0], places[1, $0], places[2, $0]) }
    vectors = (0..<total).map { SIMD3(values[0, $0], values[1, $0], values[2, $0]) }
    self.spacing = spacing
    let lengths = vectors.map { $0.length }.filter { $0.isFinite && $0 > 0 }.sorted()
    median = lengths.isEmpty ? 1 : lengths[lengths.count / 2]
  }

  /// How long an arrow is drawn: the weak and the strong are both seen, and none is longer than what lies between two.
  func length(_ size: Double) -> Double { 1.15 * spacing * size / (size + median) }
}
