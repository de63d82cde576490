import Nabla

/// The entropy of a distribution of many outcomes, on all threads.
struct EntropyRow: Row {
  static let name = "entropy"

  let size: Int
  private let p: [Double]
  private var nats = 0.0

  init(_ request: Request) {
    size = request.size ?? 10_000_000
    p = scatteredDistribution(size, stream: 0)
  }

  mutating func run() {
    nats = p.withUnsafeBufferPointer { p in (try? entropy(p).nats) ?? .nan }
  }

  var check: [Check] { [("nats", nats)] }
}

/// Two distributions of many outcomes.
private struct Pair {
  let size: Int
  private let p: [Double]
  private let q: [Double]

  init(_ request: Request) {
    size = request.size ?? 10_000_000
    p = scatteredDistribution(size, stream: 0)
    q = scatteredDistribution(size, stream: 1)
  }

  typealias Buffer = UnsafeBufferPointer<Double>

  func nats(_ measure: (Buffer, Buffer) throws -> InformationValue) -> Double {
    p.withUnsafeBufferPointer { p in
      q.withUnsafeBufferPointer { q in (try? measure(p, q).nats) ?? .nan }
    }
  }
}

/// The Kullback–Leibler divergence, on all threads.
struct KullbackLeiblerRow: Row {
  static let name = "kl"

  private let pair: Pair
  private var nats = 0.0

  var size: Int { pair.size }

  init(_ request: Request) { pair = Pair(request) }

  mutating func run() { nats = pair.nats { try kullbackLeibler($0, $1) } }

  var check: [Check] { [("nats", nats)] }
}

/// The Jensen–Shannon divergence, on all threads.
struct JensenShannonRow: Row {
  static let name = "js"

  private let pair: Pair
  private var nats = 0.0

  var size: Int { pair.size }

  init(_ request: Request) { pair = Pair(request) }

  mutating func run() { nats = pair.nats { try jensenShannon($0, $1) } }

  var check: [Check] { [("nats", nats)] }
}

/// The Rényi divergence of order 2, on all threads.
struct RenyiRow: Row {
  static let name = "renyi"

  private let pair: Pair
  private var nats = 0.0

  var size: Int { pair.size }

  init(_ request: Request) { pair = Pair(request) }

  mutating func run() { nats = pair.nats { try renyi($0, $1, order: 2) } }

  var check: [Check] { [("nats", nats)] }
}

/// The Jensen–Shannon divergences of all pairs of distributions over 64 outcomes.
struct PairwiseRow: Row {
  static let name = "pairwise"

  let size: Int
  private let batch: DistributionBatch
  private var matrix: DivergenceMatrix?

  init(_ request: Request) throws {
    let size = request.size ?? 2000
    self.size = size
    batch = try DistributionBatch(
      (0..<size).map { index in
        try Counts((0..<64).map { Double(Scatter.whole(index * 64 + $0, 0)) + 1 }).distribution()
      })
  }

  mutating func run() { matrix = batch.pairwise(by: JensenShannon()) }

  var check: [Check] { [("mean", (matrix?.values ?? []).reduce(0, +) / Double(size * size))] }
  var result: [UInt8] { (matrix?.values ?? []).withUnsafeBytes { Array($0) } }
}

/// Whole weights over their exact sum, so that every language has the same bits.
private func scatteredDistribution(_ count: Int, stream: Int) -> [Double] {
  var sum = 0
  for index in 0..<count { sum += Int(Scatter.whole(index, stream)) + 1 }
  return (0..<count).map { (Double(Scatter.whole($0, stream)) + 1) / Double(sum) }
}
