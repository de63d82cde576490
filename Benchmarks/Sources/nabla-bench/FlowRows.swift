import Nabla

/// Many Lotka–Volterra systems, each with its own steps.
struct LotkaRow: Row {
  static let name = "lotka"

  let size: Int
  private let problem: InitialValueProblem
  private let integrator: Integrator
  private var ends: FlowEnds?

  init(_ request: Request) throws {
    size = request.size ?? 10_000
    var coordinates: [Double] = []
    for index in 0..<size {
      coordinates.append(0.5 + 1.5 * Double(index % 100) / 100)
      coordinates.append(0.5 + 1.5 * Double(index / 100) / 100)
    }
    problem = try InitialValueProblem(
      try VectorExpressionField("1.5 x - x y, x y - 3 y"), coordinates: coordinates, to: 10)
    integrator = Integrator(method: .dormandPrince853, controller: .adaptive(relative: 1e-6, absolute: 1e-8))
  }

  mutating func run() { ends = try? integrator.ends(problem) }

  var check: [Check] { FlowRows.check(ends) }
  var result: [UInt8] { FlowRows.bytes(ends) }
}

/// The flow map of the double gyre from 0 back to −10.
struct FlowMapRow: Row {
  static let name = "flowmap"

  let size: Int
  private let problem: InitialValueProblem
  private let integrator: Integrator
  private var ends: FlowEnds?

  init(_ request: Request) throws {
    let columns = request.size ?? 1000
    let rows = columns / 2
    size = columns * rows
    var coordinates: [Double] = []
    for row in 0..<rows {
      for column in 0..<columns {
        coordinates.append(2 * Double(column) / Double(columns - 1))
        coordinates.append(Double(row) / Double(rows - 1))
      }
    }
    let gyre = try VectorExpressionField(
      unsteady: """
        -0.1π sin(π (a x^2 + (1 - 2a) x)) cos(π y), 0.1π cos(π (a x^2 + (1 - 2a) x)) sin(π y) (2a x + 1 - 2a) \
        where a = 0.25 sin(0.2π t)
        """)
    problem = try InitialValueProblem(gyre, coordinates: coordinates, to: -10)
    integrator = Integrator(method: .dormandPrince853, controller: .adaptive(relative: 1e-6, absolute: 1e-6))
  }

  mutating func run() { ends = try? integrator.ends(problem) }

  var check: [Check] { FlowRows.check(ends) }
  var result: [UInt8] { FlowRows.bytes(ends) }
}

/// What rows of ends have in common.
enum FlowRows {
  /// How many trajectories came to their end.
  static func check(_ ends: FlowEnds?) -> [Check] {
    [("arrived", Double(ends?.endings.count { $0 == .time } ?? 0))]
  }

  static func bytes(_ ends: FlowEnds?) -> [UInt8] {
    (ends?.coordinates ?? []).withUnsafeBytes { Array($0) }
  }
}
