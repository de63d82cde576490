import Elementary
import LinearAlgebra

/// A Jacobian taken apart: expansion + rotation + shear, what a small drop in the flow does.
///
/// ```swift
/// let parts = JacobianParts([[1, -2], [4, 3]])
/// parts.expansion          // 2: every length grows at this rate
/// parts.angularVelocity    // [3]: half the curl
/// parts.shear              // [[-1, 1], [1, 1]]: symmetric, without trace
/// ```
///
/// J = (div F/n)·1 + Ω + S. The drop grows by the first, turns as a whole by the second, and is drawn out along the
/// ``axes`` by the third without changing its size (Cauchy and Stokes; Batchelor, *An Introduction to Fluid Dynamics*,
/// 1967, §2.3). In any number of dimensions; the angular velocity is a number in the plane and a vector in space.
public struct JacobianParts: Sendable, Equatable {
  /// The rate at which every length grows: the divergence over the number of dimensions.
  public let expansion: Double
  /// The antisymmetric part Ω: the drop turns without changing its shape.
  public let rotation: Matrix
  /// The symmetric part S without trace: the drop changes its shape without turning or growing.
  public let shear: Matrix

  /// The parts of a Jacobian; element (i, j) is ∂Fᵢ/∂xⱼ.
  ///
  /// - Precondition: the matrix is square and has rows.
  @export(interface)
  public init(_ jacobian: Matrix) {
    precondition(jacobian.isSquare && jacobian.rows > 0, "a flow has as many components as coordinates")
    let size = jacobian.rows
    let expansion = jacobian.trace / Double(size)
    self.expansion = expansion
    rotation = Matrix(rows: size, columns: size) { row, column in
      (jacobian[row, column] - jacobian[column, row]) / 2
    }
    shear = Matrix(rows: size, columns: size) { row, column in
      if row == column { return jacobian[row, row] - expansion }
      return (jacobian[row, column] + jacobian[column, row]) / 2
    }
  }

  /// The number of dimensions.
  public var dimension: Int { shear.rows }

  /// Expansion and shear together, the rate of strain: how distances change.
  public var strain: Matrix {
    Matrix(rows: dimension, columns: dimension) { row, column in
      shear[row, column] + (row == column ? expansion : 0)
    }
  }

  /// The sum of the parts, which is the Jacobian again but for rounding.
  public var jacobian: Matrix { strain + rotation }

  /// How fast the drop turns, in radians per unit of time: half the curl.
  ///
  /// One number in the plane, positive counter-clockwise; a vector in space, by the right-hand rule; nothing else has
  /// one.
  public var angularVelocity: [Double] {
    switch dimension {
    case 2: [rotation[1, 0]]
    case 3: [rotation[2, 1], rotation[0, 2], rotation[1, 0]]
    default: []
    }
  }

  /// The rates at which lengths along the ``axes`` grow, rising; NaN where the Jacobian is not finite.
  ///
  /// Less the ``expansion`` they sum to 0: the rates of the shear alone.
  public var rates: [Double] { principal?.values ?? [Double](repeating: .nan, count: dimension) }

  /// Column i is the direction, of length 1, along which lengths grow at rate i without turning.
  public var axes: Matrix {
    principal?.vectors ?? Matrix(rows: dimension, columns: dimension) { _, _ in .nan }
  }

  /// The rate of the shear: the greatest rate at which it alone lengthens anything.
  public var shearRate: Double {
    guard let rates = try? SymmetricEigen(shear).values, let last = rates.last else { return .nan }
    return last
  }

  private var principal: SymmetricEigen? { try? SymmetricEigen(strain) }
}
