import Expressions
import Fields
import Flows

/// Work whose time tells how fast the module is beside the same core natively; `make bench-browser` asks for it.
public enum SpeedWork: Int32 {
  /// sin x cos y + e^−(x² + y²) at so many points, in `Double`.
  case expression
  /// A step of Runge and Kutta's method of order 4 for so many particles, in `Float`.
  case particlesFloat
  /// The same in `Double`.
  case particlesDouble
}

/// A work and its memory, which is touched before the clock runs.
public final class Speed {
  private let work: SpeedWork
  private let points: Block<Double>
  private let values: Block<Double>
  private let program: Program<Double>?
  private let field: VectorExpressionField?
  private var floats: [[Float]]
  private var doubles: [[Double]]

  /// The work at so many points, which are the same everywhere.
  public init(_ work: SpeedWork, count: Int) {
    self.work = work
    program = (try? Expression("sin(x) cos(y) + exp(-(x^2 + y^2))")).map { Program([$0], inputCount: 2) }
    field = try? VectorExpressionField("0.5 sin(1.7 x) - y, 0.5 sin(1.3 y) + x")
    points = Block(rows: 2, capacity: count)
    values = Block(rows: 1, capacity: count)
    points.count = count
    values.count = count
    for index in 0..<count {
      // Whole numbers of 32 bits in the module.
      points.row(0)[index] = Double(Int(Int32(truncatingIfNeeded: index &* 7919)) % 100_003) / 12_500 - 4
      points.row(1)[index] = Double(Int(Int32(truncatingIfNeeded: index &* 104_729)) % 100_019) / 12_500 - 4
    }
    let columns = [points.row(0), points.row(1)]
    doubles = columns.map { column in (0..<count).map { column[$0] / 2 } }
    floats = columns.map { column in (0..<count).map { Float(column[$0] / 2) } }
  }

  /// Does the work once.
  public func run() {
    switch work {
    case .expression: program?.evaluate(at: points, into: values)
    case .particlesFloat: Speed.move(&floats, field)
    case .particlesDouble: Speed.move(&doubles, field)
    }
  }

  private static func move<Scalar: FieldScalar>(_ rows: inout [[Scalar]], _ field: VectorExpressionField?) {
    guard let field else { return }
    let mover = ParticleMover<Scalar>()
    var (x, y) = (rows[0], rows[1])
    rows = []
    x.withUnsafeMutableBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in mover.move(x, y, with: field, by: 0.01) }
    }
    rows = [x, y]
  }

  /// The sum of the results, by which two builds are known to have done the same.
  public var sum: Double {
    switch work {
    case .expression: return (0..<values.count).reduce(0) { $0 + values.row(0)[$1] }
    case .particlesFloat: return Speed.sum(floats)
    case .particlesDouble: return Speed.sum(doubles)
    }
  }

  private static func sum<Scalar: FieldScalar>(_ rows: [[Scalar]]) -> Double {
    var total = 0.0
    for row in rows {
      var part = 0.0
      for number in row { part += Double(number) }
      total += part
    }
    return total
  }
}

private enum Bench {
  nonisolated(unsafe) static var speed = Speed(.expression, count: 0)
}

/// Gets the work of this number for ``labSpeedRun()`` ready.
@_expose(wasm, "lab_speed_prepare")
@_cdecl("lab_speed_prepare")
public func labSpeedPrepare(_ work: Int32, _ count: Int32) {
  Bench.speed = Speed(SpeedWork(rawValue: work) ?? .expression, count: Int(max(count, 0)))
}

/// Does the work once.
@_expose(wasm, "lab_speed_run")
@_cdecl("lab_speed_run")
public func labSpeedRun() { Bench.speed.run() }

/// The sum of what was computed.
@_expose(wasm, "lab_speed_sum")
@_cdecl("lab_speed_sum")
public func labSpeedSum() -> Double { Bench.speed.sum }
