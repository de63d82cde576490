import CZlib

/// Decompresses a gzip file that comes in pieces, in bounded memory; members one after the other are one text.
///
/// ```swift
/// var reader = GzipReader()
/// while let piece = file.next() {
///   try reader.feed(piece) { bytes in csv.feed(bytes) }
/// }
/// try reader.finish()
/// ```
///
/// Format: RFC 1952, read by zlib, which checks length and CRC-32 of every member.
struct GzipReader: ~Copyable {
  /// What is wrong with a compressed file, and at which of its bytes, counted from 0.
  enum Failure: Error, Equatable, CustomStringConvertible {
    /// The bytes are no gzip, or damaged; the reason is zlib's.
    case corrupt(at: Int, reason: String)
    /// The file ends inside a member.
    case truncated(at: Int)
    /// Something other than another member, or padding with zeros, follows a member.
    case trailingBytes(at: Int)
    /// There is no memory for the decompression.
    case outOfMemory

    var description: String {
      switch self {
      case .corrupt(let place, let reason):
        "byte \(place) of the compressed file: \(reason); expected undamaged gzip"
      case .truncated(let place):
        "the compressed file ends at byte \(place), inside its data; expected all of it"
      case .trailingBytes(let place):
        "byte \(place) of the compressed file: no gzip follows the end of the data; expected the end of the file"
      case .outOfMemory: "there is no memory to decompress with"
      }
    }
  }

  /// Where in the file the reader is: at a member's beginning, in a member, or in zeros behind the last one.
  private enum State {
    case between
    case inside
    case padding
  }

  /// Whether a file begins as gzip does.
  static func isGzip(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  // On the heap: zlib's state points back at it.
  private let stream: UnsafeMutablePointer<z_stream>
  private var isReady = false
  private var state = State.between
  private var memberCount = 0
  /// The bytes of the file before the piece at hand.
  private var offset = 0
  private var output: [UInt8]

  /// A reader at the beginning of a file that hands on blocks of at most `blockSize` bytes.
  init(blockSize: Int = 1 << 17) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    output = [UInt8](repeating: 0, count: max(blockSize, 1))
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Takes in a piece of the file, and hands on what it holds.
  ///
  /// - Throws: ``Failure``, or what `consume` throws.
  mutating func feed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ consume: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    var taken = 0
    while taken < bytes.count {
      switch state {
      case .between:
        if memberCount > 0, bytes[taken] != 0x1F {
          guard bytes[taken] == 0 else { throw Failure.trailingBytes(at: offset + taken) }
          state = .padding
          continue
        }
        try begin()
      case .inside:
        taken += try inflate(UnsafeBufferPointer(rebasing: bytes[taken...]), consumed: taken, consume)
      case .padding:
        guard bytes[taken] == 0 else { throw Failure.trailingBytes(at: offset + taken) }
        taken += 1
      }
    }
    offset += bytes.count
  }

  /// Ends the file.
  ///
  /// - Throws: ``Failure`` if it ends too early.
  func finish() throws {
    if state == .inside || memberCount == 0 { throw Failure.truncated(at: offset) }
  }

  private mutating func begin() throws {
    // 16 asks for gzip's frame, 15 for the largest window.
    let code =
      isReady
      ? inflateReset(stream)
      : inflateInit2_(stream, 16 + MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw Failure.outOfMemory }
    isReady = true
    state = .inside
  }

  /// Decompresses up to the end of the piece or of the member, and returns how many bytes that took.
  private mutating func inflate(
    _ bytes: UnsafeBufferPointer<UInt8>, consumed: Int, _ consume: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws -> Int {
    // zlib counts in 32 bits.
    let count = min(bytes.count, 1 << 30)
    stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
    stream.pointee.avail_in = UInt32(count)
    let room = output.count
    while true {
      let stream = stream
      let code = output.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(room)
        return CZlib.inflate(stream, Z_NO_FLUSH)
      }
      let taken = count - Int(stream.pointee.avail_in)
      let filled = room - Int(stream.pointee.avail_out)
      if filled > 0 {
        try output.withUnsafeBufferPointer { try consume(UnsafeBufferPointer(rebasing: $0[..<filled])) }
      }
      switch code {
      case Z_STREAM_END:
        state = .between
        memberCount += 1
        return taken
      case Z_OK, Z_BUF_ERROR:
        // Room that is left says that the piece is used up.
        if filled < room { return count }
      case Z_MEM_ERROR: throw Failure.outOfMemory
      default:
        let reason = stream.pointee.msg.map { String(cString: $0) } ?? "the data is damaged"
        throw Failure.corrupt(at: offset + consumed + taken, reason: reason)
      }
    }
  }
}
