import Expressions
import Fields

/// Half a sum of squares, ½|r|², as a scalar field with exact derivatives.
///
/// ```swift
/// let residuals = try VectorExpressionField("10(y - x^2), 1 - x")
/// let loss = LeastSquaresField(residuals)
/// loss.value(at: [0, 0])        // 0.5
/// loss.gradient(at: [0, 0])     // (-1, 0)
/// ```
///
/// The gradient is Jᵀr, the Hessian JᵀJ + Σ rₘHₘ with the Hessian of every residual. Third derivatives would need those of
/// the residuals, which vector fields do not give, and are NaN.
public struct LeastSquaresField<Residuals: VectorField>: ScalarField {
  /// The residuals: as many components as there are squares.
  public let residuals: Residuals

  /// Half the sum of the squares of these residuals.
  public init(_ residuals: Residuals) { self.residuals = residuals }

  /// The number of coordinates of a point.
  public var dimension: Int { residuals.dimension }

  /// ½|r|² at every point.
  public func values(at points: Block<Double>, into values: Block<Double>) {
    let found = values.companion(0, rows: residuals.components)
    residuals.values(at: points, into: found)
    values.count = points.count
    let sum = values.row(0)
    for lane in 0..<points.count { sum[lane] = 0 }
    for component in 0..<residuals.components {
      let residual = found.row(component)
      for lane in 0..<points.count { sum[lane] += 0.5 * residual[lane] * residual[lane] }
    }
  }

  /// Jᵀr at every point.
  public func gradients(at points: Block<Double>, into gradients: Block<Double>) {
    let found = gradients.companion(0, rows: residuals.components)
    let slopes = gradients.companion(1, rows: residuals.components * dimension)
    residuals.values(at: points, into: found)
    residuals.jacobians(at: points, into: slopes)
    gradients.count = points.count
    for index in 0..<dimension {
      let sum = gradients.row(index)
      for lane in 0..<points.count { sum[lane] = 0 }
      for component in 0..<residuals.components {
        let residual = found.row(component)
        let slope = slopes.row(component * dimension + index)
        for lane in 0..<points.count { sum[lane] += residual[lane] * slope[lane] }
      }
    }
  }

  /// JᵀJ + Σ rₘHₘ at every point.
  public func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    let size = dimension
    let components = residuals.components
    let found = hessians.companion(0, rows: components)
    let slopes = hessians.companion(1, rows: components * size)
    let bends = hessians.companion(2, rows: components * size * size)
    residuals.values(at: points, into: found)
    residuals.jacobians(at: points, into: slopes)
    residuals.hessians(at: points, into: bends)
    hessians.count = points.count
    for place in 0..<size * size {
      let sum = hessians.row(place)
      for lane in 0..<points.count { sum[lane] = 0 }
      for component in 0..<components {
        let residual = found.row(component)
        let first = slopes.row(component * size + place / size)
        let second = slopes.row(component * size + place % size)
        let bend = bends.row(component * size * size + place)
        for lane in 0..<points.count {
          sum[lane] += first[lane] * second[lane] + residual[lane] * bend[lane]
        }
      }
    }
  }

  /// NaN at every point.
  public func thirdDerivatives(at points: Block<Double>, into derivatives: Block<Double>) {
    derivatives.count = points.count
    for index in 0..<dimension * dimension * dimension {
      let row = derivatives.row(index)
      for lane in 0..<points.count { row[lane] = .nan }
    }
  }
}
