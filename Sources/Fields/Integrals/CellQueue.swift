/// Cells in the order of their errors: a binary heap whose first cell has the largest.
struct CellQueue {
  private(set) var cells: [QuadratureCell] = []

  var isEmpty: Bool { cells.isEmpty }

  /// The largest error, or 0.
  var worst: Double { cells.first?.error ?? 0 }

  mutating func insert(_ cell: QuadratureCell) {
    cells.append(cell)
    var child = cells.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard cells[parent].error < cells[child].error else { return }
      cells.swapAt(parent, child)
      child = parent
    }
  }

  /// Takes out the cell with the largest error.
  ///
  /// - Precondition: there is one.
  mutating func removeWorst() -> QuadratureCell {
    let result = cells[0]
    let last = cells.removeLast()
    guard !cells.isEmpty else { return result }
    cells[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < cells.count else { return result }
      if child + 1 < cells.count, cells[child].error < cells[child + 1].error { child += 1 }
      guard cells[parent].error < cells[child].error else { return result }
      cells.swapAt(parent, child)
      parent = child
    }
  }
}
