import Elementary
import Fields
import LinearAlgebra

/// What a flow of the plane does in the end: its critical points, separatrices, nullclines, limit cycles and basins.
///
/// ```swift
/// let vanDerPol = try VectorExpressionField("y, (1 - x^2) y - x")
/// let found = try vanDerPol.criticalPoints(in: IntervalBox(window))
/// let portrait = try PhasePortrait(of: vanDerPol, criticalPoints: found, in: window)
/// portrait.cycles[0].period      // 6.66328…
/// ```
public struct PhasePortrait: Sendable, Equatable {
  /// The part of the plane that was looked at.
  public let window: Window
  /// Where the field is zero.
  public let criticalPoints: CriticalPoints<FlowType>
  /// The paths that leave the saddles and run into them.
  public let separatrices: [Separatrix]
  /// Where a component of the field is zero.
  public let nullclines: [Nullcline]
  /// The closed paths that neighbours come nearer to, or leave.
  public let cycles: [LimitCycle]
  /// Which attractor each point comes to; `nil` where none was found or none was asked for.
  public let basins: BasinMap?

  /// Looks at a window.
  ///
  /// A basin's points are followed until the slowest attractor has drawn them 10⁻⁶ nearer, a thousand units of time at
  /// most.
  ///
  /// - Parameters:
  ///   - field: The flow.
  ///   - found: Its critical points in the window, as ``criticalPoints(in:limits:)`` finds them.
  ///   - window: The part of the plane.
  ///   - columns: How many nodes the map of basins has from left to right; 0 for no map.
  /// - Throws: ``FlowError`` if the field is not one of the plane.
  public init(
    of field: some VectorField, criticalPoints found: CriticalPoints<FlowType>, in window: Window,
    basinColumns columns: Int = 160
  ) throws(FlowError) {
    let field = AnyVectorField(field)
    self.window = window
    criticalPoints = found
    separatrices = try field.separatrices(of: found, in: window)
    nullclines = try field.nullclines(in: window)
    cycles = try field.limitCycles(of: found, in: window)
    let rates =
      found.points.filter { $0.nature.incoming == 2 }
      .map { $0.nature.eigenvalues.reduce(Double.infinity) { min($0, $1.real.magnitude) } }
      + cycles.filter { $0.isStable }.map { -Double.log($0.multiplier) / $0.period }
    let slowest = rates.reduce(Double.infinity) { min($0, $1) }
    guard columns > 0, slowest > 0, slowest < .infinity, window.width > 0 else {
      basins = nil
      return
    }
    let rows = Int((Double(columns) * window.height / window.width).rounded())
    let integrator = Integrator(
      controller: .adaptive(relative: 1e-6, absolute: 1e-8), limits: Limits(maximumSteps: 4_000))
    basins = try BasinMap(
      of: field, over: window, columns: columns, rows: min(max(rows, 2), 2 * columns), attractors: found,
      cycles: cycles, time: min(14 / slowest, 1_000), integrator)
  }
}

extension BasinMap {
  /// The share of the nodes that come to an attractor; without a number, of those that come to none.
  public func share(of attractor: Int?) -> Double {
    let label = Int32(attractor ?? -1)
    return Double(labels.reduce(0) { $0 + ($1 == label ? 1 : 0) }) / Double(max(labels.count, 1))
  }
}
