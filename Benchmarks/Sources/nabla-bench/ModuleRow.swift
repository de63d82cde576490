import Nabla

/// The work that the browser's module does for `lab_speed_run`, at the same points.
struct ModuleRow: Row {
  static let name = "module"

  let size: Int
  private let program: Program<Double>
  private let points: Block<Double>
  private let values: Block<Double>

  init(_ request: Request) throws {
    size = request.size ?? 1_000_000
    program = Program([try Expression("sin(x) cos(y) + exp(-(x^2 + y^2))")], inputCount: 2)
    points = Block(rows: 2, capacity: size)
    values = Block(rows: 1, capacity: size)
    points.count = size
    for index in 0..<size {
      // Whole numbers of 32 bits in the module.
      points.row(0)[index] = Double(Int(Int32(truncatingIfNeeded: index &* 7919)) % 100_003) / 12_500 - 4
      points.row(1)[index] = Double(Int(Int32(truncatingIfNeeded: index &* 104_729)) % 100_019) / 12_500 - 4
    }
  }

  var iterations: Int { 5 }

  func run() { program.evaluate(at: points, into: values) }

  var check: [Check] {
    [("sum", (0..<size).reduce(0) { $0 + values.row(0)[$1] })]
  }
}
