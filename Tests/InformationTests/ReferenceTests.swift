import Foundation
import Information
import Testing

/// Every measure against mpmath; Scripts/information-reference.py writes the file.
@Suite struct ReferenceTests {
  private struct Case {
    let measure: String
    let order: Double?
    let p: Distribution
    let q: Distribution?
    let truth: Double

    func value() throws -> Double {
      if let order { return try value(of: try #require(RenyiOrder(order))) }
      guard let q else { return entropy(p).nats }
      switch measure {
      case "crossEntropy": return try crossEntropy(p, q).nats
      case "kullbackLeibler": return try kullbackLeibler(p, q).nats
      case "jensenShannon": return try jensenShannon(p, q).nats
      case "jensenShannonDistance": return try jensenShannonDistance(p, q)
      case "totalVariation": return try totalVariation(p, q)
      case "hellinger": return try hellinger(p, q)
      case "bhattacharyya": return try bhattacharyya(p, q).nats
      case "chiSquare": return try chiSquare(p, q)
      case "populationStability": return try populationStability(p, q).nats
      case "wasserstein": return try wasserstein(p, q)
      default: throw UnknownMeasure(name: measure)
      }
    }

    private func value(of order: RenyiOrder) throws -> Double {
      switch (measure, q) {
      case ("renyi", let q?): return try renyi(p, q, order: order).nats
      case ("renyiEntropy", nil): return renyiEntropy(p, order: order).nats
      case ("tsallis", let q?): return try tsallis(p, q, order: order)
      case ("tsallisEntropy", nil): return tsallisEntropy(p, order: order)
      default: throw UnknownMeasure(name: measure)
      }
    }
  }

  private struct UnknownMeasure: Error {
    let name: String
  }

  private func cases() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/Information.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      return Case(
        measure: String(words[0]), order: Double(words[1]), p: try #require(try distribution(words[2])),
        q: try distribution(words[3]), truth: try #require(Double(words[4])))
    }
  }

  private func distribution(_ text: Substring) throws -> Distribution? {
    if text == "-" { return nil }
    return try Distribution(text.split(separator: ",").map { (Double($0) ?? .nan) * 0x1p-50 })
  }

  @Test func agreesWithMpmath() throws {
    let cases = try cases()
    #expect(cases.count > 1500)
    var worst: [String: Double] = [:]
    for (number, item) in cases.enumerated() {
      let value = try item.value()
      if value == item.truth { continue }
      let error = abs(value - item.truth) / abs(item.truth)
      let order = item.order.map { "\($0)" } ?? ""
      // A relative error, whether the value is 3 or 1e-25.
      #expect(error < 2e-14, "line \(number + 1): \(item.measure) \(order): \(value), truth \(item.truth)")
      worst[item.measure + " " + order] = max(worst[item.measure + " " + order] ?? 0, error)
    }
    if ProcessInfo.processInfo.environment["NABLA_SHOW_ERRORS"] != nil {
      for (name, error) in worst.sorted(by: { $0.key < $1.key }) { print(name, error) }
    }
  }
}
