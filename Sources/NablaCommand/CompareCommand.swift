import ArgumentParser
import Foundation
import Nabla

/// `nabla compare`: whether a table has drifted from a reference.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Whether a table is still distributed like a reference, column by column.",
    usage:
      "nabla compare REFERENCE CURRENT [--column NAME …] [--rate 0.05] [--bins 10] [--unit bits] [--json]",
    discussion: """
      Both are CSV files with named columns; - is standard input. Every column that both have is compared: the \
      Jensen–Shannon divergence with an interval, less what chance adds to samples of this size; KL both ways and the \
      population stability index of the shares; for numbers the Wasserstein distance. Numbers of more than 20 different \
      values go into bins of equal content; missing values are an outcome of their own.

      The verdict is that of a permutation test, adjusted for the number of columns (Holm): if nothing has changed, some \
      column is called drifted at most as often as --rate says, whatever the sizes. Exit codes: 0 the same, 1 drift, 2 \
      could not compare.

      EXAMPLES
        nabla compare reference.csv current.csv
        nabla compare reference.csv current.csv --rate 0.01 --json
      """)

  @Argument(parsing: .allUnrecognized, help: "The reference and the table that may have drifted.")
  var files: [String] = []

  @Option(help: "Compare this column only; may be given several times.")
  var column: [String] = []

  @Option(help: "How often tables of one distribution may be called drifted.")
  var rate = 0.05

  @Option(help: "How many bins numbers get.")
  var bins = 10

  @Option(help: "nats, bits or hartleys.")
  var unit = InformationUnit.bits

  @Flag(help: "Print JSON; infinity and NaN are strings.")
  var json = false

  func run() throws {
    let files = try Arguments.positional(
      files, count: 2...2, usage: "two files: nabla compare reference.csv current.csv")
    guard rate > 0, rate < 1 else {
      throw CommandFailure(.usage, "--rate takes a number between 0 and 1, found \(rate)")
    }
    guard bins >= 2, bins <= 1000 else {
      throw CommandFailure(.usage, "--bins takes a whole number from 2 to 1000, found \(bins)")
    }
    guard files[0] != "-" || files[1] != "-" else {
      throw CommandFailure(.usage, "only one of the two can be standard input")
    }
    let report = TableComparison(
      reference: files[0], current: files[1], columns: column, rate: rate, bins: bins, unit: unit)
    let result = try report.result()
    Output.print(json ? result.json + [0x0A] : Array(result.text.utf8))
    if result.hasDrifted { throw ExitCode(1) }
  }
}
