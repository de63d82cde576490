import LinearAlgebra
import Testing

@Suite struct BoundsTests {
  @Test func wholeNumbersStayExact() {
    let three = Bounds(3)
    let product = three * Bounds(-7) + Bounds(21)
    #expect(product == Bounds(0) && product.sign == 0...0)
  }

  @Test func roundedOnesEnclose() {
    let third = Bounds(1.0 / 3)
    let nearly = third * Bounds(3) - Bounds(1)
    // 3 · fl(1/3) is 1 − 2⁻⁵⁴, which no double is: both neighbours are bounds.
    #expect(nearly.lower < 0 && nearly.upper == 0)
    #expect(Bounds(0x1p-600) * Bounds(0x1p-600) != Bounds(0))
    #expect((Bounds(0x1p-600) * Bounds(0x1p-600)).upper > 0)
    #expect(Bounds(1, error: 0x1p-80).lower < 1 && Bounds(1, error: 0x1p-80).upper > 1)
  }

  @Test func signs() {
    #expect(Bounds(1, 2).sign == 1...1 && Bounds(-2, -1).sign == -1 ... -1)
    #expect(Bounds(-1, 1).sign == -1...1 && Bounds(0, 1).sign == 0...1 && Bounds(-1, 0).sign == -1...0)
    #expect(Bounds(.nan).sign == -1...1)
    #expect(Bounds(-1, 1).squared == Bounds(0, 1))
    #expect((Bounds(-2, 3) * Bounds(-5, 1)) == Bounds(-15, 10))
  }
}
