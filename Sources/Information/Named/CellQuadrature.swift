import Elementary

/// An integral over an interval or a rectangle, in cells that are halved where its error is.
///
/// Kronrod's rule of 15 points in every direction, and how far Gauss's of 7 is from it as the error (Kronrod 1965;
/// Piessens et al., *QUADPACK*, 1983). Cells are halved in rounds, and summed in a fixed order.
struct CellQuadrature {
  /// A cell, and what is known of the integral over it.
  private struct Cell {
    let x: (Double, Double)
    let y: (Double, Double)
    var value = 0.0
    var error = 0.0
    var rounding = 0.0
    /// Whether the error is along y.
    var isAlongY = false
  }

  private var cells: [Cell] = []
  private let isPlane: Bool
  private static let mostCells = 8000

  /// The integral.
  private(set) var value = 0.0
  /// How far the rules disagree.
  private var disagreement = 0.0
  /// What the rounding of the integrand may amount to.
  private var rounding = 0.0

  /// By how much ``value`` may be off.
  var error: Double { disagreement + rounding }

  /// The cells between these coordinates; in one dimension y is a single interval.
  init(_ x: [Double], _ y: [Double], isPlane: Bool) {
    self.isPlane = isPlane
    let across = x.sorted()
    let along = y.sorted()
    for (left, right) in zip(across, across.dropFirst()) where left < right {
      for (low, high) in zip(along, along.dropFirst()) where low < high {
        cells.append(Cell(x: (left, right), y: (low, high)))
      }
    }
  }

  /// Halves cells until the error is this part of the value or less than rounding, or there are too many of them.
  mutating func refine(tolerance: Double, _ function: (Double, Double) -> Integrand) {
    for index in cells.indices { evaluate(&cells[index], function) }
    sum()
    while disagreement > max(tolerance * value.magnitude, rounding), cells.count < Self.mostCells {
      let allowed = max(tolerance * value.magnitude, rounding) / (2 * Double(cells.count))
      var next: [Cell] = []
      for cell in cells {
        guard cell.error > allowed, let halves = halves(of: cell) else {
          next.append(cell)
          continue
        }
        for var half in [halves.0, halves.1] {
          evaluate(&half, function)
          next.append(half)
        }
      }
      if next.count == cells.count { break }
      cells = next
      sum()
    }
  }

  private mutating func sum() {
    var values = CompensatedSum()
    disagreement = 0
    rounding = 0
    for cell in cells {
      values.add(cell.value)
      disagreement += cell.error
      rounding += cell.rounding
    }
    value = values.value
  }

  /// Two halves across the longer error, or nothing if the cell is too small to have a middle.
  private func halves(of cell: Cell) -> (Cell, Cell)? {
    let side = cell.isAlongY ? cell.y : cell.x
    let middle = 0.5 * (side.0 + side.1)
    guard middle > side.0, middle < side.1 else { return nil }
    if cell.isAlongY {
      return (Cell(x: cell.x, y: (side.0, middle)), Cell(x: cell.x, y: (middle, side.1)))
    }
    return (Cell(x: (side.0, middle), y: cell.y), Cell(x: (middle, side.1), y: cell.y))
  }

  private func evaluate(_ cell: inout Cell, _ function: (Double, Double) -> Integrand) {
    var both = 0.0
    var gaussX = 0.0
    var gaussY = 0.0
    var rounding = 0.0
    let nodes = KronrodRule.nodes
    let middle = (0.5 * (cell.x.0 + cell.x.1), 0.5 * (cell.y.0 + cell.y.1))
    let half = (0.5 * (cell.x.1 - cell.x.0), 0.5 * (cell.y.1 - cell.y.0))
    for column in isPlane ? nodes : [KronrodRule.Node(0, 1, 1)] {
      let y = middle.1 + half.1 * column.place
      var kronrod = 0.0
      var gauss = 0.0
      for row in nodes {
        let point = function(middle.0 + half.0 * row.place, y)
        kronrod += row.weight * point.value
        gauss += row.gauss * point.value
        rounding += row.weight * column.weight * point.rounding
      }
      both += column.weight * kronrod
      gaussX += column.weight * gauss
      gaussY += column.gauss * kronrod
    }
    let area = half.0 * (isPlane ? half.1 : 1)
    cell.value = area * both
    cell.rounding = area * rounding
    let errorX = area * (both - gaussX).magnitude
    let errorY = isPlane ? area * (both - gaussY).magnitude : 0
    cell.error = errorX + errorY
    cell.isAlongY = errorY > errorX
  }
}

private enum KronrodRule {
  struct Node {
    let place: Double
    let weight: Double
    /// The weight in Gauss's rule, 0 where that has no node.
    let gauss: Double

    init(_ place: Double, _ weight: Double, _ gauss: Double) {
      self.place = place
      self.weight = weight
      self.gauss = gauss
    }
  }

  /// The nodes on [−1, 1].
  static let nodes: [Node] = {
    var nodes: [Node] = [Node(0, 0.209482141084727828013, 0.417959183673469387755)]
    for node in positive {
      nodes.append(node)
      nodes.append(Node(-node.place, node.weight, node.gauss))
    }
    return nodes
  }()

  private static var positive: [Node] {
    [
      Node(0.207784955007898467601, 0.204432940075298892414, 0),
      Node(0.405845151377397166907, 0.190350578064785409913, 0.381830050505118944950),
      Node(0.586087235467691130294, 0.169004726639267902827, 0),
      Node(0.741531185599394439864, 0.140653259715525918745, 0.279705391489276667901),
      Node(0.864864423359769072790, 0.104790010322250183840, 0),
      Node(0.949107912342758524526, 0.063092092629978553291, 0.129484966168869693271),
      Node(0.991455371120812639207, 0.022935322010529224964, 0),
    ]
  }
}
