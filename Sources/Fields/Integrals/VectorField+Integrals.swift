import Expressions

extension VectorField {
  /// The line integral ∫ F·dr along a curve: the work of a force.
  ///
  /// - Parameters:
  ///   - curve: A curve in the space of the field; travelled the other way, it gives the negative.
  ///   - quadrature: The error that is asked for.
  /// - Throws: ``IntegralError`` if the curve lies in another space, or F has not as many components as coordinates.
  public func lineIntegral(
    along curve: Curve, by quadrature: AdaptiveQuadrature = .standard
  ) throws(IntegralError) -> Integral {
    try demand(components: dimension, in: curve.dimension)
    let vectors = scratch(rows: components, 1)
    let outline = IntegrandOutline(enclosure, on: curve.path)
    let integral = quadrature.integral(over: curve.path, rows: 2, outline: outline) {
      (points, tangents, values) in
      self.values(at: points, into: vectors)
      values.clear(points.count)
      for row in 0..<vectors.rows {
        for lane in 0..<points.count {
          values.add(vectors.row(row)[lane] * tangents.row(row)[lane], lane)
        }
      }
    }
    return integral.times(curve.direction)
  }

  /// The circulation ∮ F·dr round a closed curve.
  ///
  /// - Throws: ``IntegralError`` as ``lineIntegral(along:by:)`` does, and if the curve is not closed.
  public func circulation(
    around curve: Curve, by quadrature: AdaptiveQuadrature = .standard
  ) throws(IntegralError) -> Integral {
    guard curve.isClosed else { throw .notClosed(gap: curve.gap) }
    return try lineIntegral(along: curve, by: quadrature)
  }

  /// The flux ∫ F·n ds through a curve of the plane, from its left to its right.
  ///
  /// The normal points to the right of who travels along the curve: outward from a closed curve that runs
  /// counter-clockwise.
  ///
  /// - Throws: ``IntegralError`` if the curve does not lie in the plane, or F is not a field of the plane.
  public func flux(
    through curve: Curve, by quadrature: AdaptiveQuadrature = .standard
  ) throws(IntegralError) -> Integral {
    guard dimension == 2 else { throw .dimension(dimension, needed: 2) }
    try demand(components: 2, in: curve.dimension)
    let vectors = scratch(rows: 2, 1)
    let outline = IntegrandOutline(enclosure, on: curve.path)
    let integral = quadrature.integral(over: curve.path, rows: 2, outline: outline) {
      (points, tangents, values) in
      self.values(at: points, into: vectors)
      values.clear(points.count)
      for lane in 0..<points.count {
        values.add(vectors.row(0)[lane] * tangents.row(1)[lane], lane)
        values.add(-vectors.row(1)[lane] * tangents.row(0)[lane], lane)
      }
    }
    return integral.times(curve.direction)
  }

  /// The flux ∬ F·n dS through a surface in space, out of its front.
  ///
  /// - Throws: ``IntegralError`` if F is not a field of space.
  public func flux(
    through surface: Surface, by quadrature: AdaptiveQuadrature = .standard
  ) throws(IntegralError) -> Integral {
    try demand(components: 3, in: 3)
    let vectors = scratch(rows: 3, 2)
    let outline = IntegrandOutline(enclosure, on: surface.chart)
    return flux(through: surface, by: quadrature, outline) { (points, values, normal) in
      self.values(at: points, into: vectors)
      for lane in 0..<points.count {
        for row in 0..<3 { values.add(vectors.row(row)[lane] * normal(lane)[row], lane) }
      }
    }
  }

  /// The flux ∬ (curl F)·n dS of the curl of a field of space through a surface, out of its front.
  ///
  /// - Throws: ``IntegralError`` if F is not a field of space.
  public func curlFlux(
    through surface: Surface, by quadrature: AdaptiveQuadrature = .standard
  ) throws(IntegralError) -> Integral {
    try demand(components: 3, in: 3)
    let jacobians = scratch(rows: 9, 2)
    let rows = [1, 2, 3, 5, 6, 7]
    let outline = IntegrandOutline(jacobianEnclosure, rows: rows, on: surface.chart)
    return flux(through: surface, by: quadrature, outline) { (points, values, normal) in
      self.jacobians(at: points, into: jacobians)
      for lane in 0..<points.count {
        let normal = normal(lane)
        for row in 0..<3 {
          let (next, last) = ((row + 1) % 3, (row + 2) % 3)
          values.add(jacobians.row(3 * last + next)[lane] * normal[row], lane)
          values.add(-jacobians.row(3 * next + last)[lane] * normal[row], lane)
        }
      }
    }
  }

