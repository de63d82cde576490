/// The memory of a run: where the rows of points and values begin, and the registers.
private struct TileMemory<Scalar: BlockScalar> {
  let points: Block<Scalar>
  let values: Block<Scalar>
  /// Where each slot lies: inputs, outputs, registers.
  let slots: UnsafeMutablePointer<UnsafeMutablePointer<Scalar>>
  /// A place of ``width`` lanes for each slot.
  let places: UnsafeMutablePointer<Scalar>
  let width: Int
}

extension Program {
  /// Evaluates at a range of lanes, or at all that are in use.
  @inline(__always)
  func evaluate<Vector: SIMD>(
    _ type: Vector.Type, at points: Block<Scalar>, into values: Block<Scalar>, lanes: Range<Int>?
  ) where Vector.Scalar == Scalar {
    precondition(points.rows >= inputCount && values.rows >= outputCount, "too few rows")
    precondition(points !== values, "a block cannot be read and written at once")
    if let lanes {
      precondition(lanes.lowerBound >= 0 && lanes.upperBound <= points.count, "no such lanes of points")
      precondition(lanes.upperBound <= values.capacity, "no such lanes of values")
      // Other threads may be filling the same block.
      let workspace = UnsafeMutableRawPointer.allocate(byteCount: bytes(lanes.count), alignment: 64)
      run(type, lanes, memory(points, values, workspace, lanes.count))
      workspace.deallocate()
    } else {
      values.count = points.count
      // Fields ask for one small block after another: the values keep the memory from one to the next.
      let workspace = values.workspace(bytes: bytes(points.count))
      run(type, 0..<points.count, memory(points, values, workspace, points.count))
    }
  }

  private var slotCount: Int { inputCount + outputCount + registerCount }

  /// The length of a register: that of a tile, or less where there are not so many lanes.
  private func width(_ count: Int) -> Int { min(Block<Scalar>.lanes, (count + 15) & ~15) }

  private var slotBytes: Int { (slotCount * MemoryLayout<UnsafeMutablePointer<Scalar>>.stride + 63) & ~63 }

  private func bytes(_ count: Int) -> Int {
    slotBytes + slotCount * width(count) * MemoryLayout<Scalar>.stride
  }

  @inline(__always)
  private func memory(
    _ points: Block<Scalar>, _ values: Block<Scalar>, _ workspace: UnsafeMutableRawPointer, _ count: Int
  ) -> TileMemory<Scalar> {
    let width = width(count)
    let slots = workspace.bindMemory(to: UnsafeMutablePointer<Scalar>.self, capacity: slotCount)
    let places = (workspace + slotBytes).bindMemory(to: Scalar.self, capacity: slotCount * width)
    for slot in 0..<slotCount { slots[slot] = places + slot * width }
    return TileMemory(points: points, values: values, slots: slots, places: places, width: width)
  }

  @inline(__always)
  private func run<Vector: SIMD>(_ type: Vector.Type, _ lanes: Range<Int>, _ memory: TileMemory<Scalar>)
  where Vector.Scalar == Scalar {
    let slots = memory.slots
    var start = lanes.lowerBound
    while start < lanes.upperBound {
      let count = min(Block<Scalar>.lanes, lanes.upperBound - start)
      let isFull = count % Vector.scalarCount == 0
      // A last tile that is no whole number of vectors is copied to padded places: they never leave the memory given.
      let padded = (count + Vector.scalarCount - 1) / Vector.scalarCount * Vector.scalarCount
      for row in 0..<inputCount {
        let source = memory.points.storage + (row * memory.points.stride + start)
        slots[row] = isFull ? source : memory.places + row * memory.width
        if !isFull { Program.copy(source, to: slots[row], count, padded) }
      }
      for row in inputCount..<(inputCount + outputCount) {
        let target = memory.values.storage + ((row - inputCount) * memory.values.stride + start)
        slots[row] = isFull ? target : memory.places + row * memory.width
      }
      instructions.withUnsafeBufferPointer { instructions in
        for instruction in instructions { instruction.run(type, slots: slots, lanes: padded) }
      }
      if !isFull { deliver(memory, from: start, count) }
      start += count
    }
  }

  /// The numbers, and the last of them again: padding must not run into a slow path of its own.
  private static func copy(
    _ source: UnsafeMutablePointer<Scalar>, to place: UnsafeMutablePointer<Scalar>, _ count: Int,
    _ padded: Int
  ) {
    place.update(from: source, count: count)
    for lane in count..<padded { place[lane] = source[count - 1] }
  }

  private func deliver(_ memory: TileMemory<Scalar>, from start: Int, _ count: Int) {
    for row in 0..<outputCount {
      let target = memory.values.storage + (row * memory.values.stride + start)
      target.update(from: memory.slots[inputCount + row], count: count)
    }
  }
}
