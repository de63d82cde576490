import Elementary

/// Points or values side by side: one row of lanes for each component.
///
/// A block is what fields and programs take and give: row 0 holds all x, row 1 all y. One point is a block
/// of one lane. Its memory is aligned and padded for vectors; whoever makes a block may use it again and
/// again, from one thread at a time.
///
/// ```swift
/// let points = Block<Double>(rows: 2)
/// points.count = 1
/// points[0, 0] = 3  // x
/// points[1, 0] = 4  // y
/// ```
public final class Block<Scalar: BlockScalar> {
  /// The number of rows: components of a point or a value.
  public let rows: Int
  /// How many lanes there is room for.
  public let capacity: Int
  /// How many lanes are in use; at most ``capacity``.
  public var count: Int {
    didSet { precondition(count >= 0 && count <= capacity, "a block holds 0 to \(capacity) lanes") }
  }

  @usableFromInline let stride: Int
  @usableFromInline let storage: UnsafeMutablePointer<Scalar>
  private var workspace: UnsafeMutableRawPointer?
  private var workspaceBytes = 0
  private var companions: [Block<Double>] = []

  /// The number of lanes that programs work on at once; as many as keep their registers in the cache.
  public static var lanes: Int { 256 }

  /// A block of zeros with room for `capacity` lanes in each row; no lane is in use yet.
  public init(rows: Int, capacity: Int = 256) {
    precondition(rows >= 0 && capacity >= 0, "a block has no negative size")
    self.rows = rows
    self.capacity = capacity
    count = 0
    stride = (capacity + 15) & ~15
    let bytes = max(rows * stride, 1) * MemoryLayout<Scalar>.stride
    let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    // The bytes of the number 0 are 0; said so, they are cleared at once and not number by number.
    raw.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    storage = raw.bindMemory(to: Scalar.self, capacity: max(rows * stride, 1))
  }

  deinit {
    UnsafeMutableRawPointer(storage).deallocate()
    workspace?.deallocate()
  }

  /// Memory for whoever fills this block, kept from one time to the next; its bytes are of no value.
  func workspace(bytes: Int) -> UnsafeMutableRawPointer {
    if let workspace, bytes <= workspaceBytes { return workspace }
    workspace?.deallocate()
    let fresh = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    workspace = fresh
    workspaceBytes = bytes
    return fresh
  }

  /// A block of doubles beside this one, for whoever fills this one; its numbers are of no value.
  ///
  /// It has room for as many lanes and at least as many rows, and is kept from one time to the next, so that fields
  /// made of fields need no new memory. A field that is given this block to fill may use every companion: nothing is
  /// to be kept in one while that happens.
  package func companion(_ index: Int, rows: Int) -> Block<Double> {
    while companions.count <= index { companions.append(Block<Double>(rows: 0, capacity: 0)) }
    let known = companions[index]
    if known.rows >= rows && known.capacity == capacity { return known }
    let fresh = Block<Double>(rows: rows, capacity: capacity)
    companions[index] = fresh
    return fresh
  }

  /// The lanes of a row; valid as long as the block lives.
  @inlinable
  public func row(_ index: Int) -> UnsafeMutablePointer<Scalar> {
    precondition(index >= 0 && index < rows, "no such row")
    return storage + index * stride
  }

  /// One component of one lane.
  @inlinable
  public subscript(row: Int, lane: Int) -> Scalar {
    get {
      precondition(lane >= 0 && lane < capacity, "no such lane")
      return self.row(row)[lane]
    }
    set {
      precondition(lane >= 0 && lane < capacity, "no such lane")
      self.row(row)[lane] = newValue
    }
  }
}
