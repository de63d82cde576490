import Expressions

/// A number with its derivatives along up to three directions and all their mixtures.
public typealias TripleDual = Dual<Dual<Dual<Double>>>

/// The points of a block as duals, seeded along one choice of variables after the other.
///
/// Everything here can be compiled together with the formula that is called, in whatever module that is.
@usableFromInline
enum DualSweep {
  /// Calls back for every lane and variable: first derivatives.
  @inlinable
  static func first(
    _ dimension: Int, at points: Block<Double>,
    _ body: (_ point: [Dual<Double>], _ lane: Int, _ variable: Int) -> Void
  ) {
    var point = [Dual<Double>](repeating: Dual(0.0), count: dimension)
    for lane in 0..<points.count {
      for row in 0..<dimension { point[row] = Dual(points.row(row)[lane], 0) }
      for variable in 0..<dimension {
        point[variable].derivative = 1
        body(point, lane, variable)
        point[variable].derivative = 0
      }
    }
  }

  /// Calls back for every lane and every two variables in rising order: second derivatives.
  @inlinable
  static func second(
    _ dimension: Int, at points: Block<Double>,
    _ body: (_ point: [Dual<Dual<Double>>], _ lane: Int, _ first: Int, _ second: Int) -> Void
  ) {
    var point = [Dual<Dual<Double>>](repeating: Dual(0.0), count: dimension)
    for lane in 0..<points.count {
      for row in 0..<dimension { point[row] = Dual(Dual(points.row(row)[lane], 0), Dual(0, 0)) }
      for first in 0..<dimension {
        point[first].derivative.value = 1
        for second in first..<dimension {
          point[second].value.derivative = 1
          body(point, lane, first, second)
          point[second].value.derivative = 0
        }
        point[first].derivative.value = 0
      }
    }
  }

  /// Calls back for every lane and every three variables in rising order: third derivatives, or less.
  ///
  /// With fewer variables than three the outer directions are those seeded.
  @inlinable
  static func third(
    _ dimension: Int, order: Int, at points: Block<Double>,
    _ body: (_ point: [TripleDual], _ lane: Int, _ variables: (Int, Int, Int)) -> Void
  ) {
    let last = dimension - 1
    var point = [TripleDual](repeating: Dual(0.0), count: dimension)
    for lane in 0..<points.count {
      for row in 0..<dimension {
        let inner = Dual(points.row(row)[lane], 0)
        point[row] = Dual(Dual(inner, Dual(0, 0)), Dual(Dual(0, 0), Dual(0, 0)))
      }
      for first in 0...(order > 0 ? last : 0) {
        if order > 0 { point[first].derivative.value.value = 1 }
        for second in (order > 1 ? first : 0)...(order > 1 ? last : 0) {
          if order > 1 { point[second].value.derivative.value = 1 }
          for third in (order > 2 ? second : 0)...(order > 2 ? last : 0) {
            if order > 2 { point[third].value.value.derivative = 1 }
            body(point, lane, (first, second, third))
            if order > 2 { point[third].value.value.derivative = 0 }
          }
          if order > 1 { point[second].value.derivative.value = 0 }
        }
        if order > 0 { point[first].derivative.value.value = 0 }
      }
    }
  }

  /// Writes a derivative to all places that differ by the order of its variables.
  @inlinable
  static func store(
    _ value: Double, _ lane: Int, component: Int, _ variables: (Int, Int, Int), _ dimension: Int,
    into derivatives: Block<Double>
  ) {
    let (i, j, k) = variables
    for (a, b, c) in [(i, j, k), (i, k, j), (j, i, k), (j, k, i), (k, i, j), (k, j, i)] {
      derivatives.row(((component * dimension + a) * dimension + b) * dimension + c)[lane] = value
    }
  }
}
