import LinearAlgebra

/// What the derivatives at a zero say: one type for flows, one for scalars.
protocol LinearNature: Sendable, Equatable {
  /// The verdict of derivatives that may be off by these amounts.
  init(derivatives: Matrix, errors: Matrix)
  /// The sign of the determinant; `nil` where that is 0 or undecided.
  var index: Int? { get }
}

extension FlowType: LinearNature {
  init(derivatives: Matrix, errors: Matrix) {
    self.init(jacobian: derivatives, errors: errors)
  }
}

extension Criticality: LinearNature {
  init(derivatives: Matrix, errors: Matrix) {
    self.init(hessian: derivatives, errors: errors)
  }
}
