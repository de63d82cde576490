/// The search for the nearest points of one point after another.
struct NearestSearch<Rule: DistanceRule> {
  let view: TreeView
  let k: Int
  /// The point that is asked about; whoever runs the search writes it.
  let query: UnsafeMutablePointer<Double>
  /// The keys of the nearest so far, ascending, and their numbers.
  private let keys: UnsafeMutablePointer<Double>
  private let found: UnsafeMutablePointer<Int32>
  /// The nodes that are still to be seen, and their least keys.
  private let waiting: UnsafeMutablePointer<Int32>
  private let waitingKeys: UnsafeMutablePointer<Double>
  private let numbers: UnsafeMutableBufferPointer<Int32>
  private let distances: UnsafeMutableBufferPointer<Double>
  private var worst = 0.0
  private var worstNumber: Int32 = 0
  private var excluded: Int32 = -1

  init(
    _ view: TreeView, _ k: Int, _ numbers: UnsafeMutableBufferPointer<Int32>,
    _ distances: UnsafeMutableBufferPointer<Double>
  ) {
    self.view = view
    self.k = k
    self.numbers = numbers
    self.distances = distances
    query = .allocate(capacity: view.dimension)
    query.initialize(repeating: 0, count: view.dimension)
    keys = .allocate(capacity: k)
    found = .allocate(capacity: k)
    // A way down leaves one node a level behind, and there are fewer than 32 levels.
    waiting = .allocate(capacity: 64)
    waitingKeys = .allocate(capacity: 64)
  }

  func end() {
    query.deallocate()
    keys.deallocate()
    found.deallocate()
    waiting.deallocate()
    waitingKeys.deallocate()
  }

  /// Searches the whole tree, beginning at its root.
  mutating func run() {
    reset(-1)
    descend(1, 0)
  }

  /// Searches the whole tree for neighbours of one of its points, beginning in the leaf where that is.
  mutating func run(from leaf: Int, without number: Int32) {
    reset(number)
    scan(leaf)
    var node = view.leaves &+ leaf
    while node > 1 {
      let sibling = node ^ 1
      let key = view.nearestKey(Rule.self, sibling, query)
      if isWorthwhile(sibling, key) { descend(sibling, key) }
      node >>= 1
    }
  }

  /// Writes what was found to the row of this number.
  func give(_ row: Int) {
    for rank in 0..<k {
      numbers[row &* k &+ rank] = found[rank]
      distances[row &* k &+ rank] = Rule.distance(keys[rank])
    }
  }

  private mutating func reset(_ number: Int32) {
    excluded = number
    worst = .greatestFiniteMagnitude
    worstNumber = .max
    for rank in 0..<k {
      keys[rank] = .greatestFiniteMagnitude
      found[rank] = .max
    }
  }

  /// Whether a node can hold a point that comes before the last of those found.
  @inline(__always)
  private func isWorthwhile(_ node: Int, _ key: Double) -> Bool {
    key < worst || (key == worst && view.smallest[node] < worstNumber)
  }

  /// Searches a node, nearer children first.
  private mutating func descend(_ top: Int, _ topKey: Double) {
    var depth = 0
    var node = top
    var key = topKey
    while true {
      if isWorthwhile(node, key) {
        while node < view.leaves {
          let left = view.nearestKey(Rule.self, 2 &* node, query)
          let right = view.nearestKey(Rule.self, 2 &* node &+ 1, query)
          let isLeft = left <= right
          waiting[depth] = Int32(truncatingIfNeeded: isLeft ? 2 &* node &+ 1 : 2 &* node)
          waitingKeys[depth] = isLeft ? right : left
          depth &+= 1
          node = isLeft ? 2 &* node : 2 &* node &+ 1
        }
        scan(node &- view.leaves)
      }
      guard depth > 0 else { return }
      depth &-= 1
      node = Int(waiting[depth])
      key = waitingKeys[depth]
    }
  }

  /// Compares with the points of a leaf, eight at once.
  @inline(__always)
  private mutating func scan(_ leaf: Int) {
    for lane in stride(from: 0, to: view.slots, by: 8) {
      var sums = Lanes(repeating: 0)
      for axis in 0..<view.dimension {
        sums = Rule.joined(sums, view.lanes(leaf, axis, lane) - Lanes(repeating: query[axis]))
      }
      var near = (sums .<= Lanes(repeating: worst)).bits
      while near != 0 {
        let place = near.trailingZeroBitCount
        near &= near &- 1
        insert(sums[place], view.numbers[leaf &* view.slots &+ lane &+ place])
      }
    }
  }

  @inline(__always)
  private mutating func insert(_ key: Double, _ number: Int32) {
    guard number != excluded, key < worst || (key == worst && number < worstNumber) else { return }
    var rank = k &- 1
    while rank > 0 {
      let before = keys[rank &- 1]
      guard key < before || (key == before && number < found[rank &- 1]) else { break }
      keys[rank] = before
      found[rank] = found[rank &- 1]
      rank &-= 1
    }
    keys[rank] = key
    found[rank] = number
    worst = keys[k &- 1]
    worstNumber = found[k &- 1]
  }
}
