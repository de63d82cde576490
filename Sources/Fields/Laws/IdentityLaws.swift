import Elementary
import Expressions

/// The laws that are sums of a field's derivatives at single points, to within the rounding those show.
struct IdentityLaws {
  let places: LawPlaces

  /// One row is the sum of the diagonal of others.
  func trace(_ sums: FieldRows, _ derivatives: FieldRows, _ report: inout LawReport) {
    let dimension = places.scales.count
    for point in places.points {
      let rows = values(derivatives, point)
      var trace = 0.0
      var size = 0.0
      for index in 0..<dimension {
        trace += rows[index * dimension + index]
        size += rows[index * dimension + index].magnitude
      }
      let bound = 0x1p-46 * size + 8 * noise(derivatives, point)
      report.compare(.trace, at: point, values(sums, point)[0], trace, bound: bound)
    }
  }

  /// Rows that are 0 but for the rounding of those they are made of.
  func vanish(
    _ law: Law, _ rows: FieldRows, beside derivatives: FieldRows, _ report: inout LawReport
  ) {
    for point in places.points {
      let size = values(derivatives, point).reduce(0) { max($0, $1.magnitude) }
      let bound = 0x1p-46 * size + 8 * noise(derivatives, point)
      for (row, value) in values(rows, point).enumerated() {
        report.compare(law, at: point, row: row, value, 0, bound: bound)
      }
    }
  }

  /// One row is a sum of terms.
  func equal(_ law: Law, _ left: FieldRows, terms: [FieldRows], _ report: inout LawReport) {
    for point in places.points {
      var sum = 0.0
      var size = 0.0
      var scatter = noise(left, point)
      for term in terms {
        let value = values(term, point)
        sum += value[0]
        size += value[1]
        scatter += noise(term, point)
      }
      report.compare(law, at: point, values(left, point)[0], sum, bound: 0x1p-44 * size + 8 * scatter)
    }
  }

  private func values(_ rows: FieldRows, _ point: [Double]) -> [Double] {
    let answers = Block<Double>(rows: rows.count, capacity: 1)
    rows.evaluate(Block(point: point), answers)
    return (0..<rows.count).map { answers[$0, 0] }
  }

  /// The greatest scatter of any row along any coordinate.
  private func noise(_ rows: FieldRows, _ point: [Double]) -> Double {
    var noise = 0.0
    for variable in point.indices {
      let scatter = ExtrapolatedDifferences.scatter(
        of: rows, at: point, along: variable, scale: places.scales[variable])
      for value in scatter {
        if value.isNaN { return .nan }
        noise = max(noise, value)
      }
    }
    return noise
  }
}

/// Products as rows: the product, and the sum of the magnitudes it is made of.
enum ScalarOfRows {
  static func product(
    _ factor: Double, _ first: some ScalarField, _ second: some ScalarField
  ) -> FieldRows {
    FieldRows(count: 2) { points, answers in
      let left = Block<Double>(rows: 1, capacity: points.capacity)
      let right = Block<Double>(rows: 1, capacity: points.capacity)
      first.values(at: points, into: left)
      second.values(at: points, into: right)
      answers.count = points.count
      for lane in 0..<points.count {
        let product = factor * left[0, lane] * right[0, lane]
        answers[0, lane] = product
        answers[1, lane] = product.magnitude
      }
    }
  }

  static func product(
    _ factor: Double, _ first: some VectorField, _ second: some VectorField
  ) -> FieldRows {
    let components = first.components
    return FieldRows(count: 2) { points, answers in
      let left = Block<Double>(rows: components, capacity: points.capacity)
      let right = Block<Double>(rows: components, capacity: points.capacity)
      first.values(at: points, into: left)
      second.values(at: points, into: right)
      answers.count = points.count
      for lane in 0..<points.count {
        var sum = 0.0
        var size = 0.0
        for row in 0..<components {
          let product = factor * left[row, lane] * right[row, lane]
          sum += product
          size += product.magnitude
        }
        answers[0, lane] = sum
        answers[1, lane] = size
      }
    }
  }
}

/// cos(Σ kᵢxᵢ), a known field to multiply others with; some waves fit into the box.
struct Wave: ScalarFunctionField {
  let scales: [Double]

  var dimension: Int { scales.count }

  func formula<Number: FormulaNumber>(_ x: [Number]) -> Number {
    var phase = Number(0.5)
    for (index, scale) in scales.enumerated() { phase = phase + Number(Double(2 + index) / scale) * x[index] }
    return Number.cos(phase)
  }
}
