import Elementary
import Expressions
import Fields

/// A Rosenbrock method on lanes: the field is asked for all lanes at once, the linear systems are solved one by one.
final class RosenbrockStepper: LaneStepper {
  private let field: AnyVectorField
  private let tableau: RosenbrockTableau
  private let controller: StepController
  private let jacobians: Block<Double>
  private let inner: Block<Double>
  private let stages: [Block<Double>]
  private var systems: [LinearSystem]

  init(
    _ field: AnyVectorField, _ tableau: RosenbrockTableau, _ controller: StepController, _ state: LaneState
  ) {
    self.field = field
    self.tableau = tableau
    self.controller = controller
    let size = state.components
    jacobians = Block(rows: size * field.dimension, capacity: state.capacity)
    inner = Block(rows: size + 1, capacity: state.capacity)
    stages = tableau.nodes.map { _ in Block(rows: size, capacity: state.capacity) }
    systems = Array(repeating: LinearSystem(size: size), count: state.capacity)
  }

  func attempt(_ state: LaneState) {
    field.jacobians(at: state.place, into: jacobians)
    factorize(state)
    inner.count = state.count
    for stage in 0..<tableau.stageCount {
      let slopes = stage == 0 ? state.first : state.last
      if stage > 0 {
        look(stage, state)
        field.values(at: inner, into: state.last)
      }
      solve(stage, slopes, state)
    }
    finish(state)
  }

  /// 1/(γh) − J, taken apart.
  private func factorize(_ state: LaneState) {
    let columns = field.dimension
    let tried = state.row(.tried)
    for lane in 0..<state.count {
      let diagonal = 1 / (tableau.diagonal * tried[lane])
      systems[lane].factorize { row, column in
        (row == column ? diagonal : 0) - jacobians.row(row * columns + column)[lane]
      }
    }
  }

  /// Where and when a stage asks for the field.
  private func look(_ stage: Int, _ state: LaneState) {
    for row in 0..<state.components {
      let target = inner.row(row)
      let place = state.place.row(row)
      for lane in 0..<state.count { target[lane] = place[lane] }
      for (earlier, weight) in tableau.coefficients[stage].enumerated() where weight != 0 {
        let source = stages[earlier].row(row)
        for lane in 0..<state.count { target[lane] += weight * source[lane] }
      }
    }
    let clock = inner.row(state.components)
    let tried = state.row(.tried)
    for lane in 0..<state.count { clock[lane] = state.times[lane] + tableau.nodes[stage] * tried[lane] }
  }

  private func solve(_ stage: Int, _ slopes: Block<Double>, _ state: LaneState) {
    let size = state.components
    let columns = field.dimension
    let tried = state.row(.tried)
    let couplings = tableau.couplings[stage]
    for lane in 0..<state.count {
      systems[lane].solve { row in
        var sum = slopes.row(row)[lane]
        var coupled = 0.0
        for (earlier, weight) in couplings.enumerated() { coupled += weight * stages[earlier].row(row)[lane] }
        sum += coupled / tried[lane]
        if columns > size {
          sum += tableau.timeWeights[stage] * tried[lane] * jacobians.row(row * columns + size)[lane]
        }
        return sum
      }
      for row in 0..<size { stages[stage].row(row)[lane] = systems[lane].solution[row] }
    }
  }

  /// The end of the step, the field there, and the error, which is the last stage.
  private func finish(_ state: LaneState) {
    let error = state.row(.error)
    let step = stages[tableau.stageCount - 1]
    for row in 0..<state.components {
      let target = state.trial.row(row)
      let place = inner.row(row)
      let change = step.row(row)
      for lane in 0..<state.count { target[lane] = place[lane] + change[lane] }
    }
    let clock = state.trial.row(state.components)
    let tried = state.row(.tried)
    for lane in 0..<state.count { clock[lane] = state.times[lane] + tried[lane] }
    field.values(at: state.trial, into: state.last)
    for lane in 0..<state.count { error[lane] = 0 }
    for row in 0..<state.components {
      let slope = state.last.row(row)
      let place = state.trial.row(row)
      for lane in 0..<state.count { error[lane] += 0 * slope[lane] + 0 * place[lane] }
    }
    guard case .adaptive(let relative, let absolute) = controller else { return }
    state.doubt(field)
    let tolerance = Tolerance(relative: relative, absolute: absolute)
    for row in 0..<state.components {
      let change = step.row(row)
      let from = state.place.row(row)
      let to = state.trial.row(row)
      let doubts = state.doubts.map { $0.row(row) }
      var lane = 0
      while lane < state.count {
        let excuse = doubts.map {
          Lanes.load($0 + lane) * Lanes.load(tried + lane).sizes * Tolerance.shareOfDoubt
        }
        tolerance.add(
          Lanes.load(change + lane), Lanes.load(from + lane), Lanes.load(to + lane), excuse, to: error + lane)
        lane += Lanes.scalarCount
      }
    }
    tolerance.finish(error, state)
  }

  func prepareDense(_ state: LaneState) {}

  func terms(of lane: Int, in state: LaneState) -> [[Double]] {
    let chord = (0..<state.components).map { state.trial.row($0)[lane] - state.place.row($0)[lane] }
    let bends = tableau.denseWeights.map { weights in
      (0..<state.components).map { row in
        var sum = 0.0
        for (stage, weight) in weights.enumerated() { sum += weight * stages[stage].row(row)[lane] }
        return sum
      }
    }
    return [chord] + bends
  }
}

/// A small system of linear equations, its memory used again and again: elimination with partial pivoting.
struct LinearSystem {
  private let size: Int
  private var matrix: [Double]
  private var order: [Int]
  private(set) var solution: [Double]

  init(size: Int) {
    self.size = size
    matrix = Array(repeating: 0, count: size * size)
    order = Array(0..<size)
    solution = Array(repeating: 0, count: size)
  }

  /// Takes the matrix of these elements apart; a singular one has no finite solutions.
  mutating func factorize(_ element: (_ row: Int, _ column: Int) -> Double) {
    for row in 0..<size {
      for column in 0..<size { matrix[row * size + column] = element(row, column) }
    }
    for column in 0..<size {
      var pivot = column
      for row in column..<size
      where matrix[row * size + column].magnitude > matrix[pivot * size + column].magnitude {
        pivot = row
      }
      order[column] = pivot
      if pivot != column {
        for other in 0..<size { matrix.swapAt(column * size + other, pivot * size + other) }
      }
      let inverse = 1 / matrix[column * size + column]
      for row in column + 1..<size {
        let factor = matrix[row * size + column] * inverse
        matrix[row * size + column] = factor
        for other in column + 1..<size {
          matrix[row * size + other] -= factor * matrix[column * size + other]
        }
      }
    }
  }

  /// Solves with these right-hand sides, into ``solution``.
  mutating func solve(_ right: (_ row: Int) -> Double) {
    for row in 0..<size { solution[row] = right(row) }
    for row in 0..<size { solution.swapAt(row, order[row]) }
    for row in 0..<size {
      for column in 0..<row { solution[row] -= matrix[row * size + column] * solution[column] }
    }
    for row in (0..<size).reversed() {
      for column in row + 1..<size {
        solution[row] -= matrix[row * size + column] * solution[column]
      }
      solution[row] /= matrix[row * size + row]
    }
  }
}
