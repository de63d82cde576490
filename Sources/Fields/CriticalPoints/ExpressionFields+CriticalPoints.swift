import Expressions

extension VectorExpressionField {
  /// All zeros of the field in a box, each proven, and the proof that there are no others.
  ///
  /// Boxes are halved; where the bounds of a component exclude 0 there is no zero, and where Newton's method on the box
  /// maps it into itself there is exactly one (``CriticalPoint/evidence``). What cannot be decided is named: degenerate
  /// zeros among the points, curves of zeros, poles, kinks and jumps among the regions.
  ///
  /// Bounds hold for the formulas as they are written: π, e and decimal fractions are the numbers themselves.
  ///
  /// - Throws: ``SearchError`` unless there are as many components as coordinates and sides, all of finite length.
  public func criticalPoints(
    in box: IntervalBox, limits: SearchLimits = SearchLimits()
  ) throws(SearchError) -> CriticalPoints<FlowType> {
    try SearchError.check(box, dimension: dimension, components: components)
    var search = ProvenSearch<FlowType>(FieldEnclosure(self), box)
    return search.run(limits)
  }
}

extension VectorExpressionField {
  /// How often the field turns round on the border of a box: the sum of the Poincaré indices inside, proven.
  ///
  /// In the plane the winding number, counter-clockwise; on a line and in space its counterparts. `nil` where a zero or a
  /// place where the field is not continuous lies on the border, or too near to tell.
  ///
  /// - Throws: ``SearchError`` unless there are as many components as coordinates and sides, all of finite length.
  public func topologicalDegree(on box: IntervalBox) throws(SearchError) -> Int? {
    try SearchError.check(box, dimension: dimension, components: components)
    return FieldEnclosure(self).degree(on: box, maximumPieces: 65_536)
  }
}

extension ScalarExpressionField {
  /// All critical points of the scalar in a box: the zeros of its gradient, each proven, and the proof that there are no
  /// others, as in ``VectorExpressionField/criticalPoints(in:limits:)``.
  ///
  /// - Throws: ``SearchError`` unless the box has a side of finite length for each coordinate.
  public func criticalPoints(
    in box: IntervalBox, limits: SearchLimits = SearchLimits()
  ) throws(SearchError) -> CriticalPoints<Criticality> {
    try SearchError.check(box, dimension: dimension, components: dimension)
    var search = ProvenSearch<Criticality>(FieldEnclosure(gradientOf: self), box)
    return search.run(limits)
  }
}
