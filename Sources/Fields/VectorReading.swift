import Elementary
import LinearAlgebra

/// A vector field at one point: its value, its Jacobian and what they say.
public struct VectorReading: Sendable, Equatable {
  /// The coordinates of the point.
  public let point: [Double]
  /// The vector.
  public let value: [Double]
  /// The first derivatives; `jacobian[i][j]` is ∂Fᵢ/∂xⱼ.
  public let jacobian: [[Double]]
  /// The Laplacian Σ ∂²F/∂xⱼ², component by component; NaN where the second derivatives are not known.
  public let laplacian: [Double]

  /// The length |F| of the vector.
  public var length: Double {
    var length = 0.0
    for component in value { length = Double.hypot(length, component) }
    return length
  }

  /// The divergence: how fast the field spreads from here, per unit of area or volume.
  public var divergence: Double {
    var sum = 0.0
    for index in jacobian.indices where index < jacobian[index].count { sum += jacobian[index][index] }
    return sum
  }

  /// The curl of a field of the plane: twice the angular velocity of a small wheel, positive counter-clockwise.
  ///
  /// NaN for a field that is not of the plane.
  public var curl: Double {
    guard jacobian.count == 2, jacobian[0].count == 2 else { return .nan }
    return jacobian[1][0] - jacobian[0][1]
  }

  /// The curl of a field of space: twice the angular velocity of a small ball, by the right-hand rule.
  ///
  /// Empty for a field that is not of space.
  public var curlVector: [Double] {
    guard isSquare, value.count == 3 else { return [] }
    return [
      jacobian[2][1] - jacobian[1][2], jacobian[0][2] - jacobian[2][0], jacobian[1][0] - jacobian[0][1],
    ]
  }

  /// The divergence, but 0 where it is nothing but rounding: below 10⁻¹² of the derivatives that make it.
  ///
  /// A sign is read off this one; the exact sum of the rounded derivatives is ``divergence``.
  public var settledDivergence: Double {
    var size = 0.0
    for index in jacobian.indices where index < jacobian[index].count {
      size += jacobian[index][index].magnitude
    }
    return divergence.magnitude <= VectorReading.rounding * size ? 0 : divergence
  }

  /// The curl, but 0 where it is nothing but rounding: below 10⁻¹² of the derivatives that make it.
  public var settledCurl: Double {
    guard jacobian.count == 2, jacobian[0].count == 2 else { return .nan }
    let size = jacobian[1][0].magnitude + jacobian[0][1].magnitude
    return curl.magnitude <= VectorReading.rounding * size ? 0 : curl
  }

  /// The curl of space with 0 for every component that is nothing but rounding of the derivatives that make it.
  public var settledCurlVector: [Double] {
    var settled = curlVector
    for (place, (first, second)) in zip(settled.indices, [(1, 2), (2, 0), (0, 1)]) {
      let size = jacobian[second][first].magnitude + jacobian[first][second].magnitude
      if settled[place].magnitude <= VectorReading.rounding * size { settled[place] = 0 }
    }
    return settled
  }

  /// Expansion, rotation and shear; `nil` unless there are as many components as coordinates.
  public var parts: JacobianParts? { isSquare ? JacobianParts(matrix) : nil }

  /// What the flow does near this point relative to the point, with rounding as the tolerance; `nil` unless there are as
  /// many components as coordinates.
  public var flowType: FlowType? { isSquare ? FlowType(jacobian: matrix) : nil }

  private var isSquare: Bool { !jacobian.isEmpty && jacobian[0].count == jacobian.count }

  private var matrix: Matrix {
    Matrix(rows: jacobian.count, columns: jacobian.first?.count ?? 0) { jacobian[$0][$1] }
  }

  /// The share of the derivatives below which their sum is taken for rounding.
  public static let rounding = 1e-12
}
