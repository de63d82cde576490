import Expressions

/// A scalar field known at the points of a grid: a measurement, a simulation, an image.
///
/// Between the samples it is a piecewise cubic in each coordinate, whose slopes at the samples are the differences
/// of ``order``. With order 2 it gives back every polynomial of degree 2 in each coordinate, with order 4 of degree
/// 3, up to the border; the error of its values for a smooth field falls as h³ or h⁴, that of its gradient as h² or
/// h³, and that of its Hessian as h or h².
///
/// The gradient is that of the interpolant, exactly, and continuous. The Hessian is that of the cubic in the cell:
/// ∂²f/∂xᵢ² jumps where xᵢ passes a sample and is taken from the cell above. The third derivatives are piecewise
/// too, and of the first order at best.
///
/// Outside the grid everything is NaN. A sample that is not finite masks every cell whose stencil looks at it: 2
/// samples far with order 2 and 3 with order 4, and the cells at a border whose one-sided differences take it.
///
/// ```swift
/// let field = try SampledScalarField(heights, on: UniformGrid(over: window, columns: 81, rows: 61))
/// field.gradient(at: [0.3, 0.7])
/// ```
public struct SampledScalarField: ScalarField {
  private let interpolant: CubicInterpolant

  /// The field through samples in the order of the grid's memory.
  ///
  /// - Throws: ``GridError`` if there are more or fewer samples than points, or an axis has too few for the order.
  public init(
    _ samples: [Double], on grid: UniformGrid, order: DifferenceOrder = .fourth
  ) throws(GridError) {
    try self.init(Block(rows: [samples]), on: grid, order: order)
  }

  /// The field through the samples in the one row of a block.
  ///
  /// - Throws: ``GridError`` as ``init(_:on:order:)-([Double],_,_)`` does, and if there is not one row.
  public init(
    _ samples: Block<Double>, on grid: UniformGrid, order: DifferenceOrder = .fourth
  ) throws(GridError) {
    guard samples.rows == 1 else { throw .componentCount(samples.rows, needed: 1) }
    interpolant = try CubicInterpolant(samples, on: grid, order: order)
  }

  /// The field that another one becomes when it is known at the points of a grid alone.
  ///
  /// - Throws: ``GridError`` if the field has other coordinates than the grid, or an axis has too few samples.
  public init(
    sampling field: some ScalarField, on grid: UniformGrid, order: DifferenceOrder = .fourth
  ) throws(GridError) {
    try self.init(try grid.samples(of: field), on: grid, order: order)
  }

  /// Where the samples lie.
  public var grid: UniformGrid { interpolant.grid }

  /// The order of the differences that give the slopes at the samples.
  public var order: DifferenceOrder { interpolant.order }

  /// The number of coordinates of a point.
  public var dimension: Int { interpolant.grid.dimension }

  /// The value at every point; one row.
  public func values(at points: Block<Double>, into values: Block<Double>) {
    interpolant.evaluate(at: points, into: values, degree: 0)
  }

  /// The partial derivatives at every point; row i is ∂f/∂xᵢ.
  public func gradients(at points: Block<Double>, into gradients: Block<Double>) {
    interpolant.evaluate(at: points, into: gradients, degree: 1)
  }

  /// The second derivatives in the cell of every point; row i·dimension + j is ∂²f/∂xᵢ∂xⱼ.
  public func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    interpolant.evaluate(at: points, into: hessians, degree: 2)
  }

  /// The third derivatives in the cell of every point; row (i·dimension + j)·dimension + k is ∂³f/∂xᵢ∂xⱼ∂xₖ.
  public func thirdDerivatives(at points: Block<Double>, into derivatives: Block<Double>) {
    interpolant.evaluate(at: points, into: derivatives, degree: 3)
  }
}
