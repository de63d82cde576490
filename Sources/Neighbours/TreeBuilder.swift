import Parallel

/// Grows a tree: cuts the numbers of the points at medians, then lays the coordinates out leaf by leaf.
struct TreeBuilder {
  let points: PointSet
  let slots: Int
  let leaves: Int
  var coordinates: [Double]
  var numbers: [Int32]
  var boxes: [Double]
  var smallest: [Int32]

  init(_ points: PointSet, leafLimit: Int) {
    self.points = points
    var leaves = 1
    while (points.count + leaves - 1) / leaves > leafLimit { leaves *= 2 }
    self.leaves = leaves
    slots = ((points.count + leaves - 1) / leaves + 7) / 8 * 8
    coordinates = [Double](repeating: .infinity, count: leaves * slots * points.dimension)
    numbers = [Int32](repeating: -1, count: leaves * slots)
    boxes = [Double](repeating: 0, count: 4 * leaves * points.dimension)
    smallest = [Int32](repeating: 0, count: 2 * leaves)
  }

  /// Fills the tree: the upper nodes one after the other, what is below them on all threads.
  mutating func build() {
    var keys = [SelectionKey](repeating: SelectionKey(value: 0, number: 0), count: points.count)
    for index in 0..<points.count { keys[index].number = Int32(index) }
    let points = points
    let slots = slots
    let leaves = leaves
    points.coordinates.withUnsafeBufferPointer { source in
      coordinates.withUnsafeMutableBufferPointer { coordinates in
        numbers.withUnsafeMutableBufferPointer { numbers in
          boxes.withUnsafeMutableBufferPointer { boxes in
            smallest.withUnsafeMutableBufferPointer { smallest in
              keys.withUnsafeMutableBufferPointer { keys in
                let growth = TreeGrowth(
                  source: source, count: points.count, dimension: points.dimension, slots: slots,
                  leaves: leaves, coordinates: coordinates, numbers: numbers, boxes: boxes,
                  smallest: smallest, keys: keys)
                growth.all()
              }
            }
          }
        }
      }
    }
  }
}

/// A tree while it grows, as pointers.
private struct TreeGrowth: @unchecked Sendable {
  let source: UnsafeBufferPointer<Double>
  let count: Int
  let dimension: Int
  let slots: Int
  let leaves: Int
  let coordinates: UnsafeMutableBufferPointer<Double>
  let numbers: UnsafeMutableBufferPointer<Int32>
  let boxes: UnsafeMutableBufferPointer<Double>
  let smallest: UnsafeMutableBufferPointer<Int32>
  let keys: UnsafeMutableBufferPointer<SelectionKey>

  func all() {
    let tops = min(leaves, 16)
    for node in 1..<tops { cut(node) }
    inParallel(tops) { part in
      grow(tops + part)
    }
    for node in (1..<tops).reversed() {
      smallest[node] = min(smallest[2 * node], smallest[2 * node + 1])
    }
  }

  /// The points of a node: equally many in all nodes of a depth, but for one.
  func range(_ node: Int) -> Range<Int> {
    var first = node
    var last = node
    while first < leaves {
      first = 2 * first
      last = 2 * last + 1
    }
    return start(first - leaves)..<start(last + 1 - leaves)
  }

  func start(_ leaf: Int) -> Int { Int(Int64(leaf) * Int64(count) / Int64(leaves)) }

  func grow(_ node: Int) {
    guard node < leaves else { return fill(node) }
    cut(node)
    grow(2 * node)
    grow(2 * node + 1)
    smallest[node] = min(smallest[2 * node], smallest[2 * node + 1])
  }

  /// The bounds of a node's points; the axis on which they lie farthest apart.
  @discardableResult
  func bound(_ node: Int, _ range: Range<Int>) -> Int {
    var widest = 0
    var width = -1.0
    for axis in 0..<dimension {
      var lower = Double.infinity
      var upper = -Double.infinity
      let first = axis &* count
      for index in range {
        let value = source[first &+ Int(keys[index].number)]
        lower = value < lower ? value : lower
        upper = value > upper ? value : upper
      }
      boxes[2 * dimension * node + axis] = lower
      boxes[2 * dimension * node + dimension + axis] = upper
      if upper - lower > width {
        width = upper - lower
        widest = axis
      }
    }
    return widest
  }

  func cut(_ node: Int) {
    let range = range(node)
    let first = bound(node, range) &* count
    for index in range { keys[index].value = source[first &+ Int(keys[index].number)] }
    let middle = self.range(2 * node).upperBound
    select(middle, keys, range, seed: UInt64(node))
  }

  func fill(_ node: Int) {
    let range = range(node)
    bound(node, range)
    let leaf = node - leaves
    var least = Int32.max
    for (slot, index) in range.enumerated() {
      let number = keys[index].number
      least = min(least, number)
      numbers[leaf * slots + slot] = number
      for axis in 0..<dimension {
        coordinates[(leaf * dimension + axis) * slots + slot] = source[axis * count + Int(number)]
      }
    }
    smallest[node] = least
  }
}
