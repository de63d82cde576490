/// A derivative at a sample as a sum of differences of samples: Σ weight·(f[to] − f[from]).
///
/// Differences are taken before they are weighted, so that a constant has the derivative 0 exactly.
struct DifferenceQuotient {
  /// Two samples, by their distances in memory from the one whose derivative is taken.
  struct Term {
    let to: Int
    let from: Int
    let weight: Double
  }

  private(set) var terms: [Term]

  /// The quotient of some steps along an axis, divided by a power of the spacing.
  ///
  /// The sample itself enters with the factor 0: a masked one has no derivative, though a central difference
  /// would not look at it.
  fileprivate init(_ steps: [Term], divisor: Double, _ place: (Int) -> Int) {
    terms = [Term(to: 0, from: 0, weight: 0)]
    for step in steps {
      terms.append(Term(to: place(step.to), from: place(step.from), weight: step.weight / divisor))
    }
  }
}

/// The difference quotients of one axis: one for its inner samples, and one for each sample near an end.
struct AxisDifferences {
  /// How many samples at either end have quotients of their own.
  let reach: Int
  let count: Int
  private let inner: DifferenceQuotient
  private let first: [DifferenceQuotient]
  private let last: [DifferenceQuotient]

  /// The quotients for the first or second derivative.
  ///
  /// Weights: Fornberg, Math. Comp. 51 (1988), 699–706; those at the ends are of the same order as the inner ones.
  ///
  /// - Parameter stride: The distance in memory from a sample to the next along the axis.
  init(_ axis: UniformGrid.Axis, order: DifferenceOrder, derivative: Int, stride: Int) {
    count = axis.count
    reach = order.reach
    let scale = derivative == 1 ? axis.spacing : axis.spacing * axis.spacing
    let central = AxisDifferences.central(order, derivative)
    let mirror: Double = derivative == 1 ? -1 : 1
    inner = DifferenceQuotient(central, divisor: scale) { $0 * stride }
    var first: [DifferenceQuotient] = []
    var last: [DifferenceQuotient] = []
    for place in 0..<order.reach {
      if axis.isPeriodic {
        let count = axis.count
        first.append(
          DifferenceQuotient(central, divisor: scale) { step in
            (place + step < 0 ? step + count : step) * stride
          })
        last.append(
          DifferenceQuotient(central, divisor: scale) { step in
            (step > place ? step - count : step) * stride
          })
      } else {
        let sided = AxisDifferences.sided(order, derivative, place)
        first.append(DifferenceQuotient(sided, divisor: scale) { $0 * stride })
        last.append(DifferenceQuotient(sided, divisor: mirror * scale) { -$0 * stride })
      }
    }
    self.first = first
    self.last = last
  }

  /// How many different quotients there are.
  var kinds: Int { 2 * reach + 1 }

  /// Which of the quotients a sample of the axis has.
  func kind(at index: Int) -> Int {
    if index < reach { return index }
    return index >= count - reach ? kinds - (count - index) : reach
  }

  /// The quotient of a kind.
  subscript(kind: Int) -> DifferenceQuotient {
    if kind < reach { return first[kind] }
    return kind > reach ? last[kinds - 1 - kind] : inner
  }

  /// The places of the axis, those with the same quotient together.
  var places: [(places: Range<Int>, kind: Int)] {
    var places: [(places: Range<Int>, kind: Int)] = []
    for kind in 0..<reach { places.append((kind..<kind + 1, kind)) }
    places.append((reach..<count - reach, reach))
    for index in count - reach..<count { places.append((index..<index + 1, kind(at: index))) }
    return places
  }

  private typealias Term = DifferenceQuotient.Term

  private static func central(_ order: DifferenceOrder, _ derivative: Int) -> [Term] {
    switch (order, derivative) {
    case (.second, 1): return [symmetric(1, 1.0 / 2)]
    case (.fourth, 1): return [symmetric(1, 8.0 / 12), symmetric(2, -1.0 / 12)]
    case (.second, _): return [sided(1, 1), sided(-1, 1)]
    case (.fourth, _):
      return [sided(1, 16.0 / 12), sided(-1, 16.0 / 12), sided(2, -1.0 / 12), sided(-2, -1.0 / 12)]
    }
  }

  /// The difference of the samples a number of steps to both sides.
  private static func symmetric(_ steps: Int, _ weight: Double) -> Term {
    Term(to: steps, from: -steps, weight: weight)
  }

  /// The difference of a sample from the one whose derivative is taken.
  private static func sided(_ steps: Int, _ weight: Double) -> Term {
    Term(to: steps, from: 0, weight: weight)
  }

  /// The differences at the sample number `place` from the first one, looking no further back than that.
  private static func sided(_ order: DifferenceOrder, _ derivative: Int, _ place: Int) -> [Term] {
    let weights = sidedWeights(order, derivative, place)
    var terms: [Term] = []
    for (index, weight) in weights.enumerated() where index != place {
      terms.append(sided(index - place, weight))
    }
    return terms
  }

  private static func sidedWeights(_ order: DifferenceOrder, _ derivative: Int, _ place: Int) -> [Double] {
    switch (order, derivative, place) {
    case (.second, 1, _): return [-1.5, 2, -0.5]
    case (.second, _, _): return [2, -5, 4, -1]
    case (.fourth, 1, 0): return [-25.0 / 12, 4, -3, 4.0 / 3, -0.25]
    case (.fourth, 1, _): return [-0.25, -10.0 / 12, 1.5, -0.5, 1.0 / 12]
    case (.fourth, _, 0): return [3.75, -77.0 / 6, 107.0 / 6, -13, 61.0 / 12, -10.0 / 12]
    case (.fourth, _, _): return [10.0 / 12, -1.25, -1.0 / 3, 14.0 / 12, -0.5, 1.0 / 12]
    }
  }
}
