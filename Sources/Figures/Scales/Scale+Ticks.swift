import Elementary

extension Scale {
  /// About `count` ticks at round places: 1, 2 or 5 times a power of ten apart on a linear scale, powers of
  /// ten (with 2 and 5 on short ranges) on logarithmic ones, every name of a category scale.
  @export(interface)
  public func ticks(count: Int = 6) -> Ticks {
    let wanted = Swift.min(Swift.max(count, 2), 200)
    switch kind {
    case .linear: return linearTicks(wanted)
    case .logarithmic: return logarithmicTicks(wanted)
    case .symmetricLogarithmic(let threshold, let infinity):
      return symmetricTicks(wanted, threshold: threshold > 0 ? threshold : 1, infinity: infinity)
    case .category(let names):
      return Ticks(major: names.indices.map { Tick(Double($0), label: names[$0]) })
    }
  }

  /// The step m·10ᵉ with m of 1, 2, 5: the smallest that gives at most `count` steps over the domain.
  static func step(over length: Double, count: Int) -> (mantissa: Int, exponent: Int) {
    let raw = length / Double(count)
    let exponent = NumberText.decade(raw)
    let rest = NumberText.scaled(raw, byPowerOfTen: -exponent) * (1 - 1e-9)
    if rest <= 1 { return (1, exponent) }
    if rest <= 2 { return (2, exponent) }
    if rest <= 5 { return (5, exponent) }
    return (1, exponent + 1)
  }

  private func linearTicks(_ count: Int) -> Ticks {
    let (mantissa, exponent) = Scale.step(over: domain.length, count: count)
    let size = NumberText.scaled(Double(mantissa), byPowerOfTen: exponent)
    let first = Int((domain.lower / size - 1e-9).rounded(.up))
    let last = Int((domain.upper / size + 1e-9).rounded(.down))
    // Two ticks are the least that tell a scale.
    if first >= last, count < 32 { return linearTicks(count + 1) }
    guard first <= last else { return Ticks() }
    var ticks = Ticks()
    // Labels are written from the integers, so that 3 × 0.1 is "0.3" and nothing else.
    let top = Swift.max(abs(first), abs(last)) * mantissa
    let digits = String(top).utf8.count
    let decade = digits - 1 + exponent
    let subtracted = digits > 6 && digits > String((last - first) * mantissa).utf8.count + 2 ? first : 0
    if subtracted != 0 {
      let text = NumberText.exact(subtracted * mantissa, exponent: exponent, trimmed: true)
      ticks.offset = (subtracted > 0 ? "+" : "") + text
    }
    let spread = String(Swift.max(abs(first - subtracted), abs(last - subtracted)) * mantissa).utf8.count
    let shownDecade = subtracted == 0 ? decade : spread - 1 + exponent
    if shownDecade >= 6 || shownDecade < -3 { ticks.factorExponent = shownDecade }
    for index in first...last {
      let value = NumberText.scaled(Double(index * mantissa), byPowerOfTen: exponent)
      let label = NumberText.exact(
        (index - subtracted) * mantissa, exponent: exponent - ticks.factorExponent)
      ticks.major.append(Tick(value, label: label))
    }
    return ticks
  }

  private func logarithmicTicks(_ count: Int) -> Ticks {
    let from = NumberText.decade(domain.lower)
    let to = NumberText.decade(domain.upper)
    let decades = Double.log10(domain.upper / domain.lower)
    if decades < 0.7 { return linearTicks(count) }
    var ticks = Ticks()
    let stride = Swift.max(1, Int((decades / Double(count)).rounded(.up)))
    let labelled = decades <= 2.2 ? [1, 2, 5] : [1]
    for exponent in from...to {
      for digit in 1...9 {
        let value = NumberText.scaled(Double(digit), byPowerOfTen: exponent)
        guard value >= domain.lower * (1 - 1e-12), value <= domain.upper * (1 + 1e-12) else { continue }
        if labelled.contains(digit), exponent % stride == 0 {
          ticks.major.append(Scale.powerTick(digit, exponent, plain: from >= -3 && to <= 4))
        } else if stride == 1 || digit == 1 {
          ticks.minor.append(value)
        }
      }
    }
    return ticks
  }

  private static func powerTick(_ digit: Int, _ exponent: Int, plain: Bool) -> Tick {
    let value = NumberText.scaled(Double(digit), byPowerOfTen: exponent)
    if plain { return Tick(value, label: NumberText.exact(digit, exponent: exponent)) }
    let power = exponent < 0 ? NumberText.minus + String(-exponent) : String(exponent)
    return Tick(value, label: digit == 1 ? "10" : "\(digit)×10", exponent: power)
  }

  private func symmetricTicks(_ count: Int, threshold: Double, infinity: Bool) -> Ticks {
    var ticks = Ticks()
    let largest = Swift.max(abs(domain.lower), abs(domain.upper))
    let base = NumberText.decade(threshold)
    let top = Swift.max(NumberText.decade(largest), base)
    let decades = top - base + 1
    let dense = decades <= 3 && count >= 7
    let stride = Swift.max(1, (decades + count - 1) / count)
    if domain.contains(0) { ticks.major.append(Tick(0, label: "0")) }
    for exponent in (base - 1)...top {
      for digit in 1...9 {
        let size = NumberText.scaled(Double(digit), byPowerOfTen: exponent)
        let isMajor: Bool
        if exponent < base {
          isMajor = dense && digit == 5
        } else {
          isMajor = (digit == 1 || (dense && (digit == 2 || digit == 5))) && (exponent - base) % stride == 0
        }
        if exponent < base && !isMajor && digit != 5 { continue }
        for value in [-size, size] where domain.contains(value) {
          let sign = value < 0 ? -1 : 1
          if isMajor {
            ticks.major.append(symmetricTick(sign * digit, exponent, base: base, top: top))
          } else if stride == 1 {
            ticks.minor.append(value)
          }
        }
      }
    }
    ticks.major.sort { $0.value < $1.value }
    if infinity { ticks.major.append(Tick(.infinity, label: "∞")) }
    return ticks
  }

  private func symmetricTick(_ digit: Int, _ exponent: Int, base: Int, top: Int) -> Tick {
    let value = NumberText.scaled(Double(digit), byPowerOfTen: exponent)
    if base >= -3 && top <= 4 { return Tick(value, label: NumberText.exact(digit, exponent: exponent)) }
    let power = exponent < 0 ? NumberText.minus + String(-exponent) : String(exponent)
    let sign = digit < 0 ? NumberText.minus : ""
    let size = abs(digit)
    return Tick(value, label: sign + (size == 1 ? "10" : "\(size)×10"), exponent: power)
  }
}
