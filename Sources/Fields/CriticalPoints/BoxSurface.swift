import Elementary
import Expressions

/// The surface of a box of space in rectangles, as many along every edge, so that they meet corner to corner.
struct BoxSurface {
  private let box: IntervalBox
  private let count: Int

  init(_ box: IntervalBox, count: Int) {
    self.box = box
    self.count = count
  }

  /// How often the directions of a field on the surface cover the sphere; `nil` where a rectangle is too large to tell.
  func degree(of enclosure: FieldEnclosure) -> Int? {
    var workspace = IntervalWorkspace()
    var total = 0.0
    for axis in 0..<3 {
      for isUpper in [false, true] {
        for i in 0..<count {
          for j in 0..<count {
            guard let part = angle(axis, isUpper, i, j, enclosure, &workspace) else { return nil }
            total += isUpper ? part : -part
          }
        }
      }
    }
    return Int((total / (4 * Double.pi)).rounded())
  }

  /// The solid angle of the directions at the corners of a rectangle, counter-clockwise round its axis.
  private func angle(
    _ axis: Int, _ isUpper: Bool, _ i: Int, _ j: Int, _ enclosure: FieldEnclosure,
    _ workspace: inout IntervalWorkspace
  ) -> Double? {
    let (first, second) = ((axis + 1) % 3, (axis + 2) % 3)
    let level = isUpper ? box[axis].upper : box[axis].lower
    var piece = IntervalBox([level, level, level].map { Interval($0) })
    piece[first] = Interval(tick(first, i), tick(first, i + 1))
    piece[second] = Interval(tick(second, j), tick(second, j + 1))
    guard let separation = enclosure.separation(over: piece, &workspace) else { return nil }
    var corners: [[Double]] = []
    for (right, up) in [(0, 0), (1, 0), (1, 1), (0, 1)] {
      var point = [level, level, level]
      point[first] = tick(first, i + right)
      point[second] = tick(second, j + up)
      let vector = enclosure.vector(at: point, &workspace)
      guard separation.holds(vector) else { return nil }
      let length = Double.hypot(Double.hypot(vector[0], vector[1]), vector[2])
      corners.append(vector.map { $0 / length })
    }
    return solidAngle(corners[0], corners[1], corners[2]) + solidAngle(corners[0], corners[2], corners[3])
  }

  private func tick(_ side: Int, _ index: Int) -> Double {
    let range = box[side]
    let share = Double(index) / Double(count)
    return index == count ? range.upper : range.lower + share * (range.upper - range.lower)
  }

  /// The angle of a triangle of directions, positive counter-clockwise (Van Oosterom & Strackee 1983).
  private func solidAngle(_ a: [Double], _ b: [Double], _ c: [Double]) -> Double {
    let first = a[0] * (b[1] * c[2] - b[2] * c[1])
    let second = a[1] * (b[2] * c[0] - b[0] * c[2])
    let third = a[2] * (b[0] * c[1] - b[1] * c[0])
    let dots = dot(a, b) + dot(b, c) + dot(c, a)
    return 2 * Double.atan2(first + second + third, 1 + dots)
  }

  private func dot(_ a: [Double], _ b: [Double]) -> Double { a[0] * b[0] + a[1] * b[1] + a[2] * b[2] }
}
