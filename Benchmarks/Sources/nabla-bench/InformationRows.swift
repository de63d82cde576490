import Nabla

/// The entropy of one distribution of many outcomes.
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

/// The Kullback–Leibler divergence of two distributions of many outcomes.
struct KullbackLeiblerRow: Row {
  static let name = "kl"

  let size: Int
  private let p: [Double]
  private let q: [Double]
  private var nats = 0.0

  init(_ request: Request) {
    size = request.size ?? 10_000_000
    p = scatteredDistribution(size, stream: 0)
    q = scatteredDistribution(size, stream: 1)
  }

  mutating func run() {
    nats = p.withUnsafeBufferPointer { p in
      q.withUnsafeBufferPointer { q in (try? kullbackLeibler(p, q).nats) ?? .nan }
    }
  }

  var check: [Check] { [("nats", nats)] }
}

/// Whole weights over their exact sum, so that every language has the same bits.
private func scatteredDistribution(_ count: Int, stream: Int) -> [Double] {
  var sum = 0
  for index in 0..<count { sum += Int(Scatter.whole(index, stream)) + 1 }
  return (0..<count).map { (Double(Scatter.whole($0, stream)) + 1) / Double(sum) }
}
