import Testing

@testable import Formats

@Suite struct CSVReaderTests {
  private struct Whole: Equatable {
    var header: [[UInt8]] = []
    var cells: [[UInt8]] = []
    var places: [[Int]] = []
    var error: CSVError?
  }

  /// Reads by pieces whose lengths `step` gives.
  private func streamed(_ bytes: [UInt8], blockSize: Int = 1 << 17, step: () -> Int) -> Whole {
    var whole = Whole()
    var reader = CSVReader(blockSize: blockSize)
    let collect: (CSVRows) -> Void = { rows in
      #expect(rows.firstRow * rows.columnCount == whole.cells.count)
      for row in 0..<rows.rowCount {
        for column in 0..<rows.columnCount {
          whole.cells.append(rows.cell(row: row, column: column).content)
          // A place is found by counting from the beginning of its block.
          guard bytes.count < 1000 else { continue }
          let place = rows.place(row: row, column: column)
          whole.places.append([place.line, place.column])
        }
      }
    }
    do throws(CSVError) {
      var taken = 0
      while taken < bytes.count {
        let end = min(taken + step(), bytes.count)
        try reader.feed(Array(bytes[taken..<end]), collect)
        taken = end
      }
      try reader.finish(collect)
      try reader.finish(collect)
      whole.header = reader.headerBytes
    } catch {
      whole.error = error
    }
    return whole
  }

  private func read(_ bytes: [UInt8]) -> Whole {
    var whole = Whole()
    do throws(CSVError) {
      let table = try CSV.read(bytes)
      whole.header = table.header.map { Array($0.utf8) }
      for row in 0..<table.rowCount {
        for column in 0..<table.columnCount {
          whole.cells.append(Array(table.cell(row: row, column: column) ?? []))
        }
      }
    } catch {
      whole.error = error
    }
    return whole
  }

  /// Rows of quoted text with breaks, doubled quotes, CRLF and characters of several bytes lie across the borders of blocks here.
  @Test(arguments: 0..<8) func agreesWithTheWholeFileAcrossBlocks(_ seed: UInt64) {
    var noise = SplitMix(seed: seed)
    let cells = ["", "1.5", "\"a \"\"b\"\" c\"", "\"x\r\n,é\n\"", "é€𝄞", "\"\"\"\"", "-17", "\"\""]
    var bytes = Array("\u{FEFF}a,\"b\n2\",c\r\n".utf8)
    while bytes.count < 600_000 {
      for column in 0..<3 {
        if column > 0 { bytes.append(44) }
        bytes += cells[Int(noise.next() % UInt64(cells.count))].utf8
      }
      bytes += noise.next() % 2 == 0 ? [13, 10] : [10]
    }
    // Shifts everything against the borders of blocks.
    bytes.insert(contentsOf: repeatElement(32, count: Int(seed) * 7), at: 4)
    var damaged = bytes
    if seed % 2 == 1 {
      let damages: [[UInt8]] = [[0xFF], [34], [13], [44], [10]]
      damaged.insert(contentsOf: damages[Int(seed) / 2], at: 590_000 - Int(noise.next() % 1000))
    }
    let whole = read(damaged)
    let parts = streamed(damaged) { Int(1 + noise.next() % 70_000) }
    #expect(parts.error == whole.error)
    #expect((whole.error == nil) == (seed % 2 == 0))
    if whole.error == nil {
      #expect(parts.header == whole.header)
      #expect(parts.cells == whole.cells)
    } else {
      // What came before the damage was handed on, unchanged.
      let before = read(bytes)
      #expect(parts.cells.count > 1000 && parts.cells[...] == before.cells[..<parts.cells.count])
    }
  }

  /// The scanner itself, cut at every byte.
  @Test func agreesWithTheWholeFileOnNoise() {
    var noise = SplitMix(seed: 9)
    let alphabet = Array("ab1,,,\n\n\"\"\r ".utf8) + [0xC3, 0xA9, 0xFF]
    var tables = 0
    for round in 0..<20_000 {
      let tail = (0..<Int(noise.next() % 30)).map { _ in alphabet[Int(noise.next() % UInt64(alphabet.count))]
      }
      let bytes = round % 2 == 0 ? tail : Array("a,b\n".utf8) + tail
      let whole = read(bytes)
      var parts = streamed(bytes, blockSize: 1 + round % 7) { Int(1 + noise.next() % 5) }
      parts.places = []
      // Rows above the error are handed on.
      if whole.error != nil { parts.cells = [] }
      #expect(parts == whole, "\(bytes)")
      if whole.error == nil { tables += 1 }
    }
    #expect(tables > 500)
  }

