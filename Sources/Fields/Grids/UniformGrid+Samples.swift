import Expressions

extension UniformGrid {
  /// The coordinates of a range of samples, in the order of memory.
  ///
  /// - Parameters:
  ///   - range: Numbers of samples within 0 ..< ``count``.
  ///   - points: ``dimension`` rows with room for the range.
  @export(interface)
  public func points(_ range: Range<Int>, into points: Block<Double>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "no such samples")
    points.count = range.count
    var step = 1
    for (row, axis) in axes.enumerated() {
      let coordinates = points.row(row)
      for lane in 0..<range.count {
        coordinates[lane] = axis.coordinate((range.lowerBound + lane) / step % axis.count)
      }
      step *= axis.count
    }
  }

  /// The values of a scalar field at all points of the grid; one row of ``count`` lanes.
  ///
  /// - Throws: ``GridError/dimension(_:needed:)`` if the field has other coordinates than the grid.
  public func samples(of field: some ScalarField) throws(GridError) -> Block<Double> {
    try samples(components: 1, dimension: field.dimension) { (points, values) in
      field.values(at: points, into: values)
    }
  }

  /// The vectors of a field at all points of the grid; one row of ``count`` lanes for each component.
  ///
  /// - Throws: ``GridError/dimension(_:needed:)`` if the field has other coordinates than the grid.
  public func samples(of field: some VectorField) throws(GridError) -> Block<Double> {
    try samples(components: field.components, dimension: field.dimension) { (points, values) in
      field.values(at: points, into: values)
    }
  }

  private func samples(
    components: Int, dimension: Int, _ evaluate: (Block<Double>, Block<Double>) -> Void
  ) throws(GridError) -> Block<Double> {
    guard dimension == self.dimension else { throw .dimension(self.dimension, needed: [dimension]) }
    let result = Block<Double>(rows: components, capacity: count)
    result.count = count
    // As many as keep the coordinates in the cache.
    let capacity = min(count, 2048)
    let points = Block<Double>(rows: dimension, capacity: capacity)
    let values = Block<Double>(rows: components, capacity: capacity)
    var start = 0
    while start < count {
      let range = start..<min(start + capacity, count)
      self.points(range, into: points)
      evaluate(points, values)
      for row in 0..<components {
        (result.row(row) + start).update(from: values.row(row), count: range.count)
      }
      start = range.upperBound
    }
    return result
  }
}

extension Block where Scalar == Double {
  /// A block that holds arrays as its rows.
  ///
  /// - Precondition: all rows are equally long.
  public convenience init(rows arrays: [[Double]]) {
    let count = arrays.first?.count ?? 0
    self.init(rows: arrays.count, capacity: count)
    self.count = count
    for (index, array) in arrays.enumerated() {
      precondition(array.count == count, "the rows of a block are equally long")
      array.withUnsafeBufferPointer { buffer in
        if let first = buffer.baseAddress { row(index).update(from: first, count: count) }
      }
    }
  }

  /// The lanes of a row that are in use.
  public func array(_ index: Int) -> [Double] {
    Array(UnsafeBufferPointer(start: row(index), count: count))
  }
}
