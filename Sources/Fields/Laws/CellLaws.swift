import Elementary
import Expressions

/// The integral laws on small cells round the places of a box.
struct CellLaws {
  /// Both sides of a law for one cell.
  private struct Cell {
    let centre: [Double]
    let left: CellIntegral
    let right: CellIntegral
    let isSmooth: Bool
  }

  let dimension: Int
  let places: LawPlaces
  private let rule: CellRule

  init(dimension: Int, places: LawPlaces) {
    self.dimension = dimension
    self.places = places
    rule = CellRule(scales: places.scales)
  }

  /// A cell is a hundredth or so of the box.
  private var halves: [Double] { places.scales.map { $0 * 0x1p-7 } }

  /// Cells of space have thousands of points each; fewer of them do.
  private var centres: ArraySlice<[Double]> {
    places.points.prefix(dimension == 3 ? (places.points.count + 7) / 8 : places.points.count)
  }

  /// ∮ F·n = ∬ div F.
  func gauss(_ values: FieldRows, _ divergence: FieldRows, _ report: inout LawReport) {
    let axes = Array(0..<dimension)
    let cells = centres.map { centre in
      let inside = rule.integrals(of: divergence, over: axes, centre: centre, halves: halves)[0]
      var outside = CellIntegral()
      for axis in axes {
        for side in [-1.0, 1.0] {
          var face = centre
          face[axis] += side * halves[axis]
          let others = axes.filter { $0 != axis }
          let integrals = rule.integrals(of: values, over: others, centre: face, halves: halves)
          outside.add(integrals[axis], sign: side)
        }
      }
      return Cell(
        centre: centre, left: outside, right: inside, isSmooth: isSmooth(values, centre, axes))
    }
    compare(.gauss, cells, &report)
  }

  /// ∮ F·dr = ∬ curl F·n, for the square in every coordinate plane.
  func stokes(_ values: FieldRows, _ curl: FieldRows, _ report: inout LawReport) {
    let planes = dimension == 2 ? [(0, 1)] : [(1, 2), (2, 0), (0, 1)]
    var cells: [Cell] = []
    for centre in centres {
      for (row, (first, second)) in planes.enumerated() {
        let inside = rule.integrals(of: curl, over: [first, second], centre: centre, halves: halves)[row]
        var round = CellIntegral()
        for (along, across, turn) in [(first, second, -1.0), (second, first, 1.0)] {
          for side in [-1.0, 1.0] {
            var edge = centre
            edge[across] += side * halves[across]
            let integrals = rule.integrals(of: values, over: [along], centre: edge, halves: halves)
            round.add(integrals[along], sign: side * turn)
          }
        }
        let isSmooth = self.isSmooth(values, centre, [first, second])
        cells.append(Cell(centre: centre, left: round, right: inside, isSmooth: isSmooth))
      }
    }
    compare(.stokes, cells, &report)
  }

  /// ∫ ∂f/∂xᵢ dxᵢ = f(end) − f(start), along every axis.
  func gradientTheorem(_ values: FieldRows, _ gradient: FieldRows, _ report: inout LawReport) {
    var cells: [Cell] = []
    for centre in centres {
      for axis in 0..<dimension {
        let along = rule.integrals(of: gradient, over: [axis], centre: centre, halves: halves)[axis]
        var ends = CellIntegral()
        for side in [-1.0, 1.0] {
          var end = centre
          end[axis] += side * halves[axis]
          // The integral over no axis is the value.
          ends.add(rule.integrals(of: values, over: [], centre: end, halves: halves)[0], sign: side)
        }
        let isSmooth = self.isSmooth(values, centre, [axis])
        cells.append(Cell(centre: centre, left: along, right: ends, isSmooth: isSmooth))
      }
    }
    compare(.gradientTheorem, cells, &report)
  }

  /// Whether every row is smooth along some axes through the middle, so that no jump slips between the points.
  private func isSmooth(_ rows: FieldRows, _ centre: [Double], _ axes: [Int]) -> Bool {
    for axis in axes {
      let lines = rule.integrals(of: rows, over: [axis], centre: centre, halves: halves)
      let size = lines.reduce(0) { $0 + $1.size }
      for line in lines {
        guard line.change <= 1e-9 * size, line.gap <= 1e-6 * size else { return false }
      }
    }
    return true
  }

  /// Compares the two sides of all cells that tell something.
  private func compare(_ law: Law, _ cells: [Cell], _ report: inout LawReport) {
    // Where a field is as good as constant, its digits are those of its rounding elsewhere.
    let floor = 1e-12 * median(cells.map { $0.left.size + $0.right.size })
    for cell in cells {
      let size = cell.left.size + cell.right.size
      let change = cell.left.change + cell.right.change
      let gap = cell.left.gap + cell.right.gap
      guard cell.isSmooth, change <= 1e-9 * size, gap <= 1e-6 * size else {
        report.skip(law)
        continue
      }
      let noise = 8 * (cell.left.noise + cell.right.noise) + 1e-12 * size
      let bound = 16 * change + 4 * gap + noise + floor
      report.compare(law, at: cell.centre, cell.left.value, cell.right.value, bound: bound)
    }
  }
}
