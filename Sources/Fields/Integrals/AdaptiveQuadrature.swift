import Expressions

/// Integrals as exact as was asked for: Gauss–Kronrod rules on cells, the worst of which are halved.
///
/// ```swift
/// let quadrature = AdaptiveQuadrature(relative: 1e-12)
/// let integral = quadrature.integral(over: 0...1) { (points, values) in
///   for lane in 0..<points.count { values.row(0)[lane] = points.row(0)[lane].squareRoot() }
/// }
/// integral.value    // 0.6666…
/// integral.error    // at most 1e-12
/// ```
///
/// The error is the sum of those of the cells, each the difference of two rules as QUADPACK scales it. It bounds the
/// true error of a smooth integrand whose features are seen by the first points: 168 along a curve, 30 along each side
/// of an area or a solid. Integrals of fields know more where the field is one of formulas: its steps, its edges and
/// narrow peaks between the points. A closure tells nothing of them; cut the domain there.
///
/// The integrand is asked for hundreds of points at once, and never at the ends of the domain. Where it is not
/// finite at a point the cell is halved, so that a removable or an integrable singularity is no obstacle. A pole is
/// said to be one (``Integral/Outcome/singular``), and so is what numbers cannot tell from one: about |x|^−0.75 and
/// worse beside any place but 0.
public struct AdaptiveQuadrature: Sendable, Equatable {
  /// The error asked for, as a share of ∫|f|; of ∫ Σ|Fᵢ drᵢ| for the work or the flux of a field.
  public var relative: Double
  /// The error asked for as such; the larger of the two counts.
  public var absolute: Double
  /// The number of points at which the integrand may be evaluated; the first look at every piece is taken anyway.
  public var evaluations: Int

  /// A demand for an error of at most `relative` times ∫|f|, or `absolute` if that is more.
  public init(relative: Double = 1e-10, absolute: Double = 0, evaluations: Int = 1_000_000) {
    self.relative = relative
    self.absolute = absolute
    self.evaluations = evaluations
  }

  /// An error of at most 10⁻¹⁰ of ∫|f|, with at most a million evaluations.
  public static let standard = AdaptiveQuadrature()

  /// The integral over a range.
  ///
  /// - Parameters:
  ///   - range: A range, also without an end: the whole line is `-.infinity ... .infinity`.
  ///   - breaks: Places where the integrand has a kink, a step or a singularity: cells end there.
  ///   - integrand: Gets points in one row and writes the values in one row.
  public func integral(
    over range: ClosedRange<Double>, breaks: [Double] = [],
    of integrand: (Block<Double>, Block<Double>) -> Void
  ) -> Integral {
    if let infinite = InfiniteRange(range) { return integral(over: infinite, breaks: breaks, of: integrand) }
    var places = [range.lowerBound]
    places += breaks.filter { $0 > range.lowerBound && $0 < range.upperBound }.sorted()
    places.append(range.upperBound)
    let pieces = zip(places, places.dropFirst()).map { ParameterBox([$0...$1]) }
    return integral(over: pieces, dimension: 1) { (points, _, values) in integrand(points, values) }
  }

  /// The integral over a box of one, two or three dimensions.
  ///
  /// - Parameters:
  ///   - box: A finite range for each coordinate.
  ///   - integrand: Gets points, a row for each coordinate, and writes the values in one row.
  /// - Throws: ``IntegralError/dimension(_:needed:)`` if there are no ranges or more than three.
  public func integral(
    over box: [ClosedRange<Double>], of integrand: (Block<Double>, Block<Double>) -> Void
  ) throws(IntegralError) -> Integral {
    guard (1...3).contains(box.count) else { throw .dimension(box.count, needed: 3) }
    return integral(over: [ParameterBox(box)], dimension: box.count) { (points, _, values) in
      integrand(points, values)
    }
  }

  /// The integral over boxes of parameters, each with the number of its piece.
  ///
  /// The integrand gets the parameters, a row for each, and the number of the piece of every lane in one row. With
  /// two rows of values it writes into the second the sum of the magnitudes of what it has added up: ∫|f| is then
  /// the integral of that, so that what cancels but for rounding is not taken for a small integrand.
  func integral(
    over pieces: [ParameterBox], dimension: Int, rows: Int = 1, outline: IntegrandOutline? = nil,
    of integrand: (Block<Double>, Block<Double>, Block<Double>) -> Void
  ) -> Integral {
    var run = QuadratureRun(self, dimension: dimension, rows: rows, outline: outline)
    run.begin(pieces, integrand)
    while !run.isDone { run.step(integrand) }
    return run.result
  }
}
