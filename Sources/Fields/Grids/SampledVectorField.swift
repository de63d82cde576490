import Expressions

/// A vector field known at the points of a grid: a measured wind, a simulated flow.
///
/// Every component is interpolated as ``SampledScalarField`` does it, with the same smoothness, errors and masks.
/// The Jacobian is that of the interpolant, exactly; at a sample it is the one that ``GridDifferences`` gives.
///
/// ```swift
/// let wind = try SampledVectorField([u, v], on: grid)
/// wind.reading(at: [0.3, 0.7]).curl
/// ```
public struct SampledVectorField: VectorField {
  private let interpolant: CubicInterpolant

  /// The field through samples in the order of the grid's memory, one array for each component.
  ///
  /// - Throws: ``GridError`` if a component has more or fewer samples than the grid has points, if there is no
  ///   component, or an axis has too few samples for the order.
  public init(
    _ components: [[Double]], on grid: UniformGrid, order: DifferenceOrder = .fourth
  ) throws(GridError) {
    for samples in components where samples.count != grid.count {
      throw .sampleCount(samples.count, needed: grid.count)
    }
    try self.init(Block(rows: components), on: grid, order: order)
  }

  /// The field through the samples in the rows of a block, one for each component.
  ///
  /// - Throws: ``GridError`` as ``init(_:on:order:)-([[Double]],_,_)`` does.
  public init(
    _ samples: Block<Double>, on grid: UniformGrid, order: DifferenceOrder = .fourth
  ) throws(GridError) {
    guard samples.rows > 0 else { throw .componentCount(0, needed: 1) }
    interpolant = try CubicInterpolant(samples, on: grid, order: order)
  }

  /// The field that another one becomes when it is known at the points of a grid alone.
  ///
  /// - Throws: ``GridError`` if the field has other coordinates than the grid, or an axis has too few samples.
  public init(
    sampling field: some VectorField, on grid: UniformGrid, order: DifferenceOrder = .fourth
  ) throws(GridError) {
    try self.init(try grid.samples(of: field), on: grid, order: order)
  }

  /// Between samples the field is assumed.
  public var isInterpolated: Bool { true }

  /// How far off each component may be in the cell of every point; row i for component i.
  ///
  /// The first term of the error's series along each axis, at its largest in the cell, with differences of the samples
  /// for the derivatives in it: of order h⁴ for ``DifferenceOrder/fourth``, h³ for ``DifferenceOrder/second``. It is an
  /// estimate, good where the samples resolve the field; the samples themselves are taken to be exact.
  public func interpolationErrors(at points: Block<Double>, into errors: Block<Double>) {
    interpolant.evaluateErrors(
      at: points, slopes: errors.companion(0, rows: components * dimension), into: errors)
  }

  /// Where the samples lie.
  public var grid: UniformGrid { interpolant.grid }

  /// The order of the differences that give the slopes at the samples.
  public var order: DifferenceOrder { interpolant.order }

  /// The number of coordinates of a point.
  public var dimension: Int { interpolant.grid.dimension }

  /// The number of components of the vector.
  public var components: Int { interpolant.components }

  /// The vector at every point; row i is the component Fᵢ.
  public func values(at points: Block<Double>, into values: Block<Double>) {
    interpolant.evaluate(at: points, into: values, degree: 0)
  }

  /// The vector at every point in single precision; the samples are summed in double precision.
  public func values(at points: Block<Float>, into values: Block<Float>) {
    interpolant.evaluate(at: points, into: values, degree: 0)
  }

  /// The first derivatives at every point; row i·dimension + j is ∂Fᵢ/∂xⱼ.
  public func jacobians(at points: Block<Double>, into jacobians: Block<Double>) {
    interpolant.evaluate(at: points, into: jacobians, degree: 1)
  }

  /// The second derivatives in the cell of every point; row (i·dimension + j)·dimension + k is ∂²Fᵢ/∂xⱼ∂xₖ.
  public func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    interpolant.evaluate(at: points, into: hessians, degree: 2)
  }
}
