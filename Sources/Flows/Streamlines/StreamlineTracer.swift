import Elementary
import Expressions
import Fields

/// Follows the direction of a field through a picture, with unit speed in the picture's units.
struct StreamlineTracer<Field: VectorField> {
  struct Line {
    let points: [PicturePoint]
    let isClosed: Bool
  }

  private let field: Field
  private let picture: EvenlySpacedStreamlines
  private let point: Block<Double>
  private let value: Block<Double>
  private let scaleX: Double
  private let scaleY: Double
  private let tableau = ButcherTableau.dormandPrince54
  private var slopes: [PicturePoint]

  init(field: Field, picture: EvenlySpacedStreamlines) {
    self.field = field
    self.picture = picture
    point = Block(rows: 2, capacity: 1)
    point.count = 1
    value = Block(rows: 2, capacity: 1)
    scaleX = picture.width / picture.window.width
    scaleY = picture.height / picture.window.height
    slopes = Array(repeating: PicturePoint(x: 0, y: 0), count: tableau.stageCount)
  }

  func contains(_ place: PicturePoint) -> Bool {
    place.x >= 0 && place.x <= picture.width && place.y >= 0 && place.y <= picture.height
  }

  /// The unit vector of the flow in the picture; nil where the field is zero or not finite.
  private func direction(at place: PicturePoint, sign: Double) -> PicturePoint? {
    point[0, 0] = picture.window.minX + place.x / scaleX
    point[1, 0] = picture.window.minY + place.y / scaleY
    field.values(at: point, into: value)
    let dx = value[0, 0] * scaleX
    let dy = value[1, 0] * scaleY
    let length = Double.hypot(dx, dy)
    guard length > 0, length.isFinite else { return nil }
    return PicturePoint(x: sign * dx / length, y: sign * dy / length)
  }

  /// The line through a seed, both ways; nil when it is too short to show.
  mutating func trace(from seed: PicturePoint, grid: SeparationGrid) -> Line? {
    let (forward, isClosed) = run(from: seed, sign: 1, before: [], grid: grid)
    let backward = isClosed ? [seed] : run(from: seed, sign: -1, before: forward, grid: grid).points
    let points = Array(backward.dropFirst().reversed()) + forward
    var length = 0.0
    for index in points.indices.dropFirst() {
      length += points[index].squaredDistance(to: points[index - 1]).squareRoot()
    }
    guard length >= EvenlySpacedStreamlines.shortestLength * picture.separation else { return nil }
    return Line(points: points, isClosed: isClosed)
  }

  /// The points from the seed on; `before` is the other half of the same line.
  private mutating func run(
    from seed: PicturePoint, sign: Double, before: [PicturePoint], grid: SeparationGrid
  ) -> (points: [PicturePoint], isClosed: Bool) {
    var points = [seed]
    var lengths = [0.0]
    guard let start = direction(at: seed, sign: sign) else { return (points, false) }
    slopes[0] = start
    let longest = picture.separation / 3
    var step = longest / 2
    var travelled = 0.0
    let limit = 40 * (picture.width + picture.height)
    while travelled < limit {
      guard let current = points.last, let (next, error) = attempt(current, step, sign: sign) else {
        // The field ends within reach: come nearer by halves before giving up.
        step /= 2
        if step < picture.separation * 0.01 { break }
        continue
      }
      let allowed = picture.separation * 1e-5
      let factor = error == 0 ? 4 : 0.9 * Double.pow(allowed / error, 0.2)
      if error > allowed {
        step *= min(0.9, max(0.2, factor))
        if step < picture.separation * 0.002 { break }
        continue
      }
      travelled += step
      let firstSlope = slopes[0]
      slopes[0] = slopes[tableau.stageCount - 1]
      if let share = returning(from: current, to: next, start: seed, direction: start, count: points.count) {
        // A line that comes back to its start closes; one that misses it is a spiral.
        slopes[0] = firstSlope
        guard let (landing, _) = attempt(current, step * share, sign: sign),
          landing.squaredDistance(to: seed).squareRoot() < picture.separation * 0.02
        else { break }
        points.append(seed)
        return (points, true)
      }
      if !contains(next) {
        points.append(clipped(current, next))
        break
      }
      let own = (points, lengths, travelled)
      if !grid.isFree(next, distance: picture.separation / 2) || meets(next, own: own, before: before) {
        break
      }
      points.append(next)
      lengths.append(travelled)
      step = min(longest, step * min(4, max(0.2, factor)))
    }
    return (points, false)
  }

