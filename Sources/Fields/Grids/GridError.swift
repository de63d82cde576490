/// Why numbers are not a uniform grid, or samples do not belong to one.
public enum GridError: Error, Equatable, Sendable {
  /// The grid has no axis.
  case noAxes
  /// An axis has too few samples for what is asked of it.
  case tooFewSamples(axis: Int, count: Int, needed: Int)
  /// The place of the first sample is NaN or infinite.
  case origin(axis: Int, value: Double)
  /// The step from sample to sample is zero, NaN or infinite.
  case spacing(axis: Int, value: Double)
  /// The number of samples is beyond what an integer holds.
  case tooManySamples
  /// There are more or fewer samples than the grid has points.
  case sampleCount(Int, needed: Int)
  /// There are more or fewer components than are needed.
  case componentCount(Int, needed: Int)
  /// The grid has no axis of this number.
  case noSuchAxis(Int, dimension: Int)
  /// What is asked for does not exist in this number of dimensions; `needed` are those it exists in.
  case dimension(Int, needed: [Int])
}

extension GridError: CustomStringConvertible {
  /// One sentence: where, what, and what would be right; axes count from 0.
  @export(interface)
  public var description: String {
    switch self {
    case .noAxes:
      return "the grid has no axis; expected at least one"
    case .tooFewSamples(let axis, let count, let needed):
      return "axis \(axis) has \(count) samples; expected at least \(needed)"
    case .origin(let axis, let value):
      return "axis \(axis) begins at \(value); expected a finite number"
    case .spacing(let axis, let value):
      return "the spacing of axis \(axis) is \(value); expected a finite number other than 0"
    case .tooManySamples:
      return "the grid has more samples than can be counted; expected fewer along its axes"
    case .sampleCount(let count, let needed):
      return "there are \(count) samples; expected \(needed), one for each point of the grid"
    case .componentCount(let count, let needed):
      return "there are \(count) components; expected \(needed)"
    case .noSuchAxis(let axis, let dimension):
      return "there is no axis \(axis); expected 0 to \(dimension - 1)"
    case .dimension(let dimension, let needed):
      var text = ""
      for (index, each) in needed.enumerated() { text += index == 0 ? "\(each)" : " or \(each)" }
      return "the grid has dimension \(dimension); expected \(text)"
    }
  }
}
