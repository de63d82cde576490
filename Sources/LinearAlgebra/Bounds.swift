/// A number known to lie between two bounds, for signs that must not be guessed.
///
/// Sums and products are rounded outward, but only where they are rounded at all: what is exact in floating point, as
/// everything with small whole numbers is, stays exact. So the sign of an invariant of a matrix is decided, or seen to
/// be undecided, by the very numbers.
package struct Bounds: Sendable, Equatable {
  package let lower: Double
  package let upper: Double

  package init(_ lower: Double, _ upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// A number that is exactly known.
  package init(_ value: Double) {
    lower = value
    upper = value
  }

  /// A number known to within an error, which is not negative.
  package init(_ value: Double, error: Double) {
    let below = ExactSum(value, -error)
    let above = ExactSum(value, error)
    lower = below.rest < 0 ? below.value.nextDown : below.value
    upper = above.rest > 0 ? above.value.nextUp : above.value
  }

  /// The least and the greatest sign the number may have: −1, 0 or 1; all of them where there is no number.
  package var sign: ClosedRange<Int> {
    if lower > 0 { return 1...1 }
    if upper < 0 { return -1 ... -1 }
    let least = lower == 0 ? 0 : -1
    let greatest = upper == 0 ? 0 : 1
    return least...greatest
  }

  package static prefix func - (a: Bounds) -> Bounds { Bounds(-a.upper, -a.lower) }

  package static func + (a: Bounds, b: Bounds) -> Bounds {
    let below = ExactSum(a.lower, b.lower)
    let above = ExactSum(a.upper, b.upper)
    return Bounds(
      below.rest < 0 ? below.value.nextDown : below.value, above.rest > 0 ? above.value.nextUp : above.value)
  }

  package static func - (a: Bounds, b: Bounds) -> Bounds { a + -b }

  @export(interface)
  package static func * (a: Bounds, b: Bounds) -> Bounds {
    let corners = [
      product(a.lower, b.lower), product(a.lower, b.upper), product(a.upper, b.lower),
      product(a.upper, b.upper),
    ]
    var lower = corners[0].lower
    var upper = corners[0].upper
    for corner in corners.dropFirst() {
      if corner.lower < lower || corner.lower.isNaN { lower = corner.lower }
      if corner.upper > upper || corner.upper.isNaN { upper = corner.upper }
    }
    return Bounds(lower, upper)
  }

  package static func * (factor: Double, a: Bounds) -> Bounds { Bounds(factor) * a }

  /// a², which is never negative.
  package var squared: Bounds {
    let square = self * self
    if lower <= 0 && upper >= 0 { return Bounds(0, square.upper) }
    return square
  }

  /// The bounds of one product of numbers.
  private static func product(_ a: Double, _ b: Double) -> Bounds {
    if a == 0 || b == 0 { return Bounds(a * b) }
    let exact = ExactProduct(a, b)
    let size = exact.value.magnitude
    // Outside this range the rest is itself rounded; the neighbours always enclose a rounded product.
    guard size > 0x1p-900, a.magnitude < 0x1p900, b.magnitude < 0x1p900 else {
      return Bounds(exact.value.nextDown, exact.value.nextUp)
    }
    return Bounds(
      exact.rest < 0 ? exact.value.nextDown : exact.value, exact.rest > 0 ? exact.value.nextUp : exact.value)
  }
}
