import Elementary
import Expressions

/// The laws that compare derivatives with differences and with each other at single points.
struct DerivativeLaws {
  let dimension: Int
  /// The field and its derivatives by order, from the values on.
  let orders: [FieldRows]
  let places: LawPlaces

  private static let laws: [Law] = [.firstDerivatives, .secondDerivatives, .thirdDerivatives]

  func check(into report: inout LawReport) {
    let floors = orders.map { self.floors($0) }
    for point in places.points {
      for order in 1..<orders.count {
        compare(order, at: point, floors[order], &report)
        if order > 1 { symmetry(order, at: point, &report) }
      }
    }
  }

  /// For each row a small part of its usual size: where a field is as good as constant, its digits are rounding.
  private func floors(_ rows: FieldRows) -> [Double] {
    let points = Block<Double>(rows: dimension, capacity: places.points.count)
    points.count = places.points.count
    for (lane, point) in places.points.enumerated() {
      for (row, coordinate) in point.enumerated() { points[row, lane] = coordinate }
    }
    let answers = Block<Double>(rows: rows.count, capacity: points.count)
    rows.evaluate(points, answers)
    return (0..<rows.count).map { row in
      0x1p-42 * median((0..<points.count).map { answers[row, $0].magnitude })
    }
  }

  /// The derivatives of an order against differences of the order before.
  private func compare(
    _ order: Int, at point: [Double], _ floors: [Double], _ report: inout LawReport
  ) {
    let law = DerivativeLaws.laws[order - 1]
    let derivatives = values(orders[order], point)
    for variable in 0..<dimension {
      let scale = places.scales[variable]
      let differences = ExtrapolatedDifferences(
        of: orders[order - 1], at: point, along: variable, scale: scale, stretch: 1)
      var again: ExtrapolatedDifferences?
      let noise = ExtrapolatedDifferences.scatter(
        of: orders[order], at: point, along: variable, scale: scale)
      for row in 0..<orders[order - 1].count {
        let place = row * dimension + variable
        let derivative = derivatives[place]
        let allowed = 8 * noise[place] + 0x1p-46 * derivative.magnitude + floors[place]
        var estimate = differences.estimates[row]
        if (estimate.value - derivative).magnitude > estimate.error + allowed {
          // Three steps may agree by chance; three others will not.
          let second =
            again
            ?? ExtrapolatedDifferences(
              of: orders[order - 1], at: point, along: variable, scale: scale, stretch: 0.75)
          again = second
          let other = second.estimates[row]
          if !((other.value - derivative).magnitude > other.error + allowed) { estimate = other }
        }
        report.compare(
          law, at: point, row: place, derivative, estimate.value, bound: estimate.error + allowed)
      }
    }
  }

  /// Derivatives that differ by the order of differentiation only.
  private func symmetry(_ order: Int, at point: [Double], _ report: inout LawReport) {
    let derivatives = values(orders[order], point)
    let noise = (0..<dimension).map { variable in
      ExtrapolatedDifferences.scatter(
        of: orders[order], at: point, along: variable, scale: places.scales[variable])
    }
    for base in 0..<orders[order - 2].count {
      for first in 0..<dimension {
        for second in 0..<first {
          let row = (base * dimension + first) * dimension + second
          let mirror = (base * dimension + second) * dimension + first
          var bound = 0x1p-46 * (derivatives[row].magnitude + derivatives[mirror].magnitude)
          for scatter in noise { bound += 8 * (scatter[row] + scatter[mirror]) }
          report.compare(
            .symmetry, at: point, row: row, derivatives[row], derivatives[mirror], bound: bound)
        }
      }
    }
  }

  private func values(_ rows: FieldRows, _ point: [Double]) -> [Double] {
    let answers = Block<Double>(rows: rows.count, capacity: 1)
    rows.evaluate(Block(point: point), answers)
    return (0..<rows.count).map { answers[$0, 0] }
  }
}
