import Fields
import LinearAlgebra

/// A learning rate beside the greatest one that is stable: 2/λmax for gradient descent.
///
/// On a quadratic with the greatest curvature λmax, gradient descent multiplies the distance along the steepest axis by
/// 1 − ηλmax at each step; beyond η = 2/λmax that is less than −1, and the point swings out ever farther. With momentum β
/// the bound is 2(1 + β)/λmax, with Nesterov's gradient (2 + 2β)/((1 + 2β)λmax). On another loss the bound holds near a
/// minimum: a point beyond it does not come to rest there.
public struct Stability: Sendable, Equatable {
  /// Where the curvature is taken.
  public let point: [Double]
  /// λmax: the greatest eigenvalue of the Hessian there; NaN where the Hessian is not finite.
  public let curvature: Double
  /// The learning rate η.
  public let rate: Double
  /// The greatest rate that is stable; infinite where nothing bends up.
  public let limit: Double

  /// Whether the rate is beyond the limit.
  public var isExceeded: Bool { rate > limit }

  /// A rate beside the limit product/λmax with the curvature at a point.
  public init(rate: Double, product: Double, on loss: some ScalarField, at point: [Double]) {
    self.rate = rate
    self.point = point
    curvature = loss.greatestCurvature(at: point)
    limit = curvature <= 0 ? .infinity : product / curvature
  }
}

extension ScalarField {
  /// λmax: the greatest eigenvalue of the Hessian at a point; NaN where the Hessian is not finite.
  public func greatestCurvature(at point: [Double]) -> Double {
    guard let eigen = try? SymmetricEigen(hessian(at: point)) else { return .nan }
    return eigen.values.last ?? .nan
  }

  /// 2/λmax: the greatest rate at which gradient descent is stable with the curvature at a point.
  public func stabilityLimit(at point: [Double]) -> Double {
    Stability(rate: 0, product: 2, on: self, at: point).limit
  }
}
