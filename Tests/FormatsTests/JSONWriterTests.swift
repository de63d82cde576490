import Formats
import Foundation
import Testing

@Suite struct JSONWriterTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func everyKindOfValue() {
    let bytes = JSONWriter.object { json in
      json.add("x", 1.5)
      json.add("n", 3)
      json.add("big", 1e300)
      json.add("text", "∇·F")
      json.add("yes", true)
      json.addNull("nothing")
      json.add("point", [1, -2.5])
      json.add("names", ["a", "b"])
      json.object("empty") { _ in }
      json.array("mixed") { mixed in
        mixed.add(1)
        mixed.add("two")
        mixed.add(false)
        mixed.add([3.0, 4.0])
        mixed.object { $0.add("five", 5) }
        mixed.array { _ in }
        mixed.addNull()
      }
    }
    let expected = """
      {"x":1.5,"n":3,"big":1e+300,"text":"∇·F","yes":true,"nothing":null,"point":[1,-2.5],"names":["a","b"],\
      "empty":{},"mixed":[1,"two",false,[3,4],{"five":5},[],null]}
      """
    #expect(text(bytes) == expected)
  }

  @Test func whatNumbersLack() {
    let bytes = JSONWriter.array { json in
      json.add(Double.infinity)
      json.add(-Double.infinity)
      json.add(Double.nan)
      json.add(-0.0)
    }
    #expect(text(bytes) == #"["Infinity","-Infinity","NaN",-0]"#)
  }

  @Test func foundationReadsItBack() throws {
    let scalars = (0..<0x300).compactMap { Unicode.Scalar($0) }
    let all = String(String.UnicodeScalarView(scalars)) + "\u{2028}\u{1F33C}"
    let numbers = [0.1, 1e-300, 0x1p-1074, 1.7976931348623157e308, -123456789.125, 1e16, 1e-5]
    let bytes = JSONWriter.object { json in
      json.add(all, all)
      json.add("numbers", numbers)
    }
    let read = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(read[all] as? String == all)
    #expect(read["numbers"] as? [Double] == numbers)
  }

  @Test func errorsPassThrough() {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try JSONWriter.object { json throws(Stop) in
        try json.array("a") { _ throws(Stop) in throw Stop() }
      }
    }
  }
}
