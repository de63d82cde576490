/// How fast the error of a difference quotient falls with the spacing h of the samples.
///
/// Halving h divides the error by 4 or by 16 where the field is smooth. The higher order looks further, so that a
/// masked sample hides more of its neighbours, and noise in the samples does up to 1.5 times the harm.
public enum DifferenceOrder: UInt8, Sendable, Equatable, CaseIterable {
  /// Error O(h²): exact for polynomials of degree 2.
  case second = 2
  /// Error O(h⁴): exact for polynomials of degree 4.
  case fourth = 4

  /// The fewest samples along an axis for which first and second derivatives have this order up to the border.
  public var minimumCount: Int { Int(rawValue) + 2 }

  /// How many samples away a central difference looks.
  var reach: Int { Int(rawValue) / 2 }
}
