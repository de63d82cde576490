import Elementary
import Expressions

/// The piecewise cubic through the samples of a grid: the product of the cubics along each axis.
///
/// It has the value of every sample, and there the gradient that ``GridDifferences`` of the same order gives. It is
/// continuous with its first and mixed derivatives ∂²/∂xᵢ∂xⱼ; ∂²/∂xᵢ² jumps where xᵢ passes a sample, and
/// there is that of the cell above.
struct CubicInterpolant: Sendable {
  let grid: UniformGrid
  let order: DifferenceOrder
  let components: Int
  private let padded: PaddedSamples

  /// The interpolant of rows of samples, one row for each component.
  init(_ samples: Block<Double>, on grid: UniformGrid, order: DifferenceOrder) throws(GridError) {
    try grid.require(order)
    guard samples.count == grid.count else { throw .sampleCount(samples.count, needed: grid.count) }
    self.grid = grid
    self.order = order
    components = samples.rows
    padded = PaddedSamples(samples, on: grid, order: order)
  }

  /// The derivatives of a degree at every point; NaN outside the grid and where the stencil meets a masked sample.
  ///
  /// Row c·dimensionᵏ + m is that of component c by the axes that are the digits of m to base `dimension`.
  func evaluate<Scalar: BlockScalar>(
    at points: Block<Scalar>, into result: Block<Scalar>, degree: Int
  ) {
    precondition(points.rows >= grid.dimension, "a point of the grid has \(grid.dimension) coordinates")
    result.count = points.count
    switch order {
    case .second: run(SecondOrderStencil.self, at: points, into: result, degree)
    case .fourth: run(FourthOrderStencil.self, at: points, into: result, degree)
    }
  }

  /// How far off each component may be in the cell of every point: the first term of the error's series along each
  /// axis, with differences for the derivatives in it, at its largest in the cell.
  ///
  /// - Parameters:
  ///   - slopes: A block of components · dimension rows to work with.
  ///   - errors: Row c is for component c.
  func evaluateErrors(at points: Block<Double>, slopes: Block<Double>, into errors: Block<Double>) {
    slopes.count = points.count
    switch order {
    case .second: run(ErrorStencil<SecondOrderStencil>.self, at: points, into: slopes, 1)
    case .fourth: run(ErrorStencil<FourthOrderStencil>.self, at: points, into: slopes, 1)
    }
    errors.count = points.count
    for component in 0..<components {
      let error = errors.row(component)
      for lane in 0..<points.count { error[lane] = 0 }
      for (index, axis) in grid.axes.enumerated() {
        let slope = slopes.row(component * grid.dimension + index)
        // What is taken for a derivative was divided by the spacing.
        for lane in 0..<points.count { error[lane] += (slope[lane] * axis.spacing).magnitude }
      }
    }
  }

  private func run<Stencil: CubicStencil, Scalar: BlockScalar>(
    _ type: Stencil.Type, at points: Block<Scalar>, into result: Block<Scalar>, _ degree: Int
  ) {
    let partials = MixedPartials(dimension: grid.dimension, degree: degree)
    let places = partials.places
    let stencil = StencilSum<Stencil>(grid, padded, partials, degree: degree)
    defer { stencil.deallocate() }
    padded.samples.withUnsafeBufferPointer { samples in
      guard let samples = samples.baseAddress else { return }
      for lane in 0..<points.count {
        let start = stencil.locate { axis in Double(points.row(axis)[lane]) }
        for component in 0..<components {
          if let start { stencil.sum(samples + (component * padded.size + start)) }
          for (row, place) in places.enumerated() {
            let value = start == nil ? Double.nan : stencil.values[place]
            result.row(component * places.count + row)[lane] = Scalar(value)
          }
        }
      }
    }
  }
}

extension UniformGrid.Axis {
  /// The number of the cell a coordinate lies in, and where in the cell, from 0 to 1; −1 outside the axis.
  ///
  /// A coordinate on a sample belongs to the cell above, on the last one to the cell below.
  @inline(__always)
  func cell(of coordinate: Double) -> (cell: Int, place: Double) {
    var steps = (coordinate - origin) / spacing
    if isPeriodic {
      let turns = (steps / Double(count)).rounded(.down)
      steps -= turns * Double(count)
      // The rounding of a turn may end on either side of it.
      if steps >= Double(count) || steps < 0 { steps = 0 }
      guard steps.isFinite else { return (-1, 0) }
      let cell = Int(steps)
      return (cell, steps - Double(cell))
    }
    guard coordinate >= min(origin, end), coordinate <= max(origin, end) else { return (-1, 0) }
    let cell = min(Int(steps), count - 2)
    return (cell, min(steps - Double(cell), 1))
  }
}
