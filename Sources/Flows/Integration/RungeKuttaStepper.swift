import Elementary
import Expressions
import Fields

/// An explicit Runge–Kutta method on lanes.
final class RungeKuttaStepper: LaneStepper {
  private let field: AnyVectorField
  private let tableau: ButcherTableau
  private let controller: StepController
  /// The slopes of the step: the first is the state's `first`, the one at the end its `last`.
  private let slopes: [Block<Double>]
  private let endStage: Int
  private let nodes: [Double]
  private let stages: [[WeightedRows]]
  private let errors: [WeightedRows]
  private let coarseErrors: [WeightedRows]
  private let extraPlace: Block<Double>
  private let coarse: Block<Double>

  init(_ field: AnyVectorField, _ tableau: ButcherTableau, _ controller: StepController, _ state: LaneState) {
    self.field = field
    self.tableau = tableau
    self.controller = controller
    let components = state.components
    // The slope at the end is the first of the next step, whether the method weighs it or not.
    let endStage = tableau.isFirstSameAsLast ? tableau.stageCount - 1 : tableau.stageCount
    var rows = tableau.coefficients
    if !tableau.isFirstSameAsLast { rows.append(tableau.weights) }
    let extra = tableau.denseCoefficients
    var slopes = [state.first]
    for _ in 1..<endStage { slopes.append(Block(rows: components, capacity: state.capacity)) }
    slopes.append(state.last)
    for _ in extra { slopes.append(Block(rows: components, capacity: state.capacity)) }
    rows += extra
    stages = rows.map { row in (0..<components).map { WeightedRows(row, of: slopes, row: $0) } }
    errors = (0..<components).map { WeightedRows(tableau.errorWeights, of: slopes, row: $0) }
    coarseErrors =
      tableau.coarseErrorWeights.isEmpty
      ? [] : (0..<components).map { WeightedRows(tableau.coarseErrorWeights, of: slopes, row: $0) }
    nodes = rows.enumerated().map { $0.offset == endStage ? 1 : $0.element.reduce(0, +) }
    self.slopes = slopes
    self.endStage = endStage
    extraPlace = Block(rows: components + 1, capacity: extra.isEmpty ? 0 : state.capacity)
    coarse = Block(rows: 1, capacity: coarseErrors.isEmpty ? 0 : state.capacity)
  }

  func attempt(_ state: LaneState) {
    for stage in 1...endStage { evaluate(stage, at: state.trial, state) }
    state.doubt(field)
    judge(state)
  }

  /// The slope of a stage; `place` is where it is taken.
  private func evaluate(_ stage: Int, at place: Block<Double>, _ state: LaneState) {
    let tried = state.row(.tried)
    for row in 0..<state.components {
      stages[stage][row].add(
        to: state.place.row(row), scaledBy: tried, into: place.row(row), count: state.count)
    }
    let times = state.times
    let clock = place.row(state.components)
    let node = nodes[stage]
    for lane in 0..<state.count { clock[lane] = times[lane] + node * tried[lane] }
    field.values(at: place, into: slopes[stage])
  }

  /// The square of the error over what is allowed; 0 for fixed steps, NaN where something is not finite.
  private func judge(_ state: LaneState) {
    let error = state.row(.error)
    let count = state.count
    guard case .adaptive(let relative, let absolute) = controller else { return markInfinities(state) }
    for lane in 0..<count { error[lane] = 0 }
    let tolerance = Tolerance(relative: relative, absolute: absolute)
    for row in 0..<state.components {
      tolerance.add(errors[row], row, state, to: error)
    }
    if coarseErrors.isEmpty {
      tolerance.finish(error, state)
    } else {
      let coarse = coarse.row(0)
      for lane in 0..<count { coarse[lane] = 0 }
      for row in 0..<state.components { tolerance.add(coarseErrors[row], row, state, to: coarse) }
      // Hairer, Nørsett and Wanner (1993), II.10: |h| e₅² / √(n (e₅² + 0.01 e₃²)), squared.
      let share = 1 / Double(state.components)
      for lane in 0..<count {
        let fine = error[lane]
        let below = fine + 0.01 * coarse[lane]
        error[lane] = below == 0 ? 0 : fine * (fine / below) * share
      }
    }
  }

