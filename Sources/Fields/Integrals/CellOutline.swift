import Expressions

/// What is known of an integrand in a whole cell, and not only at its points.
struct CellOutline {
  /// Whether nothing in the cell is in the way of any derivative of the integrand.
  var isSmooth = true
  /// Whether that holds of the way, the surface or the chart of the domain.
  var isDomainSmooth = true
  /// How far apart two values of the integrand can be; infinite where nothing bounds them.
  var swing = 0.0
  /// Whether the domain has one parameter.
  var isLine = false
  /// How far two neighbouring numbers are apart, as a share of the longest side of the cell.
  var blur = 0.0
}

/// Bounds for what is integrated, from those of the domain and of the field on it.
struct IntegrandOutline {
  private let domain: Parametrization
  /// The field, and which of its rows are integrated; what is not there is constant.
  private let program: IntervalProgram?
  private let rows: [Int]
  private var workspace = IntervalWorkspace()
  private let places: Block<Double>
  private let pieces: Block<Double>
  private let points: Block<Double>
  private let derivatives: Block<Double>

  /// Bounds for rows of a field on a domain, all rows if none are named.
  init(_ program: IntervalProgram?, rows: [Int]? = nil, on domain: Parametrization) {
    self.domain = domain
    self.program = program
    self.rows = rows ?? Array(0..<(program?.outputCount ?? 0))
    let count = 27
    places = Block(rows: domain.parameters, capacity: count)
    pieces = Block(rows: 1, capacity: count)
    points = Block(rows: domain.dimension, capacity: count)
    derivatives = Block(rows: domain.dimension * domain.parameters, capacity: count)
  }

  /// What is known in a cell; nothing where the domain cannot be enclosed.
  mutating func outline(of cell: ParameterBox) -> CellOutline? {
    // An edge on the border of the cell is none of the cell's.
    guard let box = domain.enclosure?(cell.shrunk()) else { return nil }
    var outline = CellOutline()
    outline.isLine = domain.parameters == 1
    outline.isDomainSmooth = box.sides.allSatisfy { $0.isSmooth }
    outline.isSmooth = outline.isDomainSmooth
    var widest = 0.0
    for side in box.sides where side.upper - side.lower > widest {
      widest = side.upper - side.lower
      outline.blur = side.magnitude.ulp / widest
    }
    let (size, change) = stretch(cell)
    // Without a field the domain itself is measured.
    var reach = program == nil ? 1.0 : 0.0
    if let program {
      program.evaluate(over: IntervalBox(box.sides.map { Interval($0.lower, $0.upper) }), into: &workspace)
      for row in rows {
        let value = workspace.value(row)
        if !value.isSmooth { outline.isSmooth = false }
        outline.swing += value.isBounded ? value.upper - value.lower : .infinity
        reach += value.isBounded ? value.magnitude : .infinity
      }
      if outline.swing > 0 { outline.swing *= size }
    }
    if change > 0, reach > 0 { outline.swing += reach * change }
    return outline
  }

  /// Whether nothing anywhere in the domain is in the way of any derivative, as far as boxes that are cut so many times
  /// along each parameter can tell.
  mutating func isSmooth(cuts: Int) -> Bool {
    var boxes = domain.boxes
    for _ in 0..<cuts {
      for axis in 0..<domain.parameters {
        boxes = boxes.flatMap { box in
          let (first, second) = box.halves(along: axis)
          return [first, second]
        }
      }
    }
    for box in boxes {
      guard outline(of: box)?.isSmooth ?? true else { return false }
    }
    return true
  }

  /// Whether the integrand goes to infinities of both signs in a cell.
  mutating func isTwoSided(in cell: ParameterBox) -> Bool {
    guard let program, let box = domain.enclosure?(cell) else { return false }
    program.evaluate(over: box, into: &workspace)
    return rows.contains { workspace.value($0).lower == -.infinity && workspace.value($0).upper == .infinity }
  }

  /// Whether the integrand is bounded in a cell, its border included.
  mutating func isBounded(in cell: ParameterBox) -> Bool {
    guard let box = domain.enclosure?(cell), box.sides.allSatisfy({ $0.isBounded }) else { return false }
    guard let program else { return true }
    program.evaluate(over: box, into: &workspace)
    return rows.allSatisfy { workspace.value($0).isBounded }
  }

  /// How much of the domain a step of the parameters is, and by how much that changes within a cell: the product of the
  /// lengths of the derivatives by each.
  ///
  /// From their bounds, where the domain is given by formulas; others are round or flat, so that the largest product at
  /// the corners and in the middles is all that is needed.
  private func stretch(_ cell: ParameterBox) -> (size: Double, change: Double) {
    guard let slopes = domain.slopes?(cell.shrunk()) else { return (largestStretch(cell), 0) }
    var (size, change) = (1.0, 0.0)
    for axis in 0..<domain.parameters {
      var square = 0.0
      var width = 0.0
      for row in 0..<domain.dimension {
        let slope = slopes[row * domain.parameters + axis]
        guard slope.isBounded else { return (.infinity, .infinity) }
        square += slope.magnitude * slope.magnitude
        width += slope.upper - slope.lower
      }
      let length = square.squareRoot()
      change = change * length + size * width
      size *= length
    }
    return (size, change)
  }

  private func largestStretch(_ box: ParameterBox) -> Double {
    let count = domain.parameters == 1 ? 3 : domain.parameters == 2 ? 9 : 27
    places.count = count
    pieces.count = count
    for lane in 0..<count {
      var digits = lane
      for axis in 0..<domain.parameters {
        let share = 0.5 * Double(digits % 3)
        digits /= 3
        places.row(axis)[lane] = (1 - share) * box.lower[axis] + share * box.upper[axis]
      }
      pieces.row(0)[lane] = Double(box.piece)
    }
    domain.map(places, pieces, points, derivatives)
    var largest = 0.0
    for lane in 0..<count {
      var product = 1.0
      for axis in 0..<domain.parameters {
        var square = 0.0
        for row in 0..<domain.dimension {
          let slope = derivatives.row(row * domain.parameters + axis)[lane]
          square += slope * slope
        }
        product *= square.squareRoot()
      }
      largest = max(largest, product)
    }
    return largest
  }
}
