// The loops over memory: whole blocks, then the rest in one block filled up with copies of its last number. That
// one goes through the whole function again, `again`: the kernel stands once in the code, and a second copy of it
// would tempt the compiler to take the lanes apart.

extension SIMD {
  @inline(__always) static func load(_ source: UnsafePointer<Scalar>) -> Self {
    UnsafeRawPointer(source).loadUnaligned(as: Self.self)
  }

  @inline(__always) func store(_ result: UnsafeMutablePointer<Scalar>) {
    UnsafeMutableRawPointer(result).storeBytes(of: self, as: Self.self)
  }

  /// A place in memory for one block: `count` numbers, and copies of the last of them.
  @inline(__always) static func withPlace(
    _ source: UnsafePointer<Scalar>, _ count: Int, _ body: (UnsafeMutablePointer<Scalar>) -> Void
  ) {
    var block = Self(repeating: source[count &- 1])
    withUnsafeMutableBytes(of: &block) { bytes in
      guard let place = bytes.assumingMemoryBound(to: Scalar.self).baseAddress else { return }
      for lane in 0..<count { place[lane] = source[lane] }
      body(place)
    }
  }
}

@inline(__always) func overBlocks<Block: SIMD>(
  _ source: UnsafePointer<Block.Scalar>, _ result: UnsafeMutablePointer<Block.Scalar>, _ count: Int,
  again: (UnsafePointer<Block.Scalar>, UnsafeMutablePointer<Block.Scalar>, Int) -> Void,
  _ kernel: (Block) -> Block
) {
  let width = Block.scalarCount
  var index = 0
  while count &- index >= width {
    kernel(Block.load(source + index)).store(result + index)
    index &+= width
  }
  let rest = count &- index
  guard rest > 0 else { return }
  Block.withPlace(source + index, rest) { place in
    again(place, place, width)
    for lane in 0..<rest { result[index &+ lane] = place[lane] }
  }
}

@inline(__always) func overBlocks<Block: SIMD>(
  _ first: UnsafePointer<Block.Scalar>, _ second: UnsafePointer<Block.Scalar>,
  _ result: UnsafeMutablePointer<Block.Scalar>, _ count: Int,
  again: (
    UnsafePointer<Block.Scalar>, UnsafePointer<Block.Scalar>, UnsafeMutablePointer<Block.Scalar>, Int
  ) -> Void,
  _ kernel: (Block, Block) -> Block
) {
  let width = Block.scalarCount
  var index = 0
  while count &- index >= width {
    kernel(Block.load(first + index), Block.load(second + index)).store(result + index)
    index &+= width
  }
  let rest = count &- index
  guard rest > 0 else { return }
  Block.withPlace(first + index, rest) { place in
    Block.withPlace(second + index, rest) { other in
      again(place, other, place, width)
      for lane in 0..<rest { result[index &+ lane] = place[lane] }
    }
  }
}

/// Two functions of the same numbers.
@inline(__always) func overBlocks<Block: SIMD>(
  _ source: UnsafePointer<Block.Scalar>, _ first: UnsafeMutablePointer<Block.Scalar>,
  _ second: UnsafeMutablePointer<Block.Scalar>, _ count: Int,
  again: (
    UnsafePointer<Block.Scalar>, UnsafeMutablePointer<Block.Scalar>, UnsafeMutablePointer<Block.Scalar>, Int
  ) -> Void,
  _ kernel: (Block) -> (Block, Block)
) {
  let width = Block.scalarCount
  var index = 0
  while count &- index >= width {
    let (one, other) = kernel(Block.load(source + index))
    one.store(first + index)
    other.store(second + index)
    index &+= width
  }
  let rest = count &- index
  guard rest > 0 else { return }
  Block.withPlace(source + index, rest) { place in
    Block.withPlace(source + index, rest) { other in
      again(place, place, other, width)
      for lane in 0..<rest { first[index &+ lane] = place[lane] }
      for lane in 0..<rest { second[index &+ lane] = other[lane] }
    }
  }
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
