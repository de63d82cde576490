import Expressions

/// Work whose time tells how fast the module is beside the same core natively; `make bench` asks for it.
final class Speed {
  private let program: Program<Double>?
  private let points: Block<Double>
  private let values: Block<Double>

  /// sin x cos y + e^−(x² + y²) at so many points, in memory that is touched before the clock runs.
  init(count: Int) {
    program = (try? Expression("sin(x) cos(y) + exp(-(x^2 + y^2))")).map { Program([$0], inputCount: 2) }
    points = Block(rows: 2, capacity: count)
    values = Block(rows: 1, capacity: count)
    points.count = count
    values.count = count
    for index in 0..<count {
      points.row(0)[index] = Double(Int32(truncatingIfNeeded: index &* 7919) % 100_003) / 12_500 - 4
      points.row(1)[index] = Double(Int32(truncatingIfNeeded: index &* 104_729) % 100_019) / 12_500 - 4
    }
  }

  func run() {
    program?.evaluate(at: points, into: values)
  }

  /// The sum of the values, by which two builds are known to have done the same.
  var sum: Double {
    (0..<values.count).reduce(0) { $0 + values.row(0)[$1] }
  }
}

private enum Bench {
  nonisolated(unsafe) static var speed = Speed(count: 0)
}

/// Gets the work for ``labSpeedRun()`` ready.
@_expose(wasm, "lab_speed_prepare")
@_cdecl("lab_speed_prepare")
public func labSpeedPrepare(_ count: Int32) {
  Bench.speed = Speed(count: Int(max(count, 0)))
}

/// Does the work once.
@_expose(wasm, "lab_speed_run")
@_cdecl("lab_speed_run")
public func labSpeedRun() { Bench.speed.run() }

/// The sum of what was computed.
@_expose(wasm, "lab_speed_sum")
@_cdecl("lab_speed_sum")
public func labSpeedSum() -> Double { Bench.speed.sum }
