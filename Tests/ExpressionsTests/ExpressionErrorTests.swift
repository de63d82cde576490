import Expressions
import Testing

@Suite struct ExpressionErrorTests {
  struct Case: Sendable {
    let text: String
    let reason: ExpressionError.Reason
    let position: Int
    let length: Int
  }

  static let cases: [Case] = [
    Case(text: "", reason: .unexpectedEnd, position: 0, length: 0),
    Case(text: "   ", reason: .unexpectedEnd, position: 3, length: 0),
    Case(text: "x +", reason: .unexpectedEnd, position: 3, length: 0),
    Case(text: "x + * y", reason: .unexpectedToken, position: 4, length: 1),
    Case(text: "x # y", reason: .unexpectedCharacter, position: 2, length: 1),
    Case(text: "−x + ☃", reason: .unexpectedCharacter, position: 5, length: 1),
    Case(text: "(x + y", reason: .unexpectedEnd, position: 6, length: 0),
    Case(text: "x + y)", reason: .unexpectedToken, position: 5, length: 1),
    Case(text: "foo(x)", reason: .unknownName, position: 0, length: 3),
    Case(text: "2 + bar", reason: .unknownName, position: 4, length: 3),
    Case(text: "sin", reason: .unexpectedEnd, position: 3, length: 0),
    Case(text: "sin + x", reason: .unexpectedToken, position: 4, length: 1),
    Case(text: "hypot(x)", reason: .wrongArgumentCount, position: 0, length: 5),
    Case(text: "sin(x, y)", reason: .wrongArgumentCount, position: 0, length: 3),
    Case(text: "atan2 x", reason: .unexpectedToken, position: 6, length: 1),
    Case(text: "|x", reason: .unexpectedEnd, position: 2, length: 0),
    Case(text: "1.2.3", reason: .unexpectedToken, position: 3, length: 2),
    Case(text: "x, y", reason: .wrongComponentCount, position: 1, length: 1),
    Case(text: "x2", reason: .unknownName, position: 0, length: 2),
    Case(text: "x ≈ 1", reason: .unexpectedCharacter, position: 2, length: 1),
    Case(text: "(x, y)", reason: .notAScalar, position: 0, length: 6),
    Case(text: "sin(grad x)", reason: .notAScalar, position: 0, length: 3),
    Case(text: "div x", reason: .notAVector, position: 0, length: 3),
    Case(text: "div(x, y, x)", reason: .differentSizes, position: 0, length: 3),
    Case(text: "dot((x, y), (1, 2, 3))", reason: .differentSizes, position: 0, length: 3),
    Case(text: "a x where a = b, b = a", reason: .circularDefinition, position: 21, length: 1),
    Case(text: "x where x = 3", reason: .reservedName, position: 8, length: 1),
    Case(text: "sin = 3; x", reason: .reservedName, position: 0, length: 3),
    Case(text: "a = 1; a = 2; x", reason: .definedTwice, position: 7, length: 1),
    Case(text: "a x where a = 1 in 3…0", reason: .emptyRange, position: 19, length: 3),
    Case(text: "a x where a = 1 in 0…x", reason: .notConstant, position: 21, length: 1),
    Case(text: "a x where a = 1 in 5", reason: .unexpectedEnd, position: 20, length: 0),
    Case(text: "x where y", reason: .unexpectedToken, position: 8, length: 1),
    Case(text: "x; y", reason: .unexpectedToken, position: 3, length: 1),
    Case(text: "f(u) = u; x", reason: .unknownName, position: 2, length: 1),
    Case(text: "f(x, y) = x y; f(1)", reason: .wrongArgumentCount, position: 15, length: 1),
    Case(text: "if(x < 1, 2)", reason: .wrongArgumentCount, position: 0, length: 2),
    Case(text: "x < ", reason: .unexpectedEnd, position: 4, length: 0),
    Case(text: "⌊x", reason: .unexpectedEnd, position: 2, length: 0),
    Case(text: "diff(x, 2)", reason: .unexpectedToken, position: 0, length: 4),
  ]

  @Test(arguments: cases)
  func placeAndReasonAreNamed(_ wrong: Case) {
    let error = #expect(throws: ExpressionError.self, "\(wrong.text)") { try Expression(wrong.text) }
    #expect(error?.reason == wrong.reason, "\(wrong.text)")
    #expect(error?.position == wrong.position, "\(wrong.text)")
    #expect(error?.length == wrong.length, "\(wrong.text)")
    let sentence = error?.description ?? ""
    #expect(sentence.contains("character \(wrong.position + 1)"), "\(sentence)")
  }

  @Test func componentsAreCounted() {
    for (text, position) in [("x", 1), ("x, y, x", 4), ("(x, y) + 1", 7)] {
      let error = #expect(throws: ExpressionError.self) { try Expression.components(utf8: Array(text.utf8)) }
      #expect(error?.position == position, "\(text)")
    }
  }

  @Test func numbersBeyondTheGreatestAreNamed() {
    let error = #expect(throws: ExpressionError.self) { try Expression("x + 1e99999 y") }
    #expect(error?.reason == .numberTooLarge && error?.position == 4 && error?.length == 7)
    #expect(throws: Never.self) { try Expression("1.797e308 x + 1e-99999") }
  }

  @Test func whatGrowsWithoutEndIsRefused() {
    let doubling = (1...60).map { "a\($0) = a\($0 - 1)*a\($0 - 1)" }.joined(separator: "; ")
    let error = #expect(throws: ExpressionError.self) { try Expression("a0 = x; " + doubling) }
    #expect(error?.reason == .tooLarge)
    let nested = String(repeating: "f(", count: 60) + "x" + String(repeating: ")", count: 60)
    #expect(throws: ExpressionError.self) { try Expression("f(x) = x^2 + x + 1; " + nested) }
    let crosses =
      String(repeating: "cross(", count: 40) + "(x,y,z)" + String(repeating: ",(z,x,y))", count: 40)
    #expect(throws: ExpressionError.self) { try Formula(crosses, variables: .space) }
    let slopes = String(repeating: "diff(", count: 60) + "sin(x)^x^x" + String(repeating: ",x)", count: 60)
    #expect(throws: ExpressionError.self) { try Expression(slopes) }
  }

  @Test func limitsHoldInsteadOfTheStack() {
    let deep = String(repeating: "(", count: 900) + "x" + String(repeating: ")", count: 900)
    #expect(throws: ExpressionError.self) { try Expression(deep) }
    let long = "x" + String(repeating: "+x", count: 5000)
    #expect(throws: ExpressionError.self) { try Expression(long) }
    for prefix in ["-", "+", "√", "2^-", "|", "sin-", "sin ", "x*-"] {
      let chain = String(repeating: prefix, count: 1900 / prefix.count) + "x"
      _ = try? Expression(chain)
    }
  }

  @Test func sentencesSayWhatAndWhere() throws {
    let error = try #require(throws: ExpressionError.self) { try Expression("x + * y") }
    #expect(
      error.description == "found “*” at character 5; expected a number, a variable, a function or “(”")
  }

  @Test func randomBytesNeverCrash() {
    var generator = SplitMix(state: 11)
    let alphabet =
      Array("xy0123456789.+-*/^()|, eπ√²sincoxplgtah\u{2212}\u{FF08}".utf8) + [0xFF, 0xC3, 0xE2, 0x00]
    for _ in 0..<5000 {
      let count = Int.random(in: 0...24, using: &generator)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      if let tree = try? Expression(utf8: bytes) {
        #expect((try? Expression(utf8: tree.utf8())) == tree)
      }
    }
  }
}
