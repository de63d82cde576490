import Elementary
import Expressions

/// How often a field turns round when one goes round the border of a box: its topological degree.
///
/// In the plane it is the winding number of F along the border, counter-clockwise; on a line it compares the signs at the
/// ends; in space it counts how often the directions of F on the surface cover the sphere. It is the sum of the indices
/// of the zeros inside. The border is cut into pieces on each of which the bounds of one component exclude 0: there the
/// directions stay within half of the sphere, so that those at the corners tell the turn for certain (Kearfott 1979).
extension FieldEnclosure {
  /// The degree on the border of a box, each side of which is cut into so many pieces at most; `nil` where a zero, or a place where the field is not continuous, lies on it or
  /// too near to tell, and beyond three dimensions.
  func degree(on box: IntervalBox, maximumPieces: Int = 4096) -> Int? {
    switch dimension {
    case 1: lineDegree(box)
    case 2: planeDegree(box, maximumPieces)
    case 3: spaceDegree(box)
    default: nil
    }
  }

  /// A component that is nowhere 0, and its sign.
  struct Separation {
    let component: Int
    let sign: Double

    /// Whether a vector lies in the half that this component says.
    func holds(_ vector: [Double]) -> Bool { vector[component] * sign > 0 }
  }

  /// A component that is nowhere 0 in a box; `nil` also where the field may not be continuous.
  func separation(over box: IntervalBox, _ workspace: inout IntervalWorkspace) -> Separation? {
    evaluate(over: box, into: &workspace)
    var result: Separation?
    for component in 0..<dimension {
      let value = value(component, workspace)
      guard value.isContinuous else { return nil }
      if !value.contains(0) { result = Separation(component: component, sign: value.lower > 0 ? 1 : -1) }
    }
    return result
  }

  /// The field at a point, near enough to tell a direction within the bounds of the piece it ends.
  func vector(at point: [Double], _ workspace: inout IntervalWorkspace) -> [Double] {
    evaluate(over: IntervalBox(point.map { Interval($0) }), into: &workspace)
    return (0..<dimension).map { value($0, workspace).midpoint }
  }

  private func lineDegree(_ box: IntervalBox) -> Int? {
    var workspace = IntervalWorkspace()
    let left = separation(over: IntervalBox([Interval(box[0].lower)]), &workspace)
    let right = separation(over: IntervalBox([Interval(box[0].upper)]), &workspace)
    guard let left, let right else { return nil }
    return Int((right.sign - left.sign) / 2)
  }

  private func planeDegree(_ box: IntervalBox, _ maximumPieces: Int) -> Int? {
    var workspace = IntervalWorkspace()
    let corners = [
      [box[0].lower, box[1].lower], [box[0].upper, box[1].lower], [box[0].upper, box[1].upper],
      [box[0].lower, box[1].upper],
    ]
    var turn = 0.0
    for index in 0..<4 {
      let side = turning(from: corners[index], to: corners[(index + 1) % 4], maximumPieces, &workspace)
      guard let side else { return nil }
      turn += side
    }
    return Int(exactly: (turn / (2 * Double.pi)).rounded())
  }

  /// By how much the field turns along a side.
  private func turning(
    from start: [Double], to end: [Double], _ maximumPieces: Int, _ workspace: inout IntervalWorkspace
  ) -> Double? {
    var turn = 0.0
    var place = start
    var direction = vector(at: start, &workspace)
    let length = max((end[0] - start[0]).magnitude, (end[1] - start[1]).magnitude)
    let shortest = max(0x1p-40 * length, max(start[0].magnitude, start[1].magnitude).ulp)
    // The ends of the pieces ahead, the nearest one last.
    var ends = [end]
    var pieces = 0
    while let next = ends.last {
      pieces += 1
      guard pieces <= maximumPieces else { return nil }
      let piece = IntervalBox([0, 1].map { Interval(min(place[$0], next[$0]), max(place[$0], next[$0])) })
      if let separation = separation(over: piece, &workspace) {
        let beyond = vector(at: next, &workspace)
        guard separation.holds(direction), separation.holds(beyond) else { return nil }
        guard let angle = FieldEnclosure.angle(from: direction, to: beyond) else { return nil }
        turn += angle
        place = next
        direction = beyond
        ends.removeLast()
      } else {
        // A zero on the border, or a place where the field does not exist.
        guard piece.longestSide > shortest else { return nil }
        ends.append([0, 1].map { 0.5 * place[$0] + 0.5 * next[$0] })
      }
    }
    return turn
  }

  /// The angle between two vectors, brought to a common size so that their products neither overflow nor vanish.
  private static func angle(from first: [Double], to second: [Double]) -> Double? {
    let sizes = [first, second].map { max($0[0].magnitude, $0[1].magnitude) }
    guard sizes.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    let (a, b) = (first.map { $0 / sizes[0] }, second.map { $0 / sizes[1] })
    return Double.atan2(a[0] * b[1] - a[1] * b[0], a[0] * b[0] + a[1] * b[1])
  }

  private func spaceDegree(_ box: IntervalBox) -> Int? {
    var count = 4
    while count <= 64 {
      if let degree = BoxSurface(box, count: count).degree(of: self) { return degree }
      count *= 2
    }
    return nil
  }
}