  /// One step of Dormand–Prince: the new point and the estimated error; nil where the field ends on the way.
  private mutating func attempt(
    _ place: PicturePoint, _ step: Double, sign: Double
  ) -> (PicturePoint, Double)? {
    var next = place
    for stage in 1..<tableau.stageCount {
      var dx = 0.0
      var dy = 0.0
      for (earlier, coefficient) in tableau.coefficients[stage].enumerated() {
        dx += coefficient * slopes[earlier].x
        dy += coefficient * slopes[earlier].y
      }
      next = PicturePoint(x: place.x + step * dx, y: place.y + step * dy)
      guard let slope = direction(at: next, sign: sign) else { return nil }
      slopes[stage] = slope
    }
    var errorX = 0.0
    var errorY = 0.0
    for (stage, weight) in tableau.errorWeights.enumerated() {
      errorX += weight * slopes[stage].x
      errorY += weight * slopes[stage].y
    }
    return (next, step * Double.hypot(errorX, errorY))
  }

  /// At which share of a step a line comes round to its start, the same way as it left; nil otherwise.
  private func returning(
    from current: PicturePoint, to next: PicturePoint, start: PicturePoint, direction: PicturePoint,
    count: Int
  ) -> Double? {
    let behind = (current.x - start.x) * direction.x + (current.y - start.y) * direction.y
    let ahead = (next.x - start.x) * direction.x + (next.y - start.y) * direction.y
    guard count > 2, behind < 0, ahead >= 0 else { return nil }
    let share = behind / (behind - ahead)
    let x = current.x + share * (next.x - current.x) - start.x
    let y = current.y + share * (next.y - current.y) - start.y
    return Double.hypot(x, y) < picture.separation / 2 ? share : nil
  }

  /// Whether a line has come too near to itself: to an earlier turn, or to the half that was drawn before.
  private func meets(
    _ next: PicturePoint, own: (points: [PicturePoint], lengths: [Double], travelled: Double),
    before: [PicturePoint]
  ) -> Bool {
    let limit = picture.separation * picture.separation / 4
    // What lies less than this behind is near because the line is one piece.
    let recent = 2 * picture.separation
    for (index, point) in own.points.enumerated() {
      guard own.travelled - own.lengths[index] > recent else { break }
      // Near the start the line may be about to close, which `returning` decides.
      let mayClose = own.lengths[index] < picture.separation
      if !mayClose, point.squaredDistance(to: next) < limit { return true }
    }
    for (index, point) in before.enumerated() where point.squaredDistance(to: next) < limit {
      if Double(index) * picture.separation / 3 + own.travelled > recent { return true }
    }
    return false
  }

  /// Where the segment from a point inside to one outside crosses the border.
  private func clipped(_ inside: PicturePoint, _ outside: PicturePoint) -> PicturePoint {
    var share = 1.0
    let dx = outside.x - inside.x
    let dy = outside.y - inside.y
    if outside.x < 0 { share = min(share, -inside.x / dx) }
    if outside.x > picture.width { share = min(share, (picture.width - inside.x) / dx) }
    if outside.y < 0 { share = min(share, -inside.y / dy) }
    if outside.y > picture.height { share = min(share, (picture.height - inside.y) / dy) }
    return PicturePoint(x: inside.x + share * dx, y: inside.y + share * dy)
  }
}
