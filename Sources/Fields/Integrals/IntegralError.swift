/// Why an integral cannot be asked for.
public enum IntegralError: Error, Equatable, Sendable {
  /// The field and what it is to be integrated over lie in spaces of different dimensions.
  case dimension(Int, needed: Int)
  /// The field has not as many components as the integral needs.
  case components(Int, needed: Int)
  /// A circulation is asked for along a curve whose ends do not meet; the distance between them.
  case notClosed(gap: Double)
  /// There are too few points for a curve or a polygon.
  case tooFewPoints(Int, needed: Int)
  /// A point has more or fewer coordinates than the others; its number from 0.
  case coordinates(point: Int, count: Int, needed: Int)
  /// A coordinate or a parameter is NaN or infinite; its point, numbered from 0.
  case notFinite(point: Int)
  /// Two sides of a polygon meet where no corner is; the numbers of their first points.
  case selfIntersecting(Int, Int)
  /// A direction or a side has no length.
  case degenerate
}

extension IntegralError: CustomStringConvertible {
  /// One sentence: what, where, and what would be right; points count from 0.
  @export(interface)
  public var description: String {
    switch self {
    case .dimension(let dimension, let needed):
      return "the dimension is \(dimension); expected \(needed)"
    case .components(let components, let needed):
      return "the field has \(components) components; expected \(needed)"
    case .notClosed(let gap):
      return "the ends of the curve are \(gap) apart; a circulation needs a closed curve"
    case .tooFewPoints(let count, let needed):
      return "there are \(count) points; expected at least \(needed)"
    case .coordinates(let point, let count, let needed):
      return "point \(point) has \(count) coordinates; expected \(needed)"
    case .notFinite(let point):
      return "point \(point) is not finite; expected finite coordinates"
    case .selfIntersecting(let first, let second):
      return "the sides from points \(first) and \(second) meet; expected sides that meet at corners only"
    case .degenerate:
      return "a direction or a side has no length; expected one that has"
    }
  }
}
