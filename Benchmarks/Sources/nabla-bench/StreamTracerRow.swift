import Nabla

/// Streamlines through a sampled field, all points of them kept.
///
/// The samples are those of the stream function ψ = sin x sin y + 0.3 cos(2x + y), which is constant along the
/// streamlines of what was sampled: what the lines have drifted says how true they are.
struct StreamTracerRow: Row {
  static let name = "streamtracer"

  let size: Int
  private let problem: InitialValueProblem
  private let integrator: Integrator
  private var lines: [Solution] = []

  init(_ request: Request) throws {
    size = request.size ?? 10_000
    let axis = UniformGrid.Axis(from: -.pi, through: 3 * .pi, count: 512)
    let field = try VectorExpressionField(
      "sin(x) cos(y) - 0.3 sin(2x + y), -cos(x) sin(y) + 0.6 sin(2x + y)")
    let samples = try SampledVectorField(sampling: field, on: try UniformGrid([axis, axis]))
    var starts: [Double] = []
    for index in 0..<size {
      let column = Double(index % 100) + 0.5
      let row = Double(index / 100) + 0.5
      starts.append(2 * .pi * column / 100)
      starts.append(2 * .pi * row / Double(size / 100))
    }
    problem = try InitialValueProblem(samples.direction, coordinates: starts, to: 10)
    integrator = Integrator(controller: .adaptive(relative: 0, absolute: 1e-6))
  }

  mutating func run() { lines = (try? integrator.solve(problem)) ?? [] }

  var check: [Check] {
    var drift = 0.0
    for line in lines {
      let level = level(line.points[0])
      for point in line.points { drift = max(drift, (self.level(point) - level).magnitude) }
    }
    return [
      ("drift", drift), ("points", Double(lines.reduce(0) { $0 + $1.points.count })),
      ("interpolation", lines.reduce(0) { max($0, $1.interpolationError ?? 0) }),
    ]
  }

  private func level(_ point: [Double]) -> Double {
    Double.sin(point[0]) * Double.sin(point[1]) + 0.3 * Double.cos(2 * point[0] + point[1])
  }

  var result: [UInt8] { lines.flatMap { $0.end }.withUnsafeBytes { Array($0) } }
}
