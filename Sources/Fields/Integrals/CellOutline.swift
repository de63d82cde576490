import Expressions

/// What is known of an integrand in a whole cell, and not only at its points.
struct CellOutline {
  /// Whether nothing in the cell is in the way of any derivative of the integrand.
  var isSmooth = true
  /// Whether that holds of the way, the surface or the chart of the domain.
  var isDomainSmooth = true
  /// How far apart two values of the integrand can be; infinite where nothing bounds them.
  var swing = 0.0
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
    outline.isDomainSmooth = box.sides.allSatisfy { $0.isSmooth }
    outline.isSmooth = outline.isDomainSmooth
    guard let program else { return outline }
    program.evaluate(over: IntervalBox(box.sides.map { Interval($0.lower, $0.upper) }), into: &workspace)
    for row in rows {
      let value = workspace.value(row)
      if !value.isSmooth { outline.isSmooth = false }
      outline.swing += value.isBounded ? value.upper - value.lower : .infinity
    }
    if outline.swing > 0 { outline.swing *= stretch(cell) }
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

  /// Whether the integrand is bounded in a cell, its border included.
  mutating func isBounded(in cell: ParameterBox) -> Bool {
    guard let box = domain.enclosure?(cell), box.sides.allSatisfy({ $0.isBounded }) else { return false }
    guard let program else { return true }
    program.evaluate(over: box, into: &workspace)
    return rows.allSatisfy { workspace.value($0).isBounded }
  }

  /// How much of the domain a step of the parameters is: the product of the lengths of the derivatives by each, the
  /// largest one of those at the corners and in the middles.
  private func stretch(_ box: ParameterBox) -> Double {
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
