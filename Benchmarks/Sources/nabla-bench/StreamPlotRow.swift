import Nabla

/// A figure of streamlines, from the formula to the text of the SVG.
struct StreamPlotRow: Row {
  static let name = "streamplot"

  let size = 1
  private let field: VectorExpressionField
  private let picture: FieldPicture
  private var svg = ""

  init(_ request: Request) throws {
    field = try VectorExpressionField("-1 - x^2 + y, 1 + x - y^2")
    var picture = FieldPicture(
      window: Window(minX: -3, maxX: 3, minY: -3, maxY: 3), layers: [])
    (picture.width, picture.height) = (640, 640)
    let field = field
    picture.overlays = { window in
      [.streamlines(of: field, over: window, width: 560, height: 560, separation: 12)]
    }
    self.picture = picture
  }

  mutating func run() { svg = picture.figure(of: field).svg() }

  /// How many lines, how long in all, and how far a vertex is from the true line through the first one.
  var check: [Check] {
    let lines = EvenlySpacedStreamlines(window: picture.window, width: 560, height: 560, separation: 12)
      .lines(of: field)
    var length = 0.0
    for line in lines {
      for index in line.x.indices.dropFirst() {
        length += Double.hypot(line.x[index] - line.x[index - 1], line.y[index] - line.y[index - 1])
      }
    }
    let some = stride(from: 0, to: lines.count, by: 5).map { deviation(lines[$0]) }
    return [("lines", Double(lines.count)), ("length", length), ("deviation", some.max() ?? 0)]
  }

  private func deviation(_ line: Streamline) -> Double {
    let integrator = Integrator(
      method: .dormandPrince853, controller: .adaptive(relative: 1e-10, absolute: 1e-10))
    let times = (0...12_000).map { 1e-3 * Double($0) }
    guard
      let problem = try? InitialValueProblem(field.direction, start: [line.x[0], line.y[0]], time: 12),
      let path = try? integrator.solve(problem, saveAt: .times(times))[0]
    else { return .infinity }
    var deviation = 0.0
    // Close to a point of rest there is no line to be near to.
    for index in line.x.indices.dropLast() {
      var least = Double.infinity
      for point in path.points {
        least = min(least, Double.hypot(point[0] - line.x[index], point[1] - line.y[index]))
      }
      deviation = max(deviation, least)
    }
    return deviation
  }
  var result: [UInt8] { Array(svg.utf8) }
}
