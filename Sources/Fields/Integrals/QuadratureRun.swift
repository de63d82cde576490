import Expressions

/// The work on one integral: the cells so far, and what is known of their sum.
struct QuadratureRun {
  private let quadrature: AdaptiveQuadrature
  private let rule: QuadratureCellRule
  private let points: Block<Double>
  private let pieces: Block<Double>
  private let values: Block<Double>
  /// The number of cells whose points fit into the blocks.
  private let batch: Int

  /// What is known of the integrand between the points.
  private var outline: IntegrandOutline?

  /// Whether it is known to be bounded in the whole domain.
  private var isBounded = false

  /// Cells that may be halved.
  private var queue = CellQueue()
  /// Cells whose errors are small, but in which there is room for more than the points have seen.
  private var doubtful = CellQueue(by: .doubt)
  /// How many evaluations may still be spent on them: as many again as the first answer took, or on as many cells
  /// as it takes to close in on a peak a thousand times narrower than the domain.
  private var looks: Int?
  /// Cells that stay as they are.
  private var settled: [QuadratureCell] = []
  /// Cells in which the integrand has a pole.
  private var poles: [QuadratureCell] = []
  private var evaluations = 0
  private var outcome: Integral.Outcome?
  /// The sum of the errors of the settled cells.
  private var settledError = 0.0
  /// The sum of the finite errors, and that of ∫|f|.
  private var error = 0.0
  private var size = 0.0
  /// The two sums when an eighth of the evaluations was used, or as soon as the integrand was finite at all points.
  private var early: (error: Double, size: Double, evaluations: Int)?

  /// - Parameter rows: 2 if the integrand writes a second row: what its rounding is a share of.
  init(_ quadrature: AdaptiveQuadrature, dimension: Int, rows: Int, outline: IntegrandOutline?) {
    self.outline = outline
    self.quadrature = quadrature
    rule = QuadratureCellRule(dimension: dimension)
    batch = QuadratureRun.batch(dimension: dimension)
    points = Block(rows: dimension, capacity: batch * rule.count)
    pieces = Block(rows: 1, capacity: batch * rule.count)
    values = Block(rows: rows, capacity: batch * rule.count)
  }

  /// Enough cells for some hundreds of points.
  private static func batch(dimension: Int) -> Int { dimension == 1 ? 12 : dimension == 2 ? 8 : 2 }

  /// The largest number of points that an integrand is asked for at once.
  static func capacity(dimension: Int) -> Int {
    batch(dimension: dimension) * QuadratureCellRule(dimension: dimension).count
  }

  typealias Integrand = (Block<Double>, Block<Double>, Block<Double>) -> Void

  var isDone: Bool { outcome != nil }

  /// Measures the pieces, each cut so that no feature of a common size is missed.
  mutating func begin(_ boxes: [ParameterBox], _ integrand: Integrand) {
    var boxes = boxes
    let wanted = rule.dimension == 3 ? 8 : rule.dimension == 2 ? 4 : 8
    var axis = 0
    while !boxes.isEmpty, boxes.count < wanted {
      var halves: [ParameterBox] = []
      for box in boxes {
        let (first, second) = box.halves(along: axis % rule.dimension)
        halves += [first, second]
      }
      boxes = halves
      axis += 1
    }
    isBounded = boxes.allSatisfy { outline?.isBounded(in: $0) ?? false }
    for cell in measured(boxes.map { QuadratureCell($0) }, integrand) { accept(cell) }
    judge()
  }

  /// Halves the worst cells, until what is left of the error would be small enough.
  mutating func step(_ integrand: Integrand) {
    replace(doubtful.isEmpty || error > target ? uncertain() : suspects(), integrand)
    judge()
  }

  /// Halves cells and takes the halves for them.
  private mutating func replace(_ parents: [QuadratureCell], _ integrand: Integrand) {
    let halves = measured(parents.flatMap { $0.halves() }, integrand)
    for (index, parent) in parents.enumerated() {
      count(parent, -1)
      accept(halves[2 * index], halves[2 * index + 1], of: parent)
    }
  }

