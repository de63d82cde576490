import Expressions

/// Why a box is not settled, the gravest last.
enum BoxDoubt: UInt8, Comparable, Sendable {
  /// There may be a zero.
  case unresolved
  /// Every point is a zero.
  case flat
  /// A derivative may not exist.
  case kink
  /// A value may jump.
  case jump
  /// A value may not exist somewhere.
  case undefined
  /// A value exists nowhere.
  case nowhere

  static func < (first: BoxDoubt, second: BoxDoubt) -> Bool { first.rawValue < second.rawValue }
}

/// A box that a search could not settle.
struct DoubtfulBox: Sendable {
  let box: IntervalBox
  let doubt: BoxDoubt
}

/// What a test says of a box.
enum BoxOutcome {
  /// All is known.
  case settled
  /// Nothing is known but for what lies outside the part that is given: look closer, best by halving this side.
  case open(DoubtfulBox, along: Int?)
  /// The part that is given is doubtful, and smaller boxes would not help.
  case final(DoubtfulBox)
}

/// A question about boxes that smaller boxes answer better.
protocol BoxTest {
  /// Looks at one box.
  mutating func examine(_ box: IntervalBox) -> BoxOutcome
}

/// Branch and bound: boxes are halved, level by level, until a test settles them or they are small.
///
/// Boxes that stay open crowd along curves of doubt, and their number doubles with every level. Once there are many, they
/// are sorted into clusters that touch; large clusters are given up as they are, so that the work goes to the small ones.
struct BoxSearch {
  private let domain: IntervalBox
  private let limits: SearchLimits
  /// The number of boxes looked at.
  private(set) var examined = 0
  /// Whether the search ended because it had looked at as many boxes as it was allowed to.
  private(set) var isExhausted = false
  /// What is left.
  private(set) var doubtful: [DoubtfulBox] = []

  init(_ domain: IntervalBox, limits: SearchLimits) {
    self.domain = domain
    self.limits = limits
  }

  /// Runs to the end.
  mutating func run<Test: BoxTest>(_ test: inout Test) {
    var level = [DoubtfulBox(box: domain, doubt: .unresolved)]
    while !level.isEmpty {
      var next: [DoubtfulBox] = []
      for candidate in level {
        guard examined < limits.maximumBoxes else {
          isExhausted = true
          doubtful.append(candidate)
          continue
        }
        examined += 1
        switch test.examine(candidate.box) {
        case .settled: break
        case .final(let rest): doubtful.append(rest)
        case .open(let rest, let side): halve(rest, along: side, into: &next)
        }
      }
      level = isCrowded(next) ? withoutCrowds(next) : next
    }
  }

  /// The two halves along a side, the longest if none is given, or the box itself to what is left if it is small.
  private mutating func halve(_ candidate: DoubtfulBox, along side: Int?, into next: inout [DoubtfulBox]) {
    let box = candidate.box
    let chosen = side ?? longestSide(of: box)
    let range = box[chosen]
    // Not in the middle: whoever asks has put zeros and poles at round numbers.
    let cut = range.lower + 0.4871 * (range.upper - range.lower)
    let isLarge = range.width > limits.resolution * domain[chosen].width
    guard isLarge, range.lower < cut, cut < range.upper else {
      doubtful.append(candidate)
      return
    }
    var half = box
    half[chosen] = Interval(range.lower, cut)
    next.append(DoubtfulBox(box: half, doubt: candidate.doubt))
    half[chosen] = Interval(cut, range.upper)
    next.append(DoubtfulBox(box: half, doubt: candidate.doubt))
  }

  /// The side that is longest as a share of the whole.
  private func longestSide(of box: IntervalBox) -> Int {
    var longest = 0
    var length = 0.0
    for side in box.sides.indices {
      let share = box[side].width / domain[side].width
      if share > length {
        longest = side
        length = share
      }
    }
    return longest
  }

  /// Whether there are so many small boxes that they lie along curves, or half of the allowance is used.
  private func isCrowded(_ level: [DoubtfulBox]) -> Bool {
    if examined > limits.maximumBoxes / 2 { return level.count > 128 }
    guard level.count > 2048 else { return false }
    // Small is a millionth of the whole.
    let small = level.filter { candidate in
      var share = 1.0
      for side in domain.sides.indices { share *= candidate.box[side].width / domain[side].width }
      return share <= 0x1p-20
    }
    return 2 * small.count > level.count
  }

  /// Gives up the large clusters; what is left is the small ones.
  private mutating func withoutCrowds(_ level: [DoubtfulBox]) -> [DoubtfulBox] {
    var rest: [DoubtfulBox] = []
    for cluster in BoxClusters(level.map { $0.box }).members {
      if cluster.count > 128 {
        // They are given up for want of an allowance, or because they lie along a curve, which no allowance is for.
        if examined > limits.maximumBoxes / 2 { isExhausted = true }
        for place in cluster { doubtful.append(level[place]) }
      } else {
        for place in cluster { rest.append(level[place]) }
      }
    }
    return rest
  }
}
