import Formats
import Testing

@testable import Information

@Suite struct ColumnProfileTests {
  private func profile(
    _ text: String, _ options: ColumnProfile.Options = ColumnProfile.Options(), textColumns: [String] = [],
    blockSize: Int = 1 << 17
  ) throws -> TableProfile {
    var profile = TableProfile(options, textColumns: textColumns)
    var reader = CSVReader(blockSize: blockSize)
    try reader.feed(Array(text.utf8)) { profile.add($0) }
    try reader.finish { profile.add($0) }
    return profile
  }

  @Test func kinds() throws {
    let text = "n,c,m,e,t\n1,a,1,,0\n-2.5,b,x,NA,1\n,a,3,n/a,1\ninf,\"a\",4, ,0\n"
    let profile = try profile(text, textColumns: ["t"])
    #expect(profile.columns.map(\.kind) == [.numeric, .categorical, .mixed, .empty, .categorical])
    #expect(profile.columns.map(\.missingCount) == [1, 0, 0, 4, 0])
    #expect(profile.rowCount == 4)
    let numbers = profile.columns[0]
    #expect(numbers.numberCount == 3 && numbers.infiniteCount == 1)
    #expect(numbers.moments.mean == -0.75 && numbers.moments.variance == 6.125)
    #expect(numbers.quantiles.maximum == .infinity && numbers.quantiles.minimum == -2.5)
    #expect(numbers.quantiles.quantile(0.5) == 1)
    #expect(profile.columns[1].categories.ranked.map(\.text) == ["a", "b"])
    #expect(profile.columns[1].categories.counts == [3, 1])
    #expect(profile.columns[4].categories.counts == [2, 2] && profile.columns[4].numberCount == 0)
    let mixed = try #require(profile.column("m"))
    #expect(mixed.firstOffender == ColumnProfile.Place(line: 3, column: 8, text: "x"))
    #expect(mixed.firstNumber == ColumnProfile.Place(line: 2, column: 5, text: "1"))
    #expect(profile.columns[1].firstOffender == nil && profile.column("z") == nil)
  }

  @Test func theNumberAmongTexts() throws {
    let profile = try profile("a\nx\n\"y\nz\"\n7\nw\n", blockSize: 3)
    #expect(profile.columns[0].firstOffender == ColumnProfile.Place(line: 5, column: 1, text: "7"))
  }

  @Test func whatIsMissing() throws {
    let missing = [
      "NA", "N/A", "n/a", "#N/A", "NaN", "nan", "NAN", "-nan", "null", "NULL", "Null", "", "  ", "\" NA\"",
    ]
    let present = ["Na", "na", "none", "nil", "-", "?", "NA.", "nano"]
    let text = (["a"] + missing + present).joined(separator: "\n") + "\n"
    let column = try profile(text).columns[0]
    #expect(column.missingCount == missing.count)
    #expect(column.categories.ranked.map(\.text) == present)
    var options = ColumnProfile.Options()
    options.missing = MissingValues(["-", "?"])
    let own = try profile(text, options).columns[0]
    // Empty cells, NaN, and the two that were named.
    #expect(own.missingCount == 8)
  }

  @Test func manyCategoriesAreCountedTogether() throws {
    var options = ColumnProfile.Options()
    options.categoryLimit = 1000
    var text = "id\n"
    for index in 0..<5000 { text += "a\(index % 3000)\n" }
    let column = try profile(text, options).columns[0]
    #expect(column.kind == .categorical && column.textCount == 5000)
    #expect(column.categories.index.count == 1000 && column.categories.unlistedCount == 3000)
    #expect(column.categories.counts.allSatisfy { $0 == 2 } && column.categories.total == 5000)
  }