  /// Takes the cells with the largest errors out of the queue.
  private mutating func uncertain() -> [QuadratureCell] {
    var parents: [QuadratureCell] = []
    // What is settled stays; half of what may be left besides it is left for the halves.
    var rest = error - settledError
    let enough = (target - settledError) / 2
    while 2 * (parents.count + 1) <= batch, !queue.isEmpty {
      guard rest > enough || !queue.worst.isFinite else { break }
      let cell = queue.removeWorst()
      if cell.error.isFinite { rest -= cell.error }
      if cell.isExhausted { settle(cell) } else { parents.append(cell) }
    }
    return parents
  }

  /// Takes the cells with the most room for what was not seen.
  private mutating func suspects() -> [QuadratureCell] {
    var parents: [QuadratureCell] = []
    // Where there is by far less room, it can wait: the way to a narrow peak is long.
    let enough = doubtful.worst / 8
    while 2 * (parents.count + 1) <= batch, !doubtful.isEmpty, doubtful.worst >= enough {
      var cell = doubtful.removeWorst()
      if cell.isExhausted {
        count(cell, -1)
        (cell.error, cell.doubt, cell.isFinal) = (max(cell.error, cell.room), 0, true)
        keep(cell)
      } else {
        parents.append(cell)
      }
    }
    looks = (looks ?? 0) - 2 * parents.count * rule.count
    return parents
  }

  /// The integral when the work is done.
  var result: Integral {
    let outcome = outcome ?? .limit
    var value = CompensatedSum()
    var error = CompensatedSum()
    for cell in settled + queue.cells + doubtful.cells {
      value.add(cell.value)
      // Where no more may be asked, what may have been missed is part of the error.
      error.add(outcome == .limit ? max(cell.error, cell.room) : cell.error)
    }
    if outcome == .singular || outcome == .undefined || !queue.worst.isFinite {
      return Integral(value: poleValue, error: .nan, outcome: outcome, evaluations: evaluations)
    }
    return Integral(value: value.value, error: error.value, outcome: outcome, evaluations: evaluations)
  }

  /// The infinity that all poles agree on, or NaN.
  private var poleValue: Double {
    guard outcome == .singular, let first = poles.first else { return .nan }
    for pole in poles where pole.poleValue != first.poleValue { return .nan }
    return first.poleValue
  }

  /// The error that is asked for, or the one that makes sense where that cannot be had.
  ///
  /// What the settled cells leave open is not mended by others; and beside a pole nothing is left to know but
  /// whether there are more.
  private var target: Double {
    let wanted = max(quadrature.absolute, quadrature.relative * size)
    return max(wanted, 1.1 * settledError, poles.isEmpty ? 0 : 1e-6 * size)
  }

  /// Evaluates the integrand at the points of cells, as many at once as the blocks hold.
  private mutating func measured(_ cells: [QuadratureCell], _ integrand: Integrand) -> [QuadratureCell] {
    var cells = cells
    var start = 0
    while start < cells.count {
      let end = min(start + batch, cells.count)
      points.count = (end - start) * rule.count
      pieces.count = points.count
      for index in start..<end {
        rule.place(cells[index].box, into: points, pieces, from: (index - start) * rule.count)
      }
      integrand(points, pieces, values)
      for index in start..<end {
        let offset = (index - start) * rule.count
        let sizes = values.rows > 1 ? UnsafePointer(values.row(1) + offset) : nil
        rule.measure(&cells[index], values.row(0) + offset, sizes)
        if let known = outline?.outline(of: cells[index].box) { cells[index].heed(known) }
      }
      evaluations += points.count
      start = end
    }
    return cells
  }

  /// Adds a cell to the sums, or takes it out of them.
  private mutating func count(_ cell: QuadratureCell, _ sign: Double) {
    guard cell.error.isFinite else { return }
    error += sign * cell.error
    size += sign * cell.size
  }

  /// Takes the two halves of a cell for the cell.
  private mutating func accept(_ first: QuadratureCell, _ second: QuadratureCell, of parent: QuadratureCell) {
    // Noise does not become less by halving, nor much more; a kink or a root becomes less, and what was not seen more.
    let rest = first.error + second.error
    let isNoise =
      parent.error <= 1e-9 * parent.size && rest >= 0.9 * parent.error && rest <= 16 * parent.error
    for half in [first, second] {
      var cell = half
      cell.stalls = isNoise ? parent.stalls + 1 : 0
      accept(cell)
    }
  }

