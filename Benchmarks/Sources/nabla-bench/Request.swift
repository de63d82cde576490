/// What the command line asks for.
struct Request {
  /// The name of the row.
  var row: String
  /// How much work; the row's own choice where nothing is said.
  var size: Int?
  /// How many repetitions are timed.
  var repetitions = 7
  /// How many threads share the work, where the row knows how.
  var threads = 1
  /// Whether each repetition waits for a line of standard input: a peer's turn may lie between.
  var takesTurns = false
  /// Where the result goes; nowhere if nil.
  var output: String?

  static let usage = """
    usage: nabla-bench ROW [--size N] [--repetitions R] [--threads T] [--output FILE] [--turns]
    rows: \(rows.map { $0.name }.joined(separator: " "))
    Prints one line of JSON: the seconds of every repetition, numbers to check, the size of the work.
    --output FILE  writes the result as raw little-endian numbers
    --turns        says {"ready":true}, then does one repetition for each line read, until there are no more
    """

  /// Reads the arguments that follow the program's name.
  init(_ arguments: [String]) throws(BenchmarkError) {
    guard let row = arguments.first, rows.contains(where: { $0.name == row }) else {
      throw BenchmarkError(message: Request.usage)
    }
    self.row = row
    var rest = arguments.dropFirst()
    while let option = rest.popFirst() {
      switch option {
      case "--turns": takesTurns = true
      case "--size": size = try Request.number(after: option, &rest)
      case "--repetitions": repetitions = try Request.number(after: option, &rest)
      case "--threads": threads = try Request.number(after: option, &rest)
      case "--output":
        guard let path = rest.popFirst() else { throw BenchmarkError(message: "--output needs a file") }
        output = path
      default: throw BenchmarkError(message: "unknown option \(option)\n\(Request.usage)")
      }
    }
  }

  private static func number(
    after option: String, _ rest: inout ArraySlice<String>
  ) throws(BenchmarkError) -> Int {
    guard let text = rest.popFirst(), let number = Int(text), number > 0 else {
      throw BenchmarkError(message: "\(option) needs a positive whole number")
    }
    return number
  }
}

/// Why there is nothing to measure.
struct BenchmarkError: Error {
  /// One sentence for the person at the keyboard.
  var message: String
}
