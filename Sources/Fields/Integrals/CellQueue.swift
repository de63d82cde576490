/// Cells in the order of their errors, or of another number: a binary heap whose first cell has the largest.
struct CellQueue {
  /// The number that cells are ordered by.
  enum Order {
    case error
    case doubt
  }

  private(set) var cells: [QuadratureCell] = []
  private let order: Order

  init(by order: Order = .error) { self.order = order }

  var isEmpty: Bool { cells.isEmpty }

  /// The largest error, or what the order is by, or 0.
  var worst: Double { cells.isEmpty ? 0 : weight(0) }

  private func weight(_ index: Int) -> Double {
    order == .error ? cells[index].error : cells[index].doubt
  }

  mutating func insert(_ cell: QuadratureCell) {
    cells.append(cell)
    var child = cells.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard weight(parent) < weight(child) else { return }
      cells.swapAt(parent, child)
      child = parent
    }
  }

  /// Takes out the cell with the largest.
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
      if child + 1 < cells.count, weight(child) < weight(child + 1) { child += 1 }
      guard weight(parent) < weight(child) else { return result }
      cells.swapAt(parent, child)
      parent = child
    }
  }
}