  private mutating func accept(_ half: QuadratureCell) {
    var cell = half
    cell.remember()
    if cell.isUndefined, cell.value.isNaN {
      outcome = .undefined
    } else if cell.isUndefined || cell.isPole && !isBounded(cell) {
      appendPole(cell)
    } else if cell.isSettled {
      keep(cell)
    } else {
      count(cell, 1)
      queue.insert(cell)
    }
  }

  /// Ends the work on a cell between whose ends there are too few numbers for more.
  private mutating func settle(_ exhausted: QuadratureCell) {
    count(exhausted, -1)
    var cell = exhausted
    if cell.seemsPole, !isBounded(cell) {
      appendPole(cell)
      return
    }
    if !cell.error.isFinite { (cell.value, cell.size, cell.error) = (0, cell.lastSize, 0) }
    cell.error = max(cell.error, cell.room)
    if !isBounded(cell) { cell.error = max(cell.error, cell.missed * cell.size) }
    cell.isFinal = true
    keep(cell)
  }

  private mutating func appendPole(_ pole: QuadratureCell) {
    var cell = pole
    cell.isTwoSided = outline?.isTwoSided(in: cell.box) ?? false
    poles.append(cell)
  }

  /// Whether the integrand is known to be bounded in a cell: there is no pole.
  private mutating func isBounded(_ cell: QuadratureCell) -> Bool {
    outline?.isBounded(in: cell.box) ?? false
  }

  private mutating func keep(_ cell: QuadratureCell, counting: Bool = true) {
    if counting { count(cell, 1) }
    settledError += cell.error
    settled.append(cell)
  }

  /// Decides whether the work is done.
  private mutating func judge() {
    guard outcome == nil else { return }
    let isFinite = queue.worst.isFinite
    if early == nil, isFinite, evaluations >= quadrature.evaluations / 8 {
      early = (error, size, evaluations)
    }
    if isFinite, error <= target {
      // The running sums have been rounded many times: look again.
      (error, size) = (0, 0)
      for cell in settled + queue.cells + doubtful.cells { count(cell, 1) }
    }
    if poles.isEmpty, isFinite, error <= target, goesOnLooking() { return }
    if queue.isEmpty || isFinite && error <= target {
      let wanted = max(quadrature.absolute, quadrature.relative * size)
      outcome = !poles.isEmpty ? .singular : error <= wanted ? .reached : .rounding
    } else if evaluations + batch * rule.count > quadrature.evaluations {
      outcome = !poles.isEmpty || isFinite && isGrowing ? .singular : .limit
    }
  }

  /// Whether there is a cell to look into though the error is small.
  ///
  /// A peak that lies between all points changes nothing at any of them; only what bounds the integrand in a whole
  /// cell leaves room for it. Bounds are wider than the truth, so that there is an end to looking.
  private mutating func goesOnLooking() -> Bool {
    guard outline != nil, evaluations + batch * rule.count <= quadrature.evaluations else { return false }
    let budget = looks ?? max(evaluations, (256 >> rule.dimension) * rule.count)
    looks = budget
    guard budget > 0 else { return false }
    let least = max(target / 16, .leastNonzeroMagnitude)
    gatherDoubtful(above: least)
    return doubtful.worst > least
  }

  /// Takes the cells with room for more than so much from where they are.
  private mutating func gatherDoubtful(above least: Double) {
    let cells = settled + queue.cells
    (settled, settledError, queue) = ([], 0, CellQueue())
    for cell in cells {
      if cell.doubt > least {
        doubtful.insert(cell)
      } else if cell.isSettled {
        keep(cell, counting: false)
      } else {
        queue.insert(cell)
      }
    }
  }

  /// Whether more work has made ∫|f| larger and the error no smaller: poles along a whole line or face.
  private var isGrowing: Bool {
    guard !isBounded, let early, evaluations >= 4 * early.evaluations else { return false }
    return error > 0.6 * early.error && size - early.size > 0.1 * error
  }
}
