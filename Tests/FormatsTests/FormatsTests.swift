import Formats
import Testing

/// The examples of the room's article, with the values that stand beside them.
@Suite struct FormatsTests {
  @Test func decimals() {
    #expect(Decimal.parse("1.5e-3".utf8) == 0.0015)
    #expect(Decimal.parse("1,5".utf8) == nil)
    #expect(Decimal.text(0.048727543) == "0.0487275")
    #expect(Decimal.text(-2, minus: .typographic) == "−2")
    #expect(Decimal.fixed(2.5, places: 2) == "2.50")
    #expect(Decimal.shortest(0.1) == "0.1")
    #expect(Decimal.fixed(2.675, places: 2) == "2.67")
  }

  @Test func json() {
    let bytes = JSONWriter.object { json in
      json.add("point", [1, 2])
      json.object("flux") { flux in
        flux.add("value", 6.283185307179586)
        flux.add("error", Double.infinity)
      }
    }
    let text = #"{"point":[1,2],"flux":{"value":6.283185307179586,"error":"Infinity"}}"#
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test func tables() throws {
    let bytes = Array("petal_length_cm,species\n1.4,setosa\n5.1,virginica\n1.3,setosa\n".utf8)
    let table = try CSV.read(bytes)
    #expect(try table.numbers("petal_length_cm") == [1.4, 5.1, 1.3])
    let species = try table.categories("species")
    #expect(species.names == ["setosa", "virginica"])
    #expect(species.counts == [2, 1])
  }
}
