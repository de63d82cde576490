import ArgumentParser
import Foundation
import Nabla

/// `nabla measure`: how far two distributions are apart.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Entropy, cross-entropy, KL, JS and Rényi divergence of two distributions, both ways.",
    usage: "nabla measure P Q [--unit nats|bits|hartleys] [--alpha ORDER] [--json]",
    discussion: """
      P and Q are numbers separated by commas, or CSV files with one column of numbers (and, if you like, one of \
      names, by which the rows are then matched). Numbers that sum to 1 are taken as they are; others are taken \
      as counts and divided by their sum, and the result says so. 0 · log 0 is 0; q = 0 where p > 0 makes KL \
      infinite, and the row is named.

      EXAMPLES
        nabla measure 0.5,0.5 0.9,0.1
        nabla measure 50,50,50 1,2,2 --unit bits
        nabla measure p.csv q.csv --alpha inf
        nabla measure p.csv - --json < q.csv
      """)

  @Argument(parsing: .allUnrecognized, help: "The two distributions.")
  var values: [String] = []

  @Option(help: "nats, bits or hartleys.")
  var unit = InformationUnit.nats

  @Option(parsing: .unconditional, help: "The order of the Rényi divergence, 0 to inf.")
  var alpha = "0.5"

  @Flag(help: "Print JSON; infinity and NaN are strings.")
  var json = false

  func run() throws {
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
