/// What must hold of a field, however it is made.
public enum Law: UInt8, Sendable, CaseIterable {
  /// The gradient or the Jacobian is the limit of differences of the values.
  case firstDerivatives
  /// The second derivatives are the limits of differences of the first.
  case secondDerivatives
  /// The third derivatives are the limits of differences of the second.
  case thirdDerivatives
  /// The order of differentiation does not matter.
  case symmetry
  /// A gradient does not turn: curl grad = 0.
  case curlOfGradient
  /// What turns does not spread: div curl = 0, in space.
  case divergenceOfCurl
  /// The divergence is the trace of the Jacobian; the Laplacian is that of the Hessian.
  case trace
  /// ∇²(fg) = f ∇²g + 2 ∇f·∇g + g ∇²f, or div(gF) = g div F + ∇g·F, for a wave g.
  case productRule
  /// The integral of a gradient along a line is the difference at its ends.
  case gradientTheorem
  /// What leaves a small cell is what its inside makes.
  case gauss
  /// What goes round a small cell is what its inside turns (Green in the plane, Stokes in space).
  case stokes
}

/// A place where a law does not hold.
public struct LawViolation: Sendable, Equatable {
  /// The law.
  public let law: Law
  /// The coordinates of the point, or of the middle of the cell.
  public let point: [Double]
  /// Which number is meant: the row of the block that holds it; 0 for a cell.
  public let row: Int
  /// What the field says.
  public let left: Double
  /// What it should be.
  public let right: Double
  /// By how much the two may differ.
  public let bound: Double
}

extension LawViolation: CustomStringConvertible {
  /// One sentence: which law, where, and both sides.
  public var description: String {
    var place = ""
    for (index, coordinate) in point.enumerated() { place += (index > 0 ? ", " : "") + "\(coordinate)" }
    return "\(law.name) at (\(place)), row \(row): \(left), not \(right) ± \(bound)"
  }
}

extension Law {
  /// The law in a few words.
  @export(interface)
  public var name: String {
    switch self {
    case .firstDerivatives: "first derivatives against differences"
    case .secondDerivatives: "second derivatives against differences"
    case .thirdDerivatives: "third derivatives against differences"
    case .symmetry: "symmetry of mixed derivatives"
    case .curlOfGradient: "curl grad = 0"
    case .divergenceOfCurl: "div curl = 0"
    case .trace: "divergence as a trace"
    case .productRule: "product rule"
    case .gradientTheorem: "gradient theorem"
    case .gauss: "Gauss"
    case .stokes: "Stokes"
    }
  }
}

/// What a check found: the violations, and how much was checked at all.
///
/// Where a value is not finite, where a kink or a pole is too near, or where a derivative is not known, a comparison says
/// nothing; it is left out and counted as skipped.
public struct LawReport: Sendable {
  /// Every place where a law does not hold.
  public internal(set) var violations: [LawViolation] = []
  private var checks = [Int](repeating: 0, count: Law.allCases.count)
  private var skips = [Int](repeating: 0, count: Law.allCases.count)

  /// The number of comparisons made for a law.
  public func checked(_ law: Law) -> Int { checks[Int(law.rawValue)] }

  /// The number of comparisons for a law that would have said nothing.
  public func skipped(_ law: Law) -> Int { skips[Int(law.rawValue)] }

  /// The number of all comparisons made.
  public var checked: Int { checks.reduce(0, +) }

  /// The number of all comparisons left out.
  public var skipped: Int { skips.reduce(0, +) }

  /// Whether something was checked and every law held wherever it was.
  public var holds: Bool { violations.isEmpty && checked > 0 }

  mutating func skip(_ law: Law) { skips[Int(law.rawValue)] += 1 }

  /// Compares two sides; skips what is not finite.
  mutating func compare(
    _ law: Law, at point: [Double], row: Int = 0, _ left: Double, _ right: Double, bound: Double
  ) {
    guard left.isFinite, right.isFinite, bound.isFinite else {
      skip(law)
      return
    }
    checks[Int(law.rawValue)] += 1
    if (left - right).magnitude > bound {
      violations.append(
        LawViolation(law: law, point: point, row: row, left: left, right: right, bound: bound))
    }
  }
}
