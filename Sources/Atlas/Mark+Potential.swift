import Fields
import Figures

extension Mark {
  /// The level lines of a field's potential, with their values.
  public static func potential(
    _ potential: Conservation.Potential, of field: some VectorField, over window: Window,
    paint: Paint = .quiet
  ) -> Mark {
    let grid: SampleGrid
    switch potential {
    case .formula(let expression), .local(let expression):
      grid = SampleGrid(of: ScalarExpressionField(expression), over: window, columns: 161, rows: 161)
    case .integrated(let base, _):
      // Each sample is an integral along a line.
      grid = SampleGrid(of: PotentialField(of: field, from: base), over: window, columns: 61, rows: 61)
    }
    return .contours(Mark.Contours(grid, paint: paint, isLabelled: true))
  }
}
