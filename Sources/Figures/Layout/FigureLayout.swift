/// Where the panels of a figure lie: equal columns and rows, plots of a row and column aligned.
struct FigureLayout {
  /// The layout of each panel.
  private(set) var places: [[PanelLayout]] = []

  static let columnGap = 26.0
  static let rowGap = 22.0

  init(_ rows: [[Panel]], in room: Box, theme: Theme) {
    let columns = rows.reduce(0) { Swift.max($0, $1.count) }
    guard columns > 0 else { return }
    let cellHeight = (room.height - Double(rows.count - 1) * FigureLayout.rowGap) / Double(rows.count)
    // Each row shares the width among its own panels; rows of as many panels align their columns.
    for (rowIndex, row) in rows.enumerated() {
      let count = Double(Swift.max(row.count, 1))
      let cellWidth = (room.width - (count - 1) * FigureLayout.columnGap) / count
      let top = room.y + Double(rowIndex) * (cellHeight + FigureLayout.rowGap)
      places.append(
        row.indices.map { column in
          let left = room.x + Double(column) * (cellWidth + FigureLayout.columnGap)
          let cell = Box(x: left, y: top, width: cellWidth, height: cellHeight)
          return PanelLayout(row[column], in: cell, theme: theme)
        })
    }
    align(rows, columns, theme)
  }

  private mutating func align(_ rows: [[Panel]], _ columns: Int, _ theme: Theme) {
    for row in places.indices {
      let top = places[row].reduce(0) { Swift.max($0, $1.insets.top) }
      let bottom = places[row].reduce(0) { Swift.max($0, $1.insets.bottom) }
      for column in places[row].indices {
        places[row][column].insets.top = top
        places[row][column].insets.bottom = bottom
      }
    }
    let isRegular = places.allSatisfy { $0.count == columns }
    if isRegular && places.count > 1 {
      for column in 0..<columns {
        let left = places.reduce(0) { Swift.max($0, $1[column].insets.left) }
        let right = places.reduce(0) { Swift.max($0, $1[column].insets.right) }
        for row in places.indices {
          places[row][column].insets.left = left
          places[row][column].insets.right = right
        }
      }
    }
    for row in places.indices {
      for column in places[row].indices { places[row][column].settle(rows[row][column], theme: theme) }
    }
  }
}
