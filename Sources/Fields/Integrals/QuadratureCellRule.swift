import Expressions

/// The product of Gauss–Kronrod rules over a cell of one, two or three parameters.
struct QuadratureCellRule {
  let rule: GaussKronrod
  /// The number of parameters.
  let dimension: Int
  /// The number of points in a cell.
  let count: Int

  init(dimension: Int) {
    rule = dimension == 1 ? .twentyOne : .fifteen
    self.dimension = dimension
    var count = 1
    for _ in 0..<dimension { count *= rule.nodes.count }
    self.count = count
  }

  /// The number of points along an axis; 1 along those that are none.
  private func points(along axis: Int) -> Int { axis < dimension ? rule.nodes.count : 1 }

  /// Writes the points of a cell, the first axis running fastest, and the number of its piece.
  func place(_ box: ParameterBox, into points: Block<Double>, _ pieces: Block<Double>, from start: Int) {
    let nodes = rule.nodes
    let center = 0.5 * box.lower + 0.5 * box.upper
    let half = 0.5 * box.upper - 0.5 * box.lower
    var run = 1
    for axis in 0..<dimension {
      let row = points.row(axis) + start
      for lane in 0..<count {
        row[lane] = center[axis] + half[axis] * nodes[lane / run % nodes.count]
      }
      run *= nodes.count
    }
    let row = pieces.row(0) + start
    for lane in 0..<count { row[lane] = Double(box.piece) }
  }

  /// Gives a cell its share of the integral from the values at its points.
  ///
  /// The error is that of Gauss along all axes or, if it is larger, the sum of those of Gauss along each axis alone:
  /// the first sees a kink along a diagonal, the second one across an axis. A difference of rules is scaled as in
  /// QUADPACK (qk21): s·min(1, (200·|K − G|/s)^1.5) with the spread s.
  ///
  /// - Parameters:
  ///   - values: The integrand at the points.
  ///   - sizes: What rounding is a share of; |f| where nil.
  func measure(
    _ cell: inout QuadratureCell, _ values: UnsafePointer<Double>, _ sizes: UnsafePointer<Double>?
  ) {
    var volume = 1.0
    var weight = 1.0
    for axis in 0..<dimension {
      volume *= 0.5 * cell.box.upper[axis] - 0.5 * cell.box.lower[axis]
      weight *= 2
    }
    let sums = sums(values, sizes)
    // Sums of larger numbers would overflow.
    guard (sums.size * volume).magnitude < 1e305 else { return fail(&cell, values) }
    cell.volume = volume.magnitude * weight
    cell.range = range(values)
    cell.value = sums.kronrod * volume
    cell.size = sums.size * volume.magnitude
    cell.spread = spread(values, around: sums.kronrod / weight) * volume.magnitude
    var error = 0.0
    var largest = -1.0
    for axis in 0..<dimension {
      let difference = ((sums.kronrod - sums.mixed[axis]) * volume).magnitude
      error += scaled(difference, cell.spread)
      if difference > largest { (largest, cell.axis) = (difference, axis) }
    }
    // Where the rule is as certain along all axes, they take turns.
    if largest <= cell.rounding { cell.axis = cell.depth % dimension }
    error = max(error, scaled(((sums.kronrod - sums.gauss) * volume).magnitude, cell.spread))
    cell.error = max(error, cell.rounding)
  }

  private func scaled(_ difference: Double, _ spread: Double) -> Double {
    guard spread > 0, difference > 0 else { return difference }
    let ratio = 200 * difference / spread
    return spread * min(1, ratio * ratio.squareRoot())
  }

  /// The difference of the largest and the smallest value.
  private func range(_ values: UnsafePointer<Double>) -> Double {
    var least = values[0]
    var greatest = least
    for lane in 1..<count {
      least = min(least, values[lane])
      greatest = max(greatest, values[lane])
    }
    return greatest - least
  }

  /// What a cell is when the integrand is not finite at one of its points.
  private func fail(_ cell: inout QuadratureCell, _ values: UnsafePointer<Double>) {
    var finite = 0
    var positive = 0
    var negative = 0
    for lane in 0..<count {
      if values[lane].isFinite { finite += 1 }
      if values[lane] > 0 { positive += 1 }
      if values[lane] < 0 { negative += 1 }
    }
    cell.axis = cell.depth % dimension
    cell.error = .infinity
    cell.size = 0
    cell.spread = 0
    cell.value = positive == count ? .infinity : negative == count ? -.infinity : .nan
    // Infinities of both signs everywhere are a value beyond all numbers, and not a gap.
    cell.isUndefined = finite == 0 && (positive == 0 || negative == 0)
  }

  private struct Sums {
    /// With the rule of Kronrod along all axes, and with that of Gauss.
    var kronrod = 0.0
    var gauss = 0.0
    /// With Gauss along one axis and Kronrod along the others.
    var mixed = SIMD3<Double>.zero
    /// Of the sizes, with Kronrod.
    var size = 0.0

    /// Adds the sums over the axes before `axis`, at a point of that axis with these weights.
    mutating func add(_ sums: Sums, along axis: Int, _ weight: Double, _ gaussWeight: Double) {
      for lower in 0..<axis { mixed[lower] += weight * sums.mixed[lower] }
      mixed[axis] += gaussWeight * sums.kronrod
      kronrod += weight * sums.kronrod
      gauss += gaussWeight * sums.gauss
      size += weight * sums.size
    }
  }

  /// The sums of the rule, line by line and plane by plane.
  private func sums(_ values: UnsafePointer<Double>, _ sizes: UnsafePointer<Double>?) -> Sums {
    let width = points(along: 0)
    let height = points(along: 1)
    var total = Sums()
    for plane in 0..<points(along: 2) {
      var sheet = Sums()
      for line in 0..<height {
        let start = (plane * height + line) * width
        let sum = lineSums(values + start, sizes.map { $0 + start })
        guard dimension > 1 else { return sum }
        sheet.add(sum, along: 1, rule.weights[line], rule.gaussWeights[line])
      }
      guard dimension > 2 else { return sheet }
      total.add(sheet, along: 2, rule.weights[plane], rule.gaussWeights[plane])
    }
    return total
  }

  private func lineSums(_ values: UnsafePointer<Double>, _ sizes: UnsafePointer<Double>?) -> Sums {
    var sum = Sums()
    for index in rule.nodes.indices {
      sum.kronrod += rule.weights[index] * values[index]
      sum.gauss += rule.gaussWeights[index] * values[index]
      sum.size += rule.weights[index] * (sizes.map { $0[index] } ?? values[index]).magnitude
    }
    sum.mixed[0] = sum.gauss
    return sum
  }

  /// The sum of |f − mean|.
  private func spread(_ values: UnsafePointer<Double>, around mean: Double) -> Double {
    let width = points(along: 0)
    let height = points(along: 1)
    var total = 0.0
    for plane in 0..<points(along: 2) {
      for line in 0..<height {
        let row = values + (plane * height + line) * width
        var sum = 0.0
        for index in 0..<width { sum += rule.weights[index] * (row[index] - mean).magnitude }
        if dimension > 1 { sum *= rule.weights[line] }
        if dimension > 2 { sum *= rule.weights[plane] }
        total += sum
      }
    }
    return total
  }
}
