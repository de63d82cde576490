import Formats
import Foundation
import Testing

@Suite struct DecimalTests {
  /// Python's float(), %e and %f as the oracle; Scripts/decimal-reference.py writes the file.
  @Test func agreesWithPython() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/Decimal.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 5000)
    for line in lines {
      let words = line.split(separator: " ")
      if words[0] == "parse" {
        let truth = try #require(UInt64(words[2], radix: 16))
        let value = Decimal.parse(words[1].utf8)
        #expect(value?.bitPattern == truth, "\(words[1].prefix(60))")
      } else {
        let count = try #require(Int(words[1]))
        let value = Double(bitPattern: try #require(UInt64(words[2], radix: 16)))
        let isText = words[0] == "text"
        let text =
          isText ? Decimal.text(value, significantDigits: count) : Decimal.fixed(value, places: count)
        #expect(text == words[3], "\(value) \(words[0]) \(count)")
      }
    }
  }

  @Test func readsEverySpelling() {
    let cases: [(String, Double)] = [
      ("1", 1), ("-1.5e-3", -0.0015), (".5", 0.5), ("5.", 5), ("+5", 5), ("inf", .infinity),
      ("-Infinity", -.infinity), ("INF", .infinity), ("\u{2212}2", -2), ("1e\u{2212}2", 0.01),
      ("\u{221E}", .infinity), ("\u{2212}\u{221E}", -.infinity), ("1E+2", 100), ("007", 7),
    ]
    for (text, value) in cases { #expect(Decimal.parse(text.utf8) == value, "\(text)") }
    #expect(Decimal.parse("-0".utf8)?.sign == .minus)
    for text in ["nan", "NaN", "-NAN"] { #expect(Decimal.parse(text.utf8)?.isNaN == true) }
  }

  @Test func readsAnyCollectionOfBytes() {
    #expect(Decimal.parse([49, 46, 53]) == 1.5)
    #expect(Decimal.parse([48, 49, 46, 53, 48][1...3]) == 1.5)
    #expect(Decimal.parse("51.1".utf8.reversed()) == 1.15)
  }

  @Test func refusesEverythingElse() {
    let texts = [
      "", " ", "+", "-", ".", "-.", "e5", "1e", "1e+", "1e5.0", "1 ", " 1", "1,5", "1_000", "0x10", "--1",
      "+-1",
      "1.2.3", "in", "infin", "infinityy", "nano", "1f", "\u{2212}", "\u{221E}1", "1\u{2212}", "1e\u{221E}",
    ]
    for text in texts { #expect(Decimal.parse(text.utf8) == nil, "\(text)") }
    #expect(Decimal.parse([0xE2]) == nil)
    #expect(Decimal.parse([0xE2, 0x88]) == nil)
    #expect(Decimal.parse([0xFF, 0x31]) == nil)
  }

  /// The standard library's conversion is another implementation of the same function.
  @Test func agreesWithTheStandardLibraryOnNoise() {
    var noise = SplitMix(seed: 7)
    let alphabet = Array("0123456789012345678901234567890123456789.e-+".utf8)
    for _ in 0..<20_000 {
      let bytes = (0..<Int(noise.next() % 24)).map { _ in alphabet[Int(noise.next() % UInt64(alphabet.count))]
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let ours = Decimal.parse(bytes)
      #expect(ours?.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }

  @Test func survivesRandomBytes() {
    var noise = SplitMix(seed: 11)
    for _ in 0..<20_000 {
      let bytes = (0..<Int(noise.next() % 40)).map { _ in UInt8(truncatingIfNeeded: noise.next()) }
      _ = Decimal.parse(bytes)
    }
  }

  @Test func textForPeople() {
    #expect(Decimal.text(0.048727543) == "0.0487275")
    #expect(Decimal.text(1.5) == "1.5")
    #expect(Decimal.text(-2, minus: .typographic) == "\u{2212}2")
    #expect(Decimal.text(1.5e-9) == "1.5e-9")
    #expect(Decimal.text(-1.5e-9, minus: .typographic) == "\u{2212}1.5e\u{2212}9")
    #expect(Decimal.text(-0.0) == "0")
    #expect(Decimal.text(.infinity) == "inf")
    #expect(Decimal.text(-.infinity, minus: .typographic) == "\u{2212}\u{221E}")
    #expect(Decimal.text(.nan) == "NaN")
    #expect(Decimal.text(999_999.5) == "1e6")
    #expect(Decimal.text(123_456) == "123456")
    #expect(Decimal.text(1234, significantDigits: 2) == "1200")
    #expect(Decimal.text(1234, significantDigits: -3) == "1000")
    #expect(Decimal.text(0.1, significantDigits: 99) == "0.10000000000000001")
  }

  @Test func fixedPlaces() {
    #expect(Decimal.fixed(2.5, places: 2) == "2.50")
    #expect(Decimal.fixed(-0.001, places: 2) == "0.00")
    #expect(Decimal.fixed(-0.006, places: 2, minus: .typographic) == "\u{2212}0.01")
    #expect(Decimal.fixed(0.5, places: 0) == "0")
    #expect(Decimal.fixed(1.5, places: 0) == "2")
    #expect(Decimal.fixed(1e22, places: -1) == "10000000000000000000000")
    #expect(Decimal.fixed(0x1p-1074, places: 2000).count == 1076)
    #expect(Decimal.fixed(.nan, places: 1) == "NaN")
  }

  @Test func digitsAroundEveryPowerOfTwoAndTen() {
    for exponent in -1074...1023 {
      let power = Double(sign: .plus, exponent: exponent, significand: 1)
      for x in [power, power.nextUp, power.nextDown] where x > 0 {
        #expect(Decimal.parse(Decimal.text(x, significantDigits: 17).utf8) == x)
        #expect(Decimal.parse(Decimal.shortest(x).utf8) == x)
      }
    }
    for exponent in -323...308 {
      let text = "1e\(exponent)"
      let x = Decimal.parse(text.utf8) ?? .nan
      #expect(Decimal.parse(Decimal.text(x, significantDigits: 15).utf8) == x)
      #expect(Decimal.parse(Decimal.text(x.nextDown, significantDigits: 17).utf8) == x.nextDown)
    }
  }

  @Test func shortest() {
    #expect(Decimal.shortest(0.1) == "0.1")
    #expect(Decimal.shortest(100) == "100")
    #expect(Decimal.shortest(-0.0) == "0")
    #expect(Decimal.shortest(-1e-9, minus: .typographic) == "\u{2212}1e\u{2212}09")
  }
}

/// Vigna's splitmix64: noise that is the same in every run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
