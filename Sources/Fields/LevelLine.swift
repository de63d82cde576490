import Elementary
import Expressions

/// A line along which a scalar field of the plane keeps its value.
public struct LevelLine: Sendable, Equatable {
  /// The value.
  public let level: Double
  /// The first coordinates.
  public let x: [Double]
  /// The second coordinates.
  public let y: [Double]
  /// Whether the last point is the first: the line came back to itself.
  public let isClosed: Bool
}

extension ScalarField {
  /// The piece of a level line that runs through a point, as far as it stays in a window.
  ///
  /// From each point a step goes along the tangent, across the gradient, and Newton's method along the gradient brings
  /// it back onto the level, to the rounding of f there (Allgower and Georg, *Numerical Continuation Methods*, 1990,
  /// ch. 3). Higher ground is on the right of the line. It ends at the border, where the gradient is 0, and where f
  /// ends.
  ///
  /// - Parameters:
  ///   - start: The point; it may lie outside of the window, and then the line is that point.
  ///   - window: Where the line is followed.
  ///   - step: The distance of its points; smaller where it bends.
  /// - Returns: `nil` where f is not finite or its gradient is 0 at the point.
  /// - Precondition: the field is of the plane.
  public func levelLine(
    through start: SIMD2<Double>, in window: Window, step: Double? = nil
  ) -> LevelLine? {
    precondition(dimension == 2, "level lines are followed in the plane")
    let size = Double.hypot(window.width, window.height)
    guard var follower = LevelFollower(self, start, window, step: step ?? size / 200) else { return nil }
    let forward = follower.run(sign: 1)
    var points = forward.points
    if !forward.isClosed {
      points = follower.run(sign: -1).points.dropFirst().reversed() + points
    }
    return LevelLine(
      level: follower.level, x: points.map { $0.x }, y: points.map { $0.y }, isClosed: forward.isClosed)
  }
}

private struct LevelFollower<Field: ScalarField> {
  let level: Double
  private let field: Field
  private let start: SIMD2<Double>
  private let window: Window
  private let step: Double
  private let startGradient: SIMD2<Double>
  private let point = Block<Double>(rows: 2, capacity: 1)
  private let value = Block<Double>(rows: 1, capacity: 1)
  private let slope = Block<Double>(rows: 2, capacity: 1)

  private static var maximumPoints: Int { 4000 }

  init?(_ field: Field, _ start: SIMD2<Double>, _ window: Window, step: Double) {
    self.field = field
    self.start = start
    self.window = window
    self.step = step
    point.count = 1
    point[0, 0] = start.x
    point[1, 0] = start.y
    field.values(at: point, into: value)
    field.gradients(at: point, into: slope)
    level = value[0, 0]
    startGradient = SIMD2(slope[0, 0], slope[1, 0])
    let steepness = Double.hypot(startGradient.x, startGradient.y)
    guard level.isFinite, steepness > 0, steepness.isFinite, step > 0 else { return nil }
  }

  private func measure(_ place: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>) {
    point[0, 0] = place.x
    point[1, 0] = place.y
    field.values(at: point, into: value)
    field.gradients(at: point, into: slope)
    return (value[0, 0], SIMD2(slope[0, 0], slope[1, 0]))
  }

  /// The unit vector along the level, higher ground on the right for the sign 1; nil where there is none.
  private func tangent(_ gradient: SIMD2<Double>, _ sign: Double) -> SIMD2<Double>? {
    let steepness = Double.hypot(gradient.x, gradient.y)
    guard steepness > 0, steepness.isFinite else { return nil }
    return SIMD2(-sign * gradient.y / steepness, sign * gradient.x / steepness)
  }

  /// The place on the level next to one nearby; nil if it is farther than `reach`.
  private func corrected(
    _ guess: SIMD2<Double>, reach: Double
  ) -> (place: SIMD2<Double>, gradient: SIMD2<Double>)? {
    var place = guess
    for _ in 0..<8 {
      let (value, gradient) = measure(place)
      let square = gradient.x * gradient.x + gradient.y * gradient.y
      guard value.isFinite, square > 0, square.isFinite else { return nil }
      let excess = value - level
      let move = gradient * (excess / square)
      place -= move
      let moved = Double.hypot(move.x, move.y)
      if Double.hypot(place.x - guess.x, place.y - guess.y) > reach { return nil }
      if moved <= 1e-12 * step { return (place, measure(place).gradient) }
    }
    return nil
  }

  mutating func run(sign: Double) -> (points: [SIMD2<Double>], isClosed: Bool) {
    var points = [start]
    guard window.contains(start.x, start.y), let first = tangent(startGradient, sign) else {
      return (points, false)
    }
    var place = start
    var direction = first
    var length = step / 4
    var travelled = 0.0
    while points.count < LevelFollower.maximumPoints, length > step * 1e-4 {
      guard let (next, gradient) = corrected(place + length * direction, reach: length / 4),
        let turned = tangent(gradient, sign), turned.x * direction.x + turned.y * direction.y > 0.97
      else {
        length /= 2
        continue
      }
      if travelled > 2 * step, returns(from: place, to: next, along: first) {
        points.append(start)
        return (points, true)
      }
      guard window.contains(next.x, next.y) else {
        points.append(clipped(place, next))
        break
      }
      travelled += length
      points.append(next)
      place = next
      direction = turned
      length = min(step, 2 * length)
    }
    return (points, false)
  }

  /// Whether a step passes the start, near it and the same way.
  private func returns(from place: SIMD2<Double>, to next: SIMD2<Double>, along first: SIMD2<Double>) -> Bool
  {
    let behind = (place.x - start.x) * first.x + (place.y - start.y) * first.y
    let ahead = (next.x - start.x) * first.x + (next.y - start.y) * first.y
    guard behind <= 0, ahead > 0 else { return false }
    let share = behind / (behind - ahead)
    let crossing = place + (next - place) * share - start
    // Both ends are on the level, so that their chord misses the start by a small part of a step.
    return Double.hypot(crossing.x, crossing.y) < 0.05 * step
  }

  /// Where the way from a place inside to one outside crosses the border.
  private func clipped(_ inside: SIMD2<Double>, _ outside: SIMD2<Double>) -> SIMD2<Double> {
    let way = outside - inside
    var share = 1.0
    if outside.x < window.minX { share = min(share, (window.minX - inside.x) / way.x) }
    if outside.x > window.maxX { share = min(share, (window.maxX - inside.x) / way.x) }
    if outside.y < window.minY { share = min(share, (window.minY - inside.y) / way.y) }
    if outside.y > window.maxY { share = min(share, (window.maxY - inside.y) / way.y) }
    return inside + way * share
  }
}
