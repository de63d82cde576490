import Nabla

/// The paths of points as text and as JSON.
struct FlowReport {
  private let solutions: [Solution]
  private let field: VectorExpressionField
  private let method: String
  private let points: Int
  /// Lines of dye from where the paths begin.
  var streaklines: [Streakline] = []

  init(_ solutions: [Solution], _ field: VectorExpressionField, method: String, points: Int) {
    self.solutions = solutions
    self.field = field
    self.method = method
    self.points = points
  }

  private var names: [String] { FlowReport.names(of: field) }

  /// The names of the coordinates that move.
  static func names(of field: VectorExpressionField) -> [String] {
    field.variables.names.prefix(field.components).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Points of paths as a table for files: path, time and coordinates.
  static func table(_ paths: [[(time: Double, point: [Double])]], of field: VectorExpressionField) -> [UInt8]
  {
    var text = (["path", "t"] + names(of: field)).joined(separator: ",") + "\n"
    for (path, rows) in paths.enumerated() {
      for row in rows {
        let numbers = ([row.time] + row.point).map { Formats.Decimal.shortest($0) }
        text += "\(path + 1)," + numbers.joined(separator: ",") + "\n"
      }
    }
    return Array(text.utf8)
  }

  /// Places along a path at equal times, the last where it ends.
  private func table(_ solution: Solution) -> [(time: Double, point: [Double])] {
    guard let first = solution.times.first, let start = solution.points.first else { return [] }
    var rows = [(time: first, point: start)]
    guard solution.endTime != first else { return rows }
    for index in 1...points {
      let time = first + (solution.endTime - first) * Double(index) / Double(points)
      if index == points {
        rows.append((solution.endTime, solution.end))
      } else if let point = solution.point(at: time) {
        rows.append((time, point))
      }
    }
    return rows
  }

  var text: String {
    var text = ""
    for (index, solution) in solutions.enumerated() {
      if solutions.count > 1 { text += index == 0 ? "path 1\n" : "\npath \(index + 1)\n" }
      text += FlowReport.columns(
        [["t"] + names]
          + table(solution).map { row in
            ([row.time] + row.point).map { Formats.Decimal.text($0, significantDigits: 10) }
          })
      for event in solution.events {
        let place = event.point.map { Formats.Decimal.text($0, significantDigits: 10) }.joined(
          separator: ", ")
        let time = Formats.Decimal.text(event.time, significantDigits: 12)
        text += "event \(event.event + 1)  t = \(time) at (\(place)), \(FlowReport.word(event.kind))\n"
      }
      text += FlowReport.sentence(solution) + "\n"
      if let stiffness = stiffness(solution) {
        text +=
          "the field is stiff: the steps are held short by its fastest decay (step times rate \(stiffness)) and not by "
          + "the tolerance; --method rodas takes longer ones\n"
      }
    }
    for streakline in streaklines {
      text += "\ndye, by the time of its release\n"
      text += FlowReport.columns(
        [["t"] + names]
          + listed(streakline).map { row in
            ([row.time] + row.point).map { Formats.Decimal.text($0, significantDigits: 10) }
          })
    }
    return text
  }

  /// As many points of a line of dye as of a path, the last that left first.
  private func listed(_ line: Streakline) -> [(time: Double, point: [Double])] {
    let step = max(1, (line.points.count - 1) / max(points, 1))
    return stride(from: 0, to: line.points.count, by: step).map { (line.releaseTimes[$0], line.points[$0]) }
  }

  private static func word(_ kind: EventRecord.Kind) -> String {
    switch kind {
    case .rising: "rising"
    case .falling: "falling"
    case .touching: "touching"
    }
  }

  /// Step times rate where stability holds the steps of a path short; nil where it does not.
  private func stiffness(_ solution: Solution) -> String? {
    // Below 2 no explicit method is unstable; a few steps are no burden.
    guard method != "rodas", solution.acceptedSteps > 200,
      let stiffness = solution.stiffness(in: field), stiffness > 2
    else { return nil }
    return Formats.Decimal.text(stiffness, significantDigits: 2)
  }

  /// Why a path ended and what it took.
  private static func sentence(_ solution: Solution) -> String {
    let time = Formats.Decimal.text(solution.endTime, significantDigits: 10)
    let reason =
      switch solution.ending {
      case .time: "the time is used up"
      case .outOfDomain: "it leaves the box at t = \(time)"
      case .length: "it is as long as was asked for at t = \(time)"
      case .stagnation: "it rests at t = \(time)"
      case .tooManySteps:
        "the steps are used up at t = \(time); --max-steps raises that"
      case .notFinite: "the field or the point is not finite beyond t = \(time)"
      case .event: "the event took place at t = \(time)"
      }
    return
      "\(reason); \(solution.acceptedSteps) steps, \(solution.refusedSteps) refused, \(solution.evaluations) evaluations"
  }

  /// Columns of numbers, each as wide as its widest.
  static func columns(_ rows: [[String]]) -> String {
    guard let first = rows.first else { return "" }
    let widths = first.indices.map { column in rows.reduce(0) { max($0, $1[column].count) } }
    return rows.reduce(into: "") { text, row in
      let cells = zip(row, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }
      text += cells.joined(separator: "  ") + "\n"
    }
  }

  var json: [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("field", field.formula.quantity.expressions.map { $0.text(in: field.formula.names) })
      json.add("method", method)
      json.array("paths") { (list: inout JSONWriter.Array) in
        for solution in solutions {
          list.object { (item: inout JSONWriter.Object) in add(solution, to: &item) }
        }
      }
      guard !streaklines.isEmpty else { return }
      json.array("streaklines") { (list: inout JSONWriter.Array) in
        for line in streaklines {
          list.object { (item: inout JSONWriter.Object) in
            let rows = listed(line)
            item.add("releaseTimes", rows.map { $0.time })
            for (index, name) in names.enumerated() { item.add(name, rows.map { $0.point[index] }) }
          }
        }
      }
    }
  }

  private func add(_ solution: Solution, to item: inout JSONWriter.Object) {
    let rows = table(solution)
    item.add("times", rows.map { $0.time })
    for (index, name) in names.enumerated() { item.add(name, rows.map { $0.point[index] }) }
    item.add("ending", "\(solution.ending.name)")
    item.add("endTime", solution.endTime)
    item.add("end", solution.end)
    item.add("acceptedSteps", solution.acceptedSteps)
    item.add("refusedSteps", solution.refusedSteps)
    item.add("evaluations", solution.evaluations)
    item.array("events") { (list: inout JSONWriter.Array) in
      for event in solution.events {
        list.object { (record: inout JSONWriter.Object) in
          record.add("event", event.event + 1)
          record.add("time", event.time)
          record.add("point", event.point)
          record.add("kind", FlowReport.word(event.kind))
        }
      }
    }
  }
}
