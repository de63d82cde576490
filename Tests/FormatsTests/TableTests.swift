import Formats
import Testing

@Suite struct TableTests {
  private func table() throws(CSVError) -> Table {
    try CSV.read([UInt8]("name,\"x,y\",z\nä, 1.5 ,1\n\"b\"\"\",\"-2e3\",\nä,inf,3x\n".utf8))
  }

  @Test func columnsByName() throws {
    let table = try table()
    #expect(table.rowCount == 3)
    #expect(table.columnCount == 3)
    #expect(table.column("z") == 2)
    #expect(table.column("Z") == nil)
    #expect(try table.numbers("x,y") == [1.5, -2000, .infinity])
    #expect(try table.texts("name") == ["ä", "b\"", "ä"])
  }

  @Test func categories() throws {
    let categories = try table().categories("name")
    #expect(categories.names == ["ä", "b\""])
    #expect(categories.codes == [0, 1, 0])
    #expect(categories.counts == [2, 1])
  }

  @Test func whatIsNotANumber() throws {
    let table = try table()
    #expect(throws: TableError.notANumber(line: 3, column: 14, name: "z", text: "")) {
      try table.numbers("z")
    }
    #expect(throws: TableError.notANumber(line: 2, column: 1, name: "name", text: "ä")) {
      try table.numbers("name")
    }
    let error = TableError.notANumber(line: 4, column: 8, name: "z", text: "3x")
    #expect(error.description.contains("line 4, column 8: \"3x\" in \"z\" is not a number"))
  }

  @Test func whatIsNotThere() throws {
    let table = try table()
    let missing = TableError.noColumn(name: "w", available: ["name", "x,y", "z"])
    #expect(throws: missing) { try table.numbers("w") }
    #expect(throws: missing) { try table.texts("w") }
    #expect(throws: TableError.noColumnIndex(3, count: 3)) { try table.categories(column: 3) }
    #expect(throws: TableError.noColumnIndex(-1, count: 3)) { try table.numbers(column: -1) }
    #expect(table.cell(row: 3, column: 0) == nil)
    #expect(table.cell(row: 0, column: -1) == nil)
  }

  @Test func lineNumbersCountBreaksInsideQuotes() throws {
    let table = try CSV.read([UInt8]("a,b\n\"1\n2\",1\n3,?\n".utf8))
    #expect(throws: TableError.notANumber(line: 4, column: 3, name: "b", text: "?")) {
      try table.numbers("b")
    }
  }
}
