import Formats
import Testing

@Suite struct CategoryIndexTests {
  @Test func agreesWithADictionary() {
    var noise = SplitMix(seed: 4)
    var index = CategoryIndex()
    var codes: [[UInt8]: Int] = [:]
    for _ in 0..<50_000 {
      let text = (0..<Int(noise.next() % 20)).map { _ in UInt8(97 + noise.next() % 2) }
      let code = codes[text] ?? codes.count
      codes[text] = code
      #expect(index.code(text) == code)
    }
    #expect(index.count == codes.count)
    for (text, code) in codes { #expect(index.text(code).elementsEqual(text)) }
  }

  @Test func limits() {
    var few = CategoryIndex(limit: 2)
    #expect(few.code("a".utf8) == 0)
    #expect(few.code("".utf8) == 1)
    #expect(few.code("c".utf8) == nil)
    #expect(few.code("".utf8) == 1)
    var short = CategoryIndex(byteLimit: 3)
    #expect(short.code("ab".utf8) == 0)
    #expect(short.code("cd".utf8) == nil)
    #expect(short.code("c".utf8) == 1)
  }
}
