import CZlib
import Testing

@testable import NablaCommand

@Suite struct GzipReaderTests {
  /// gzip as zlib itself writes it.
  private func compressed(_ bytes: [UInt8], level: Int32 = 6) throws -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    #expect(
      deflateInit2_(&stream, level, Z_DEFLATED, 16 + 15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK)
    var result = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 1000)
    let room = UInt32(result.count)
    var input = bytes
    let written = input.withUnsafeMutableBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = room
        #expect(deflate(&stream, Z_FINISH) == Z_STREAM_END)
        return Int(room - stream.avail_out)
      }
    }
    deflateEnd(&stream)
    return Array(result[..<written])
  }

  private func text(_ count: Int) -> [UInt8] {
    var state: UInt64 = 1
    return (0..<count).map { index in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return index % 3 == 0 ? UInt8(truncatingIfNeeded: state >> 56) : 44
    }
  }

  private func read(_ bytes: [UInt8], step: Int = 1000, blockSize: Int = 4096) throws -> [UInt8] {
    var reader = GzipReader(blockSize: blockSize)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: step) {
      try bytes[start..<min(start + step, bytes.count)].withUnsafeBufferPointer { piece in
        try reader.feed(piece) { block in
          #expect(block.count <= blockSize)
          result += block
        }
      }
    }
    try reader.finish()
    return result
  }

  @Test(arguments: [1, 7, 1000, 1 << 20]) func piecesOfEveryLength(_ step: Int) throws {
    let plain = text(30_000)
    let packed = try compressed(plain)
    #expect(GzipReader.isGzip(packed) && packed.count < plain.count)
    #expect(try read(packed, step: step) == plain)
    #expect(try read(packed, step: step, blockSize: 1) == plain)
    #expect(try read(compressed([]), step: step).isEmpty)
  }

  @Test func membersAndPadding() throws {
    let parts = [text(5000), [], text(300)]
    var packed: [UInt8] = []
    for part in parts { packed += try compressed(part) }
    #expect(try read(packed, step: 13) == parts.flatMap { $0 })
    #expect(try read(packed + [0, 0, 0], step: 13) == parts.flatMap { $0 })
    #expect(throws: GzipReader.Failure.trailingBytes(at: packed.count)) { try read(packed + [65]) }
    #expect(throws: GzipReader.Failure.trailingBytes(at: packed.count + 1)) { try read(packed + [0, 0x1F]) }
  }

  @Test func everyBeginningIsTruncated() throws {
    let packed = try compressed(text(200))
    for count in packed.indices {
      #expect(throws: GzipReader.Failure.truncated(at: count)) { try read(Array(packed[..<count])) }
    }
  }

  @Test func damageIsFound() throws {
    let plain = text(3000)
    let packed = try compressed(plain)
    // The check value, the length, and the frame.
    for (place, reason) in [
      (packed.count - 8, "data check"), (packed.count - 1, "length check"), (0, "header check"),
    ] {
      var damaged = packed
      damaged[place] ^= 0x55
      do {
        _ = try read(damaged)
        Issue.record("damage at byte \(place) was not found")
      } catch GzipReader.Failure.corrupt(let found, let said) {
        #expect(found >= place && found <= max(place + 4, 2) && said.contains(reason))
      }
    }
    // Nothing that is damaged is taken for whole; bytes 4 to 9 of the frame hold time and system.
    for place in packed.indices where !(4...9).contains(place) {
      var damaged = packed
      damaged[place] ^= 0x10
      #expect(throws: GzipReader.Failure.self) { try read(damaged) }
    }
  }
}
