import Elementary
import Expressions

/// Derivatives of the rows of a field along one coordinate by central differences, extrapolated to step 0, with a bound
/// of their error.
///
/// Steps halve ten times; Richardson's extrapolation removes one power of the step after the other (Ridders 1982). A
/// result counts only where three steps in a row agree, where the second differences shrink like the square of the step
/// (beside a kink they shrink like the step, beside a jump not at all), and where much finer steps do not contradict it,
/// as they do on a staircase. Elsewhere nothing is said. Rounding is measured, by how much the rows scatter over steps
/// too small to change them.
struct ExtrapolatedDifferences {
  /// The derivative of each row and how far it may be off; NaN where nothing can be said.
  private(set) var estimates: [Estimate] = []

  /// Exponents of the steps from which is extrapolated, and of those that may contradict.
  private static let exponents = (5...15).map { -$0 }
  private static let fineExponents = [-18, -22, -26, -30, -34]
  private static let orders = 4
  private static let scatterSteps = 8

  /// - Parameters:
  ///   - scale: a power of two about as large as the box.
  ///   - stretch: a factor for the steps, to look a second time elsewhere.
  init(of rows: FieldRows, at point: [Double], along variable: Int, scale: Double, stretch: Double) {
    let exponents = ExtrapolatedDifferences.exponents + ExtrapolatedDifferences.fineExponents
    let steps = exponents.map { (exponent: Int) -> Double in
      stretch * scale * Double(sign: .plus, exponent: exponent, significand: 1)
    }
    let offsets = [0] + steps.flatMap { (step: Double) -> [Double] in [step, -step] }
    let answers = ExtrapolatedDifferences.values(rows, point, variable, offsets)
    let noise = ExtrapolatedDifferences.scatter(of: rows, at: point, along: variable, scale: scale)
    for row in 0..<rows.count {
      var table = DifferenceTable(coarse: ExtrapolatedDifferences.exponents.count)
      for (index, step) in steps.enumerated() {
        table.append(
          step: step, middle: answers[row, 0], ahead: answers[row, 1 + 2 * index],
          behind: answers[row, 2 + 2 * index])
      }
      estimates.append(table.estimate(noise: noise[row], orders: ExtrapolatedDifferences.orders))
    }
  }

  private static func values(
    _ rows: FieldRows, _ point: [Double], _ variable: Int, _ offsets: [Double]
  ) -> Block<Double> {
    let points = Block<Double>(rows: point.count, capacity: offsets.count)
    points.count = offsets.count
    for (lane, offset) in offsets.enumerated() {
      for (index, coordinate) in point.enumerated() {
        points[index, lane] = index == variable ? coordinate + offset : coordinate
      }
    }
    let answers = Block<Double>(rows: rows.count, capacity: offsets.count)
    rows.evaluate(points, answers)
    return answers
  }

  /// How much each row scatters by rounding alone: the second differences over steps of some hundred roundings.
  static func scatter(
    of rows: FieldRows, at point: [Double], along variable: Int, scale: Double
  ) -> [Double] {
    let size = max(scale, point[variable].magnitude)
    let step = Double(sign: .plus, exponent: Int(size.exponent) - 44, significand: 1)
    let offsets = (0..<scatterSteps).map { Double($0 - scatterSteps / 2) * step }
    let answers = values(rows, point, variable, offsets)
    return (0..<rows.count).map { row in
      var scatter = 0.0
      for lane in 1..<scatterSteps - 1 {
        let bend = answers[row, lane + 1] - 2 * answers[row, lane] + answers[row, lane - 1]
        if bend.isNaN { return .nan }
        scatter = max(scatter, bend.magnitude)
      }
      return scatter + 0x1p-51 * answers[row, 0].magnitude
    }
  }
}

/// Central differences over halving steps, and what they tend to.
private struct DifferenceTable {
  /// The number of steps from which is extrapolated; the others may contradict only.
  let coarse: Int
  private var steps: [Double] = []
  private var slopes: [Double] = []
  private var bends: [Double] = []

  init(coarse: Int) { self.coarse = coarse }

  mutating func append(step: Double, middle: Double, ahead: Double, behind: Double) {
    steps.append(step)
    slopes.append((ahead - behind) / (2 * step))
    bends.append((ahead - 2 * middle + behind).magnitude)
  }

  /// The extrapolation whose last three steps agree best.
  func estimate(noise: Double, orders: Int) -> Estimate {
    var best = Estimate(value: .nan, error: .infinity)
    var column = Array(slopes.prefix(coarse))
    let end = beginningOfDoubt(noise)
    for order in 0...orders {
      if order > 0 {
        let factor = Double(1 << (2 * order))
        for index in (order..<column.count).reversed() {
          column[index] += (column[index] - column[index - 1]) / (factor - 1)
        }
      }
      for index in order + 2..<max(end, order + 2) where isSmooth(index, noise) {
        let recent = column[index - 2...index]
        guard let least = recent.min(), let greatest = recent.max(), recent.allSatisfy({ $0.isFinite })
        else { continue }
        let error = 4 * (greatest - least) + 8 * noise / steps[index]
        let candidate = Estimate(value: column[index], error: error)
        if error < best.error && isConfirmed(candidate, after: index, noise) { best = candidate }
      }
    }
    return best
  }

  /// Whether second differences shrink like the square of the step, or are rounding.
  private func isSmooth(_ index: Int, _ noise: Double) -> Bool {
    for place in index - 1...index {
      guard bends[place] <= 0.35 * bends[place - 1] + 8 * noise else { return false }
    }
    return true
  }

  /// The first step at which the slopes stop changing all at once, instead of settling step by step.
  ///
  /// So they do where the rows are rounded to few different numbers, as 1 − tanh² far from 0: what looks constant there
  /// says nothing. They also do where a kink leaves the steps, which is no matter.
  private func beginningOfDoubt(_ noise: Double) -> Int {
    for index in 2..<coarse {
      let before = (slopes[index - 1] - slopes[index - 2]).magnitude
      let now = (slopes[index] - slopes[index - 1]).magnitude
      let allowed = 16 * noise / steps[index] + 0x1p-40 * slopes[index].magnitude
      if before > allowed && now < before / 256 { return index }
    }
    return coarse
  }

  /// Whether finer steps stay as near to an estimate as the step it was made from, but for rounding.
  private func isConfirmed(_ candidate: Estimate, after index: Int, _ noise: Double) -> Bool {
    let distance = 2 * (slopes[index] - candidate.value).magnitude + candidate.error
    for place in index + 1..<max(slopes.count, index + 1) {
      let allowed = distance + 16 * noise / steps[place]
      guard (slopes[place] - candidate.value).magnitude <= allowed else { return false }
    }
    return true
  }
}
