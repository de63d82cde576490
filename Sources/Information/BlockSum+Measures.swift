import Elementary

extension BlockSum {
  /// −Σ p log q, in nats.
  func crossEntropy() throws(DistributionError) -> Double {
    try self { block in
      Double.log(block.q, into: block.scratch, count: block.count)
      var total = Lanes(repeating: 0)
      for index in stride(from: 0, to: block.count, by: 8) {
        let p = block.lanes(block.p, index)
        let logarithm = block.lanes(UnsafePointer(block.scratch), index)
        total -= (p * logarithm).replacing(with: 0, where: p .== 0)
      }
      return BlockSum.sum(total)
    }
  }

  /// Σ (p log(p/q) − p + q), in nats.
  func kullbackLeibler() throws(DistributionError) -> Double {
    try self { block in
      var isRare = SIMDMask<SIMD8<Int64>>(repeating: false)
      for index in stride(from: 0, to: block.count, by: 8) {
        let p = block.lanes(block.p, index)
        let ratio = (p / block.lanes(block.q, index)).replacing(with: 1, where: p .== 0)
        // Infinite and subnormal ratios, whose logarithm is not that of p/q.
        isRare .|= (ratio .< 1e-300) .| (ratio .> 1e300)
        block.store(ratio, block.scratch, index)
      }
      if any(isRare) { return BlockSum.each(block, Term.kullbackLeibler) }
      Double.log(block.scratch, into: block.scratch, count: block.count)
      var total = Lanes(repeating: 0)
      for index in stride(from: 0, to: block.count, by: 8) {
        let p = block.lanes(block.p, index)
        let difference = p - block.lanes(block.q, index)
        total += p * block.lanes(UnsafePointer(block.scratch), index) - difference
      }
      let plain = BlockSum.sum(total)
      if plain > BlockSum.clearPart * block.mass { return plain }
      return BlockSum.nearKullbackLeibler(block)
    }
  }

  /// The same where logarithms have been taken into scratch and some outcomes are nearly equal.
  private static func nearKullbackLeibler(_ block: Block) -> Double {
    var total = Lanes(repeating: 0)
    for index in stride(from: 0, to: block.count, by: 8) {
      let p = block.lanes(block.p, index)
      let q = block.lanes(block.q, index)
      let difference = p - q
      let x = difference / (q + q + difference)
      let near = difference * x * Term.nearFactor(x)
      let far = p * block.lanes(UnsafePointer(block.scratch), index) - difference
      let isNear = (x .< Term.near) .& (x .> -Term.near)
      total += far.replacing(with: near, where: isNear)
    }
    return sum(total)
  }

  /// ½ Σ (p log(p/m) + q log(q/m)), m = (p + q)/2, in nats.
  func jensenShannon() throws(DistributionError) -> Double {
    try self { block in BlockSum.jensenShannon(block) }
  }

  /// What one block contributes to it.
  static func jensenShannon(_ block: Block) -> Double {
    var isRare = SIMDMask<SIMD8<Int64>>(repeating: false)
    for index in stride(from: 0, to: block.count, by: 8) {
      let p = block.lanes(block.p, index)
      let q = block.lanes(block.q, index)
      let sum = p + q
      let factor = (2 / sum).replacing(with: 1, where: sum .== 0)
      isRare .|= factor .> 1e300
      block.store((p * factor).replacing(with: 1, where: p .== 0), block.scratch, index)
      block.store((q * factor).replacing(with: 1, where: q .== 0), block.secondScratch, index)
    }
    if any(isRare) { return BlockSum.each(block, Term.jensenShannon) }
    Double.log(block.scratch, into: block.scratch, count: block.count)
    Double.log(block.secondScratch, into: block.secondScratch, count: block.count)
    var total = Lanes(repeating: 0)
    for index in stride(from: 0, to: block.count, by: 8) {
      let left = block.lanes(block.p, index) * block.lanes(UnsafePointer(block.scratch), index)
      let right = block.lanes(block.q, index) * block.lanes(UnsafePointer(block.secondScratch), index)
      total += left + right
    }
    let plain = 0.5 * BlockSum.sum(total)
    if plain > BlockSum.clearPart * block.mass { return plain }
    return BlockSum.nearJensenShannon(block)
  }

  /// The same where logarithms have been taken into scratch and some outcomes are nearly equal.
  private static func nearJensenShannon(_ block: Block) -> Double {
    var total = Lanes(repeating: 0)
    for index in stride(from: 0, to: block.count, by: 8) {
      let p = block.lanes(block.p, index)
      let q = block.lanes(block.q, index)
      let difference = p - q
      let x = difference / (p + q)
      let near = difference * x * Term.nearSymmetricFactor(x)
      let left = p * block.lanes(UnsafePointer(block.scratch), index)
      let right = q * block.lanes(UnsafePointer(block.secondScratch), index)
      let isNear = (x .< Term.nearSymmetric) .& (x .> -Term.nearSymmetric)
      total += ((left + right) * 0.5).replacing(with: near, where: isNear)
    }
    return sum(total)
  }

  /// Σ (p − q)²/q: Pearson's χ² divergence, whose log1p is the Rényi divergence of order 2.
  func chiSquare() throws(DistributionError) -> Double {
    try self { block in
      var total = Lanes(repeating: 0)
      for index in stride(from: 0, to: block.count, by: 8) {
        let p = block.lanes(block.p, index)
        let q = block.lanes(block.q, index)
        let difference = p - q
        let term = difference * (difference / q)
        total += term.replacing(with: 0, where: (p .== 0) .& (q .== 0))
      }
      return BlockSum.sum(total)
    }
  }

  /// The sum of a term over any values, each computed alone.
  @inline(__always)
  func sum(of term: @Sendable (Double, Double) -> Double) throws(DistributionError) -> Double {
    try self { block in BlockSum.each(block, term) }
  }

  @inline(__always)
  private static func each(_ block: Block, _ term: (Double, Double) -> Double) -> Double {
    var total = Lanes(repeating: 0)
    for index in 0..<block.count { total[index % 8] += term(block.p[index], block.q[index]) }
    return sum(total)
  }
}
