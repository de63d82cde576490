/// The two sides of a theorem of Green, Stokes or Gauss for a field: round the border, and inside.
///
/// For a field that is smooth inside, the sides are equal, and their difference is within the sum of their errors. It
/// is not where the theorem has no right to hold: a hole in the field, a step, a border that does not belong to
/// the inside.
///
/// ```swift
/// let vortex = try VectorExpressionField("-y/(x^2+y^2), x/(x^2+y^2)")
/// let residual = try vortex.greenResiduals(on: .disk(Circle(x: 0, y: 0, radius: 1))).circulation
/// residual.boundary.value      // 2π
/// residual.agrees              // false: there is a hole inside
/// ```
public struct Residual: Sendable, Equatable {
  /// The circulation round the border, or the flux through it.
  public let boundary: Integral
  /// The integral of the curl, or of the divergence, inside.
  public let interior: Integral

  /// The two sides of a theorem.
  public init(boundary: Integral, interior: Integral) {
    self.boundary = boundary
    self.interior = interior
  }

  /// What the border has more than the inside; NaN where a side is not finite.
  public var difference: Double { boundary.value - interior.value }

  /// How far the difference may be off.
  public var error: Double { boundary.error + interior.error }

  /// Whether the difference is within its error; false where a side is not finite.
  public var agrees: Bool { difference.magnitude <= error }
}

/// The two forms of Green's theorem on an area of the plane.
public struct GreenResiduals: Sendable, Equatable {
  /// ∮ F·dr and ∬ curl F dA.
  public let circulation: Residual
  /// ∮ F·n ds and ∬ div F dA.
  public let flux: Residual

  /// The two forms.
  public init(circulation: Residual, flux: Residual) {
    self.circulation = circulation
    self.flux = flux
  }
}

extension VectorField {
  /// Both sides of both forms of Green's theorem on an area of the plane.
  ///
  /// - Throws: ``IntegralError`` if F is not a field of the plane.
  public func greenResiduals(
    on region: Region, by quadrature: AdaptiveQuadrature = .standard
  ) throws(IntegralError) -> GreenResiduals {
    let turning = try lineIntegral(along: region.boundary, by: quadrature)
    let curl = try curlIntegral(over: region, by: quadrature)
    let leaving = try flux(through: region.boundary, by: quadrature)
    let divergence = try divergenceIntegral(over: region, by: quadrature)
    return GreenResiduals(
      circulation: Residual(boundary: turning, interior: curl),
      flux: Residual(boundary: leaving, interior: divergence))
  }

  /// Both sides of Stokes' theorem: the circulation round the border of a surface, and the flux of the curl through it.
  ///
  /// - Throws: ``IntegralError`` if F is not a field of space.
  public func stokesResidual(
    on surface: Surface, by quadrature: AdaptiveQuadrature = .standard
  ) throws(IntegralError) -> Residual {
    let boundary = try lineIntegral(along: surface.boundary, by: quadrature)
    let interior = try curlFlux(through: surface, by: quadrature)
    return Residual(boundary: boundary, interior: interior)
  }

  /// Both sides of Gauss' theorem: the flux out of a part of space, and the divergence inside.
  ///
  /// - Throws: ``IntegralError`` if F is not a field of space.
  public func gaussResidual(
    on solid: Solid, by quadrature: AdaptiveQuadrature = .standard
  ) throws(IntegralError) -> Residual {
    let boundary = try flux(through: solid.boundary, by: quadrature)
    let interior = try divergenceIntegral(over: solid, by: quadrature)
    return Residual(boundary: boundary, interior: interior)
  }
}
