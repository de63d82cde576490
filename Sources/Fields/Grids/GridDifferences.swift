import Expressions

/// A derivative of samples on a grid: the gradient, the divergence, the curl, the Laplacian, by differences.
///
/// Every derivative has the same order at the border as inside, by one-sided differences; a periodic axis has no
/// border. A masked sample (NaN) has no derivative, and neither has any sample whose difference would look at it.
///
/// ```swift
/// let wind = try grid.samples(of: field)                     // rows u, v
/// let both = try GridDifferences.divergenceAndCurl(on: grid)(wind)
/// both.row(0)                                                // the divergence at every sample
/// ```
///
/// The samples are read once, however many derivatives are taken of them.
public struct GridDifferences: Sendable {
  /// Where the samples lie.
  public let grid: UniformGrid
  /// How the error falls with the spacing.
  public let order: DifferenceOrder
  /// The number of components it takes: rows of the samples.
  public let inputs: Int
  /// The number of components it gives: rows of the result.
  public var outputs: Int { sums.count }

  /// A derivative of a component along an axis, and the factor it enters with.
  struct Term {
    let component: Int
    let axis: Int
    let sign: Double
  }

  /// For each output the terms of its sum.
  let sums: [[Term]]
  /// The quotients of each axis.
  let differences: [AxisDifferences]

  private init(
    _ grid: UniformGrid, _ order: DifferenceOrder, derivative: Int = 1, inputs: Int, _ sums: [[Term]]
  ) throws(GridError) {
    try grid.require(order)
    self.grid = grid
    self.order = order
    self.inputs = inputs
    self.sums = sums
    differences = grid.axes.indices.map { axis in
      AxisDifferences(
        grid.axes[axis], order: order, derivative: derivative, stride: grid.stride(along: axis))
    }
  }

  /// The derivative ∂f/∂xᵢ of one component along an axis.
  ///
  /// - Throws: ``GridError`` if there is no such axis, or one has fewer samples than the order needs.
  public static func partial(
    along axis: Int, on grid: UniformGrid, order: DifferenceOrder = .fourth
  ) throws(GridError) -> GridDifferences {
    guard grid.axes.indices.contains(axis) else {
      throw .noSuchAxis(axis, dimension: grid.dimension)
    }
    return try GridDifferences(
      grid, order, inputs: 1, [[Term(component: 0, axis: axis, sign: 1)]])
  }

  /// The gradient of one component: row i of the result is ∂f/∂xᵢ.
  ///
  /// - Throws: ``GridError`` if an axis has fewer samples than the order needs.
  public static func gradient(
    on grid: UniformGrid, order: DifferenceOrder = .fourth
  ) throws(GridError) -> GridDifferences {
    let sums = grid.axes.indices.map { axis in [Term(component: 0, axis: axis, sign: 1)] }
    return try GridDifferences(grid, order, inputs: 1, sums)
  }

  /// The Jacobian of several components: row i·dimension + j of the result is ∂Fᵢ/∂xⱼ.
  ///
  /// - Throws: ``GridError`` if an axis has fewer samples than the order needs.
  public static func jacobian(
    ofComponents components: Int, on grid: UniformGrid, order: DifferenceOrder = .fourth
  ) throws(GridError) -> GridDifferences {
    var sums: [[Term]] = []
    for component in 0..<max(components, 0) {
      for axis in grid.axes.indices { sums.append([Term(component: component, axis: axis, sign: 1)]) }
    }
    return try GridDifferences(grid, order, inputs: max(components, 0), sums)
  }

  /// The divergence Σ ∂Fᵢ/∂xᵢ of as many components as axes; one row.
  ///
  /// - Throws: ``GridError`` if an axis has fewer samples than the order needs.
  public static func divergence(
    on grid: UniformGrid, order: DifferenceOrder = .fourth
  ) throws(GridError) -> GridDifferences {
    try GridDifferences(grid, order, inputs: grid.dimension, [divergenceTerms(grid)])
  }

  /// The curl: of the plane ∂F₂/∂x − ∂F₁/∂y in one row, of space the vector in three.
  ///
  /// - Throws: ``GridError`` in other dimensions, or if an axis has fewer samples than the order needs.
  public static func curl(
    on grid: UniformGrid, order: DifferenceOrder = .fourth
  ) throws(GridError) -> GridDifferences {
    try GridDifferences(grid, order, inputs: grid.dimension, try curlTerms(grid))
  }

  /// The divergence in row 0 and the curl in the rows after it, in one pass over the samples.
  ///
  /// - Throws: ``GridError`` in other dimensions than 2 and 3, or if an axis has fewer samples than the order needs.
  public static func divergenceAndCurl(
    on grid: UniformGrid, order: DifferenceOrder = .fourth
  ) throws(GridError) -> GridDifferences {
    let sums = [divergenceTerms(grid)] + (try curlTerms(grid))
    return try GridDifferences(grid, order, inputs: grid.dimension, sums)
  }

  /// The Laplacian Σ ∂²f/∂xᵢ² of one component; one row.
  ///
  /// - Throws: ``GridError`` if an axis has fewer samples than the order needs.
  public static func laplacian(
    on grid: UniformGrid, order: DifferenceOrder = .fourth
  ) throws(GridError) -> GridDifferences {
    let terms = grid.axes.indices.map { axis in Term(component: 0, axis: axis, sign: 1) }
    return try GridDifferences(grid, order, derivative: 2, inputs: 1, [terms])
  }

  private static func divergenceTerms(_ grid: UniformGrid) -> [Term] {
    grid.axes.indices.map { axis in Term(component: axis, axis: axis, sign: 1) }
  }

  private static func curlTerms(_ grid: UniformGrid) throws(GridError) -> [[Term]] {
    func turning(_ first: Int, _ second: Int) -> [Term] {
      [Term(component: second, axis: first, sign: 1), Term(component: first, axis: second, sign: -1)]
    }
    switch grid.dimension {
    case 2: return [turning(0, 1)]
    case 3: return [turning(1, 2), turning(2, 0), turning(0, 1)]
    default: throw .dimension(grid.dimension, needed: [2, 3])
    }
  }
}
