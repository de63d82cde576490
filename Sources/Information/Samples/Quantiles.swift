import Elementary

/// How far from the middle, in standard errors, an interval of some confidence reaches.
enum Quantiles {
  /// For a normal estimate whose variance is known: z with erf(z/√2) = confidence.
  static func normal(_ confidence: Double) -> Double {
    solve(confidence) { Double.erf($0 * 0.5.squareRoot()) }
  }

  /// For a variance estimated with some degrees of freedom: Student's t.
  static func student(_ confidence: Double, degrees: Int) -> Double {
    solve(confidence) { studentWithin($0, degrees) }
  }

  /// The probability that |t| is less than a value (Abramowitz & Stegun 26.7.3, 26.7.4).
  private static func studentWithin(_ t: Double, _ degrees: Int) -> Double {
    let angle = Double.atan(t / Double(degrees).squareRoot())
    let cosine = Double.cos(angle)
    let isOdd = degrees % 2 == 1
    var term = isOdd ? cosine : 1
    var sum = degrees == 1 ? 0 : term
    for j in stride(from: isOdd ? 3 : 2, to: degrees, by: 2) {
      term *= Double(j - 1) / Double(j) * cosine * cosine
      sum += term
    }
    return isOdd ? 2 / Double.pi * (angle + Double.sin(angle) * sum) : Double.sin(angle) * sum
  }

  /// Where an ascending function from 0 to 1 takes a value, by halving.
  private static func solve(_ value: Double, _ within: (Double) -> Double) -> Double {
    var lower = 0.0
    var upper = 1.0
    while within(upper) < value, upper < 1e300 {
      lower = upper
      upper *= 2
    }
    for _ in 0..<60 {
      let middle = lower + (upper - lower) / 2
      if within(middle) < value { lower = middle } else { upper = middle }
    }
    return lower + (upper - lower) / 2
  }
}
