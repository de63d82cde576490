import Expressions

extension ScalarField {
  /// The integral ∫ f ds by the length of a curve: the mass of a wire.
  ///
  /// - Throws: ``IntegralError/dimension(_:needed:)`` if the curve lies in another space than the field.
  public func arcLengthIntegral(
    along curve: Curve, by quadrature: AdaptiveQuadrature = .standard
  ) throws(IntegralError) -> Integral {
    try integral(over: curve.path, .length, by: quadrature)
  }

  /// The integral ∬ f dA over an area of the plane.
  ///
  /// - Throws: ``IntegralError/dimension(_:needed:)`` if the field is not one of the plane.
  public func integral(
    over region: Region, by quadrature: AdaptiveQuadrature = .standard
  ) throws(IntegralError) -> Integral {
    try integral(over: region.chart, .area, by: quadrature)
  }

  /// The integral ∬ f dS over a surface in space; it does not depend on which side is the front.
  ///
  /// - Throws: ``IntegralError/dimension(_:needed:)`` if the field is not one of space.
  public func integral(
    over surface: Surface, by quadrature: AdaptiveQuadrature = .standard
  ) throws(IntegralError) -> Integral {
    try integral(over: surface.chart, .surface, by: quadrature)
  }

  /// The integral ∭ f dV over a part of space.
  ///
  /// - Throws: ``IntegralError/dimension(_:needed:)`` if the field is not one of space.
  public func integral(
    over solid: Solid, by quadrature: AdaptiveQuadrature = .standard
  ) throws(IntegralError) -> Integral {
    try integral(over: solid.chart, .volume, by: quadrature)
  }

  private func integral(
    over domain: Parametrization, _ measure: Measure, by quadrature: AdaptiveQuadrature
  ) throws(IntegralError) -> Integral {
    guard domain.dimension == dimension else { throw .dimension(domain.dimension, needed: dimension) }
    let outline = IntegrandOutline(enclosure, on: domain)
    return quadrature.integral(over: domain, measure, outline: outline) { (points, values) in
      self.values(at: points, into: values)
    }
  }
}

extension AdaptiveQuadrature {
  /// The integral of what a closure gives at points of space, by the measure of the domain.
  func integral(
    over domain: Parametrization, _ measure: Measure, rows: Int = 1, outline: IntegrandOutline,
    of integrand: (Block<Double>, Block<Double>) -> Void
  ) -> Integral {
    integral(over: domain, rows: rows, outline: outline) { (points, derivatives, values) in
      integrand(points, values)
      Measure.scale(values, by: derivatives, measure)
    }
  }

  /// The measure of the domain itself.
  fileprivate func measure(of domain: Parametrization, _ measure: Measure) -> Integral {
    integral(over: domain, measure, outline: IntegrandOutline(nil, on: domain)) { (points, values) in
      values.count = points.count
      for lane in 0..<points.count { values.row(0)[lane] = 1 }
    }
  }
}

extension Curve {
  /// The length ∫ ds.
  public func length(by quadrature: AdaptiveQuadrature = .standard) -> Integral {
    quadrature.measure(of: path, .length)
  }
}

extension Region {
  /// The area ∬ dA.
  public func area(by quadrature: AdaptiveQuadrature = .standard) -> Integral {
    quadrature.measure(of: chart, .area)
  }
}

extension Surface {
  /// The area ∬ dS.
  public func area(by quadrature: AdaptiveQuadrature = .standard) -> Integral {
    quadrature.measure(of: chart, .surface)
  }
}

extension Solid {
  /// The volume ∭ dV.
  public func volume(by quadrature: AdaptiveQuadrature = .standard) -> Integral {
    quadrature.measure(of: chart, .volume)
  }
}
