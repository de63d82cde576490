import LinearAlgebra

/// Why numbers are not the parameters of a distribution, or two distributions cannot be compared.
///
/// Its description is one sentence: "rate: -1.0; expected a finite number above 0".
public struct ParameterError: Error, Equatable, Sendable {
  /// Which parameter it concerns.
  public enum Parameter: Equatable, Sendable {
    /// The mean of a normal or Poisson distribution.
    case mean
    /// The standard deviation of a normal distribution.
    case standardDeviation
    /// The covariance of a multivariate normal distribution.
    case covariance
    /// The rate of an exponential or gamma distribution.
    case rate
    /// The shape of a gamma distribution.
    case shape
    /// The first parameter of a beta distribution.
    case alpha
    /// The second parameter of a beta distribution.
    case beta
    /// The parameters of a Dirichlet distribution.
    case concentrations
    /// The location of a Laplace distribution.
    case location
    /// The scale of a Laplace distribution.
    case scale
    /// The lower end of an interval.
    case lower
    /// The upper end of an interval.
    case upper
    /// The probability of a Bernoulli distribution.
    case probability
    /// The weights of a mixture.
    case weights
    /// The components of a mixture.
    case components
    /// The number of samples of a Monte Carlo estimate.
    case samples
  }

  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// The value is NaN or infinite.
    case notFinite(Double)
    /// The value is not a finite number above 0.
    case notPositive(Double)
    /// The value is not a finite number from 0.
    case negative(Double)
    /// The value is not a number of [0, 1].
    case notProbability(Double)
    /// The upper end is not a finite number above the lower one.
    case notAbove(Double, lower: Double)
    /// There are fewer numbers than that takes.
    case tooFew(Int, minimum: Int)
    /// There are more dimensions than quadrature can do; Monte Carlo does any number.
    case tooManyDimensions(Int, maximum: Int)
    /// The number of values does not fit the other parameters or the other distribution.
    case count(Int, expected: Int)
    /// The matrix is no covariance.
    case matrix(LinearAlgebraError)
  }

  /// The parameter.
  public let parameter: Parameter
  /// The index in the parameter, from 0, where it has several numbers.
  public let index: Int?
  /// What is wrong.
  public let problem: Problem

  init(_ parameter: Parameter, at index: Int? = nil, _ problem: Problem) {
    self.parameter = parameter
    self.index = index
    self.problem = problem
  }
}

extension ParameterError: CustomStringConvertible {
  /// One sentence: which parameter, its value, and what would be right.
  @export(interface)
  public var description: String {
    guard let index else { return "\(parameter.name): \(sentence)" }
    return "\(parameter.name) at index \(index): \(sentence)"
  }

  private var sentence: String {
    switch problem {
    case .notFinite(let value): "\(value); expected a finite number"
    case .notPositive(let value): "\(value); expected a finite number above 0"
    case .negative(let value): "\(value); expected a finite number from 0"
    case .notProbability(let value): "\(value); expected a number from 0 to 1"
    case .notAbove(let value, let lower): "\(value); expected a finite number above the lower end \(lower)"
    case .tooFew(let count, let minimum): "there are \(count); expected at least \(minimum)"
    case .tooManyDimensions(let count, let maximum):
      "there are \(count) dimensions; expected at most \(maximum) for quadrature, or Monte Carlo"
    case .count(let count, let expected): "there are \(count); expected \(expected)"
    case .matrix(let error): error.description
    }
  }
}

extension ParameterError.Parameter {
  /// The parameter as it is spelled in Swift.
  @export(interface)
  public var name: String {
    switch self {
    case .mean: "mean"
    case .standardDeviation: "standardDeviation"
    case .covariance: "covariance"
    case .rate: "rate"
    case .shape: "shape"
    case .alpha: "alpha"
    case .beta: "beta"
    case .concentrations: "concentrations"
    case .location: "location"
    case .scale: "scale"
    case .lower: "lower"
    case .upper: "upper"
    case .probability: "probability"
    case .weights: "weights"
    case .components: "components"
    case .samples: "samples"
    }
  }
}

func requireFinite(
  _ value: Double, _ parameter: ParameterError.Parameter, at index: Int? = nil
) throws(ParameterError) {
  if !value.isFinite { throw ParameterError(parameter, at: index, .notFinite(value)) }
}

func requirePositive(
  _ value: Double, _ parameter: ParameterError.Parameter, at index: Int? = nil
) throws(ParameterError) {
  guard value > 0, value.isFinite else { throw ParameterError(parameter, at: index, .notPositive(value)) }
}
