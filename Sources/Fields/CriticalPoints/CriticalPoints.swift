import Expressions

/// The critical points of a field in a box, and how certain it is that there are no others.
///
/// ```swift
/// let himmelblau = try ScalarExpressionField("(x^2 + y - 11)^2 + (x + y^2 - 7)^2")
/// let found = try himmelblau.criticalPoints(in: IntervalBox([-5...5, -5...5]))
/// found.points.count                                           // 9
/// found.completeness                                           // proven: there are no others
/// found.points.filter { $0.nature.kind == .minimum }.count     // 4
/// found.indexCheck                                             // agrees(1)
/// ```
public struct CriticalPoints<Nature: Sendable & Equatable>: Sendable, Equatable {
  /// The box that was searched, border included.
  public let box: IntervalBox
  /// The isolated critical points, by their coordinates.
  public let points: [CriticalPoint<Nature>]
  /// What could not be decided and is not a point.
  public let regions: [CriticalRegion]
  /// Whether there may be others.
  public let completeness: Completeness
  /// Whether the field turns round the border as often as the indices inside say.
  public let indexCheck: IndexCheck
  /// The number of boxes that were looked at, or of points that a scan started from.
  public let boxesExamined: Int
  /// Whether the search stopped at its limit; what it had not looked at is in ``regions``.
  public let isExhausted: Bool

  /// Whether ``points`` is proven to be all there is, each of them exactly one zero.
  public var isComplete: Bool { completeness == .proven }
}

/// How certain it is that there are no other critical points.
public enum Completeness: UInt8, Sendable, Equatable {
  /// Proven: every critical point of the box is listed, and each is one.
  case proven
  /// Proven outside the regions, and outside the error radii of points that are degenerate or only possible.
  case provenElsewhere
  /// Not known: points between those of a scan may have been missed.
  case notProven
}

/// The sum of the indices inside a box against the degree of the field on its border (Poincaré & Hopf).
public enum IndexCheck: Sendable, Equatable {
  /// Both are this number.
  case agrees(Int)
  /// They differ: something was missed.
  case disagrees(border: Int, inside: Int)
  /// It cannot be told.
  case notCheckable(Obstacle)

  /// Why the indices cannot be checked.
  public enum Obstacle: UInt8, Sendable, Equatable {
    /// A zero lies on the border.
    case zeroOnBorder
    /// The field could not be followed along the border.
    case unclearBorder
    /// The index of a point or a region is not known.
    case unknownIndex
  }

  init(border: Int?, inside: [Int?], hasZeroOnBorder: Bool) {
    if hasZeroOnBorder {
      self = .notCheckable(.zeroOnBorder)
      return
    }
    var sum = 0
    for index in inside {
      guard let index else {
        self = .notCheckable(.unknownIndex)
        return
      }
      sum += index
    }
    guard let border else {
      self = .notCheckable(.unclearBorder)
      return
    }
    self = border == sum ? .agrees(sum) : .disagrees(border: border, inside: sum)
  }
}
