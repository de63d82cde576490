import Nabla

/// Evenly spaced streamlines, 12 pixels apart, in a picture of 1000 × 700.
///
/// The field has the stream function ψ = sin x cos y + ¼ x y, which is constant along every streamline: what the
/// lines have drifted says how true they are.
struct StreamlinesRow: Row {
  static let name = "streamlines"
  static let formula = "0.25 x - sin(x) sin(y), -0.25 y - cos(x) cos(y)"

  private let field: VectorExpressionField
  private let picture: EvenlySpacedStreamlines
  /// Pixels of a unit of the plane.
  private let scale = 100.0
  private var lines: [Streamline] = []

  init(_ request: Request) throws {
    field = try VectorExpressionField(StreamlinesRow.formula)
    let window = Window(minX: -5, maxX: 5, minY: -3.5, maxY: 3.5)
    picture = EvenlySpacedStreamlines(
      window: window, width: 1000, height: 700, separation: Double(request.size ?? 12))
  }

  mutating func run() {
    lines = picture.lines(of: field)
  }

  var size: Int { lines.count }

  var check: [Check] {
    [
      ("lines", Double(lines.count)), ("points", Double(lines.reduce(0) { $0 + $1.x.count })),
      ("length", lines.reduce(0) { $0 + length($1) }), ("drift", lines.reduce(0) { max($0, drift($1)) }),
    ]
  }

  /// The length in pixels.
  private func length(_ line: Streamline) -> Double {
    var length = 0.0
    for index in line.x.indices.dropFirst() {
      let across = line.x[index] - line.x[index - 1]
      let up = line.y[index] - line.y[index - 1]
      length += Double.hypot(across, up) * scale
    }
    return length
  }

  /// How far ψ goes from its value in the middle of the line.
  private func drift(_ line: Streamline) -> Double {
    let values = zip(line.x, line.y).map { x, y in Double.sin(x) * Double.cos(y) + 0.25 * x * y }
    guard let least = values.min(), let most = values.max() else { return 0 }
    return most - least
  }
}
