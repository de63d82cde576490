import Elementary
import Information
import Testing

@Suite struct DistributionBatchTests {
  private func random(_ count: Int, outcomes: Int, zeros: Double, seed: UInt64) -> [Distribution] {
    var noise = Noise(seed: seed)
    return (0..<count).map { _ in noise.distribution(outcomes, zeros: zeros) }
  }

  @Test(arguments: [(7, 5, 0.0), (12, 64, 0.3), (5, 1030, 0.1), (1, 3, 0.0)])
  func pairsAreMeasuredAsAlone(count: Int, outcomes: Int, zeros: Double) throws {
    let distributions = random(count, outcomes: outcomes, zeros: zeros, seed: 4)
    let batch = try DistributionBatch(distributions)
    let js = batch.pairwise(by: JensenShannon())
    let kl = try batch.pairwise(by: KullbackLeibler())
    #expect(js.isSymmetric && js.unit == .nats && js.count == count)
    for row in 0..<count {
      for column in 0..<count {
        let alone = try jensenShannon(distributions[row], distributions[column]).nats
        #expect(abs(js[row, column] - alone) <= 3e-14 * alone)
        #expect(kl[row, column] == (try kullbackLeibler(distributions[row], distributions[column]).nats))
      }
    }
  }

  /// Where the quick form would have no digit left.
  @Test func nearlyEqualPairsKeepTheirDigits() throws {
    let p = try Distribution([0.5, 0.25, 0.25])
    let q = try Distribution([0.5, 0.25 + 0x1p-40, 0.25 - 0x1p-40])
    let js = try DistributionBatch([p, q]).pairwise(by: JensenShannon())
    // ⅛ Σ (p − q)²/m to first order, m the midpoint.
    #expect(abs(js[0, 1] / 0x1p-80 - 1) < 1e-10)
    #expect(abs(js[0, 1] - (try jensenShannon(p, q).nats)) <= 1e-15 * js[0, 1])
  }

  @Test func tablesAlongEitherAxis() throws {
    let rows = try DistributionBatch([0.5, 0.5, 0, 0.25, 0.25, 0.5], columns: 3)
    let columns = try DistributionBatch([0.5, 0.25, 0.5, 0.25, 0, 0.5], columns: 2, along: .columns)
    #expect(rows.count == 2 && columns.count == 2 && columns.outcomes == 3)
    for index in 0..<2 { #expect(rows[index] == columns[index]) }
    #expect(rows.entropies().map(\.bits) == [1, 1.5])
    let far = try rows.divergences(from: .uniform(3), by: TotalVariation())
    #expect(abs(far[0].value - 1.0 / 3) < 1e-15 && far[0].unit == nil)
  }

  @Test func badTablesAreNamed() throws {
    #expect(throws: DistributionError.self) { try DistributionBatch([]) }
    #expect(throws: DistributionError.self) { try DistributionBatch([0.5, 0.5, 1], columns: 2) }
    #expect(throws: DistributionError.self) { try DistributionBatch([0.5, 0.4, 1, 0], columns: 2) }
    #expect(throws: DistributionError.self) { try DistributionBatch([0.5, .nan], columns: 2) }
    #expect(throws: DistributionError.self) { try DistributionBatch([1], columns: 0) }
    let p = Distribution.uniform(3)
    #expect(throws: DistributionError.self) { try DistributionBatch([p, .uniform(2)]) }
    #expect(throws: DistributionError.self) {
      try DistributionBatch([p]).divergences(from: .uniform(2), by: KullbackLeibler())
    }
  }
}
