import Expressions

/// How far a search by halving boxes goes.
public struct SearchLimits: Sendable, Equatable {
  /// The number of boxes looked at, at most; a box of the plane takes about a microsecond.
  public var maximumBoxes: Int
  /// The side of the smallest boxes as a share of the whole.
  public var resolution: Double

  /// Limits that end every search within a second or so.
  public init(maximumBoxes: Int = 200_000, resolution: Double = 0x1p-40) {
    self.maximumBoxes = maximumBoxes
    self.resolution = resolution
  }
}

/// Why a box cannot be searched.
public enum SearchError: Error, Sendable, Equatable {
  /// A field with so many components has no isolated zeros with so many coordinates.
  case components(found: Int, expected: Int)
  /// The box has so many sides, the field so many coordinates.
  case sides(found: Int, expected: Int)
  /// A side is empty, a single number, not finite, or reaches further than ±10³⁰⁰.
  case side(index: Int, Interval)

  static func check(_ box: IntervalBox, dimension: Int) throws(SearchError) {
    guard box.dimension == dimension, dimension > 0 else {
      throw .sides(found: box.dimension, expected: dimension)
    }
    for (index, side) in box.sides.enumerated() {
      guard side.lower < side.upper, side.magnitude <= 1e300 else { throw .side(index: index, side) }
    }
  }

  static func check(_ box: IntervalBox, dimension: Int, components: Int) throws(SearchError) {
    guard components == dimension else { throw .components(found: components, expected: dimension) }
    try check(box, dimension: dimension)
  }
}

extension SearchError {
  /// What was found and what would be right, in a sentence.
  @export(interface)
  public var message: String {
    switch self {
    case .components(let found, let expected):
      return
        "the field has \(found) components; isolated zeros need as many as there are coordinates, \(expected)"
    case .sides(let found, let expected):
      return "the box has \(found) sides; the field has \(expected) coordinates"
    case .side(let index, let side):
      return
        "side \(index + 1) of the box goes from \(side.lower) to \(side.upper); it must be of finite length, within ±1e300"
    }
  }
}
