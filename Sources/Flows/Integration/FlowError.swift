/// Why something cannot be followed through a field.
public enum FlowError: Error, Sendable, Equatable {
  /// The field has neither a component a coordinate nor one coordinate more, for time.
  case components(Int, dimension: Int)
  /// A start has the wrong number of coordinates.
  case coordinates(start: Int, count: Int, needed: Int)
  /// A coordinate of a start, or a time, is not finite.
  case notFinite(start: Int)
  /// The beginning or the end of the time is not finite.
  case interval(Double, Double)
  /// A tolerance or a step is not a positive number.
  case step(Double)
  /// The method has no error estimate, so that it needs a step of fixed length.
  case needsFixedStep(String)
  /// The domain has a wrong number of ranges.
  case domain(count: Int, needed: Int)
  /// A time to be saved lies outside of the interval, or the times are not in the order of the integration.
  case saveTime(Double)
  /// An event looks at a wrong number of coordinates.
  case event(Int, dimension: Int, needed: Int)
}

extension FlowError: CustomStringConvertible {
  /// What is wrong and what would be right, in a sentence.
  public var description: String {
    switch self {
    case .components(let components, let dimension):
      "the field has \(components) components and \(dimension) coordinates; a flow needs as many components as "
        + "coordinates, or one coordinate more for time"
    case .coordinates(let start, let count, let needed):
      "start \(start + 1) has \(count) coordinates; the field moves points of \(needed)"
    case .notFinite(let start):
      "start \(start + 1) is not finite"
    case .interval(let start, let end):
      "the time from \(start) to \(end) is not finite"
    case .step(let value):
      "a step or a tolerance must be a positive number, not \(value)"
    case .needsFixedStep(let name):
      "the method \(name) does not estimate its error; give it the length of a step"
    case .domain(let count, let needed):
      "the domain has \(count) ranges; the field moves points of \(needed) coordinates"
    case .saveTime(let time):
      "the time \(time) lies outside of the interval, or is not in its order"
    case .event(let index, let dimension, let needed):
      "event \(index + 1) looks at \(dimension) coordinates; points have \(needed), and one more for time"
    }
  }
}
