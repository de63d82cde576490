/// A way to say how far one distribution is from another, and the laws that it obeys.
///
/// ```swift
/// func farthest(_ candidates: [Distribution], from p: Distribution, by divergence: some Divergence)
///   throws(DistributionError) -> Int? {
///   var best: (index: Int, value: Double)?
///   for (index, q) in candidates.enumerated() {
///     let value = try divergence(p, q).value
///     if value > best?.value ?? -1 { best = (index, value) }
///   }
///   return best?.index
/// }
/// ```
public protocol Divergence: Sendable {
  /// What it is called, and whether it is a divergence or a distance: "JS divergence", "Hellinger distance".
  var name: String { get }

  /// The unit of its values; `nil` for numbers that have none.
  var unit: InformationUnit? { get }

  /// What outcomes mean to it that cannot happen.
  var zeros: ZeroPolicy { get }

  /// What it promises; tests hold it to that.
  var laws: DivergenceLaws { get }

  /// The number for p and q, in ``unit``.
  ///
  /// - Throws: ``DistributionError`` if the lengths differ.
  func number(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double
}

extension Divergence {
  /// How far p is from q, with what is needed to read it.
  ///
  /// - Throws: ``DistributionError`` if the lengths differ.
  public func callAsFunction(
    _ p: Distribution, _ q: Distribution
  ) throws(DistributionError) -> DivergenceValue {
    DivergenceValue(try number(p, q), unit: unit, name: name, zeros: zeros)
  }
}

/// What outcomes mean to a divergence that cannot happen; 0 · log 0 is 0 everywhere.
public enum ZeroPolicy: Sendable {
  /// It is finite, whatever is impossible.
  case finite
  /// It is infinite if p allows an outcome that q rules out.
  case infiniteWhereOnlyPHappens
  /// It is infinite if q allows an outcome that p rules out.
  case infiniteWhereOnlyQHappens
  /// It is infinite if one allows an outcome that the other rules out.
  case infiniteWhereOneHappens
  /// It is infinite only if no outcome is possible in both.
  case infiniteWhereDisjoint

  /// A few words on it.
  public var words: String {
    switch self {
    case .finite: "never infinite"
    case .infiniteWhereOnlyPHappens: "infinite where q = 0 < p"
    case .infiniteWhereOnlyQHappens: "infinite where p = 0 < q"
    case .infiniteWhereOneHappens: "infinite where only one of p and q is 0"
    case .infiniteWhereDisjoint: "infinite only where p and q are disjoint"
    }
  }
}

/// How far one distribution is from another: the number, its unit, and what was measured.
public struct DivergenceValue: Sendable {
  /// The number, in ``unit``; infinity where the mathematics says infinity.
  public let value: Double
  /// The unit of ``value``; `nil` for numbers that have none.
  public let unit: InformationUnit?
  /// What was measured, and whether it is a divergence or a distance.
  public let name: String
  /// What outcomes mean to it that cannot happen.
  public let zeros: ZeroPolicy

  init(_ value: Double, unit: InformationUnit?, name: String, zeros: ZeroPolicy) {
    self.value = value
    self.unit = unit
    self.name = name
    self.zeros = zeros
  }

  /// The same in another unit; unchanged if it has none.
  public func converted(to other: InformationUnit) -> DivergenceValue {
    guard let unit else { return self }
    let converted = InformationValue(value, unit).converted(to: other)
    return DivergenceValue(converted.value, unit: other, name: name, zeros: zeros)
  }
}

extension DivergenceValue: CustomStringConvertible {
  /// The name, the number with its unit, and the zero policy: "JS divergence 0.125 bits (never infinite)".
  public var description: String {
    let unit = unit.map { " \($0.name)" } ?? ""
    return "\(name) \(value)\(unit) (\(zeros.words))"
  }
}
