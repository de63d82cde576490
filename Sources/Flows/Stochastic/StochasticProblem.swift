import Expressions
import Fields

/// Points that move with a drift and are shaken: dX = a(X) dt + b(X) dW, each coordinate with noise of its own.
///
/// ```swift
/// let drift = try VectorExpressionField("-x", variables: Variables(["x"]))
/// let problem = try StochasticProblem(drift: drift, noise: 1, starts: [[0]], to: 10, seed: 7)
/// let ends = try StochasticIntegrator().solve(problem, step: 0.01)
/// ```
public struct StochasticProblem: Sendable {
  /// How strongly the coordinates are shaken.
  public enum Noise: Sendable {
    /// Equally everywhere: b is this number.
    case constant(Double)
    /// Coordinate i by component i of a field: diagonal noise.
    case diagonal(AnyVectorField)
  }

  /// The drift; its last coordinate is time when it has one more than components.
  public let drift: AnyVectorField
  /// The strength of the noise.
  public let noise: Noise
  /// The coordinates of the starts, one start after the other.
  public let coordinates: [Double]
  /// When the points start.
  public let startTime: Double
  /// When they end, after they started.
  public let endTime: Double
  /// The seed: start number i is shaken by stream i of it, the same on every platform and in any order.
  public let seed: UInt64

  /// Points shaken equally everywhere.
  ///
  /// - Throws: ``FlowError`` if the field cannot move points of so many coordinates, or a number is not finite.
  public init(
    drift: some VectorField, noise: Double, starts: [[Double]], from startTime: Double = 0,
    to endTime: Double,
    seed: UInt64
  ) throws(FlowError) {
    guard noise.isFinite else { throw .step(noise) }
    try self.init(drift, .constant(noise), starts, startTime, endTime, seed)
  }

  /// Points shaken by a field, each coordinate by its component.
  ///
  /// - Throws: ``FlowError`` as ``init(drift:noise:starts:from:to:seed:)-(_,Double,_,_,_,_)`` does.
  public init(
    drift: some VectorField, noise: some VectorField, starts: [[Double]], from startTime: Double = 0,
    to endTime: Double,
    seed: UInt64
  ) throws(FlowError) {
    guard noise.components == drift.components, noise.dimension == drift.dimension else {
      throw .components(noise.components, dimension: noise.dimension)
    }
    try self.init(drift, .diagonal(AnyVectorField(noise)), starts, startTime, endTime, seed)
  }

  private init(
    _ drift: some VectorField, _ noise: Noise, _ starts: [[Double]], _ startTime: Double, _ endTime: Double,
    _ seed: UInt64
  ) throws(FlowError) {
    let plain = try InitialValueProblem(drift, starts: starts, from: startTime, to: endTime)
    guard endTime >= startTime else { throw .interval(startTime, endTime) }
    self.drift = plain.field
    self.noise = noise
    coordinates = plain.coordinates
    self.startTime = startTime
    self.endTime = endTime
    self.seed = seed
  }

  /// The number of coordinates that move.
  public var dimension: Int { drift.components }

  /// The number of starts.
  public var startCount: Int { coordinates.count / dimension }
}

extension StochasticProblem {
  /// Overdamped Langevin dynamics in a potential: dX = −∇U dt + √(2T) dW.
  ///
  /// Left alone it takes the density exp(−U/T) (Langevin 1908; Roberts and Tweedie 1996, eq. 1).
  public static func langevin(
    potential: some ScalarField, temperature: Double = 1, starts: [[Double]], to endTime: Double, seed: UInt64
  ) throws(FlowError) -> StochasticProblem {
    guard temperature.isFinite, temperature >= 0 else { throw .step(temperature) }
    let drift = -1 * gradient(of: potential)
    return try StochasticProblem(
      drift: drift, noise: (2 * temperature).squareRoot(), starts: starts, to: endTime, seed: seed)
  }
}
