import Foundation
import Testing

/// The program as a person runs it: arguments in; output, complaints and exit code out.
@Suite struct CommandTests {
  struct Result {
    let output: String
    let complaints: String
    let code: Int32
  }

  /// The program that was built beside the tests.
  static let program: URL = {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("nabla")
  }()

  static func nabla(_ arguments: [String], input: String? = nil, in folder: URL? = nil) throws -> Result {
    let process = Process()
    let output = Pipe()
    let complaints = Pipe()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = complaints
    if let folder { process.currentDirectoryURL = folder }
    let source = Pipe()
    process.standardInput = source
    try process.run()
    if let input { source.fileHandleForWriting.write(Data(input.utf8)) }
    try source.fileHandleForWriting.close()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let errors = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      output: String(decoding: text, as: UTF8.self), complaints: String(decoding: errors, as: UTF8.self),
      code: process.terminationStatus)
  }

  /// A folder that is gone when the test is over.
  static func withFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nabla-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  @Test func aPointOfAField() throws {
    let result = try CommandTests.nabla(["at", "-y, x", "1,2", "--json"])
    #expect(result.code == 0)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(json["value"] as? [Double] == [-2, 1])
    #expect(json["divergence"] as? Double == 0)
    #expect(json["curl"] as? Double == 2)
    #expect(json["jacobian"] as? [[Double]] == [[0, -1], [1, 0]])
  }

  @Test func aPoleIsNaNInWords() throws {
    let result = try CommandTests.nabla(["at", "1/x, y", "0,0", "--json"])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let value = try #require(json["value"] as? [Any])
    #expect(value.first as? String == "Infinity")
  }

  @Test func valuesMayBeginWithAMinus() throws {
    #expect(try CommandTests.nabla(["at", "-y, x", "-1,-2"]).code == 0)
    let plot = try CommandTests.nabla(["plot", "-y, x", "--in", "-5,5,-5,5", "--title", "-F"])
    #expect(plot.code == 0)
    #expect(plot.output.contains("<svg"))
    #expect(try CommandTests.nabla(["at", "--", "-y, x", "-1,-2"]).code == 0)
  }

  @Test(arguments: [
    ["at", "-y, x"], ["at", "-y, x", "1,2", "3,4"], ["at", "-y, x", "1"], ["at", "-y, x", "1,2", "--jsn"],
    ["at", "x, y, x", "1,2"], ["at", "hessian(x y)", "1,2"],
    ["at", "a x where a = 1", "1,2", "--set", "b=2"],
    ["at", "x, y", "1,2", "--along", "1,0"], ["derive"], ["derive", "x^"], ["derive", "x y", "--of", "curl"],
    ["derive", "x y", "--by", "w"], ["derive", "x", "--as", "word"],
    ["critical"], ["critical", "x y", "--in", "1,2,3"], ["critical", "x y", "--in", "2,1,0,1"],
    ["critical", "x y z, x"],
    ["conservative", "x y"], ["conservative", "x, y", "--in", "0,1"], ["integrate", "x, y"],
    ["integrate", "x, y", "--circle", "0,0"], ["integrate", "x, y", "--circle", "0,0,-1"],
    ["integrate", "x, y", "--along", "cos t, sin t"],
    ["integrate", "x, y", "--along", "t^, t", "--t", "0,1"],
    ["integrate", "x, y", "--circle", "0,0,1", "--in", "0,1,0,1"], ["integrate", "x, y", "--in", "0,1"],
    ["at", "x^2 y", "1,2", "--along", "0,0"],
    ["at", "1e99999 x", "1,2"],
    ["plot", "x, y", "--layers", "arrows,stars"], ["plot", "x, y", "--set", "a=1"], ["at", "-y, x +", "1,2"],
    ["at", "-y, x", "1,nan"], ["plot"],
    ["plot", "x, y", "--in", "1,2"],
    ["plot", "x, y", "--in", "5,-5,0,1"], ["plot", "x, y", "--layers", "stars"],
    ["plot", "x, y", "-o", "x.gif"],
    ["plot", "x, y", "--size", "1,1"], ["plot", "x, y", "--theme", "blue"],
    ["plot", "x, y", "--language", "fr"],
    ["measure", "0.5,0.5"], ["measure", "0.5,0.5", "1,1", "--unit", "miles"],
    ["measure", "0.5,0.5", "1,1", "--alpha", "-1"], ["kitchen"], ["--kitchen"], ["lab", "--port", "http"],
    ["at", "--scene", "v9;field"], ["gallery", "--formats", "gif"],
  ])
  func aWrongArgumentIsOneLineAnd64(_ arguments: [String]) throws {
    let result = try CommandTests.nabla(arguments)
    #expect(result.code == 64, "\(arguments): \(result.complaints)")
    #expect(result.output.isEmpty)
    #expect(result.complaints.hasPrefix("nabla: "))
    #expect(result.complaints.split(separator: "\n").count == 1, "\(result.complaints)")
  }

  @Test func filesThatAreNotThereOrNotNumbers() throws {
    #expect(try CommandTests.nabla(["measure", "no-such.csv", "1,2"]).code == 66)
    try CommandTests.withFolder { folder in
      try "species,share\na,0.5\nb,x\n".write(
        to: folder.appendingPathComponent("p.csv"), atomically: true, encoding: .utf8)
      #expect(try CommandTests.nabla(["measure", "p.csv", "1,2"], in: folder).code == 65)
      try "share\n0.5\n0.5,1\n".write(
        to: folder.appendingPathComponent("q.csv"), atomically: true, encoding: .utf8)
      let ragged = try CommandTests.nabla(["measure", "q.csv", "1,2"], in: folder)
      #expect(ragged.code == 65)
      #expect(ragged.complaints.contains("line 3"), "\(ragged.complaints)")
    }
    #expect(try CommandTests.nabla(["plot", "x, y", "-o", "/no/such/folder/x.svg"]).code == 73)
    #expect(try CommandTests.nabla(["measure", "1,2", "1,2,3"]).code == 65)
    #expect(try CommandTests.nabla(["measure", "0,0", "1,2"]).code == 65)
  }

  /// KL of the uniform distribution of three from (0.2, 0.4, 0.4), both ways.
  @Test func measuresOfTwoFiles() throws {
    try CommandTests.withFolder { folder in
      try "species,count\nsetosa,50\nversicolor,50\nvirginica,50\n".write(
        to: folder.appendingPathComponent("p.csv"), atomically: true, encoding: .utf8)
      try "species,share\nvirginica,0.4\nsetosa,0.2\nversicolor,0.4\n".write(
        to: folder.appendingPathComponent("q.csv"), atomically: true, encoding: .utf8)
      let result = try CommandTests.nabla(["measure", "p.csv", "q.csv", "--json"], in: folder)
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      let forward = try #require(json["klPQ"] as? Double)
      let backward = try #require(json["klQP"] as? Double)
      #expect(abs(forward - 0.0487275) < 1e-7)
      #expect(abs(backward - 0.0436921) < 1e-7)
      #expect(json["pNormalised"] as? Bool == true)
      #expect(json["qNormalised"] as? Bool == false)
      let piped = try CommandTests.nabla(
        ["measure", "p.csv", "-", "--json"], input: "q\n0.2\n0.4\n0.4\n", in: folder)
      #expect(piped.output.contains("0.0487"))
    }
  }

  @Test func infinityIsSaidAndPlaced() throws {
    let result = try CommandTests.nabla(["measure", "0.5,0.5", "1,0"])
    #expect(result.output.contains("inf nats"))
    #expect(result.output.contains("q is 0 at entry 2"))
  }

  @Test func theGalleryIsWholeInBothLanguages() throws {
    try CommandTests.withFolder { folder in
      let result = try CommandTests.nabla(["gallery", "--out", "pictures", "--formats", "svg"], in: folder)
      #expect(result.code == 0, "\(result.complaints)")
      let files = try FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent("pictures").path)
      #expect(files.filter { $0.hasSuffix(".en.svg") }.count == 25)
      #expect(files.filter { $0.hasSuffix(".zh-Hans.svg") }.count == 25)
      #expect(files.contains("index.html"))
    }
  }

  @Test func theSameSceneTheSameDigits() throws {
    let scene = try CommandTests.nabla(["at", "--scene", "v1;field;F=sin(x y), x;probe=0.5,0.25"])
    let plain = try CommandTests.nabla(["at", "sin(x y), x", "0.5,0.25", "--json"])
    let first = try #require(
      try JSONSerialization.jsonObject(with: Data(scene.output.utf8)) as? [String: Any])
    let second = try #require(
      try JSONSerialization.jsonObject(with: Data(plain.output.utf8)) as? [String: Any])
    #expect(first["value"] as? [Double] == second["value"] as? [Double])
    #expect(first["curl"] as? Double == second["curl"] as? Double)
  }

  /// Every example that the help shows is run as it stands there, but those that serve or write afar.
  @Test(arguments: [
    [], ["at"], ["plot"], ["measure"], ["compare"], ["gallery"], ["flow"], ["streamlines"], ["phase"],
    ["ftle"], ["lic"],
    ["descend"],
  ])
  func examplesOfTheHelpRun(_ command: [String]) throws {
    let help = try CommandTests.nabla(command + ["--help"])
    #expect(help.code == 0)
    let lines = help.output.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let shown = lines.drop { $0 != "EXAMPLES" }.dropFirst().prefix { !$0.isEmpty }
    // Where the explanation of an example is wrapped, its second line belongs to the first.
    var whole: [String] = []
    for line in shown {
      if line.hasPrefix("nabla ") { whole.append(line) } else { whole[whole.count - 1] += " " + line }
    }
    let examples = whole.filter { !$0.hasPrefix("nabla lab") }
      // The root's help explains each example behind two spaces.
      .map { $0.replacingOccurrences(of: "  +.*", with: "", options: .regularExpression) }
    #expect(examples.count >= 2, "\(help.output)")
    try CommandTests.withFolder { folder in
      try "p\n0.5\n0.5\n".write(to: folder.appendingPathComponent("p.csv"), atomically: true, encoding: .utf8)
      try "q\n0.9\n0.1\n".write(to: folder.appendingPathComponent("q.csv"), atomically: true, encoding: .utf8)
      let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Documentation/Data/iris.csv")
      for name in ["iris.csv", "reference.csv", "current.csv", "before.csv", "after.csv"] {
        try FileManager.default.copyItem(at: data, to: folder.appendingPathComponent(name))
      }
      for example in examples {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "nabla() { \"\(CommandTests.program.path)\" \"$@\"; }; \(example)"]
        shell.currentDirectoryURL = folder
        shell.standardOutput = FileHandle.nullDevice
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0, "\(example)")
      }
    }
  }

  @Test func theVersionIsANumber() throws {
    let version = try CommandTests.nabla(["--version"])
    #expect(version.output.range(of: "^[0-9]+\\.[0-9]+\\.[0-9]+\n$", options: .regularExpression) != nil)
  }
}
