import Expressions
import Fields

/// A loss over the plane whose critical points are known: a place to try optimizers.
///
/// ```swift
/// let surface = LossSurface.himmelblau
/// let path = try LBFGS().descend(try surface.problem())
/// surface.nearestPoint(to: path.end).value       // 0: one of the four minima
/// ```
public struct LossSurface: Sendable {
  /// The name that commands and links know it by.
  public let shortName: StaticString
  /// The English name.
  public let english: StaticString
  /// The Chinese name, 简体中文.
  public let chinese: StaticString
  /// The loss in the language of `Expressions`.
  public let formula: StaticString
  /// Residuals r with loss = ½|r|², for a loss that is a sum of squares.
  public let residualFormula: StaticString?
  /// Where it was published, or what it is for.
  public let citation: StaticString
  /// The part of the plane that shows it.
  public let window: Window
  /// A start from which there is something to see.
  public let start: [Double]
  /// The known critical points, and kinks that are minima.
  public let knownPoints: [KnownPoint]

  /// The loss as a field with exact derivatives.
  ///
  /// - Throws: `ExpressionError` if the formula cannot be read, which none of the catalogue does.
  public func field() throws(ExpressionError) -> ScalarExpressionField {
    ScalarExpressionField(try Formula.scalar(utf8: Array(formula.bytes), variables: .plane))
  }

  /// The residuals as a field, for a loss that is a sum of squares.
  ///
  /// - Throws: `ExpressionError` if the formula cannot be read, which none of the catalogue does.
  public func residuals() throws(ExpressionError) -> VectorExpressionField? {
    guard let residualFormula else { return nil }
    return VectorExpressionField(
      try Formula.vector(utf8: Array(residualFormula.bytes), variables: .plane, count: residualCount))
  }

  /// One more than the commas outside of parentheses.
  private var residualCount: Int {
    var depth = 0
    var count = 1
    guard let residualFormula else { return 0 }
    for byte in residualFormula.bytes {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if byte == UInt8(ascii: ","), depth == 0 { count += 1 }
    }
    return count
  }

  /// The problem of going down on it, with its residuals where it has some.
  ///
  /// - Throws: ``DescentError`` if the start is no point of the plane, or the loss is not finite there.
  public func problem(
    start: [Double]? = nil
  ) throws(DescentError) -> DescentProblem<ScalarExpressionField> {
    let place = start ?? self.start
    let loss: ScalarExpressionField
    let residuals: VectorExpressionField?
    do throws(ExpressionError) {
      loss = try field()
      residuals = try self.residuals()
    } catch {
      throw .formula(error.description)
    }
    if let residuals { return try DescentProblem(loss, residuals: residuals, start: place) }
    return try DescentProblem(loss, start: place)
  }

  /// The known point that is nearest to a place of the plane.
  ///
  /// - Precondition: the place has two coordinates.
  public func nearestPoint(to place: [Double]) -> KnownPoint {
    var best = knownPoints[0]
    for point in knownPoints where distance(point.location, place) < distance(best.location, place) {
      best = point
    }
    return best
  }
}

/// A point of a loss that is known beforehand.
public struct KnownPoint: Sendable, Equatable {
  /// Where it is, to the last digit.
  public let location: [Double]
  /// The loss there.
  public let value: Double
  /// What the loss does there; `nil` for a minimum at a kink, where there is no gradient.
  public let kind: CriticalPointKind?

  init(_ x: Double, _ y: Double, _ value: Double, _ kind: CriticalPointKind?) {
    location = [x, y]
    self.value = value
    self.kind = kind
  }

  /// Whether no other point around is lower.
  public var isMinimum: Bool { kind == nil || kind == .minimum }
}
