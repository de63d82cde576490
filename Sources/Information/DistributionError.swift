/// Why numbers are not a distribution, or two distributions cannot be compared.
public struct DistributionError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// There are no outcomes.
    case empty
    /// A value is NaN or infinite; the index counts from 0.
    case notFinite(index: Int, value: Double)
    /// A value is negative; the index counts from 0.
    case negative(index: Int, value: Double)
    /// Probabilities do not sum to 1 within ``Distribution/tolerance``.
    case notNormalised(sum: Double)
    /// All counts are zero, so that nothing can be divided by their sum.
    case allZero
    /// The distributions have different numbers of outcomes.
    case differentLengths(Int, Int)
    /// The number of weights is not the number of distributions.
    case weights(count: Int, distributions: Int)
    /// The number of places is not the number of outcomes.
    case places(count: Int, outcomes: Int)
    /// A place is not right of the one before; the index counts from 0.
    case notAscending(index: Int, value: Double)
    /// A count is not a whole number; the index counts from 0.
    case notWhole(index: Int, value: Double)
    /// A row of a table is not as long as the first; the index counts from 0.
    case ragged(row: Int, count: Int, expected: Int)
  }

  /// Which of two arguments is meant.
  public enum Argument: Equatable, Sendable {
    /// The first argument, p.
    case first
    /// The second argument, q.
    case second
  }

  /// What is wrong.
  public let problem: Problem
  /// Which argument it concerns, where there are two.
  public let argument: Argument?

  init(_ problem: Problem, of argument: Argument? = nil) {
    self.problem = problem
    self.argument = argument
  }
}

extension DistributionError: CustomStringConvertible {
  /// One sentence: where, what, and what would be right.
  public var description: String {
    switch argument {
    case .first: "p: \(sentence)"
    case .second: "q: \(sentence)"
    case nil: sentence
    }
  }

  private var sentence: String {
    switch problem {
    case .empty:
      "there are no outcomes; expected at least one"
    case .notFinite(let index, let value):
      "the value at index \(index) is \(value); expected a finite number"
    case .negative(let index, let value):
      "the value at index \(index) is \(value); expected zero or more"
    case .notNormalised(let sum):
      "the probabilities sum to \(sum); expected 1 within \(Distribution.tolerance) (Counts normalises)"
    case .allZero:
      "all counts are zero; expected at least one that is not"
    case .differentLengths(let first, let second):
      "p has \(first) outcomes and q has \(second); expected the same outcomes in both"
    case .weights(let count, let distributions):
      "there are \(count) weights for \(distributions) distributions; expected one for each"
    case .places(let count, let outcomes):
      "there are \(count) places for \(outcomes) outcomes; expected one for each"
    case .notAscending(let index, let value):
      "the place at index \(index) is \(value); expected one greater than the place before"
    case .notWhole(let index, let value):
      "the count at index \(index) is \(value); expected a whole number"
    case .ragged(let row, let count, let expected):
      "the row at index \(row) has \(count) numbers; expected \(expected) as in the first"
    }
  }
}
