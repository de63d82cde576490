/// The sums of samples with the weights of a stencil, point after point in the same memory.
///
/// It is made for a block of points, so that a point costs no allocation.
struct StencilSum<Stencil: CubicStencil> {
  /// The derivatives at the last point, one for each that differs from the others.
  let values: UnsafeMutablePointer<Double>
  private let axes: [UniformGrid.Axis]
  private let degree: Int
  private let count: Int
  /// The distance in memory from a sample to the next along each axis.
  private let strides: UnsafeMutablePointer<Int>
  /// For each value how often it is differentiated along each axis.
  private let orders: UnsafeMutablePointer<Int>
  /// For each axis the weights of the interpolant and its derivatives at the last point.
  private let weights: UnsafeMutablePointer<Stencil.Lanes>

  init(_ grid: UniformGrid, _ padded: PaddedSamples, _ partials: MixedPartials, degree: Int) {
    axes = grid.axes
    self.degree = degree
    count = partials.count
    values = .allocate(capacity: count)
    strides = .allocate(capacity: axes.count)
    orders = .allocate(capacity: axes.count * count)
    weights = .allocate(capacity: axes.count * (degree + 1))
    values.initialize(repeating: 0, count: count)
    weights.initialize(repeating: .zero, count: axes.count * (degree + 1))
    for (index, stride) in padded.strides.enumerated() { strides[index] = stride }
    for (index, order) in partials.orders.enumerated() { orders[index] = order }
  }

  func deallocate() {
    values.deallocate()
    strides.deallocate()
    orders.deallocate()
    weights.deallocate()
  }

  /// Takes the weights of a point; gives the place of the first sample of its stencil, or nil outside the grid.
  @inline(__always)
  func locate(_ coordinate: (Int) -> Double) -> Int? {
    var start = 0
    for (index, axis) in axes.enumerated() {
      let (cell, place) = axis.cell(of: coordinate(index))
      guard cell >= 0 else { return nil }
      start += cell * strides[index]
      var scale = 1.0
      for derivative in 0...degree {
        weights[index * (degree + 1) + derivative] =
          Stencil.weights(at: place, derivative: derivative) * scale
        scale /= axis.spacing
      }
    }
    return start
  }

  /// Sums the stencil that begins at a sample.
  @inline(__always)
  func sum(_ first: UnsafePointer<Double>) {
    let dimension = axes.count
    for index in 0..<count {
      let order = orders + index * dimension
      let lanes: Stencil.Lanes
      switch dimension {
      case 1: lanes = Stencil.load(first)
      case 2: lanes = plane(first, order)
      default: lanes = slab(dimension - 1, first, order)
      }
      values[index] = Stencil.sum(lanes * weights[order[0]])
    }
  }

  /// The weights of an axis, number by number.
  @inline(__always)
  private func weight(_ axis: Int, _ order: UnsafePointer<Int>) -> UnsafePointer<Double> {
    UnsafeRawPointer(weights + (axis * (degree + 1) + order[axis])).assumingMemoryBound(to: Double.self)
  }

  /// The sums over the second axis, lane by lane along the first.
  @inline(__always)
  private func plane(_ place: UnsafePointer<Double>, _ order: UnsafePointer<Int>) -> Stencil.Lanes {
    let weight = weight(1, order)
    var sum = Stencil.Lanes.zero
    for index in 0..<Stencil.width { sum += Stencil.load(place + index * strides[1]) * weight[index] }
    return sum
  }

  /// The sums over an axis after the second and those before it, lane by lane along the first.
  private func slab(_ axis: Int, _ place: UnsafePointer<Double>, _ order: UnsafePointer<Int>) -> Stencil.Lanes
  {
    let weight = weight(axis, order)
    var sum = Stencil.Lanes.zero
    for index in 0..<Stencil.width {
      let next = place + index * strides[axis]
      sum += (axis == 2 ? plane(next, order) : slab(axis - 1, next, order)) * weight[index]
    }
    return sum
  }
}
