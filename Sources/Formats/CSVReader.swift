/// A CSV file that comes in pieces, read in one pass and in bounded memory; as strict as ``CSV``.
///
/// ```swift
/// var reader = CSVReader()
/// while let piece = file.next() {
///   try reader.feed(piece) { rows in sum(rows) }
/// }
/// try reader.finish { rows in sum(rows) }
/// ```
///
/// Pieces may end anywhere, inside a quote, a character or the end of a line. Complete rows are handed on in blocks
/// of some 128 KiB, small enough to stay in a core's second cache while their columns are read. Errors are those of
/// ``CSV``, with the line and column of the file; the rows that were handed on before an error are those above it.
public struct CSVReader {
  /// How many bytes are taken in before the rows among them are handed on.
  public let blockSize: Int
  /// The most bytes that a row may have.
  public let rowLimit: Int
  /// The number of rows that were handed on, the header not among them.
  public private(set) var rowCount = 0
  /// The names of the columns as UTF-8, quotes resolved; empty until the first row has come.
  public private(set) var headerBytes: [[UInt8]] = []

  private var scanner = CSVScanner()
  /// What was taken in and not yet handed on; begins with a row.
  private var window: [UInt8] = []
  private var scannedCount = 0
  /// The lines above the window.
  private var lineCount = 0
  private var isBegun = false
  private var isFinished = false
  private var failure: CSVError?

  /// A reader at the beginning of a file.
  ///
  /// - Parameters:
  ///   - blockSize: How many bytes are taken in before the rows among them are handed on, 1 to 2³⁰.
  ///   - rowLimit: The most bytes that a row may have, 1 to 2³⁰: a quote that is never closed would else take in
  ///     the whole file.
  public init(blockSize: Int = 1 << 17, rowLimit: Int = 1 << 26) {
    self.blockSize = min(max(blockSize, 1), 1 << 30)
    self.rowLimit = min(max(rowLimit, 1), 1 << 30)
  }

  /// The names of the columns; empty until the first row has come.
  public var header: [String] { headerBytes.map { String(decoding: $0, as: UTF8.self) } }

  /// Takes in a piece of the file, and hands on the rows that are complete.
  ///
  /// - Throws: ``CSVError`` naming the first thing that is wrong in the file; once thrown, it is thrown again.
  @export(interface)
  public mutating func feed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ consume: (CSVRows) -> Void
  ) throws(CSVError) {
    if let failure { throw failure }
    var taken = 0
    while taken < bytes.count, !isFinished {
      let count = min(bytes.count - taken, scannedCount + blockSize - window.count)
      window.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[taken..<taken + count]))
      taken += count
      if window.count - scannedCount == blockSize { try advance(isLast: false, consume) }
    }
  }

  /// Takes in a piece of the file; see ``feed(_:_:)-(UnsafeBufferPointer<UInt8>,_)``.
  public mutating func feed(_ bytes: [UInt8], _ consume: (CSVRows) -> Void) throws(CSVError) {
    let outcome = bytes.withUnsafeBufferPointer { buffer -> CSVError? in
      do throws(CSVError) {
        try feed(buffer, consume)
        return nil
      } catch {
        return error
      }
    }
    if let outcome { throw outcome }
  }

  /// Ends the file, and hands on the rows that are left; what is fed later is passed over.
  ///
  /// - Throws: ``CSVError`` naming the first thing that is wrong in the file.
  public mutating func finish(_ consume: (CSVRows) -> Void) throws(CSVError) {
    if let failure { throw failure }
    if isFinished { return }
    isFinished = true
    try advance(isLast: true, consume)
  }

  private mutating func advance(isLast: Bool, _ consume: (CSVRows) -> Void) throws(CSVError) {
    if !isBegun {
      scannedCount = window.count
      guard window.count >= 3 || isLast else { return }
      isBegun = true
      if window.starts(with: [0xEF, 0xBB, 0xBF]) { window.removeFirst(3) }
    }
    window.withUnsafeBufferPointer { scanner.scan($0, isLast: isLast) }
    scannedCount = window.count
    if let flaw = firstFault() {
      let place = TextPlace(of: flaw.offset, in: window, from: 0)
      let error = CSVError(problem: flaw.problem, line: lineCount + place.line, column: place.column)
      failure = error
      throw error
    }
    if scanner.rowCount > 0 { handOn(consume) }
  }

  private func firstFault() -> CSVScanner.Flaw? {
    let isFirst = headerBytes.isEmpty
    let complete = scanner.rowStart
    let fault = window.withUnsafeBufferPointer { window in
      scanner.fault(in: window, checked: 0, end: min(complete, window.count), isFirst: isFirst)
    }
    if let fault { return fault }
    guard window.count - complete > rowLimit else { return nil }
    return CSVScanner.Flaw(problem: .rowTooLong(limit: rowLimit), offset: scanner.openQuote ?? complete)
  }

  /// Hands on the complete rows of the window and cuts them off.
  private mutating func handOn(_ consume: (CSVRows) -> Void) {
    var first = 0
    if headerBytes.isEmpty {
      headerBytes = window.withUnsafeBufferPointer { scanner.header(in: $0) }
      first = 1
    }
    let columnCount = headerBytes.count
    let rows = scanner.rowCount - first
    let cut = min(scanner.rowStart, window.count)
    var lines = scanner.rowCount
    if scanner.hasQuotes {
      lines = window[..<cut].reduce(0) { $1 == 10 ? $0 + 1 : $0 }
    }
    if rows > 0 {
      window.withUnsafeBufferPointer { bytes in
        scanner.offsets.withUnsafeBufferPointer { offsets in
          let fields = offsets[first * columnCount...(first + rows) * columnCount]
          let firstLine = lineCount + TextPlace(of: Int(fields[fields.startIndex]), in: window, from: 0).line
          consume(
            CSVRows(
              bytes, UnsafeBufferPointer(rebasing: fields), header: headerBytes, firstRow: rowCount,
              firstLine: firstLine))
        }
      }
    }
    rowCount += rows
    lineCount += lines
    window.removeFirst(cut)
    scanner.forgetRows()
    scannedCount = window.count
  }
}
