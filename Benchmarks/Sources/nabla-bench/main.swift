import Foundation
import Nabla

/// Prints a line at once: whoever reads it is waiting.
func say(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

func measure(_ type: any Row.Type, _ request: Request) throws {
  var row = try type.init(request)
  var seconds: [Double] = []
  // The first run pays for caches, page tables and the processor's clock.
  row.run()
  if request.takesTurns {
    say("{\"ready\":true}")
    while readLine() != nil {
      let time = row.repetition()
      seconds.append(time)
      say("{\"seconds\":\(time)}")
    }
  } else {
    for _ in 0..<request.repetitions { seconds.append(row.repetition()) }
  }
  if let output = request.output {
    try Data(row.result).write(to: URL(fileURLWithPath: output))
  }
  let checks = row.check.map { "\"\($0.name)\":\($0.value)" }
  say(
    "{\"row\":\"\(request.row)\",\"size\":\(row.size),\"threads\":\(request.threads),"
      + "\"seconds\":[\(seconds.map { "\($0)" }.joined(separator: ","))],"
      + "\"check\":{\(checks.joined(separator: ","))}}")
}

do {
  let request = try Request(Array(CommandLine.arguments.dropFirst()))
  for row in rows where row.name == request.row { try measure(row, request) }
} catch let error as BenchmarkError {
  FileHandle.standardError.write(Data((error.message + "\n").utf8))
  exit(64)
}
