import Elementary

/// The learning rates that a slider offers: from 0.0001 to 10, twenty a decade.
///
/// Their digits are the series R″20 of more rounded preferred numbers (ISO 497), so that equal steps of the slider are
/// about equal factors, and the numbers are round.
enum RateScale {
  private static let digits = [
    10, 11, 12, 14, 16, 18, 20, 22, 25, 28, 30, 35, 40, 45, 50, 55, 60, 70, 80, 90,
  ]
  private static let decades = 5

  /// Every rate, rising.
  static var stops: [Double] {
    var stops: [Double] = []
    for decade in 0..<decades {
      // A quotient of whole numbers is the nearest double to the decimal that it stands for.
      var divisor = 100_000.0
      for _ in 0..<decade { divisor /= 10 }
      for digit in digits { stops.append(Double(digit) / divisor) }
    }
    return stops + [10]
  }

  /// The stop that is nearest to a rate.
  static func stop(_ rate: Double) -> Int {
    let place = part(rate) * Double(decades * digits.count)
    return Int(min(max(place.rounded(.toNearestOrEven), 0), Double(decades * digits.count)))
  }

  /// Where a rate lies between the lowest and the highest, 0 … 1; beyond them outside.
  static func part(_ rate: Double) -> Double { (Double.log10(rate) + 4) / Double(decades) }

  /// A rate that can be raced with.
  static func clamped(_ rate: Double) -> Double { rate.isNaN ? 0.01 : min(max(rate, 1e-8), 1e3) }
}
