// The loops over memory: whole blocks, then the rest in one block filled up with copies of its last number. That
// one goes through the whole function again, `again`: the kernel stands once in the code, and a second copy of it
// would tempt the compiler to take the lanes apart.

extension SIMD {
  @inline(__always) static func load(_ source: UnsafePointer<Scalar>) -> Self {
    #if arch(wasm32)
      // There every load may be unaligned, and the library's for that case is a call that takes the lanes apart.
      return UnsafeRawPointer(source).assumingMemoryBound(to: Self.self).pointee
    #else
      return UnsafeRawPointer(source).loadUnaligned(as: Self.self)
    #endif
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

/// A function of the products of numbers with a factor.
@inline(__always) func overBlocks<Block: AngleBlock>(
  _ factor: Block, _ source: UnsafePointer<Block.Scalar>, _ result: UnsafeMutablePointer<Block.Scalar>,
  _ count: Int,
  again: (UnsafePointer<Block.Scalar>, UnsafeMutablePointer<Block.Scalar>, Int) -> Void,
  kernel: (Block) -> Block
) {
  let width = Block.scalarCount
  var index = 0
  while count &- index >= width {
    kernel(Block.load(source + index) * factor).store(result + index)
    index &+= width
  }
  let rest = count &- index
  guard rest > 0 else { return }
  Block.withPlace(source + index, rest) { place in
    again(place, place, width)
    for lane in 0..<rest { result[index &+ lane] = place[lane] }
  }
}

/// The sine and the cosine of the products of numbers with a factor.
///
/// Without a closure for the kernel: of a pair of results the compiler makes a call for every block.
@inline(__always) func overBlocks<Block: AngleBlock>(
  _ factor: Block, _ source: UnsafePointer<Block.Scalar>, _ sines: UnsafeMutablePointer<Block.Scalar>,
  _ cosines: UnsafeMutablePointer<Block.Scalar>, _ count: Int,
  again: (
    UnsafePointer<Block.Scalar>, UnsafeMutablePointer<Block.Scalar>, UnsafeMutablePointer<Block.Scalar>, Int
  ) -> Void
) {
  let width = Block.scalarCount
  var index = 0
  while count &- index >= width {
    let (sine, cosine) = Block.sineAndCosine(Block.load(source + index) * factor)
    sine.store(sines + index)
    cosine.store(cosines + index)
    index &+= width
  }
  let rest = count &- index
  guard rest > 0 else { return }
  Block.withPlace(source + index, rest) { place in
    Block.withPlace(source + index, rest) { other in
      again(place, place, other, width)
      for lane in 0..<rest { sines[index &+ lane] = place[lane] }
      for lane in 0..<rest { cosines[index &+ lane] = other[lane] }
    }
  }
}

/// A block with a sine and a cosine.
protocol AngleBlock: SIMD where Scalar: FloatingPoint {
  static func sineAndCosine(_ x: Self) -> (sine: Self, cosine: Self)
}

extension DoubleBlock: AngleBlock {}
extension FloatBlock: AngleBlock {}

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
