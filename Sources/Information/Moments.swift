/// Count, mean and variance of a stream of finite numbers; parts can be merged.
///
/// Sums of squares about a mean are carried from block to block (Chan, Golub and LeVeque 1983), so that nothing
/// cancels where the mean is large and the spread is small.
public struct Moments: Equatable, Sendable {
  /// The number of numbers.
  public private(set) var count = 0
  /// The first number, from which the mean is counted: numbers that are close to each other differ exactly.
  private var origin = 0.0
  private var center = 0.0
  private var squares = 0.0

  /// No number yet.
  public init() {}

  /// The mean; NaN without numbers.
  public var mean: Double { count > 0 ? origin + center : .nan }

  /// The unbiased variance, over count − 1; NaN for fewer than two numbers.
  public var variance: Double { count > 1 ? squares / Double(count - 1) : .nan }

  /// The square root of the variance.
  public var standardDeviation: Double { variance.squareRoot() }

  /// Takes in a block of numbers.
  public mutating func insert(contentsOf numbers: [Double]) {
    guard let first = numbers.first else { return }
    var sum = 0.0
    for number in numbers { sum += number - first }
    var block = Moments()
    block.count = numbers.count
    block.origin = first
    block.center = sum / Double(numbers.count)
    var rest = 0.0
    for number in numbers {
      let deviation = (number - first) - block.center
      block.squares += deviation * deviation
      rest += deviation
    }
    // What rounding left in the mean is taken out again.
    block.squares -= rest * rest / Double(numbers.count)
    merge(block)
  }

  /// Takes in all numbers of another part.
  public mutating func merge(_ other: Moments) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let difference = (other.origin - origin) + (other.center - center)
    let share = Double(other.count) / Double(count + other.count)
    squares += other.squares + difference * difference * (Double(count) * share)
    center += difference * share
    count += other.count
  }
}