  /// The integral ∬ div F dA over an area of the plane.
  ///
  /// - Throws: ``IntegralError`` if F is not a field of the plane.
  public func divergenceIntegral(
    over region: Region, by quadrature: AdaptiveQuadrature = .standard
  ) throws(IntegralError) -> Integral {
    try demand(components: 2, in: 2)
    return traceIntegral(over: region.chart, .area, by: quadrature)
  }

  /// The integral ∭ div F dV over a part of space.
  ///
  /// - Throws: ``IntegralError`` if F is not a field of space.
  public func divergenceIntegral(
    over solid: Solid, by quadrature: AdaptiveQuadrature = .standard
  ) throws(IntegralError) -> Integral {
    try demand(components: 3, in: 3)
    return traceIntegral(over: solid.chart, .volume, by: quadrature)
  }

  /// The integral ∬ curl F dA over an area of the plane.
  ///
  /// - Throws: ``IntegralError`` if F is not a field of the plane.
  public func curlIntegral(
    over region: Region, by quadrature: AdaptiveQuadrature = .standard
  ) throws(IntegralError) -> Integral {
    try demand(components: 2, in: 2)
    let jacobians = scratch(rows: 4, 2)
    let outline = IntegrandOutline(jacobianEnclosure, rows: [1, 2], on: region.chart)
    return quadrature.integral(over: region.chart, .area, rows: 2, outline: outline) { (points, values) in
      self.jacobians(at: points, into: jacobians)
      values.clear(points.count)
      for lane in 0..<points.count {
        values.add(jacobians.row(2)[lane], lane)
        values.add(-jacobians.row(1)[lane], lane)
      }
    }
  }
}

extension VectorField {
  /// The integral of the divergence over an area or a solid.
  private func traceIntegral(
    over domain: Parametrization, _ measure: Measure, by quadrature: AdaptiveQuadrature
  ) -> Integral {
    let dimension = dimension
    let jacobians = scratch(rows: dimension * dimension, domain.parameters)
    let diagonal = (0..<dimension).map { $0 * (dimension + 1) }
    let outline = IntegrandOutline(jacobianEnclosure, rows: diagonal, on: domain)
    return quadrature.integral(over: domain, measure, rows: 2, outline: outline) { (points, values) in
      self.jacobians(at: points, into: jacobians)
      values.clear(points.count)
      for index in 0..<dimension {
        let row = jacobians.row(index * (dimension + 1))
        for lane in 0..<points.count { values.add(row[lane], lane) }
      }
    }
  }

  /// The flux of what a closure adds up at points, given the normals there.
  private func flux(
    through surface: Surface, by quadrature: AdaptiveQuadrature, _ outline: IntegrandOutline,
    of evaluate: (Block<Double>, Block<Double>, (Int) -> SIMD3<Double>) -> Void
  ) -> Integral {
    let integral = quadrature.integral(over: surface.chart, rows: 2, outline: outline) {
      (points, derivatives, values) in
      values.clear(points.count)
      evaluate(points, values) { lane in Measure.normal(derivatives, lane) }
    }
    return integral.times(surface.side)
  }

  /// Rows for what the field gives at the points of a batch of cells.
  private func scratch(rows: Int, _ parameters: Int) -> Block<Double> {
    Block(rows: rows, capacity: QuadratureRun.capacity(dimension: parameters))
  }

  /// Demands so many components, and that a domain lies in the space of the field.
  private func demand(components needed: Int, in domain: Int) throws(IntegralError) {
    guard domain == dimension else { throw .dimension(domain, needed: dimension) }
    guard components == needed else { throw .components(components, needed: needed) }
  }
}

extension Block where Scalar == Double {
  /// Makes two rows of sums 0.
  fileprivate func clear(_ count: Int) {
    self.count = count
    row(0).update(repeating: 0, count: count)
    row(1).update(repeating: 0, count: count)
  }

  /// Adds to a sum in row 0 and to the sum of magnitudes in row 1.
  @inline(__always)
  fileprivate func add(_ term: Double, _ lane: Int) {
    row(0)[lane] += term
    row(1)[lane] += term.magnitude
  }
}
