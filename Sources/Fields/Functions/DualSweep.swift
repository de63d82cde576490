import Expressions

/// A number with its derivatives along up to three directions and all their mixtures.
public typealias TripleDual = Dual<Dual<Dual<Double>>>

/// Derivatives of formulas by nested duals, one seeding of the coordinates after the other.
enum DualSweep {
  /// First derivatives: row c·dimension + i.
  static func first(
    _ dimension: Int, at points: Block<Double>, into derivatives: Block<Double>,
    _ formula: ([Dual<Double>]) -> [Dual<Double>]
  ) {
    derivatives.count = points.count
    var point = [Dual<Double>](repeating: Dual(0), count: dimension)
    for lane in 0..<points.count {
      for i in 0..<dimension {
        for row in 0..<dimension {
          point[row] = Dual(points.row(row)[lane], row == i ? 1 : 0)
        }
        for (component, value) in formula(point).enumerated() {
          derivatives.row(component * dimension + i)[lane] = value.derivative
        }
      }
    }
  }

  /// Second derivatives: row (c·dimension + i)·dimension + j.
  static func second(
    _ dimension: Int, at points: Block<Double>, into derivatives: Block<Double>,
    _ formula: ([Dual<Dual<Double>>]) -> [Dual<Dual<Double>>]
  ) {
    derivatives.count = points.count
    var point = [Dual<Dual<Double>>](repeating: Dual(0), count: dimension)
    for lane in 0..<points.count {
      for i in 0..<dimension {
        for j in i..<dimension {
          for row in 0..<dimension {
            point[row] = Dual(
              Dual(points.row(row)[lane], row == j ? 1 : 0), Dual(row == i ? 1 : 0, 0))
          }
          for (component, value) in formula(point).enumerated() {
            let mixed = value.derivative.derivative
            derivatives.row((component * dimension + i) * dimension + j)[lane] = mixed
            derivatives.row((component * dimension + j) * dimension + i)[lane] = mixed
          }
        }
      }
    }
  }

  /// Third derivatives: row ((c·dimension + i)·dimension + j)·dimension + k.
  static func third(
    _ dimension: Int, at points: Block<Double>, into derivatives: Block<Double>,
    _ formula: ([TripleDual]) -> [TripleDual]
  ) {
    derivatives.count = points.count
    let rule = SymmetricRows(dimension: dimension, order: 3)
    var components = 0
    var point = [TripleDual](repeating: Dual(0), count: dimension)
    rule.forEachRising { variables, place in
      for lane in 0..<points.count {
        fill(&point, points, lane, variables)
        let values = formula(point)
        components = values.count
        for (component, value) in values.enumerated() {
          derivatives.row(component * rule.count + place)[lane] = value.derivative.derivative.derivative
        }
      }
    }
    for component in 0..<components { rule.mirror(component, of: derivatives, lanes: points.count) }
  }

  /// The coordinates of a lane, seeded along up to three variables.
  static func fill(
    _ point: inout [TripleDual], _ points: Block<Double>, _ lane: Int, _ variables: [Int]
  ) {
    let first = variables.isEmpty ? -1 : variables[0]
    let second = variables.count > 1 ? variables[1] : -1
    let third = variables.count > 2 ? variables[2] : -1
    for row in point.indices {
      let inner = Dual(points.row(row)[lane], row == third ? 1 : 0)
      let middle = Dual(inner, Dual(row == second ? 1 : 0, 0))
      point[row] = Dual(middle, Dual(Dual(row == first ? 1 : 0, 0), Dual(0)))
    }
  }
}
