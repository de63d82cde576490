import Expressions

/// Boxes sorted into clusters that touch or nearly do.
struct BoxClusters {
  /// The places of the boxes of each cluster, rising; clusters by their first box.
  private(set) var members: [[Int]] = []
  private let boxes: [IntervalBox]
  private var parents: [Int]

  /// Clusters of boxes that meet once each has grown by this factor around its centre.
  init(_ boxes: [IntervalBox], growth: Double = 1.5) {
    self.boxes = boxes.map { $0.scaled(by: growth) }
    parents = Array(boxes.indices)
    guard !boxes.isEmpty else { return }
    connect(Array(boxes.indices))
    var places = [Int](repeating: -1, count: boxes.count)
    for place in boxes.indices {
      let root = root(place)
      if places[root] < 0 {
        places[root] = members.count
        members.append([])
      }
      members[places[root]].append(place)
    }
  }

  private mutating func root(_ place: Int) -> Int {
    var place = place
    while parents[place] != place {
      parents[place] = parents[parents[place]]
      place = parents[place]
    }
    return place
  }

  /// Joins all pairs that touch: two boxes that do have a common point on one side of a cut.
  private mutating func connect(_ places: [Int]) {
    if places.count > 32, let (lower, upper) = halves(of: places) {
      connect(lower)
      connect(upper)
      return
    }
    for (index, first) in places.enumerated() {
      for second in places.dropFirst(index + 1) where boxes[first].intersects(boxes[second]) {
        let a = root(first)
        let b = root(second)
        parents[max(a, b)] = min(a, b)
      }
    }
  }

  /// The boxes on either side of a cut through the middle one, those that it meets on both; `nil` if they are too many.
  private func halves(of places: [Int]) -> ([Int], [Int])? {
    var best: ([Int], [Int])?
    for side in boxes[places[0]].sides.indices {
      let middles = places.map { boxes[$0][side].midpoint }.sorted()
      let cut = middles[middles.count / 2]
      let lower = places.filter { boxes[$0][side].lower <= cut }
      let upper = places.filter { boxes[$0][side].upper >= cut }
      let count = max(lower.count, upper.count)
      if count < best.map({ max($0.0.count, $0.1.count) }) ?? (places.count * 7 / 8) { best = (lower, upper) }
    }
    return best
  }
}
