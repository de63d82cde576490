import Figures
import Testing

/// A linear congruential generator (Knuth's MMIX), so that every run tests the same ranges.
private struct FixedGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 32
  }
}

@Suite struct ScaleTests {
  private func labels(_ lower: Double, _ upper: Double, _ count: Int = 6) -> [String] {
    Scale(.linear, domain: Extent(lower, upper)).ticks(count: count).major.map { $0.label }
  }

  @Test func linearTicksAreRoundAndExact() {
    #expect(labels(0, 1) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(
      labels(0, 1, 10) == ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1.0"])
    #expect(labels(3.8, 8.4) == ["4", "5", "6", "7", "8"])
    #expect(labels(-3, 3) == ["−3", "−2", "−1", "0", "1", "2", "3"])
    #expect(
      labels(-0.3, 0.25, 11) == [
        "−0.30", "−0.25", "−0.20", "−0.15", "−0.10", "−0.05", "0.00", "0.05", "0.10", "0.15", "0.20", "0.25",
      ])
    #expect(labels(0, 150) == ["0", "50", "100", "150"])
    #expect(labels(99_000, 101_000, 5) == ["99000", "99500", "100000", "100500", "101000"])
    // Values are the nearest numbers to their labels, not sums of steps.
    let ticks = Scale(.linear, domain: Extent(0, 1)).ticks(count: 10).major
    for (index, tick) in ticks.enumerated() { #expect(tick.value == Double(index) / 10) }
  }

  @Test func ticksLieInsideAndAreEvenForManyRanges() {
    var generator = FixedGenerator(state: 1)
    for exponent in stride(from: -280, through: 280, by: 7) {
      var size = 1.0
      for _ in 0..<abs(exponent) { size = exponent < 0 ? size / 10 : size * 10 }
      for _ in 0..<20 {
        let a = Double.random(in: -9...9, using: &generator) * size
        let b = Double.random(in: -9...9, using: &generator) * size
        for count in [2, 5, 10] {
          let scale = Scale(.linear, domain: Extent(a, b))
          let ticks = scale.ticks(count: count).major
          // Where two steps would leave a single tick there are up to five instead.
          #expect(ticks.count >= 2 && ticks.count <= max(count + 1, 5))
          for (one, next) in zip(ticks, ticks.dropFirst()) {
            let step = scale.position(next.value) - scale.position(one.value)
            let first = scale.position(ticks[1].value) - scale.position(ticks[0].value)
            #expect(abs(step - first) < 1e-9)
          }
          for tick in ticks {
            #expect(scale.position(tick.value) > -1e-8 && scale.position(tick.value) < 1 + 1e-8)
          }
        }
      }
    }
  }

  @Test func farNumbersShareAFactorOrAnOffset() {
    let large = Scale(.linear, domain: Extent(0, 4e9)).ticks(count: 5)
    #expect(large.factorExponent == 9)
    #expect(large.major.map { $0.label } == ["0", "1", "2", "3", "4"])
    let small = Scale(.linear, domain: Extent(0, 2e-6)).ticks(count: 5)
    #expect(small.factorExponent == -6)
    #expect(small.major.map { $0.label } == ["0.0", "0.5", "1.0", "1.5", "2.0"])
    let near = Scale(.linear, domain: Extent(273_000_000, 273_000_000.04)).ticks(count: 5)
    #expect(near.offset == "+273000000")
    #expect(near.major.map { $0.label } == ["0.00", "0.01", "0.02", "0.03", "0.04"])
    #expect(near.major.last?.value == 273_000_000.04)
  }

  @Test func logarithmicTicks() {
    let wide = Scale(.logarithmic, domain: Extent(0.01, 10_000)).ticks(count: 8)
    #expect(wide.major.map { $0.label } == ["0.01", "0.1", "1", "10", "100", "1000", "10000"])
    #expect(wide.minor.count == 6 * 8)
    #expect(wide.minor.first == 0.02)
    let short = Scale(.logarithmic, domain: Extent(1, 100)).ticks(count: 8)
    #expect(short.major.map { $0.label } == ["1", "2", "5", "10", "20", "50", "100"])
    let far = Scale(.logarithmic, domain: Extent(1e-12, 1e-3)).ticks(count: 5)
    #expect(
      far.major.map { $0.label + "^" + $0.exponent } == ["10^−12", "10^−10", "10^−8", "10^−6", "10^−4"])
    let scale = Scale(.logarithmic, domain: Extent(1, 100))
    #expect(abs(scale.position(10) - 0.5) < 1e-15)
    #expect(scale.position(0).isNaN && scale.position(-1).isNaN)
  }

  @Test func symmetricLogarithmKeepsAPlaceForInfinity() {
    let scale = Scale(.symmetricLogarithmic(infinity: true), domain: Extent(0, 100))
    let ticks = scale.ticks(count: 10)
    #expect(ticks.major.map { $0.label } == ["0", "0.5", "1", "2", "5", "10", "20", "50", "100", "∞"])
    #expect(scale.position(0) == 0)
    #expect(scale.position(.infinity) > scale.position(100) && scale.position(.infinity) < 1)
    #expect(scale.position(-.infinity).isNaN)
    // log₁₀(1 + α), so 9 lies half-way to 99 in logarithms.
    let plain = Scale(.symmetricLogarithmic(), domain: Extent(-99, 99))
    #expect(abs(plain.position(9) - 0.75) < 1e-15 && abs(plain.position(-9) - 0.25) < 1e-15)
    #expect(plain.position(.infinity).isNaN)
  }

  @Test(arguments: [
    Scale.Kind.linear, .logarithmic, .symmetricLogarithmic(),
    .symmetricLogarithmic(threshold: 0.1, infinity: true),
  ])
  func positionAndValueAreInverse(_ kind: Scale.Kind) {
    let scale = Scale(kind, domain: Extent(0.25, 700))
    for step in 0...50 {
      let value = 0.25 + Double(step) * 13.9
      #expect(abs(scale.value(at: scale.position(value)) - value) < 1e-10 * value)
    }
  }

  @Test func domainsAreNeverDegenerate() {
    let bad: [Extent] = [
      .empty, Extent(3, 3), Extent(0, 0), Extent(.nan, 1), Extent(-.infinity, .infinity),
      Extent(1e308, -1e308),
      Extent(0x1.fap-1064, 0x1.fap-1063), Extent(1, 1.000_000_000_000_000_2), Extent(-5, -1),
      Extent(1e300, 1e308),
    ]
    let kinds: [Scale.Kind] = [
      .linear, .logarithmic, .symmetricLogarithmic(), .symmetricLogarithmic(threshold: 0, infinity: true),
      .category([]), .category(["a"]),
    ]
    for domain in bad {
      for kind in kinds {
        let scale = Scale(kind, domain: domain)
        #expect(scale.domain.lower < scale.domain.upper)
        #expect(scale.domain.length.isFinite)
        #expect(scale.position(scale.domain.lower).isFinite && scale.position(scale.domain.upper).isFinite)
        #expect(scale.ticks(count: 6).major.count < 40)
        _ = scale.ticks(count: .max)
        _ = scale.ticks(count: .min)
      }
    }
  }
}
