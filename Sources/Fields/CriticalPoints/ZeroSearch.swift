import Expressions

/// A zero that is proven to be the only one in a box.
struct ProvenZero: Sendable {
  /// Where it is, as narrow as it can be had.
  let place: IntervalBox
  /// A box in which there is no other.
  let region: IntervalBox
}

/// Looks for the zeros of a field: excludes boxes by the field's bounds, and proves zeros by Newton's method.
struct ZeroSearch: BoxTest {
  private let enclosure: FieldEnclosure
  private var workspace = IntervalWorkspace()
  /// The zeros found, some of which may lie outside the box that is searched.
  private(set) var zeros: [ProvenZero] = []
  /// Boxes in which nothing is left to find.
  private var resolved: [IntervalBox] = []

  /// Sides below these lengths are not halved further.
  private let shortest: [Double]

  init(_ enclosure: FieldEnclosure, _ domain: IntervalBox, limits: SearchLimits) {
    self.enclosure = enclosure
    shortest = domain.sides.map { limits.resolution * $0.width }
  }

  mutating func examine(_ box: IntervalBox) -> BoxOutcome {
    var rest = box
    for _ in 0..<8 {
      enclosure.evaluate(over: rest, into: &workspace)
      if enclosure.excludesZero(workspace) { return .settled }
      for region in resolved where rest.isSubset(of: region) { return .settled }
      if let obstacle = enclosure.obstacle(workspace) {
        return .open(DoubtfulBox(box: rest, doubt: obstacle), along: nil)
      }
      if enclosure.isZero(workspace) { return flat(rest) }
      switch IntervalNewton.step(enclosure, over: rest, workspace) {
      case .useless: return open(rest)
      case .none: return .settled
      case .unique(let place):
        record(place, in: rest)
        return .settled
      case .narrowed(let smaller, let atMostOne, let guess):
        let outcome = open(rest)
        if atMostOne && proves(guess, around: smaller, of: rest) { return .settled }
        // Another step pays as long as it saves a halving.
        if ZeroSearch.shrinkage(from: rest, to: smaller) > 0.5 { return outcome }
        rest = smaller
      }
    }
    return .open(DoubtfulBox(box: rest, doubt: .unresolved), along: nil)
  }

  /// A box of zeros; narrowed to a point, it may well be a simple one.
  private mutating func flat(_ box: IntervalBox) -> BoxOutcome {
    if box.sides.allSatisfy({ $0.isPoint }) {
      if proves(box.centre, around: box, of: box) { return .settled }
      return .final(DoubtfulBox(box: box, doubt: .unresolved))
    }
    return .final(DoubtfulBox(box: box, doubt: .flat))
  }

  /// The box that was evaluated last, to be halved where that narrows the bounds of a component most.
  ///
  /// A component whose bounds at the centre are hardly narrower than over the box is lost in its own rounding.
  private func open(_ box: IntervalBox) -> BoxOutcome {
    let size = enclosure.dimension
    var best = -1
    var greatest = 0.0
    for component in 0..<size {
      let width = enclosure.value(component, workspace).width
      let rounding = enclosure.centralValue(component, workspace).width
      if width <= 4 * rounding { continue }
      var spreads: [Double] = []
      var sum = 0.0
      for side in 0..<size {
        let slope = enclosure.derivative(component, by: side, workspace).magnitude
        spreads.append(slope * box[side].width)
        sum += spreads[side]
      }
      guard sum.isFinite else { return .open(DoubtfulBox(box: box, doubt: .unresolved), along: nil) }
      for side in 0..<size where box[side].width > shortest[side] && spreads[side] > greatest * sum {
        best = side
        greatest = spreads[side] / sum
      }
    }
    let rest = DoubtfulBox(box: box, doubt: .unresolved)
    return best < 0 ? .final(rest) : .open(rest, along: best)
  }

  /// The product of the shares that are left of the sides.
  private static func shrinkage(from box: IntervalBox, to smaller: IntervalBox) -> Double {
    var product = 1.0
    for side in box.sides.indices where box[side].width > 0 {
      product *= smaller[side].width / box[side].width
    }
    return product
  }

  /// Tries a larger box around a zero that may lie on the border of this one or is known too well.
  ///
  /// - Parameters:
  ///   - guess: Where the zero may be.
  ///   - part: What is left of the box.
  ///   - box: What is settled by a proof.
  private mutating func proves(_ guess: [Double], around part: IntervalBox, of box: IntervalBox) -> Bool {
    guard guess.allSatisfy({ $0.isFinite }) else { return false }
    var region = part.hull(IntervalBox(guess.map { Interval($0) })).scaled(by: 1.25)
    for side in region.sides.indices {
      // Nothing is proven in a box no larger than the rounding.
      let reach = 0x1p20 * shortest[side]
      region[side] = region[side].hull(Interval(guess[side] - reach, guess[side] + reach))
    }
    guard let place = uniqueZero(in: region) else { return false }
    record(place, in: region)
    return true
  }

  /// Where the only zero of a box is, if Newton's method proves that there is one.
  private mutating func uniqueZero(in region: IntervalBox) -> IntervalBox? {
    enclosure.evaluate(over: region, into: &workspace)
    guard enclosure.obstacle(workspace) == nil,
      case .unique(let place) = IntervalNewton.step(enclosure, over: region, workspace)
    else { return nil }
    return place
  }

  private mutating func record(_ place: IntervalBox, in region: IntervalBox) {
    resolved.append(region)
    for zero in zeros where place.isSubset(of: zero.region) { return }
    let narrow = exact(refined(place))
    for zero in zeros where zero.place.isSubset(of: region) || narrow.isSubset(of: zero.region) { return }
    // The larger the box without other zeros, the fewer boxes beside it are left to look at.
    var largest = region
    for _ in 0..<24 {
      let larger = largest.scaled(by: 1.5)
      guard uniqueZero(in: larger) != nil else { break }
      largest = larger
    }
    resolved[resolved.count - 1] = largest
    zeros.append(ProvenZero(place: narrow, region: largest))
  }

  /// Newton's method as long as it narrows.
  private mutating func refined(_ place: IntervalBox) -> IntervalBox {
    var best = place
    for _ in 0..<30 {
      enclosure.evaluate(over: best, into: &workspace)
      let next: IntervalBox
      switch IntervalNewton.step(enclosure, over: best, workspace) {
      case .unique(let smaller): next = smaller
      case .narrowed(let smaller, _, _): next = smaller
      default: return best
      }
      if next == best { return best }
      best = next
    }
    return best
  }

  /// The point itself, where the field is seen to be exactly 0 at the simplest numbers in the box.
  private mutating func exact(_ place: IntervalBox) -> IntervalBox {
    let point = IntervalBox(place.sides.map { Interval($0.simplest) })
    enclosure.evaluate(over: point, into: &workspace)
    return enclosure.isZero(workspace) ? point : place
  }
}
