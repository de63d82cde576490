import ArgumentParser
import Foundation
import Nabla

/// `nabla measure`: how far two distributions are apart, or what the columns of a table say.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Entropy and divergences of two distributions, or entropy and mutual information of a table's columns.",
    usage: """
      nabla measure P Q [--unit nats|bits|hartleys] [--alpha ORDER] [--json]
      nabla measure FILE --column NAME [--column NAME …] [--by NAME] [--estimator NAME] [--bins N] [--json]
      """,
    discussion: """
      P and Q are numbers separated by commas, or CSV files with one column of numbers (and, if you like, one of \
      names, by which the rows are then matched). Numbers that sum to 1 are taken as they are; others are taken \
      as counts and divided by their sum, and the result says so. 0 · log 0 is 0; q = 0 where p > 0 makes KL \
      infinite, and the row is named.

      With --column, FILE is a CSV file with named columns (- for standard input). The entropy of each column is \
      estimated from its counts, with an interval; of each two, how much they say of each other, and whether that is \
      more than chance. Columns of more than 20 different numbers are put into bins. Empty cells, NA, N/A, null and NaN \
      are missing and counted.

      EXAMPLES
        nabla measure 0.5,0.5 0.9,0.1
        nabla measure 50,50,50 1,2,2 --unit bits
        nabla measure p.csv q.csv --alpha inf
        nabla measure p.csv - --json < q.csv
        nabla measure iris.csv --column species --column petal_length_cm
      """)

  @Argument(parsing: .allUnrecognized, help: "The two distributions.")
  var values: [String] = []

  @Option(help: "nats, bits or hartleys.")
  var unit = InformationUnit.nats

  @Option(parsing: .unconditional, help: "The order of the Rényi divergence, 0 to inf.")
  var alpha = "0.5"

  @Option(help: "A column of a table; may be given several times.")
  var column: [String] = []

  @Option(help: "Also group by group: the column that names the groups.")
  var by: String?

  @Option(help: "plug-in, miller-madow, grassberger, chao-shen, shrinkage or nsb.")
  var estimator = "miller-madow"

  @Option(help: "How many bins of equal width columns of numbers get.")
  var bins: Int?

  @Option(help: "How often the intervals should hold the truth, between 0 and 1.")
  var confidence = 0.95

  @Option(help: "How many shuffles test whether two columns depend on each other.")
  var shuffles = 999

  @Flag(help: "Print JSON; infinity and NaN are strings.")
  var json = false

  func run() throws {
    if column.isEmpty { try compareDistributions() } else { try measureColumns() }
  }

  private func measureColumns() throws {
    let files = try Arguments.positional(
      values, count: 1...1, usage: "one file with --column: nabla measure iris.csv --column species")
    guard let estimator = Measure.estimators[estimator] else {
      throw CommandFailure(
        .usage,
        "--estimator takes \(Measure.estimators.keys.sorted().joined(separator: ", ")); found \(Arguments.quoted(estimator))"
      )
    }
    guard confidence > 0, confidence < 1 else {
      throw CommandFailure(.usage, "--confidence takes a number between 0 and 1, found \(confidence)")
    }
    guard bins ?? 2 >= 2, bins ?? 2 <= 100_000 else {
      throw CommandFailure(.usage, "--bins takes a whole number from 2 to 100000, found \(bins ?? 0)")
    }
    guard shuffles >= 1, shuffles <= 1_000_000 else {
      throw CommandFailure(.usage, "--shuffles takes a whole number from 1 to 1000000, found \(shuffles)")
    }
    let table: Table
    do {
      table = try CSV.read(try Output.read(files[0]))
    } catch let error as CSVError {
      throw CommandFailure(.data, "“\(files[0])”: \(error)")
    }
    let report = ColumnReport(
      source: files[0], rows: table.rowCount,
      columns: try column.map { try CategoryColumn($0, of: table, source: files[0], bins: bins) },
      groups: try by.map { try CategoryColumn($0, of: table, source: files[0], bins: nil) },
      estimator: estimator, unit: unit, confidence: confidence, permutations: shuffles)
    if json {
      Output.print(try report.json() + [0x0A])
    } else {
      Output.print(try report.text())
    }
  }

  private static let estimators: [String: any EntropyEstimator] = [
    "plug-in": PlugIn(), "miller-madow": MillerMadow(), "grassberger": Grassberger(),
    "chao-shen": ChaoShen(), "shrinkage": Shrinkage(), "nsb": NemenmanShafeeBialek(),
  ]

  private func compareDistributions() throws {
    let values = try Arguments.positional(
      values, count: 2...2, usage: "two distributions: nabla measure 0.5,0.5 0.9,0.1")
    guard let order = Formats.Decimal.parse(alpha.utf8), order >= 0 else {
      throw CommandFailure(.usage, "--alpha takes an order from 0 to inf, found \(Arguments.quoted(alpha))")
    }
    let p = try DistributionInput(values[0])
    let q = try DistributionInput(values[1]).matched(to: p)
    let measures: Measures
    do {
      measures = try Measures(p.distribution, q.distribution, unit: unit, alpha: order)
    } catch {
      throw CommandFailure(.data, "\(error)")
    }
    if json {
      Output.print(Measure.json(p, q, measures, unit, order) + [0x0A])
    } else {
      Output.print(Measure.text(p, q, measures, unit, order))
    }
  }

  private static func text(
    _ p: DistributionInput, _ q: DistributionInput, _ measures: Measures, _ unit: InformationUnit,
    _ order: Double
  ) -> String {
    let titles = [
      "entropyP": "entropy H(p)", "entropyQ": "entropy H(q)", "crossEntropyPQ": "cross-entropy H(p, q)",
      "crossEntropyQP": "cross-entropy H(q, p)", "klPQ": "KL divergence D(p‖q)",
      "klQP": "KL divergence D(q‖p)",
      "js": "JS divergence", "jsBound": "  its upper bound",
    ]
    var rows = measures.values.map { (titles[$0.0] ?? $0.0, $0.1) }
    let name = Formats.Decimal.shortest(order)
    rows.append(("Rényi divergence D(p‖q), α = \(name)", measures.renyi))
    for (limit, value) in zip(["0", "1 (KL)", "inf"], measures.limits) {
      rows.append(("  α = \(limit)", value))
    }
    let width = rows.map { $0.0.count }.max() ?? 0
    var text = ""
    for (title, value) in rows {
      let padding = String(repeating: " ", count: width - title.count + 2)
      text += title + padding + Formats.Decimal.text(value, significantDigits: 10) + " \(unit.name)\n"
    }
    for (measure, index) in measures.infinite {
      let zero = measure == "klPQ" ? "q" : "p"
      text += "\(titles[measure] ?? measure) is infinite: \(zero) is 0 at \(p.name(index))\n"
    }
    for (letter, input) in [("p", p), ("q", q)] where input.wasNormalised {
      text +=
        "\(letter) was given as counts (sum \(Formats.Decimal.shortest(input.sum))) and divided by their sum\n"
    }
    return text
  }

  private static func json(
    _ p: DistributionInput, _ q: DistributionInput, _ measures: Measures, _ unit: InformationUnit,
    _ order: Double
  ) -> [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("unit", unit.name)
      json.add("p", p.distribution.probabilities)
      json.add("q", q.distribution.probabilities)
      json.add("pNormalised", p.wasNormalised)
      json.add("qNormalised", q.wasNormalised)
      if let names = p.names { json.add("names", names) }
      json.add(measures, alpha: order)
    }
  }
}