  /// 0 · x is NaN for what is not finite.
  private func markInfinities(_ state: LaneState) {
    let error = state.row(.error)
    for lane in 0..<state.count { error[lane] = 0 }
    for row in 0..<state.components {
      let slope = state.last.row(row)
      let place = state.trial.row(row)
      for lane in 0..<state.count { error[lane] += 0 * slope[lane] + 0 * place[lane] }
    }
  }

  func prepareDense(_ state: LaneState) {
    extraPlace.count = tableau.denseCoefficients.isEmpty ? 0 : state.count
    for extra in tableau.denseCoefficients.indices { evaluate(endStage + 1 + extra, at: extraPlace, state) }
  }

  func terms(of lane: Int, in state: LaneState) -> [[Double]] {
    let h = state.row(.tried)[lane]
    var terms = Array(repeating: [Double](repeating: 0, count: state.components), count: 3)
    for row in 0..<state.components {
      let chord = state.trial.row(row)[lane] - state.place.row(row)[lane]
      let bend = h * state.first.row(row)[lane] - chord
      terms[0][row] = chord
      terms[1][row] = bend
      terms[2][row] = chord - h * state.last.row(row)[lane] - bend
    }
    for weights in tableau.denseWeights {
      terms.append(
        (0..<state.components).map { row in
          var sum = 0.0
          for (stage, weight) in weights.enumerated() { sum += weight * slopes[stage].row(row)[lane] }
          return h * sum
        })
    }
    return terms
  }
}

/// What error a step may have.
struct Tolerance {
  let relative: Double
  let absolute: Double

  /// What share of the error that an interpolated field makes in a step the method may add to it: where the samples
  /// leave room for more than is asked, shorter steps would only follow the cubics between them more closely.
  static let shareOfDoubt = 0.1

  /// Adds the squares of the errors of one component, over what is allowed, lane by lane.
  @inline(__always)
  func add(_ errors: WeightedRows, _ row: Int, _ state: LaneState, to total: UnsafeMutablePointer<Double>) {
    let tried = state.row(.tried)
    let place = state.place.row(row)
    let trial = state.trial.row(row)
    let last = state.last.row(row)
    let doubts = state.doubts.map { $0.row(row) }
    errors.withSums(count: state.count) { lane, sum in
      let h = Lanes.load(tried + lane)
      let end = Lanes.load(trial + lane)
      // 0 · x is NaN for what is not finite, and so is the error then.
      let trap = Lanes.load(last + lane) * 0 + end * 0
      let excuse = doubts.map { Lanes.load($0 + lane) * h.sizes * Tolerance.shareOfDoubt }
      add(h * sum + trap, Lanes.load(place + lane), end, excuse, to: total + lane)
    }
  }

  /// Adds the square of an error over what is allowed between two places; `excuse` is what an interpolated field
  /// allows besides.
  @inline(__always)
  func add(
    _ error: Lanes, _ from: Lanes, _ to: Lanes, _ excuse: Lanes?, to total: UnsafeMutablePointer<Double>
  ) {
    let size = from.sizes.orGreater(to.sizes)
    var allowed = size * relative + absolute
    if let excuse { allowed += excuse }
    let ratio = error / allowed
    (Lanes.load(total) + ratio * ratio).store(total)
  }

  /// The mean over the components.
  ///
  /// Its root would be the error; nobody needs it, and it costs as much as the rest.
  func finish(_ total: UnsafeMutablePointer<Double>, _ state: LaneState) {
    let share = 1 / Double(state.components)
    for lane in 0..<state.count { total[lane] *= share }
  }
}
