import Foundation
import Testing

@testable import Formats

@Suite struct NPYArrayTests {
  private struct Case {
    let name: String
    let shape: [Int]
    let bits: [UInt64]
    let bytes: [UInt8]
  }

  /// What NumPy wrote; Scripts/npy-reference.py makes the file.
  private func cases() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/NPY.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let parts = line.split(separator: ";", omittingEmptySubsequences: false)
      return Case(
        name: String(parts[0]), shape: parts[1].split(separator: " ").compactMap { Int($0) },
        bits: parts[2].split(separator: " ").compactMap { UInt64($0, radix: 16) },
        bytes: Array(try #require(Data(base64Encoded: String(parts[3])))))
    }
  }

  private func error(_ bytes: [UInt8]) -> NPYError? {
    do throws(NPYError) {
      _ = try NPYArray(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func readsWhatNumPyWrites() throws {
    let readable = try cases().filter { !["texts", "objects", "complex", "records"].contains($0.name) }
    #expect(readable.count == 21)
    for sample in readable {
      let array = try NPYArray(sample.bytes)
      #expect(array.shape == sample.shape, "\(sample.name)")
      #expect(array.values.map(\.bitPattern) == sample.bits, "\(sample.name)")
    }
    let rounded = try readable.filter { try NPYArray($0.bytes).isRounded }
    #expect(rounded.map(\.name) == ["<i8", ">i8", "<u8"])
  }

  @Test func writesWhatNumPyWrites() throws {
    for sample in try cases() where ["<f8", "version 1", "one number", "no numbers"].contains(sample.name) {
      let array = try NPYArray(shape: sample.shape, values: sample.bits.map { Double(bitPattern: $0) })
      #expect(array.bytes == sample.bytes, "\(sample.name)")
    }
    let line = try NPYArray(shape: [3], values: [1, .nan, -.infinity])
    let again = try NPYArray(line.bytes)
    #expect(again.shape == [3] && again.values[1].isNaN && again.values[2] == -.infinity)
    // A header that is too long for version 1.
    let deep = try NPYArray(shape: [Int](repeating: 1, count: 30_000), values: [7])
    #expect(deep.bytes[6] == 2)
    #expect(try NPYArray(deep.bytes) == deep)
    #expect(throws: NPYError.shapeMismatch(shape: [2, 2], count: 3)) {
      try NPYArray(shape: [2, 2], values: [1, 2, 3])
    }
  }

  @Test func typesWithoutNumbers() throws {
    let refused = try cases().filter { ["texts", "objects", "complex", "records"].contains($0.name) }
    #expect(refused.count == 4)
    for (sample, type) in zip(refused, ["<U2", "|O", "<c16", "[('a', '<f8'), ('b', '<i4')]"]) {
      #expect(error(sample.bytes) == .unsupportedType(type, at: type.hasPrefix("[") ? 20 : 21))
    }
  }

  @Test func everyBeginningIsAnError() throws {
    let whole = try #require(try cases().first).bytes
    for count in whole.indices {
      guard case .truncated(let place, let expected, _) = error(Array(whole[..<count])) else {
        Issue.record("\(count) bytes of a file were read")
        continue
      }
      #expect(place == count && expected > count)
    }
    #expect(error(whole + [0]) == .trailingBytes(at: whole.count, count: 1))
  }

  @Test func damagedHeaders() throws {
    #expect(error(Array("PK\u{3}\u{4}".utf8)) == .notNPY)
    let whole = try #require(try cases().first).bytes
    var version = whole
    version[6] = 9
    #expect(error(version) == .unsupportedVersion(major: 9, minor: 0))
    func edited(_ old: String, _ new: String) -> NPYError? {
      let text = String(decoding: whole[10..<128], as: UTF8.self).replacing(old, with: new)
      let head = Array(text.utf8)
      return error(Array(whole[..<8]) + [UInt8(head.count), 0] + head + whole[128...])
    }
    #expect(edited("'shape': (2, 3), ", "") == .malformedHeader(at: 10, expected: "a key 'shape'"))
    #expect(edited("False", "false") == .malformedHeader(at: 44, expected: "True or False"))
    #expect(edited("(2, 3)", "(2, -3)") == .malformedHeader(at: 64, expected: "a length or )"))
    #expect(edited("}", "") != nil)
    #expect(
      edited("'descr'", "'desc'")
        == .malformedHeader(at: 12, expected: "the keys 'descr', 'fortran_order' and 'shape' only"))
    #expect(
      edited("(2, 3)", "(99999999999, 99999999999)")
        == .truncated(at: 196, expected: .max, what: "the numbers"))
  }

  /// Noise in every place of a header is an error or an array, never a crash.
  @Test func survivesNoise() throws {
    var noise = SplitMix(seed: 12)
    for sample in try cases() {
      for _ in 0..<500 {
        var bytes = sample.bytes
        for _ in 0..<(1 + noise.next() % 3) {
          bytes[Int(noise.next() % UInt64(min(bytes.count, 90)))] = UInt8(truncatingIfNeeded: noise.next())
        }
        if let error = error(bytes) { #expect(!error.description.isEmpty) }
      }
    }
  }
}
