import Elementary
import LinearAlgebra

/// A scalar field at one point: its value, its derivatives and what they say.
///
/// ```swift
/// let hill = try ScalarExpressionField("exp(-(x^2 + y^2)/2)").reading(at: [1, 0])
/// hill.slope                            // 0.6065…: the steepest way
/// hill.slope(along: [0, 1])             // 0: along the level line
/// hill.laplacian                        // −0.6065…
/// ```
public struct ScalarReading: Sendable, Equatable {
  /// The coordinates of the point.
  public let point: [Double]
  /// The value.
  public let value: Double
  /// The first derivatives, the direction in which the field grows fastest.
  public let gradient: [Double]
  /// The second derivatives; element (i, j) is ∂²f/∂xᵢ∂xⱼ.
  public let hessian: Matrix

  /// How fast the field grows along its gradient: |∇f|, the greatest slope of all directions.
  public var slope: Double {
    var length = 0.0
    for component in gradient { length = Double.hypot(length, component) }
    return length
  }

  /// How fast the field grows along a direction of any length: u·∇f/|u| = |∇f| cos θ.
  ///
  /// NaN for a direction of length 0.
  ///
  /// - Precondition: the direction has a number for every coordinate.
  public func slope(along direction: [Double]) -> Double {
    precondition(direction.count == gradient.count, "a direction has a number for every coordinate")
    var length = 0.0
    for component in direction { length = Double.hypot(length, component) }
    var sum = 0.0
    for (component, share) in zip(gradient, direction) { sum += component * (share / length) }
    return sum
  }

  /// The Laplacian: positive where the value is below the mean of its surroundings.
  public var laplacian: Double { hessian.trace }

  /// The Laplacian, but 0 where it is nothing but rounding of the derivatives that make it.
  public var settledLaplacian: Double {
    var size = 0.0
    for index in 0..<hessian.rows { size += hessian[index, index].magnitude }
    return laplacian.magnitude <= VectorReading.rounding * size ? 0 : laplacian
  }

  /// What a critical point with this Hessian is; of use where the gradient is 0.
  public var criticality: Criticality { Criticality(hessian: hessian) }
}
