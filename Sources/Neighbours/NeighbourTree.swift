import Parallel

/// Points sorted in space, so that the near ones of any point are found without looking at all.
///
/// ```swift
/// let tree = NeighbourTree(try PointSet([xs, ys]))
/// let near = try tree.nearest(4)                       // the four nearest others of every point
/// near.distances(to: 4)                                // how far the fourth is from each
/// try tree.counts(within: radii, norm: .maximum)       // how many others lie strictly closer than that
/// ```
///
/// A k-d tree (Bentley 1975; Friedman, Bentley & Finkel 1977): cut at the median of the widest axis until a leaf holds
/// a few dozen points at most, which are compared in lanes. Built once in O(n log n) steps. Its boxes enclose their
/// points tightly, so that clusters cost no more than a cloud. All distances are those of the coordinates as
/// rounded; equal distances are told apart by the number of the point. What is found therefore depends neither on the
/// shape of the tree nor on the number of threads.
public struct NeighbourTree: Sendable {
  /// The points, in the order given.
  public let points: PointSet

  /// How many places a leaf has; a multiple of the lanes.
  let slots: Int
  /// How many leaves there are, a power of two; leaf l is node `leaves + l`, and node n has the children 2n and 2n + 1.
  let leaves: Int
  /// The coordinates, leaf after leaf, axis after axis; places without a point are infinitely far away.
  let coordinates: [Double]
  /// Which point is in which place; −1 where there is none.
  let numbers: [Int32]
  /// The lower and then the upper bounds of the points in each node.
  let boxes: [Double]
  /// The smallest number of a point in each node.
  let smallest: [Int32]

  /// The most points a leaf holds.
  static let leafLimit = 20

  /// Grows the tree, on all threads.
  public init(_ points: PointSet) {
    self.points = points
    var builder = TreeBuilder(points, leafLimit: NeighbourTree.leafLimit)
    builder.build()
    slots = builder.slots
    leaves = builder.leaves
    coordinates = builder.coordinates
    numbers = builder.numbers
    boxes = builder.boxes
    smallest = builder.smallest
  }

  /// Calls `body` with the tree as pointers, which are valid only meanwhile.
  func withView<Result>(_ body: (TreeView) -> Result) -> Result {
    coordinates.withUnsafeBufferPointer { coordinates in
      numbers.withUnsafeBufferPointer { numbers in
        boxes.withUnsafeBufferPointer { boxes in
          smallest.withUnsafeBufferPointer { smallest in
            guard let first = coordinates.baseAddress, let number = numbers.baseAddress,
              let box = boxes.baseAddress, let least = smallest.baseAddress
            else { preconditionFailure("a tree has points") }
            return body(
              TreeView(
                coordinates: first, numbers: number, boxes: box, smallest: least, slots: slots,
                leaves: leaves, dimension: points.dimension, count: points.count))
          }
        }
      }
    }
  }

  /// The parts in which all leaves are worked through: each has some neighbouring leaves.
  func leafParts() -> Int { min(leaves, 64) }

  func leaves(of part: Int, _ parts: Int) -> Range<Int> {
    part * leaves / parts..<(part + 1) * leaves / parts
  }
}

/// A tree as pointers.
struct TreeView: @unchecked Sendable {
  let coordinates: UnsafePointer<Double>
  let numbers: UnsafePointer<Int32>
  let boxes: UnsafePointer<Double>
  let smallest: UnsafePointer<Int32>
  let slots: Int
  let leaves: Int
  let dimension: Int
  let count: Int

  /// The number of points in the leaves before this one.
  func start(_ leaf: Int) -> Int { Int(Int64(leaf) * Int64(count) / Int64(leaves)) }

  @inline(__always)
  func lanes(_ leaf: Int, _ axis: Int, _ lane: Int) -> Lanes {
    Lanes.load(coordinates + ((leaf &* dimension &+ axis) &* slots &+ lane))
  }

  /// The least key that a point in the node's box can have.
  ///
  /// Rounding is monotone, so that no point's key as computed is less.
  @inline(__always)
  func nearestKey<Rule: DistanceRule>(
    _ rule: Rule.Type, _ node: Int, _ query: UnsafePointer<Double>
  ) -> Double {
    let lower = boxes + 2 &* dimension &* node
    var key = 0.0
    for axis in 0..<dimension {
      let below = lower[axis] - query[axis]
      let above = query[axis] - lower[dimension &+ axis]
      let outside = below > above ? below : above
      key = Rule.joined(key, outside > 0 ? outside : 0)
    }
    return key
  }

  /// The largest key that a point in the node's box can have.
  @inline(__always)
  func farthestKey<Rule: DistanceRule>(
    _ rule: Rule.Type, _ node: Int, _ query: UnsafePointer<Double>
  ) -> Double {
    let lower = boxes + 2 &* dimension &* node
    var key = 0.0
    for axis in 0..<dimension {
      let below = (query[axis] - lower[axis]).magnitude
      let above = (lower[dimension &+ axis] - query[axis]).magnitude
      key = Rule.joined(key, below > above ? below : above)
    }
    return key
  }
}

extension SIMD {
  @inline(__always) static func load(_ source: UnsafePointer<Scalar>) -> Self {
    #if arch(wasm32)
      // There every load may be unaligned, and the library's for that case is a call that takes the lanes apart.
      return UnsafeRawPointer(source).assumingMemoryBound(to: Self.self).pointee
    #else
      return UnsafeRawPointer(source).loadUnaligned(as: Self.self)
    #endif
  }
}

extension SIMDMask where Storage == SIMD8<Int64> {
  /// One bit for every lane that holds, the first lane lowest.
  @inline(__always) var bits: UInt64 {
    let lanes = unsafeBitCast(self, to: SIMD8<UInt64>.self) & SIMD8(1, 2, 4, 8, 16, 32, 64, 128)
    let four = lanes.lowHalf | lanes.highHalf
    let two = four.lowHalf | four.highHalf
    return two[0] | two[1]
  }
}
