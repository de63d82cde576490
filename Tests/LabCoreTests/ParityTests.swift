import Foundation
import LabCore
import Testing

/// The same scene gives the same bits natively and in WebAssembly.
///
/// The module is the scalar one, because WasmKit has no vector instructions; the page's vector module is held
/// against the host by the tests in Tests/Browser. `make test` builds both first.
@Suite struct ParityTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func inWasmKit(_ function: String, _ index: Int) throws -> Int64 {
    let module = ParityTests.root.appendingPathComponent(".build/wasm-scalar/release/LabCore.wasm").path
    try #require(
      FileManager.default.fileExists(atPath: module), "the module is not built: `make wasm-scalar` builds it")
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["wasmkit", "run", module, function, "i32:\(index)"]
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let digits = text.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
    // WasmKit prints the bits without a sign.
    let value = try #require(UInt64(digits), "WasmKit said \(text)")
    return Int64(bitPattern: value)
  }

  @Test(arguments: Parity.scenes.indices)
  func scenesHaveTheSameBits(_ index: Int) throws {
    let native = labParityScene(Int32(index))
    #expect(native != 0 && native != 1)
    #expect(try inWasmKit("lab_parity_scene", index) == native, "\(Parity.scenes[index])")
  }

  @Test(arguments: Array(0..<24) + Array(100..<124))
  func elementaryFunctionsHaveTheSameBits(_ index: Int) throws {
    let native = labParityFunction(Int32(index))
    #expect(native != 0)
    #expect(try inWasmKit("lab_parity_function", index) == native)
  }

  @Test func noiseHasTheSameBits() throws {
    let native = labParityNoise(0)
    #expect(native != 0 && native != 1)
    #expect(try inWasmKit("lab_parity_noise", 0) == native)
  }

  @Test func beyondTheLastThereIsNothing() {
    #expect(labParityScene(1000) == 0)
    #expect(labParityFunction(99) == 0)
  }
}
