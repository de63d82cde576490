// The loops over memory: whole blocks, then the rest in one block filled up with copies of its last number.

extension SIMD {
  @inline(__always) static func load(_ source: UnsafePointer<Scalar>) -> Self {
    UnsafeRawPointer(source).loadUnaligned(as: Self.self)
  }

  @inline(__always) func store(_ result: UnsafeMutablePointer<Scalar>) {
    UnsafeMutableRawPointer(result).storeBytes(of: self, as: Self.self)
  }

  /// The first `count` lanes from memory, the others like the last of these.
  @inline(__always) static func load(_ source: UnsafePointer<Scalar>, count: Int) -> Self {
    var block = Self(repeating: source[count - 1])
    for lane in 0..<count { block[lane] = source[lane] }
    return block
  }

  @inline(__always) func store(_ result: UnsafeMutablePointer<Scalar>, count: Int) {
    for lane in 0..<count { result[lane] = self[lane] }
  }
}

@inline(__always) func overBlocks<Block: SIMD>(
  _ source: UnsafePointer<Block.Scalar>, _ result: UnsafeMutablePointer<Block.Scalar>, _ count: Int,
  _ kernel: (Block) -> Block
) {
  let width = Block.scalarCount
  var index = 0
  while index &+ width <= count {
    kernel(Block.load(source + index)).store(result + index)
    index &+= width
  }
  guard index < count else { return }
  kernel(Block.load(source + index, count: count &- index)).store(result + index, count: count &- index)
}

@inline(__always) func overBlocks<Block: SIMD>(
  _ first: UnsafePointer<Block.Scalar>, _ second: UnsafePointer<Block.Scalar>,
  _ result: UnsafeMutablePointer<Block.Scalar>, _ count: Int, _ kernel: (Block, Block) -> Block
) {
  let width = Block.scalarCount
  var index = 0
  while index &+ width <= count {
    kernel(Block.load(first + index), Block.load(second + index)).store(result + index)
    index &+= width
  }
  guard index < count else { return }
  let rest = count &- index
  let block = kernel(Block.load(first + index, count: rest), Block.load(second + index, count: rest))
  block.store(result + index, count: rest)
}

/// A function of `Float` through the one of `Double`, a few dozen numbers at a time.
@inline(never) func throughDouble(
  _ source: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ count: Int,
  _ function: (UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int) -> Void
) {
  withWideBuffer { wide in
    var index = 0
    while index < count {
      let length = min(wideCapacity, count - index)
      widen(source + index, wide, length)
      function(wide, wide, length)
      for lane in 0..<length { result[index + lane] = Float(wide[lane]) }
      index += length
    }
  }
}

@inline(never) func throughDouble(
  _ first: UnsafePointer<Float>, _ second: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>,
  _ count: Int,
  _ function: (UnsafePointer<Double>, UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int) -> Void
) {
  withWideBuffer { wide in
    withWideBuffer { other in
      var index = 0
      while index < count {
        let length = min(wideCapacity, count - index)
        widen(first + index, wide, length)
        widen(second + index, other, length)
        function(wide, other, wide, length)
        for lane in 0..<length { result[index + lane] = Float(wide[lane]) }
        index += length
      }
    }
  }
}

private var wideCapacity: Int { 64 }

@inline(__always) private func withWideBuffer(_ body: (UnsafeMutablePointer<Double>) -> Void) {
  var storage = SIMD64<Double>()
  withUnsafeMutableBytes(of: &storage) { bytes in
    if let first = bytes.assumingMemoryBound(to: Double.self).baseAddress { body(first) }
  }
}

@inline(__always) private func widen(
  _ source: UnsafePointer<Float>, _ wide: UnsafeMutablePointer<Double>, _ count: Int
) {
  for lane in 0..<count { wide[lane] = Double(source[lane]) }
}
