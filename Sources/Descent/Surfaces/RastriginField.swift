import Elementary
import Expressions
import Fields

/// Rastrigin's egg carton in n dimensions: Σ 10 + xᵢ² − 10 cos 2πxᵢ, with its least minimum 0 at the origin.
public struct RastriginField: ScalarFunctionField {
  /// The number of coordinates.
  public let dimension: Int

  /// The egg carton in so many dimensions.
  ///
  /// - Precondition: there is one or more.
  public init(dimension: Int) {
    precondition(dimension >= 1, "a point has a coordinate")
    self.dimension = dimension
  }

  /// The loss at a point.
  public func formula<Number: FormulaNumber>(_ x: [Number]) -> Number {
    var sum = Number(10 * Double(dimension))
    for coordinate in x {
      sum = sum + coordinate * coordinate - Number(10) * .cos(Number(2 * .pi) * coordinate)
    }
    return sum
  }

  /// Where a coordinate has no slope, up to 5.12 from 0, in rising order: minima and maxima by turns.
  ///
  /// The zeros of 2t + 20π sin 2πt. As the loss is a sum over the coordinates, its critical points are a grid of these.
  public static var line: [Double] {
    let positive = [
      0.5025460365546747, 0.9949586376523348, 1.5076407318703584, 1.9899122337085495, 2.512743318200085,
      2.984855701039481, 3.517859138170441, 3.9797838603007536, 4.522993659584519, 4.974691390895051,
    ]
    return positive.reversed().map { -$0 } + [0] + positive
  }

  /// The critical points of the plane's square of side 10.24: 121 minima, 100 maxima and 220 saddles.
  static var planePoints: [KnownPoint] {
    let line = RastriginField.line
    let values = line.map { 10 + $0 * $0 - 10 * Double.cos(2 * .pi * $0) }
    var points: [KnownPoint] = []
    for (row, y) in line.enumerated() {
      for (column, x) in line.enumerated() {
        // Ten lie before the origin, so that the even ones are the minima.
        let maxima = row % 2 + column % 2
        let kind: CriticalPointKind = maxima == 0 ? .minimum : maxima == 1 ? .saddle(index: 1) : .maximum
        points.append(KnownPoint(x, y, row == 10 && column == 10 ? 0 : values[row] + values[column], kind))
      }
    }
    return points
  }
}
