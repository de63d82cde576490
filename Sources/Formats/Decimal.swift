/// Decimal text of a `Double`: read with correct rounding, and written for people or for machines.
///
/// ```swift
/// let mass = Decimal.parse("1.5e-3".utf8)             // 0.0015
/// let label = Decimal.text(0.048727543)               // "0.0487275"
/// let angle = Decimal.text(-2, minus: .typographic)   // "−2"
/// let price = Decimal.fixed(2.5, places: 2)           // "2.50"
/// let exact = Decimal.shortest(0.1)                   // "0.1"
/// ```
///
/// Everything here gives the same bytes and bits on every target; nothing depends on a locale.
public enum Decimal {
  /// How a negative sign and infinity are spelled.
  public enum Minus: Sendable {
    /// "-" and "inf": for files, terminals and other programs.
    case ascii
    /// "−" (U+2212) and "∞": for pictures and pages.
    case typographic
  }
}
