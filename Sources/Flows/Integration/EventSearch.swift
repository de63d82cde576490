import Expressions
import Fields

/// Where a function along a step is zero.
///
/// Along each piece of the step the function is replaced by a Chebyshev series that agrees with it to 13 digits; pieces
/// are halved until it does. All zeros of the series are found, and all extrema that touch zero.
struct EventSearch {
  /// A zero at a share of the step.
  struct Zero: Equatable {
    let share: Double
    let kind: EventRecord.Kind
  }

  private let function: AnyScalarField
  private let resolution: Double
  private let points: Block<Double>
  private let values: Block<Double>

  static let degree = 16
  /// How often a step may be halved where the function is not smooth.
  static let deepest = 6
  private static let places = ChebyshevSeries.places(degree: degree)

  init(_ event: FlowEvent, components: Int) {
    function = event.function
    resolution = event.resolution
    points = Block(rows: components + 1, capacity: EventSearch.degree + 1)
    values = Block(rows: 1, capacity: EventSearch.degree + 1)
    points.count = EventSearch.degree + 1
  }

  /// What is found along a step.
  struct Findings {
    /// The zeros inside, in order.
    var zeros: [Zero] = []
    /// The ends and the extrema, with the function there.
    var stops: [(share: Double, value: Double)] = []

    /// The sign of the function at the first stop that is farther from zero than a distance; 0 if there is none.
    func firstStop(beyond distance: Double) -> (share: Double, sign: Double)? {
      stops.first { $0.value.magnitude > distance }.map { ($0.share, $0.value < 0 ? -1 : 1) }
    }

    /// The same from the end.
    func lastStop(beyond distance: Double) -> (share: Double, sign: Double)? {
      stops.last { $0.value.magnitude > distance }.map { ($0.share, $0.value < 0 ? -1 : 1) }
    }
  }

  /// The zeros inside a step, and the function at its ends and extrema.
  func findings(in step: DenseStep) -> Findings {
    var findings = Findings()
    search(step, 0, 1, depth: 0, into: &findings)
    findings.zeros = merged(findings.zeros)
    return findings
  }

  private func search(
    _ step: DenseStep, _ low: Double, _ high: Double, depth: Int, into findings: inout Findings
  ) {
    let series = self.series(step, low, high)
    guard series.scale.isFinite else { return }
    if !series.isResolved && depth < EventSearch.deepest {
      let middle = 0.5 * (low + high)
      search(step, low, middle, depth: depth + 1, into: &findings)
      search(step, middle, high, depth: depth + 1, into: &findings)
    } else if series.isAway(by: resolution) {
      findings.stops += [(low, values.row(0)[EventSearch.degree]), (high, values.row(0)[0])]
    } else {
      collect(series.trimmed, low, high, into: &findings)
    }
  }

  /// The function along a part of the step.
  private func series(_ step: DenseStep, _ low: Double, _ high: Double) -> ChebyshevSeries {
    let rows = points.rows - 1
    for (lane, place) in EventSearch.places.enumerated() {
      let share = low + (high - low) * 0.5 * (place + 1)
      for row in 0..<rows { points.row(row)[lane] = step.coordinate(row, share: share) }
      points.row(rows)[lane] = step.time(at: share)
    }
    function.values(at: points, into: values)
    return ChebyshevSeries(values: (0...EventSearch.degree).map { values.row(0)[$0] })
  }

  private func collect(
    _ series: ChebyshevSeries, _ low: Double, _ high: Double, into findings: inout Findings
  ) {
    func share(_ place: Double) -> Double { place >= 1 ? high : low + (high - low) * 0.5 * (place + 1) }
    var stops = series.stops
    // At the ends the function itself counts, whose sign the neighbouring piece sees as well.
    stops[0].value = values.row(0)[EventSearch.degree]
    stops[stops.count - 1].value = values.row(0)[0]
    let slope = series.derivative
    for place in series.signChanges(between: stops) {
      findings.zeros.append(Zero(share: share(place), kind: slope.value(at: place) < 0 ? .falling : .rising))
    }
    for stop in stops.dropFirst().dropLast() where stop.value.magnitude <= resolution {
      findings.zeros.append(Zero(share: share(stop.place), kind: .touching))
    }
    findings.stops += stops.map { (share($0.place), $0.value) }
  }

  /// A touch takes the place of the passages beside it between which the function stays within the resolution.
  private func merged(_ zeros: [Zero]) -> [Zero] {
    let sorted = zeros.sorted { $0.share < $1.share }
    var result: [Zero] = []
    var index = 0
    while index < sorted.count {
      if index + 2 < sorted.count, sorted[index + 1].kind == .touching, sorted[index].kind != .touching,
        sorted[index + 2].kind != .touching, sorted[index].kind != sorted[index + 2].kind
      {
        result.append(sorted[index + 1])
        index += 3
      } else {
        result.append(sorted[index])
        index += 1
      }
    }
    return result
  }
}

/// Zeros where one step ends and the next begins.
extension EventSearch {
  /// A step that ended within the resolution of zero; the next one tells what became of it.
  struct Near {
    /// The sign of the function before.
    let sign: Double
    /// Whether it was 0 to the last digit.
    let isZero: Bool
    /// Whether a zero was noted already since the function came near.
    let isNoted: Bool
  }

  /// The zeros of a step, those at its beginning included if the step before came near to them.
  func zeros(in step: DenseStep, after near: inout Near?) -> [Zero] {
    let findings = findings(in: step)
    var zeros = findings.zeros
    let leaving = findings.firstStop(beyond: resolution)
    if let before = near {
      // A function that stays near for the whole step keeps us waiting.
      guard let leaving else { return zeros }
      let isNoted = before.isNoted || zeros.contains { $0.share < leaving.share }
      if before.isZero && leaving.sign != before.sign {
        zeros.insert(Zero(share: 0, kind: leaving.sign > 0 ? .rising : .falling), at: 0)
      } else if leaving.sign == before.sign && !isNoted {
        zeros.insert(Zero(share: 0, kind: .touching), at: 0)
      }
    }
    near = nil
    if let last = findings.stops.last, last.value.magnitude <= resolution,
      let coming = findings.lastStop(beyond: resolution)
    {
      let isNoted = zeros.contains { $0.share > coming.share }
      near = Near(sign: coming.sign, isZero: last.value == 0, isNoted: isNoted)
    }
    return zeros
  }
}