  /// A million different texts in a table that holds the usual number of them.
  @Test func aMillionCategories() throws {
    var profile = TableProfile()
    var reader = CSVReader()
    try reader.feed(Array("id\n".utf8)) { profile.add($0) }
    for part in 0..<100 {
      var bytes: [UInt8] = []
      for index in part * 10_000..<(part + 1) * 10_000 { bytes += Array("u\(index)\n".utf8) }
      try reader.feed(bytes) { profile.add($0) }
    }
    try reader.finish { profile.add($0) }
    #expect(profile.columns[0].categories.index.count == 100_000)
    #expect(profile.columns[0].categories.unlistedCount == 900_000)
  }

  /// However a file is cut, its profile has the same bits; parts merged agree up to rounding.
  @Test func piecesAndParts() throws {
    var noise = Noise(seed: 8)
    var rows: [String] = []
    for _ in 0..<30_000 {
      let word = ["red", "green", "\"a,\"\"b\"", "NA"][Int(noise.next() % 4)]
      rows.append("\(noise.uniform() + 1e6),\(word),\(noise.next() % 7 == 0 ? "?" : "5")\n")
    }
    let header = "x,y,z\n"
    let whole = try profile(header + rows.joined())
    let small = try profile(header + rows.joined(), blockSize: 1000)
    #expect(small.columns[0].moments == whole.columns[0].moments)
    #expect(small.columns[0].quantiles.steps == whole.columns[0].quantiles.steps)
    #expect(small.columns[1].categories.counts == whole.columns[1].categories.counts)
    #expect(small.columns[2].firstOffender == whole.columns[2].firstOffender)
    var merged = TableProfile()
    for part in 0..<3 {
      var options = ColumnProfile.Options()
      options.seed = UInt64(part)
      let other = try profile(header + rows[part * 10_000..<(part + 1) * 10_000].joined(), options)
      let fits = merged.merge(other)
      #expect(fits)
    }
    for column in 0..<3 {
      #expect(merged.columns[column].missingCount == whole.columns[column].missingCount)
      #expect(merged.columns[column].kind == whole.columns[column].kind)
      let counts = Dictionary(
        uniqueKeysWithValues: whole.columns[column].categories.ranked.map { ($0.text, $0.count) })
      #expect(
        Dictionary(uniqueKeysWithValues: merged.columns[column].categories.ranked.map { ($0.text, $0.count) })
          == counts)
    }
    #expect(merged.columns[0].quantiles.steps == whole.columns[0].quantiles.steps)
    let moments = merged.columns[0].moments
    // Uniform on an interval of length 1 far from zero: 1/12, where Σx² − n·mean² would have lost seven digits.
    // Sums of 1,024 and then some 30 terms of one sign, each twice: half an ulp an addition.
    let rounding = moments.variance * 2 * 1060 * 0x1p-53
    #expect(abs(moments.variance - whole.columns[0].moments.variance) <= rounding)
    #expect(abs(moments.variance - 1.0 / 12) < 5 * (1.0 / 180 / 30_000).squareRoot())
    let otherwise = try profile("x,y\n1,2\n")
    let fits = merged.merge(otherwise)
    #expect(!fits)
  }

  @Test func momentsOfKnownNumbers() {
    var moments = Moments()
    #expect(moments.mean.isNaN && moments.variance.isNaN)
    moments.insert(contentsOf: [1e9 + 4, 1e9 + 7])
    moments.insert(contentsOf: [])
    moments.insert(contentsOf: [1e9 + 13, 1e9 + 16])
    #expect(moments.count == 4 && moments.mean == 1e9 + 10 && moments.variance == 30)
    #expect(moments.standardDeviation == 30.0.squareRoot())
  }

  @Test func latinOneIsAnErrorWithItsPlace() {
    var reader = CSVReader()
    var profile = TableProfile()
    let bytes = Array("a,b\n1,Z".utf8) + [0xFC] + Array("rich\n".utf8)
    do throws(CSVError) {
      try reader.feed(bytes) { profile.add($0) }
      try reader.finish { profile.add($0) }
      Issue.record("read without an error")
    } catch {
      #expect(error.problem == .invalidUTF8(byte: 0xFC) && error.line == 2 && error.column == 4)
    }
    #expect(profile.columns.isEmpty)
  }
}
