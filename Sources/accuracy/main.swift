import Elementary
import Foundation

if CommandLine.arguments.contains("--cases") {
  let samples = Int(CommandLine.arguments.last ?? "") ?? 2000
  var text = ""
  DoubleCases(samples: samples).write { line in
    text += line
    text += "\n"
    if text.utf8.count > 1 << 20 {
      FileHandle.standardOutput.write(Data(text.utf8))
      text = ""
    }
  }
  FileHandle.standardOutput.write(Data(text.utf8))
}
