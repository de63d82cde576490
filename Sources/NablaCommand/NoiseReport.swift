import Nabla

/// The paths of shaken points as text, as JSON and as a table.
struct NoiseReport {
  let paths: StochasticPaths
  let field: VectorExpressionField
  private let noise: String
  private let integrator: StochasticIntegrator
  private let seed: UInt64
  private let copies: Int
  private let points: Int

  init(
    _ paths: StochasticPaths, _ field: VectorExpressionField, noise: String,
    _ integrator: StochasticIntegrator,
    seed: UInt64, copies: Int, points: Int
  ) {
    self.paths = paths
    self.field = field
    self.noise = noise
    self.integrator = integrator
    self.seed = seed
    self.copies = copies
    self.points = points
  }

  private var names: [String] { FlowReport.names(of: field) }

  /// Which of the kept points are listed.
  private var listed: [Int] {
    let last = paths.times.count - 1
    let step = max(1, last / points)
    return Array(stride(from: 0, through: last, by: step))
  }

  var text: String {
    let starts = paths.count / copies
    var text = ""
    for start in 0..<starts {
      if starts > 1 { text += start == 0 ? "start 1\n" : "\nstart \(start + 1)\n" }
      text += copies == 1 ? path(start) : moments(start)
    }
    text += "\(integrator.method.name), seed \(seed)"
    let lost = (0..<paths.count).filter { paths.end($0).contains { !$0.isFinite } }.count
    if lost > 0 { text += "; not finite at the end: \(lost) of \(paths.count) paths" }
    return text + "\n"
  }

  private func path(_ number: Int) -> String {
    let rows = listed.map { time in
      ([paths.times[time]] + paths.point(number, at: time)).map {
        Formats.Decimal.text($0, significantDigits: 10)
      }
    }
    return FlowReport.columns([["t"] + names] + rows)
  }

  /// Mean and standard deviation over the paths of a start.
  private func moments(_ start: Int) -> String {
    let titles = ["t"] + names.flatMap { ["mean \($0)", "sd \($0)"] }
    let rows = listed.map { time -> [String] in
      var row = [Formats.Decimal.text(paths.times[time], significantDigits: 10)]
      for moments in summary(of: start, at: time) {
        row.append(Formats.Decimal.text(moments.mean, significantDigits: 6))
        row.append(Formats.Decimal.text(moments.deviation, significantDigits: 6))
      }
      return row
    }
    return FlowReport.columns([titles] + rows)
  }

  /// Of each coordinate the mean and the standard deviation (n − 1), in two passes.
  private func summary(of start: Int, at time: Int) -> [(mean: Double, deviation: Double)] {
    let own = start * copies..<(start + 1) * copies
    return names.indices.map { row in
      let values = own.map { paths.point($0, at: time)[row] }
      let mean = values.reduce(0, +) / Double(copies)
      let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (mean, (square / Double(max(copies - 1, 1))).squareRoot())
    }
  }

  var csv: [UInt8] {
    FlowReport.table(
      (0..<paths.count).map { path in
        paths.times.indices.map { (paths.times[$0], paths.point(path, at: $0)) }
      }, of: field)
  }

  var json: [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("field", field.formula.quantity.expressions.map { $0.text(in: field.formula.names) })
      json.add("noise", noise)
      json.add("method", "\(integrator.method.name)")
      json.add("seed", "\(seed)")
      json.add("times", listed.map { paths.times[$0] })
      json.array("paths") { (list: inout JSONWriter.Array) in
        for path in 0..<paths.count {
          list.object { (item: inout JSONWriter.Object) in
            for (row, name) in names.enumerated() {
              item.add(name, listed.map { paths.point(path, at: $0)[row] })
            }
          }
        }
      }
    }
  }
}
