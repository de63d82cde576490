import Elementary
import Expressions
import Fields
import Figures
import Flows

/// Paths of the plane over the field that they follow.
///
/// ```swift
/// let paths = try Integrator().solve(problem, saveAt: .dense)
/// let figure = FlowPicture(paths).figure(of: field)
/// ```
public struct FlowPicture: Sendable {
  /// The paths, with their polynomials.
  public var solutions: [Solution]
  /// Lines of dye from where the paths begin.
  public var streaklines: [Streakline] = []
  /// Paths of shaken points.
  public var shaken: StochasticPaths?
  /// The language of the labels.
  public var language: Language
  /// A heading.
  public var title = ""
  /// The width in CSS pixels.
  public var width = 720.0
  /// The height in CSS pixels.
  public var height = 560.0

  /// A picture of paths.
  public init(_ solutions: [Solution], language: Language = .english) {
    self.solutions = solutions
    self.language = language
  }

  /// A picture of paths of shaken points.
  public init(_ shaken: StochasticPaths, language: Language = .english) {
    self.init([], language: language)
    self.shaken = shaken
  }

  /// Paths, starts, ends and events; behind them the streamlines of a field that does not change with time.
  public func figure(of field: some VectorField) -> Figure {
    precondition(field.components == 2, "these paths lie in the plane")
    let lines = solutions.map { FlowPicture.line($0) } + (shaken.map { FlowPicture.lines($0) } ?? [])
    let dye = streaklines.map { line in line.points.map { SIMD2($0[0], $0[1]) } }
    let window = FlowPicture.window(around: lines + dye)
    let marks = marks(lines, dye)
    if field.dimension == 2 {
      var picture = FieldPicture(window: window, layers: [.arrows], language: language)
      picture.title = title
      picture.width = width
      picture.height = height
      picture.overlays = { _ in marks }
      return picture.figure(of: field)
    }
    let panel = Panel(
      x: Axis("x", domain: Extent(window.minX, window.maxX)),
      y: Axis("y", domain: Extent(window.minY, window.maxY)),
      marks: marks, aspect: .equalFilling)
    return Figure(title: title, panel: panel, width: width, height: height)
  }

  private func marks(_ lines: [[SIMD2<Double>]], _ dye: [[SIMD2<Double>]]) -> [Mark] {
    let words = Bilingual("start", "起点")
    let ends = Bilingual("end", "终点")
    let events = Bilingual("event", "事件")
    let paths = Bilingual("path", "迹线")
    let streaks = Bilingual("streakline", "脉线")
    var marks: [Mark] = []
    for (index, line) in dye.enumerated() {
      let name = index == 0 ? streaks(language) : ""
      marks.append(.line(Mark.Line(line, paint: .series(1), width: 2.6, label: name)))
    }
    for (index, line) in lines.enumerated() {
      let name = index == 0 && !dye.isEmpty ? paths(language) : ""
      marks.append(.line(Mark.Line(line, paint: .accent, width: shaken == nil ? 2 : 1, label: name)))
    }
    let starts = lines.compactMap { $0.first }
    let places = lines.compactMap { $0.last }
    let records = solutions.flatMap { $0.events.map { SIMD2($0.point[0], $0.point[1]) } }
    marks.append(.points(Mark.Points(starts, form: .ring, paint: .accent, size: 9, label: words(language))))
    marks.append(.points(Mark.Points(places, form: .circle, paint: .accent, size: 9, label: ends(language))))
    if !records.isEmpty {
      marks.append(
        .points(Mark.Points(records, form: .diamond, paint: .series(1), size: 9, label: events(language))))
    }
    return marks
  }

  /// A path as a line that looks smooth: several points of every step's polynomial.
  static func line(_ solution: Solution) -> [SIMD2<Double>] {
    guard let first = solution.points.first else { return [] }
    var line = [SIMD2(first[0], first[1])]
    for step in solution.steps {
      for part in 1...8 {
        let time = step.startTime + (step.endTime - step.startTime) * Double(part) / 8
        let isBeyond = step.endTime > step.startTime ? time > solution.endTime : time < solution.endTime
        guard !isBeyond else { break }
        let point = step.point(at: time)
        line.append(SIMD2(point[0], point[1]))
      }
    }
    line.append(SIMD2(solution.end[0], solution.end[1]))
    return line
  }

  /// The kept points of shaken paths, as far as they are finite.
  private static func lines(_ paths: StochasticPaths) -> [[SIMD2<Double>]] {
    (0..<paths.count).map { path in
      paths.times.indices.map { paths.point(path, at: $0) }
        .prefix { $0[0].isFinite && $0[1].isFinite }
        .map { SIMD2($0[0], $0[1]) }
    }
  }

  /// A window around lines, with a margin; without extent it is one unit wide.
  private static func window(around lines: [[SIMD2<Double>]]) -> Window {
    let points = lines.joined().filter { $0.x.isFinite && $0.y.isFinite }
    guard let first = points.first else { return Window(minX: -1, maxX: 1, minY: -1, maxY: 1) }
    var lower = first
    var upper = first
    for point in points {
      lower = SIMD2(min(lower.x, point.x), min(lower.y, point.y))
      upper = SIMD2(max(upper.x, point.x), max(upper.y, point.y))
    }
    let side = max(upper.x - lower.x, upper.y - lower.y)
    let margin = side > 0 ? 0.12 * side : max(0.5, 0.1 * max(first.x.magnitude, first.y.magnitude))
    return Window(
      minX: lower.x - margin, maxX: upper.x + margin, minY: lower.y - margin, maxY: upper.y + margin)
  }
}
