import Foundation
import Testing

@Suite struct CompareCommandTests {
  /// 200 rows of a height that is even between two ends, and one of three towns in turns.
  private func table(
    _ heights: ClosedRange<Double>, towns: [String], header: String = "height,town"
  ) -> String {
    let rows = (0..<200).map { row in
      let share = Double((row * 79) % 200) / 199
      let height = heights.lowerBound + share * (heights.upperBound - heights.lowerBound)
      return "\(height),\(towns[row % towns.count])"
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  private func compare(
    _ first: String, _ second: String, _ options: [String] = []
  ) throws -> CommandTests.Result {
    var result: CommandTests.Result?
    try CommandTests.withFolder { folder in
      let paths = ["a.csv", "b.csv"]
      for (path, text) in zip(paths, [first, second]) {
        try text.write(to: folder.appendingPathComponent(path), atomically: true, encoding: .utf8)
      }
      result = try CommandTests.nabla(["compare"] + paths + options, in: folder)
    }
    return try #require(result)
  }

  private func object(_ result: CommandTests.Result) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  @Test func theSameTableIsTheSame() throws {
    let text = table(1.5...2, towns: ["Oslo", "Bodø", "Bergen"])
    let result = try compare(text, text)
    #expect(result.code == 0 && result.output.contains("no drift"), "\(result.complaints)")
    let json = try object(try compare(text, text, ["--json"]))
    let columns = try #require(json["columns"] as? [[String: Any]])
    #expect(columns.allSatisfy { $0["p"] as? Double == 1 && $0["js"] as? Double == 0 })
  }

  @Test func aShiftIsDrift() throws {
    let before = table(1.5...2, towns: ["Oslo", "Bodø", "Bergen"])
    let result = try compare(before, table(1.7...2.2, towns: ["Oslo", "Bodø", "Bergen"]), ["--json"])
    #expect(result.code == 1)
    let columns = try #require(try object(result)["columns"] as? [[String: Any]])
    #expect(columns.map { $0["drift"] as? Bool } == [true, false])
    // Everything has moved by 0.2.
    let moved = try #require(columns[0]["wasserstein"] as? Double)
    #expect(abs(moved - 0.2) < 1e-12)
    // Holm: the smallest of two p-values is doubled.
    #expect(columns[0]["p"] as? Double == 0.001 && columns[0]["pAdjusted"] as? Double == 0.002)
  }

  @Test func newAndMissingValuesAreNamed() throws {
    let before = table(1.5...2, towns: ["Oslo", "Bodø"])
    let after = table(1.5...2, towns: ["Oslo", "Bodø", "Tromsø", ""])
    let result = try compare(before, after)
    #expect(result.code == 1)
    #expect(result.output.contains("town: new is “Tromsø”"))
    #expect(result.output.contains("town: 0 missing in the reference, 50 now"))
    // KL of what came is infinite, and said to be.
    #expect(result.output.contains("inf"))
  }

  @Test func columnsThatDifferAreReported() throws {
    let before = table(1.5...2, towns: ["Oslo", "Bodø"])
    let after = table(1.5...2, towns: ["Oslo", "Bodø"], header: "height,city")
    let result = try compare(before, after)
    #expect(result.code == 1 && result.output.contains("only in the reference: “town”"))
    #expect(try compare(before, after, ["--column", "height"]).code == 0)
    let changed = try compare("x\n1\n2\n", "x\none\ntwo\n")
    #expect(changed.code == 1 && changed.output.contains("x: numbers in the reference, texts now"))
  }

  @Test(arguments: [
    ("a\n1\n", "b\n1\n", [], 2, "no column in common"), ("a\n1\n", "a\n", [], 2, "without rows"),
    ("a\n1\n", "a,b\n1\n", [], 2, "line 2"), ("a\n1\n", "a\n1\n", ["--column", "z"], 2, "no column “z”"),
    ("a\n1\n", "a\n1\n", ["--rate", "0"], 64, "between 0 and 1"),
    ("a\n1\n", "a\n1\n", ["--bins", "1"], 64, "from 2"),
  ])
  func whatCannotBeComparedIsSaid(
    first: String, second: String, options: [String], code: Int32, words: String
  ) throws {
    let result = try compare(first, second, options)
    #expect(result.code == code && result.complaints.contains(words), "\(result.complaints)")
  }

  /// As texts all of these would differ, and no drift would ever be seen.
  @Test(arguments: ["12x", "inf"]) func numbersAmongOtherValuesAreRefused(other: String) throws {
    let numbers = (0..<50).map { "\($0)" }.joined(separator: "\n")
    let table = "a\n\(numbers)\n\(other)\n"
    let result = try compare(table, table)
    #expect(
      result.code == 2 && result.complaints.contains("50 numbers and 1 other value"), "\(result.complaints)")
    let measured = try CommandTests.nabla(["measure", "-", "--column", "a"], input: table)
    #expect(measured.code == 65 && measured.complaints.contains("“\(other)”"), "\(measured.complaints)")
  }

  @Test func namesThatAreAllDifferentSayNothing() throws {
    let names = (0..<50).map { "n\($0)" }.joined(separator: "\n")
    let result = try compare("a\n\(names)\n", "a\n\(names.replacingOccurrences(of: "n", with: "m"))\n")
    #expect(result.output.contains("no test can see a drift"))
  }

  @Test func aFileThatIsNotThereCannotBeCompared() throws {
    let result = try CommandTests.nabla(["compare", "no.csv", "none.csv"])
    #expect(result.code == 2 && result.complaints.contains("there is no such file"))
  }
}
