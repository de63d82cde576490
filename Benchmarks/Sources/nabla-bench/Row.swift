/// One row of the table: its inputs, made and touched, and the work that is timed.
protocol Row: SendableMetatype {
  /// What the command line calls it.
  static var name: String { get }

  /// Makes the inputs and touches all memory that the work will touch.
  init(_ request: Request) throws

  /// The number of things worked on: points, outcomes, particles.
  var size: Int { get }

  /// How often one repetition does the work, so that short work lasts long enough for the clock.
  var iterations: Int { get }

  /// The work, once.
  mutating func run()

  /// Numbers to compare with the peer's, after at least one ``run()``.
  var check: [Check] { get }

  /// The result as bytes, for a comparison value by value.
  var result: [UInt8] { get }
}

/// A number by which a result is known.
typealias Check = (name: String, value: Double)

extension Row {
  var iterations: Int { 1 }
  var result: [UInt8] { [] }

  /// The seconds that the work takes, once.
  mutating func repetition() -> Double {
    let clock = ContinuousClock()
    let count = iterations
    let elapsed = clock.measure { for _ in 0..<count { run() } }
    let (seconds, attoseconds) = elapsed.components
    return (Double(seconds) + Double(attoseconds) * 1e-18) / Double(count)
  }
}

/// All rows.
let rows: [any Row.Type] = [
  ExpressionRow.self, HessianRow.self, GridRow.self, EntropyRow.self, KullbackLeiblerRow.self,
  JensenShannonRow.self, RenyiRow.self, PairwiseRow.self, FigureRow.self,
  ParticlesRow.self,
  StreamlinesRow.self, StreamPlotRow.self, StreamTracerRow.self, TextureRow.self, LotkaRow.self,
  FlowMapRow.self,
  ModuleRow.self, MoverRow<Float>.self, MoverRow<Double>.self,
  CopyRow.self, BareRowsRow.self, LogarithmRow<Double>.self, LogarithmRow<Float>.self,
]
