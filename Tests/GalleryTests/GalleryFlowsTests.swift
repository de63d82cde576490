import Atlas
import Gallery
import Testing

/// The numbers of the flows against closed forms, and against `Scripts/flow-reference.py gallery`: SciPy's DOP853 at 1e-13,
/// quadrature by mpmath, the recurrences of optimizers in plain Python.
///
/// ```python
/// 2*(1 - cos(5)), cos(5) - 1, 2*(1 - cos(2.5)), asinh(3)/3, sqrt(17)/4, 31/41     # lines, shear, saddle, texture
/// (-0.25 + sqrt(0.0625 + 4))/2, (-0.25 - sqrt(0.0625 + 4))/2                      # λ² + λ/4 − 1 = 0
/// ```
@Suite struct GalleryFlowsTests {
  typealias Right = GalleryCalculusTests.Right

  static let expected: [(identifier: String, numbers: [Right])] = [
    (
      // Followed with tolerances of 10⁻¹⁰, in some fifty steps.
      "lines-of-flow",
      [
        Right("−0.7163", -0.716337814536773736, within: 5e-9),
        Right("3.6023", 3.60228723109386716, within: 5e-9),
        Right("−3.6023", -3.60228723109386716, within: 5e-9),
        Right("1.4327", 1.43267562907354747, within: 5e-9), Right("0", 0),
      ]
    ),
    (
      "phase-plane",
      [
        // The round is followed with a tolerance of 10⁻¹⁰.
        Right("6.6633", 6.6632868593231365, within: 1e-7), Right("2.0086", 2.008619860874832, within: 1e-7),
        Right("0.000860", 0.0008596950636040635, within: 1e-9),
        Right("0.8828", 0.882782218537318725), Right("−1.1328", -1.13278221853731864),
        // The oscillator does not change if x and ẋ change their signs, nor does the grid.
        Right("0.5000", 0.5, within: 0),
      ]
    ),
    (
      "transport-barriers",
      [
        Right("0.0667", 0.06667523951251093, within: 1e-9),
        Right("0.1633", 0.16328708343549114, within: 1e-9),
        Right("0.6061", 0.606148819744193226, within: 1e-9), Right("1.0000", 1, within: 1e-9),
        Right("0.0000", 0, within: 1e-9),
      ]
    ),
    (
      "flow-texture",
      [
        Right("2", 2), Right("2", 2), Right("3", 3), Right("1.0308", 1.03077640640441514),
        Right("−0.2500", -0.25),
        // Some 2 · 430 · 320/41 independent means, each pair with a spread of at most 1: four standard errors are 0.05.
        Right("0.758", 31.0 / 41, within: 0.05), Right("−0.014", 0, within: 0.05),
      ]
    ),
    (
      // A measured order is off by a share of the step.
      "work-precision",
      [
        Right("1.0", 1, within: 0.06), Right("4.0", 4, within: 0.06), Right("3.0", 3, within: 0.06),
        Right("5.0", 5, within: 0.06), Right("5.0", 5, within: 0.06), Right("8.0", 8, within: 0.06),
        Right("4.0", 4, within: 0.06),
      ]
    ),
    (
      "stability-limit",
      [
        Right("50", 50), Right("0.0400", 0.04), Right("−0.5000", -0.5), Right("−1", -1),
        Right("−1.0500", -1.05),
      ]
    ),
    (
      "optimizer-race",
      // Plain Python for the first three; the others are fixed by no reference and looked at below.
      [Right("15068", 15_068), Right("1386", 1386), Right("2874", 2874)]
    ),
    (
      "slow-saddle",
      [
        Right("341", 341), Right("86", 86), Right("79", 79), Right("24", 24), Right("34", 34),
        Right("165", 165), Right("694", 694),
      ]
    ),
    (
      "langevin",
      [
        Right("60000", 60_000),
        // Times half a unit apart are alike within a hollow for about a quarter of one: the 60,000 count as some 30,000, a
        // spread of x² of 0.4 leaves 0.0023, and the steps shift it by less. Hill: √(0.063 · 0.937/30000) = 0.0014.
        Right("0.8999", 0.8999076069131859, within: 4 * 0.0023),
        Right("0.8999", 0.8999076069131859, within: 1e-12),
        Right("0.0622", 0.06281993153886023, within: 4 * 0.0014),
        Right("0.0628", 0.06281993153886023, within: 1e-12),
      ]
    ),
  ]

  @Test func theyAreInTheirOrder() {
    #expect(Chapter.flows.demonstrations.map { $0.identifier } == Self.expected.map { $0.identifier })
  }

  @Test(arguments: Self.expected.map { $0.identifier })
  func theNumbersAreRight(identifier: String) throws {
    let demonstration = try #require(Chapter.flows.demonstrations.first { $0.identifier == identifier })
    let expected = try #require(Self.expected.first { $0.identifier == identifier }).numbers
    try #require(demonstration.numbers.count >= expected.count)
    for (number, right) in zip(demonstration.numbers, expected) {
      #expect((number.value - right.value).magnitude <= right.tolerance, "\(number.symbol) = \(number.value)")
      #expect(number.text == right.text, "\(number.symbol)")
    }
  }

  /// Newton, L-BFGS and Levenberg–Marquardt take tens of steps where the first-order ones take thousands.
  @Test func whoKnowsTheCurvatureArrivesFirst() throws {
    let race = Demonstration.optimizerRace.numbers
    try #require(race.count == 6)
    for number in race[3...] { #expect(number.value >= 2 && number.value <= 50, "\(number.name.english)") }
  }

  /// The law of the caption: each factor of 1000 in the start costs ln 1000/ln 1.04 steps, to one step.
  @Test func eachZeroCostsTheSame() {
    let numbers = Demonstration.slowSaddle.numbers.map { $0.value }
    let (first, second, third) = (numbers[5], numbers[0], numbers[6])
    // ln(1000)/ln(1.04) = 176.12.
    #expect((second - first - 176.12).magnitude <= 1)
    #expect((third - second - 2 * 176.12).magnitude <= 1)
  }
}
