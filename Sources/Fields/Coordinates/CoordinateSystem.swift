import Elementary
import Expressions
import LinearAlgebra

/// Coordinates in which fields are written: cartesian, polar, cylindrical or spherical.
///
/// ```swift
/// let system = CoordinateSystem.spherical
/// let potential = try Expression("1/r", variables: system.variables)
/// let field = ScalarExpressionField(system.laplacian(of: potential), variables: system.variables)
/// field.value(at: [2, 1, 0.5])                              // 0
/// system.cartesian([2, .pi / 2, 0])                         // (2, 0, 0)
/// ```
///
/// Spherical coordinates are those of ISO 80000-2: r from the origin, θ from the z axis, φ about it. The components of a
/// vector field are those along the local unit vectors, in the order of the coordinates: what an instrument there would
/// read, in the units of the field.
public enum CoordinateSystem: UInt8, Sendable, CaseIterable {
  /// x and y.
  case plane
  /// x, y and z.
  case space
  /// r from the origin and θ from the x axis, counter-clockwise: x = r cos θ, y = r sin θ.
  case polar
  /// r from the z axis, θ about it from the x axis, and z.
  case cylindrical
  /// r from the origin, θ from the z axis in [0, π], φ about it from the x axis: x = r sin θ cos φ, y = r sin θ sin φ,
  /// z = r cos θ.
  case spherical

  /// The number of coordinates.
  public var dimension: Int { self == .plane || self == .polar ? 2 : 3 }

  /// The names of the coordinates in formulas: `r`, `theta`, `phi`, and those of the axes.
  public var variables: Variables {
    switch self {
    case .plane: .plane
    case .space: .space
    case .polar: Variables(["r", "theta"])
    case .cylindrical: Variables(["r", "theta", "z"])
    case .spherical: Variables(["r", "theta", "phi"])
    }
  }

  /// The cartesian system of as many coordinates.
  public var cartesian: CoordinateSystem { dimension == 2 ? .plane : .space }

  /// The Lamé factors at a point: how far one moves for each unit of a coordinate.
  ///
  /// - Precondition: there is a number for every coordinate.
  public func scaleFactors(at point: [Double]) -> [Double] {
    precondition(point.count == dimension, "a number for every coordinate")
    switch self {
    case .plane, .space: return [Double](repeating: 1, count: dimension)
    case .polar: return [1, point[0]]
    case .cylindrical: return [1, point[0], 1]
    case .spherical: return [1, point[0], point[0] * Double.sin(point[1])]
    }
  }

  /// The cartesian coordinates of a point.
  ///
  /// - Precondition: there is a number for every coordinate.
  @export(interface)
  public func cartesian(_ point: [Double]) -> [Double] {
    precondition(point.count == dimension, "a number for every coordinate")
    switch self {
    case .plane, .space: return point
    case .polar: return [point[0] * Double.cos(point[1]), point[0] * Double.sin(point[1])]
    case .cylindrical:
      return [point[0] * Double.cos(point[1]), point[0] * Double.sin(point[1]), point[2]]
    case .spherical:
      let distance = point[0] * Double.sin(point[1])
      return [
        distance * Double.cos(point[2]), distance * Double.sin(point[2]), point[0] * Double.cos(point[1]),
      ]
    }
  }

  /// The coordinates of a point given by its cartesian ones: r ≥ 0, angles about an axis in [−π, π].
  ///
  /// On the axis, where an angle has no meaning, it is 0.
  ///
  /// - Precondition: there is a number for every coordinate.
  @export(interface)
  public func coordinates(ofCartesian point: [Double]) -> [Double] {
    precondition(point.count == dimension, "a number for every coordinate")
    let distance = Double.hypot(point[0], point[1])
    let angle = Double.atan2(point[1], point[0])
    switch self {
    case .plane, .space: return point
    case .polar: return [distance, angle]
    case .cylindrical: return [distance, angle, point[2]]
    case .spherical: return [Double.hypot(distance, point[2]), Double.atan2(distance, point[2]), angle]
    }
  }

  /// The coordinates in another system of a point of this one.
  ///
  /// - Precondition: both systems have as many coordinates as the point.
  public func convert(_ point: [Double], to other: CoordinateSystem) -> [Double] {
    precondition(other.dimension == dimension, "both systems have as many coordinates")
    return other.coordinates(ofCartesian: cartesian(point))
  }

  /// The local unit vectors at a point as columns of cartesian components, in the order of the coordinates.
  ///
  /// They are at right angles and right-handed: the matrix is a rotation.
  ///
  /// - Precondition: there is a number for every coordinate.
  @export(interface)
  public func frame(at point: [Double]) -> Matrix {
    precondition(point.count == dimension, "a number for every coordinate")
    switch self {
    case .plane, .space: return .identity(dimension)
    case .polar: return Matrix(rotation: point[1])
    case .cylindrical:
      let (cosine, sine) = (Double.cos(point[1]), Double.sin(point[1]))
      return [[cosine, -sine, 0], [sine, cosine, 0], [0, 0, 1]]
    case .spherical:
      let (polarCosine, polarSine) = (Double.cos(point[1]), Double.sin(point[1]))
      let (cosine, sine) = (Double.cos(point[2]), Double.sin(point[2]))
      return [
        [polarSine * cosine, polarCosine * cosine, -sine], [polarSine * sine, polarCosine * sine, cosine],
        [polarCosine, -polarSine, 0],
      ]
    }
  }

  /// The cartesian components of a vector given by its local ones at a point.
  ///
  /// - Precondition: there is a number for every coordinate, and a component.
  public func cartesianComponents(_ components: [Double], at point: [Double]) -> [Double] {
    frame(at: point) * components
  }

  /// The local components at a point of a vector given by its cartesian ones.
  ///
  /// - Precondition: there is a number for every coordinate, and a component.
  public func components(ofCartesian components: [Double], at point: [Double]) -> [Double] {
    frame(at: point).transposed * components
  }
}
