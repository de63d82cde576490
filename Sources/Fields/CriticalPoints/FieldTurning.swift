import Elementary
import Expressions

/// How often a field of the plane turns round along a closed curve, by angles at points close enough together.
///
/// The points are multiplied until no step turns the field by more than a radian and no step's half turns it by more than
/// the whole; so no turn is missed that the field's values could show. What happens between the points is not proven.
struct FieldTurning<Field: VectorField> {
  private let field: Field
  private let point: (Double) -> (x: Double, y: Double)
  private var shares: [Double] = []
  private var angles: [Double] = []

  /// The curve is given by its points for the shares 0 to 1 of its length, the ends being one.
  init(_ field: Field, along point: @escaping (Double) -> (x: Double, y: Double)) {
    self.field = field
    self.point = point
  }

  /// The turns, counter-clockwise; `nil` where the field is 0 or not a number on the curve, or turns without end.
  mutating func windingNumber() -> Int? {
    let start = (0..<128).map { Double($0) / 128 }
    guard let first = directions(at: start) else { return nil }
    shares = start + [1]
    angles = first + [first[0]]
    var suspects = Array(0..<128)
    for _ in 0..<40 {
      let middles = suspects.map { 0.5 * (shares[$0] + shares[$0 + 1]) }
      guard let found = directions(at: middles) else { return nil }
      suspects = insert(middles, found, after: suspects)
      if suspects.isEmpty { return total }
      if shares.count > 200_000 { return nil }
    }
    return nil
  }

  private var total: Int {
    var sum = 0.0
    for index in 1..<angles.count { sum += FieldTurning.turn(from: angles[index - 1], to: angles[index]) }
    return Int((sum / (2 * Double.pi)).rounded())
  }

  /// Puts the middles in and gives the places of the new steps that need another look.
  private mutating func insert(_ middles: [Double], _ found: [Double], after places: [Int]) -> [Int] {
    var newShares: [Double] = []
    var newAngles: [Double] = []
    var suspects: [Int] = []
    var next = 0
    for index in shares.indices {
      newShares.append(shares[index])
      newAngles.append(angles[index])
      guard next < places.count, places[next] == index else { continue }
      let first = FieldTurning.turn(from: angles[index], to: found[next])
      let second = FieldTurning.turn(from: found[next], to: angles[index + 1])
      let whole = FieldTurning.turn(from: angles[index], to: angles[index + 1])
      let isConsistent = (first + second - whole).magnitude < 1e-6
      if !isConsistent || max(first.magnitude, second.magnitude) > 1 {
        suspects.append(newShares.count - 1)
        suspects.append(newShares.count)
      }
      newShares.append(middles[next])
      newAngles.append(found[next])
      next += 1
    }
    shares = newShares
    angles = newAngles
    return suspects
  }

  /// The angle between −π and π by which one turns.
  private static func turn(from first: Double, to second: Double) -> Double {
    var turn = second - first
    if turn > Double.pi { turn -= 2 * Double.pi }
    if turn <= -Double.pi { turn += 2 * Double.pi }
    return turn
  }

  private func directions(at shares: [Double]) -> [Double]? {
    let points = Block<Double>(rows: 2, capacity: shares.count)
    let values = Block<Double>(rows: 2, capacity: shares.count)
    points.count = shares.count
    for (lane, share) in shares.enumerated() {
      let place = point(share)
      points[0, lane] = place.x
      points[1, lane] = place.y
    }
    field.values(at: points, into: values)
    var angles: [Double] = []
    for lane in shares.indices {
      let (x, y) = (values[0, lane], values[1, lane])
      guard x.isFinite, y.isFinite, x != 0 || y != 0 else { return nil }
      angles.append(Double.atan2(y, x))
    }
    return angles
  }
}

extension VectorField {
  /// How often a field of the plane turns round while one goes once round a circle, counter-clockwise: the sum of the
  /// indices of its zeros and poles inside.
  ///
  /// Found from angles at points close enough together; `nil` where the field is 0 or not a number on the circle.
  ///
  /// - Precondition: the field has two components and two coordinates.
  public func windingNumber(around circle: Circle) -> Int? {
    precondition(components == 2 && dimension == 2, "a circle lies in the plane")
    var turning = FieldTurning(self) { share in
      let angle = 2 * Double.pi * share
      return (circle.x + circle.radius * Double.cos(angle), circle.y + circle.radius * Double.sin(angle))
    }
    return turning.windingNumber()
  }

  /// How often the field turns round along the border of a box of the plane.
  func windingNumber(along box: IntervalBox) -> Int? {
    let (left, right) = (box[0].lower, box[0].upper)
    let (bottom, top) = (box[1].lower, box[1].upper)
    var turning = FieldTurning(self) { share in
      let side = min(Int(4 * share), 3)
      let part = 4 * share - Double(side)
      switch side {
      case 0: return (left + part * (right - left), bottom)
      case 1: return (right, bottom + part * (top - bottom))
      case 2: return (right - part * (right - left), top)
      default: return (left, top - part * (top - bottom))
      }
    }
    return turning.windingNumber()
  }
}
