import Elementary
import Testing

/// The same value gives the same bits as a scalar, in lanes of any width and through memory.
@Suite struct SameBitsTests {
  @Test func double() { check(arguments().map { $0 }) }
  @Test func float() { check(arguments().map { Float($0) }) }

  @Test func countsOfEverySize() {
    let source = arguments()
    for count in [-3, 0, 1, 2, 7, 8, 9, 15, 17, 33] {
      var result = [Double](repeating: 7, count: source.count)
      Double.exp(source, into: &result, count: count)
      for index in source.indices {
        let value = index < count ? Double.exp(source[index]) : 7
        #expect(result[index].bitPattern == value.bitPattern, "count \(count), place \(index)")
      }
      var narrow = [Float](repeating: 7, count: source.count)
      Float.erf(source.map { Float($0) }, into: &narrow, count: count)
      #expect(narrow[max(count, 0)] == 7)
    }
  }

  @Test func resultsMayReplaceTheirSource() {
    let source = arguments()
    var inPlace = source
    inPlace.withUnsafeMutableBufferPointer { buffer in
      guard let first = buffer.baseAddress else { return }
      Double.atan(first, into: first, count: buffer.count)
    }
    #expect(inPlace == source.map { Double.atan($0) })
  }

  @Test func sineAndCosineTogether() {
    checkTogether(arguments())
    checkTogether(arguments().map { Float($0) })
  }

  private func checkTogether<Scalar: LaneScalar>(_ source: [Scalar]) {
    for count in 0...source.count {
      var sines = source
      var cosines = [Scalar](repeating: 7, count: source.count)
      sines.withUnsafeMutableBufferPointer { buffer in
        guard let first = buffer.baseAddress else { return }
        Scalar.sinAndCos(first, times: 1, into: first, &cosines, count: count)
      }
      for index in 0..<count {
        expectSame(sines[index], Scalar.sin(source[index]))
        expectSame(cosines[index], Scalar.cos(source[index]))
      }
      for index in count..<source.count { #expect(cosines[index] == 7) }
    }
  }

  @Test func sinesOfMultiples() {
    checkMultiples(arguments())
    checkMultiples(arguments().map { Float($0) })
  }

  private func checkMultiples<Scalar: LaneScalar>(_ source: [Scalar]) {
    for factor in [Scalar(0.1), -3.7, 1e5, .nan] {
      var sines = source
      var cosines = source
      var together = (source, source)
      Scalar.sin(source, times: factor, into: &sines, count: source.count - 3)
      Scalar.cos(source, times: factor, into: &cosines, count: source.count - 3)
      Scalar.sinAndCos(source, times: factor, into: &together.0, &together.1, count: source.count - 3)
      for index in source.indices.dropLast(3) {
        expectSame(sines[index], Scalar.sin(factor * source[index]))
        expectSame(cosines[index], Scalar.cos(factor * source[index]))
        expectSame(together.0[index], sines[index])
        expectSame(together.1[index], cosines[index])
      }
      #expect(sines.suffix(3) == source.suffix(3) && together.1.suffix(3) == source.suffix(3))
    }
  }

  private func expectSame<Scalar: LaneScalar>(_ value: Scalar, _ expected: Scalar) {
    let isSame = value == expected && value.sign == expected.sign
    #expect(isSame || (value.isNaN && expected.isNaN), "\(value), not \(expected)")
  }

  /// Both sides of every border between the usual way and the rare ones, next to each other in one block.
  private func arguments() -> [Double] {
    var result = [
      0, -0.0, 1, -1, 0.3, -0.7, 2.5, 40, -800, 1e5, 1.2e5, 1e22, Double(bitPattern: 0x1268_8B70_E62B),
      0x1p-1074, .infinity, -.infinity,
    ]
    result += [3.141592653589793, 1e-9, 0.41421356, 0.99, 6.5, 711, 1e300, -1e-20, 1599, 1601, 5e-39, 1e38]
    var state = 0.5
    while result.count < 64 {
      state = 3.99 * state * (1 - state)
      result.append((state - 0.5) * 20)
    }
    return result
  }

  private func check<Scalar: LaneScalar>(_ arguments: [Scalar]) {
    for function in Unary<Scalar>.all {
      var memory = arguments
      function.memory(arguments, &memory, arguments.count)
      for start in stride(from: 0, to: arguments.count, by: 16) {
        let block = SIMD16(arguments[start..<start + 16])
        let sixteen = function.sixteen(block)
        let eight = function.eight(block.lowHalf)
        let four = function.four(block.lowHalf.lowHalf)
        let two = function.two(block.lowHalf.lowHalf.lowHalf)
        for lane in 0..<16 {
          let value = function.scalar(block[lane])
          var forms = [sixteen[lane], memory[start + lane]]
          if lane < 8 { forms.append(eight[lane]) }
          if lane < 4 { forms.append(four[lane]) }
          if lane < 2 { forms.append(two[lane]) }
          #expect(forms.allSatisfy { same($0, value) }, "\(function.name)(\(block[lane]))")
        }
      }
    }
    for function in Binary<Scalar>.all {
      for shift in [1, 5, 23] {
        let seconds = Array(arguments[shift...] + arguments[..<shift])
        var memory = arguments
        function.memory(arguments, seconds, &memory, arguments.count)
        let sixteen = function.sixteen(SIMD16(arguments[..<16]), SIMD16(seconds[..<16]))
        for index in arguments.indices {
          let value = function.scalar(arguments[index], seconds[index])
          let agrees = same(memory[index], value) && (index >= 16 || same(sixteen[index], value))
          #expect(agrees, "\(function.name)(\(arguments[index]), \(seconds[index]))")
        }
      }
    }
  }

  private func same<Scalar: LaneScalar>(_ a: Scalar, _ b: Scalar) -> Bool {
    a.isNaN && b.isNaN || a == b && a.sign == b.sign
  }
}
