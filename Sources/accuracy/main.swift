import Elementary
import Foundation

/// What the command line asked for; the words are explained in `help`.
struct Request {
  var words: [String]

  func has(_ word: String) -> Bool { words.contains(word) }

  var cases: Int? {
    guard let index = words.firstIndex(of: "--cases"), index + 1 < words.count else { return nil }
    return Int(words[index + 1])
  }

  /// Which part of the arguments a survey takes: one in so many.
  var every: Int {
    if has("--quick") { return 997 }
    guard let index = words.firstIndex(of: "--every"), index + 1 < words.count else { return 1 }
    return max(1, Int(words[index + 1]) ?? 1)
  }

  /// How many blocks of 64 results a fingerprint covers.
  var blocks: Int { words.compactMap { Int($0) }.first ?? 200 }

  /// The functions named, or all.
  func wants(_ name: String) -> Bool {
    let names = words.filter { !$0.hasPrefix("-") && Int($0) == nil }
    return names.isEmpty || names.contains(name)
  }
}

let help = """
  accuracy [name …]                 worst errors of the Float functions over all 2^32 arguments
    [--every N | --quick]           (or one in N, or in 997), in units in the last place
  accuracy --cases N [name …]       arguments and results of the Double functions for Scripts/accuracy.py
  accuracy --speed [name …]         nanoseconds an element
  accuracy --fingerprint [blocks]   one number for each function and type, the same on every platform
  """

func padded(_ text: String, _ width: Int, left: Bool = false) -> String {
  let fill = String(repeating: " ", count: max(0, width - text.count))
  return left ? text + fill : fill + text
}

func printCases(_ samples: Int, _ request: Request) {
  var text = ""
  DoubleCases(samples: samples, wants: request.wants).write { line in
    text += line
    text += "\n"
    if text.utf8.count > 1 << 20 {
      FileHandle.standardOutput.write(Data(text.utf8))
      text = ""
    }
  }
  FileHandle.standardOutput.write(Data(text.utf8))
}

func printSpeed(_ request: Request) {
  func row(_ name: String, _ double: Double, _ float: Double) {
    let cells = [double, float].map { padded(String(format: "%.2f", $0), 10) }
    print(padded(name, 10, left: true) + cells.joined())
  }
  print("function      Double     Float   (ns an element)")
  for function in FunctionTable.unary where request.wants(function.name) {
    row(function.name, Speed.double(function), Speed.float(function))
  }
  for function in FunctionTable.binary where request.wants(function.name) {
    row(function.name, Speed.double(function), Speed.float(function))
  }
}

func printSurvey(_ request: Request) -> Bool {
  let survey = FloatSurvey(stride: UInt64(request.every))
  var isWithinBound = true
  func row(_ name: String, _ worst: FloatSurvey.Worst) {
    let place = worst.second.map { "\(worst.first), \($0)" } ?? "\(worst.first)"
    let error = padded(String(format: "%.3f", worst.error), 11)
    defer { fflush(nil) }
    print(padded(name, 10, left: true) + "Float" + padded("\(worst.count)", 13) + error + "  " + place)
    isWithinBound = isWithinBound && worst.error <= 2
  }
  print("function  type     arguments  worst ulp  where")
  for function in FunctionTable.unary where request.wants(function.name) {
    row(function.name, survey.run(function))
  }
  for function in FunctionTable.binary where request.wants(function.name) {
    row(function.name, survey.run(function))
  }
  return isWithinBound
}

let request = Request(words: Array(CommandLine.arguments.dropFirst()))
if request.has("--help") {
  print(help)
} else if let samples = request.cases {
  printCases(samples, request)
} else if request.has("--fingerprint") {
  for function in 0..<Fingerprint.functionCount {
    let double = String(Fingerprint.ofDouble(function: function, blocks: request.blocks), radix: 16)
    print(
      function, double, String(Fingerprint.ofFloat(function: function, blocks: request.blocks), radix: 16))
  }
} else if request.has("--speed") {
  printSpeed(request)
} else if !printSurvey(request) {
  exit(1)
}
