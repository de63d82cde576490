/// a + b as a number and what rounding took off it (Knuth's TwoSum).
package struct ExactSum: Sendable {
  package let value: Double
  package let rest: Double

  package init(_ a: Double, _ b: Double) {
    value = a + b
    let part = value - a
    rest = (a - (value - part)) + (b - part)
  }
}

/// a · b as a number and what rounding took off it (Dekker 1971).
///
/// Exact while no part of it overflows or underflows: for factors below 2⁹⁰⁰ and products above 2⁻⁹⁰⁰.
package struct ExactProduct: Sendable {
  package let value: Double
  package let rest: Double

  package init(_ a: Double, _ b: Double) {
    value = a * b
    let (aHead, aTail) = ExactProduct.halves(a)
    let (bHead, bTail) = ExactProduct.halves(b)
    var remainder = aHead * bHead - value
    remainder += aHead * bTail
    remainder += aTail * bHead
    rest = remainder + aTail * bTail
  }

  /// A number as a sum of two of 26 bits (Veltkamp 1968).
  private static func halves(_ a: Double) -> (Double, Double) {
    let scaled = 134_217_729.0 * a
    let head = scaled - (scaled - a)
    return (head, a - head)
  }
}
