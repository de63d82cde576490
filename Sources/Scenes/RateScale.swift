import Elementary

/// The learning rates that a slider offers: from 0.0001 to 10, twenty a decade.
///
/// Their digits are the series R20 of the preferred numbers (ISO 3), so that equal steps of the slider are equal factors,
/// and the numbers are round.
enum RateScale {
  private static let digits = [
    100, 112, 125, 140, 160, 180, 200, 224, 250, 280, 315, 355, 400, 450, 500, 560, 630, 710, 800, 900,
  ]
  private static let decades = 5

  /// Every rate, rising.
  static var stops: [Double] {
    var stops: [Double] = []
    for decade in 0..<decades {
      // A quotient of whole numbers is the nearest double to the decimal that it stands for.
      var divisor = 1_000_000.0
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