  @Test func places() {
    let text = "\u{FEFF}a,\"b\nc\"\n\"é\n2\",x\n3,4\n"
    let whole = streamed(Array(text.utf8)) { 3 }
    #expect(whole.error == nil)
    #expect(whole.places == [[3, 1], [4, 4], [5, 1], [5, 3]])
  }

  @Test func aRowWithoutEndIsRefused() {
    var reader = CSVReader(rowLimit: 1000)
    let text = "a,b\n1,2\n3,\"" + String(repeating: "x\n", count: 200_000)
    var rows = 0
    #expect(throws: CSVError(problem: .rowTooLong(limit: 1000), line: 3, column: 3)) {
      try reader.feed(Array(text.utf8)) { rows += $0.rowCount }
    }
    #expect(throws: CSVError.self) { try reader.finish { rows += $0.rowCount } }
    #expect(rows == 0)
    var second = CSVReader(rowLimit: 1000)
    #expect(throws: CSVError(problem: .rowTooLong(limit: 1000), line: 1, column: 1)) {
      try second.feed([UInt8](repeating: 97, count: 200_000)) { _ in }
    }
  }

  @Test func numbersOfAColumn() throws {
    var reader = CSVReader()
    var values: [Double] = []
    var others: [Int] = []
    let text = "a,b\r\n1,x\r\n 2.5 ,\r\nNaN,1\r\n\"-3\",2\r\n4\u{20},3"
    try reader.feed(Array(text.utf8)) { _ in }
    try reader.finish { rows in
      rows.numbers(column: 0, into: &values, others: &others)
      #expect(values == [1, 2.5, -3, 4] && others == [2])
      rows.numbers(column: 1, into: &values, others: &others)
      #expect(values == [1, 2, 3] && others == [0, 1])
      #expect(rows.header == ["a", "b"])
    }
    #expect(reader.rowCount == 5)
  }

  /// Cells of every length, among others, read as the same numerals by themselves.
  @Test func numbersAgreeWithDecimals() throws {
    var noise = SplitMix(seed: 21)
    let alphabet = Array("0123456789012345678901234567890123456789..e-+\u{20}".utf8)
    var cells: [[UInt8]] = []
    for round in 0..<60_000 {
      var cell = (0..<Int(noise.next() % 27)).map { _ in alphabet[Int(noise.next() % UInt64(alphabet.count))]
      }
      if round % 2 == 0 {
        cell = cell.filter { $0 > 47 && $0 < 58 }
        cell.insert(46, at: Int(noise.next() % UInt64(cell.count + 1)))
        if round % 4 == 0 { cell.insert(45, at: 0) }
      }
      cells.append(cell)
    }
    var bytes = Array("a,b\n".utf8)
    for (index, cell) in cells.enumerated() { bytes += cell + [index % 2 == 0 ? 44 : 10] }
    var reader = CSVReader()
    var values: [Double] = []
    var others: [Int] = []
    let compare: (CSVRows) -> Void = { rows in
      for column in 0..<2 {
        rows.numbers(column: column, into: &values, others: &others)
        let texts = (0..<rows.rowCount).map { cells[(rows.firstRow + $0) * 2 + column] }
        // The standard library is another implementation of the same function.
        let truth = texts.map { text in
          Double(String(decoding: text, as: UTF8.self).trimming(" "))
        }
        let sameValues = values.map(\.bitPattern) == truth.compactMap { $0?.bitPattern }
        let sameOthers = others == truth.indices.filter { truth[$0] == nil }
        #expect(sameValues && sameOthers, "rows from \(rows.firstRow)")
      }
    }
    try reader.feed(bytes, compare)
    try reader.finish(compare)
    #expect(reader.rowCount == 30_000)
  }
}

extension String {
  fileprivate func trimming(_ character: Character) -> String {
    var text = self[...]
    while text.first == character { text = text.dropFirst() }
    while text.last == character { text = text.dropLast() }
    return String(text)
  }
}
