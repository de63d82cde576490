extension VectorReading {
  /// The curl of a field of space: twice the angular velocity of a small body, by the right-hand rule; what is nothing
  /// but rounding is 0, as in ``settledDivergence``.
  ///
  /// NaN for a field that is not of space.
  public var settledSpaceCurl: SIMD3<Double> {
    guard jacobian.count == 3, jacobian.allSatisfy({ $0.count == 3 }) else {
      return SIMD3(.nan, .nan, .nan)
    }
    return SIMD3(turning(1, 2), turning(2, 0), turning(0, 1))
  }

  /// ∂Fⱼ/∂xᵢ − ∂Fᵢ/∂xⱼ.
  private func turning(_ i: Int, _ j: Int) -> Double {
    let difference = jacobian[j][i] - jacobian[i][j]
    let size = jacobian[j][i].magnitude + jacobian[i][j].magnitude
    let isRounding = size.isFinite && difference.magnitude <= VectorReading.rounding * size
    return isRounding ? 0 : difference
  }
}
