import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The bar that long commands show on a terminal.
@Suite struct ProgressBarTests {
  /// What a command writes to a terminal of its own where its complaints go, and to its output.
  private func onATerminal(_ arguments: [String]) throws -> (terminal: String, output: String) {
    var (master, slave) = (Int32(0), Int32(0))
    try #require(openpty(&master, &slave, nil, nil, nil) == 0)
    let process = Process()
    let output = Pipe()
    process.executableURL = CommandTests.program
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    close(slave)
    var seen: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      seen += buffer.prefix(count)
    }
    close(master)
    return (String(decoding: seen, as: UTF8.self), String(decoding: text, as: UTF8.self))
  }

  /// A map of a few seconds.
  private let long = [
    "ftle", "y, -sin x", "--time", "150", "--in", "-3,3,-2,2", "--columns", "220", "--json",
  ]

  @Test func aLongCommandShowsABarAndTakesItBack() throws {
    let (terminal, output) = try onATerminal(long)
    #expect(terminal.contains("%, "), "\(terminal)")
    #expect(terminal.contains("█"))
    // The last thing is that the line is cleared.
    #expect(terminal.hasSuffix("\r\u{1B}[2K"))
    #expect(output.contains("exponents"))
  }

  @Test func aShortOneShowsNone() throws {
    #expect(try onATerminal(["at", "-y, x", "1,2"]).terminal.isEmpty)
  }

  @Test func aPipeSeesNothing() throws {
    #expect(try CommandTests.nabla(long).complaints.isEmpty)
  }
}
