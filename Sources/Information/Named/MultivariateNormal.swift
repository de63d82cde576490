import Elementary
import LinearAlgebra
import SpecialFunctions

/// The normal distribution in several dimensions, of a mean and a covariance.
///
/// ```swift
/// let p = try MultivariateNormal(mean: [0, 0], covariance: [[1, 0.5], [0.5, 1]])
/// let q = try MultivariateNormal(mean: [0, 0], covariance: .identity(2))
/// try p.kullbackLeibler(from: q).nats             // −½ log(1 − ½²) = 0.14384…
/// ```
public struct MultivariateNormal: NamedDistribution {
  /// The mean μ.
  public let mean: [Double]
  /// The covariance Σ.
  public let covariance: Matrix
  let factors: CholeskyFactorization

  /// The number of dimensions.
  public var dimension: Int { mean.count }

  /// A normal distribution in as many dimensions as the mean has numbers, at least one.
  ///
  /// - Throws: ``ParameterError`` unless the numbers are finite and the covariance is a symmetric, positive definite
  ///   matrix of the right size.
  @export(interface)
  public init(mean: [Double], covariance: Matrix) throws(ParameterError) {
    if mean.isEmpty { throw ParameterError(.mean, .tooFew(0, minimum: 1)) }
    for (index, value) in mean.enumerated() { try requireFinite(value, .mean, at: index) }
    guard covariance.rows == mean.count else {
      throw ParameterError(.covariance, .count(covariance.rows, expected: mean.count))
    }
    do throws(LinearAlgebraError) {
      factors = try CholeskyFactorization(covariance)
    } catch {
      throw ParameterError(.covariance, .matrix(error))
    }
    self.mean = mean
    self.covariance = covariance
  }

  /// n/2 · log 2πe + ½ log det Σ.
  public var entropy: InformationValue {
    InformationValue(1.4189385332046727418 * Double(dimension) + 0.5 * factors.logDeterminant, .nats)
  }

  /// −½ (x − μ)·Σ⁻¹(x − μ) − ½ log det Σ − n/2 · log 2π.
  ///
  /// - Precondition: the point has ``dimension`` coordinates.
  @export(interface)
  public func logDensity(at point: [Double]) -> Double {
    var square = 0.0
    for z in factors.solveLower(zip(point, mean).map { $0 - $1 }) { square += z * z }
    return -0.5 * (square + factors.logDeterminant) - Double.halfLogTwoPi * Double(dimension)
  }

  /// The sum of the divergences of ``Normal`` along the axes in which both covariances are diagonal.
  ///
  /// With Σ₂ = LLᵀ these are the eigenvectors of L⁻¹(Σ₁ − Σ₂)L⁻ᵀ; its eigenvalues t are by how much the variances
  /// exceed 1 where those of the other are 1, so that the covariances are subtracted before anything is rounded. At
  /// orders from 1 on, whether a t that is 0 but for rounding makes the divergence infinite is decided by its rounded
  /// sign.
  ///
  /// - Throws: ``ParameterError`` if the dimensions differ.
  @export(interface)
  public func renyi(
    from other: MultivariateNormal, order: RenyiOrder
  ) throws(ParameterError) -> InformationValue {
    guard other.dimension == dimension else {
      throw ParameterError(.mean, .count(other.dimension, expected: dimension))
    }
    return order.divergence(self, other) { p, q, order in
      guard let axes = CommonAxes(p, q) else { return .nan }
      return axes.divergence(order)
    }
  }
}

/// Two normal distributions along the axes in which both covariances are diagonal, in units of the second one.
private struct CommonAxes {
  /// By how much the variances of the first exceed 1.
  let changes: [Double]
  /// The difference of the means.
  let shifts: [Double]
  /// log det Σ₁ − log det Σ₂.
  let logRatio: Double

  init?(_ p: MultivariateNormal, _ q: MultivariateNormal) {
    let size = p.dimension
    let difference = p.covariance - q.covariance
    var half = Matrix(rows: size, columns: size)
    for column in 0..<size {
      let solved = q.factors.solveLower(difference.column(column))
      for row in 0..<size { half[row, column] = solved[row] }
    }
    var whole = Matrix(rows: size, columns: size)
    for row in 0..<size {
      let solved = q.factors.solveLower(half.row(row))
      for column in 0..<size { whole[row, column] = solved[column] }
    }
    let symmetric = Matrix(rows: size, columns: size) { 0.5 * (whole[$0, $1] + whole[$1, $0]) }
    guard let eigen = try? SymmetricEigen(symmetric) else { return nil }
    changes = eigen.values
    let z = q.factors.solveLower(zip(p.mean, q.mean).map { $0 - $1 })
    shifts = eigen.vectors.transposed * z
    logRatio = p.factors.logDeterminant - q.factors.logDeterminant
  }

  func divergence(_ order: UpperOrder) -> Double {
    var total = CompensatedSum()
    // A variance that is tiny beside the other's is 1 + t no more: what these contribute to the logarithm of the
    // determinants is what the others leave.
    var rest = logRatio
    var hasTiny = false
    for (change, shift) in zip(changes, shifts) {
      let inFirst = shift / (1 + max(change, 0)).squareRoot()
      total.add(order.shiftGap(inFirst: inFirst, inSecond: shift, change: change))
      if change < -0.999 {
        hasTiny = true
        total.add(0.5 * order.scaleGap(change: max(change, -1), logRatio: 0))
      } else {
        let logarithm = Double.log1p(change)
        total.add(0.5 * order.scaleGap(change: change, logRatio: logarithm))
        rest -= logarithm
      }
    }
    if hasTiny { total.add(-0.5 * rest) }
    // Infinities have no place in a compensated sum.
    return total.value.isNaN ? .infinity : total.value
  }
}
