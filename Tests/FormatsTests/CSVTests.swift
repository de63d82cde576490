import Formats
import Testing

@Suite struct CSVTests {
  private func read(_ text: String) throws(CSVError) -> Table { try CSV.read([UInt8](text.utf8)) }

  private func cells(_ table: Table) -> [[String]] {
    (0..<table.rowCount).map { row in
      (0..<table.columnCount).map { column in
        String(decoding: table.cell(row: row, column: column) ?? [], as: UTF8.self)
      }
    }
  }

  private func expect(
    _ text: String, _ problem: CSVError.Problem, line: Int, column: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect([UInt8](text.utf8), problem, line: line, column: column, sourceLocation: sourceLocation)
  }

  private func expect(
    _ bytes: [UInt8], _ problem: CSVError.Problem, line: Int, column: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    do {
      _ = try CSV.read(bytes)
      Issue.record("read without an error", sourceLocation: sourceLocation)
    } catch {
      #expect(error.problem == problem, sourceLocation: sourceLocation)
      #expect([error.line, error.column] == [line, column], sourceLocation: sourceLocation)
      #expect(error.description.hasPrefix("line \(line), column \(column): "), sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: ["\n", "\r\n"]) func bothLineEnds(_ end: String) throws {
    for last in ["", end] {
      let table = try read("a,b\(end)1,2\(end)3,\(last)")
      #expect(table.header == ["a", "b"])
      #expect(cells(table) == [["1", "2"], ["3", ""]])
    }
  }

  @Test func quotes() throws {
    let table = try read("\"a\",\"b \"\"c\"\"\"\r\n\"1,\n2\r\n\",\"\"\r\nx,\"\"\"\"\r\n\"\"\"\",\"y\"")
    #expect(table.header == ["a", "b \"c\""])
    #expect(cells(table) == [["1,\n2\r\n", ""], ["x", "\""], ["\"", "y"]])
  }

  @Test func spacesBelongToTheirField() throws {
    #expect(try cells(read("a,b\n x , \n")) == [[" x ", " "]])
  }

  @Test func byteOrderMark() throws {
    #expect(try read("\u{FEFF}a,b\n1,2\n").header == ["a", "b"])
    expect("\u{FEFF}a,b\n1\n", .raggedRow(expected: 2, found: 1), line: 2, column: 1)
    expect("\u{FEFF}", .noHeader, line: 1, column: 1)
  }

  @Test func emptyFilesAndHeadersOnly() throws {
    expect("", .noHeader, line: 1, column: 1)
    expect("\n", .emptyHeader, line: 1, column: 1)
    for text in ["a,b", "a,b\n", "a,b\r\n"] {
      let table = try read(text)
      #expect(table.rowCount == 0)
      #expect(try table.numbers("b") == [])
    }
    #expect(try cells(read("a\n\n\n")) == [[""], [""]])
  }

  @Test func whatIsNotStrict() {
    expect("a,b\n1,2\n3\n", .raggedRow(expected: 2, found: 1), line: 3, column: 1)
    expect("a,b\n1,2\n\n", .raggedRow(expected: 2, found: 1), line: 3, column: 1)
    expect("a,b\n1,2,3", .raggedRow(expected: 2, found: 3), line: 2, column: 1)
    expect("a,b\n\"x\ny\",2\n3", .raggedRow(expected: 2, found: 1), line: 4, column: 1)
    expect("a,b,a\n", .duplicateHeader(name: "a", firstField: 1), line: 1, column: 5)
    expect("z,b,b,z\n", .duplicateHeader(name: "b", firstField: 2), line: 1, column: 5)
    expect("a,\"\"\n", .emptyHeader, line: 1, column: 3)
    expect("a,b\n1,\"2\n", .unterminatedQuote, line: 2, column: 3)
    expect("é,b\né,\"2\"\"", .unterminatedQuote, line: 2, column: 3)
    expect("a\n\"1\" \n", .textAfterQuote, line: 2, column: 4)
    expect("a\n\"1\"\r", .textAfterQuote, line: 2, column: 4)
    expect("a\n1\"\n", .quoteInsideField, line: 2, column: 2)
    expect("a\n \"1\"\n", .quoteInsideField, line: 2, column: 2)
    expect("a\r1\r", .bareCarriageReturn, line: 1, column: 2)
    expect("a\n1\r", .bareCarriageReturn, line: 2, column: 2)
  }

  @Test func invalidUTF8() {
    let tails: [[UInt8]] = [
      [0xFF], [0x80], [0xC0, 0xAF], [0xC3], [0xE9, 45], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
    ]
    for tail in tails {
      expect(Array("a\né\nxé".utf8) + tail + [10], .invalidUTF8(byte: tail[0]), line: 3, column: 3)
      expect(Array("a\n\"é".utf8) + tail + [34], .invalidUTF8(byte: tail[0]), line: 2, column: 3)
    }
    // The first thing that is wrong is what is reported.
    expect([97, 10, 0xFF, 10, 34], .invalidUTF8(byte: 0xFF), line: 2, column: 1)
  }

  /// Every position of a separator within the words that the scanner takes eight bytes at a time.
  @Test func everyAlignment() throws {
    for first in 0..<20 {
      for second in 0..<20 {
        let left = String(repeating: "7", count: first)
        let right = String(repeating: "/", count: second)
        let table = try read("a,b\n\(left),\(right)\n\"\(left)\",\"\(right)\"\r\n")
        #expect(cells(table) == [[left, right], [left, right]])
      }
    }
  }

  /// Whatever is read can be written and read again; whatever is not read has an error inside the file.
  @Test func survivesNoise() {
    var noise = SplitMix(seed: 3)
    let alphabet = Array("ab1,,,\n\n\"\"\r ".utf8) + [0xC3, 0xA9, 0xFF]
    var tables = 0
    for _ in 0..<20_000 {
      let tail = (0..<Int(noise.next() % 30)).map { _ in alphabet[Int(noise.next() % UInt64(alphabet.count))]
      }
      let bytes = noise.next() % 2 == 0 ? tail : Array("a,b\n".utf8) + tail
      do {
        let table = try CSV.read(bytes)
        tables += 1
        #expect(roundTrips(table))
      } catch {
        #expect(error.line >= 1 && error.line <= bytes.count { $0 == 10 } + 1)
        #expect(error.column >= 1 && error.column <= bytes.count + 1)
      }
    }
    #expect(tables > 500)
  }

  @Test func survivesRandomBytes() {
    var noise = SplitMix(seed: 5)
    for _ in 0..<5000 {
      _ = try? CSV.read((0..<Int(noise.next() % 200)).map { _ in UInt8(truncatingIfNeeded: noise.next()) })
    }
  }

  private func roundTrips(_ table: Table) -> Bool {
    let rows = [table.header] + cells(table)
    let text = rows.map { row in row.map(quoted).joined(separator: ",") }.joined(separator: "\r\n") + "\r\n"
    guard let again = try? read(text) else { return false }
    return [again.header] + cells(again) == rows
  }

  private func quoted(_ cell: String) -> String {
    var text = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
