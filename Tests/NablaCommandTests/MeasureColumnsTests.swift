import Foundation
import Testing

@Suite struct MeasureColumnsTests {
  private static let table = """
    species,colour,length
    oak,green,1.5
    oak,green,2.5
    beech,red,NA
    beech,red,4.5
    beech,green,
    ,red,3

    """

  private func measure(_ arguments: [String], _ table: String = table) throws -> CommandTests.Result {
    try CommandTests.nabla(["measure", "-"] + arguments, input: table)
  }

  private func object(_ arguments: [String]) throws -> [String: Any] {
    let result = try measure(arguments + ["--json"])
    #expect(result.code == 0, "\(result.complaints)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  /// 2 oaks and 3 beeches: H = 0.673012 nats and half a category over five more, by Miller and Madow.
  @Test func oneColumn() throws {
    let json = try object(["--column", "species"])
    let column = try #require((json["columns"] as? [[String: Any]])?.first)
    let entropy = try #require(column["entropy"] as? Double)
    #expect(abs(entropy - (0.6730116670092565 + 0.1)) < 1e-14)
    #expect(column["counts"] as? [Double] == [2, 3] && column["missing"] as? Int == 1)
    let plain = try object(["--column", "species", "--estimator", "plug-in", "--unit", "bits"])
    let bits = try #require((plain["columns"] as? [[String: Any]])?.first?["entropy"] as? Double)
    #expect(abs(bits - 0.9709505944546686) < 1e-14)
  }

  /// The pairs (oak, green) twice, (beech, red) twice, (beech, green) once.
  @Test func twoColumns() throws {
    let json = try object(["--column", "species", "--column", "colour", "--shuffles", "99"])
    let pair = try #require((json["pairs"] as? [[String: Any]])?.first)
    #expect(pair["n"] as? Int == 5)
    let p = try #require(pair["p"] as? Double)
    // Three of the ten ways to shuffle say as much.
    #expect(p > 0.15 && p < 0.5)
    let mutual = try #require(pair["mutualInformation"] as? Double)
    // H(X) = H(Y) = 0.673012, H(X, Y) = 1.054920; corrections 1/10, 1/10 and 2/10.
    #expect(abs(mutual - 0.2911031660323688) < 1e-14)
  }

  @Test func groupsAndBins() throws {
    let grouped = try measure(["--column", "colour", "--by", "species"])
    #expect(grouped.output.contains("species = oak") && grouped.output.contains("species = beech"))
    let binned = try object(["--column", "length", "--bins", "2"])
    let column = try #require((binned["columns"] as? [[String: Any]])?.first)
    // 1.5, 2.5 | 3, 4.5; a bin holds its lower edge.
    #expect(column["counts"] as? [Double] == [2, 2] && column["missing"] as? Int == 2)
    #expect(column["categories"] as? [String] == ["1.5 to 3", "3 to 4.5"])
  }

  @Test(arguments: [
    (["--column", "size"], 65, "no column"), (["--column", "species", "--estimator", "best"], 64, "takes"),
    (["--column", "species", "--confidence", "1"], 64, "between 0 and 1"),
    (["--column", "species", "--bins", "1"], 64, "from 2"),
    (["--column", "species", "--shuffles", "0"], 64, "from 1"),
    (["--column", "species", "--by", "nobody"], 65, "no column"),
  ])
  func badWordsAreNamed(arguments: [String], code: Int32, words: String) throws {
    let result = try measure(arguments)
    #expect(result.code == code && result.complaints.contains(words), "\(result.complaints)")
  }

  @Test func badTablesAreNamed() throws {
    let empty = try measure(["--column", "a"], "a,b\n,1\nNA,2\n")
    #expect(empty.code == 65 && empty.complaints.contains("all 2 values of “a” are missing"))
    let same = try measure(["--column", "b", "--bins", "3"], "a,b\nx,1\ny,1\n")
    #expect(same.code == 65 && same.complaints.contains("“b”: all values are 1"), "\(same.complaints)")
    let ragged = try measure(["--column", "a"], "a,b\n1\n")
    #expect(ragged.code == 65 && ragged.complaints.contains("line 2"))
    let apart = try measure(["--column", "a", "--column", "b"], "a,b\n1,\n,2\n")
    #expect(apart.code == 65 && apart.complaints.contains("no row has a value in both"))
  }
}
