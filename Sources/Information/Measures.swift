/// Every measure of two distributions in one unit.
public struct Measures: Sendable {
  /// The measures by name, in the order in which they are told.
  public let values: [(String, Double)]
  /// The Rényi divergence of the chosen order.
  public let renyi: Double
  /// The Rényi divergences of the orders 0, 1 and ∞.
  public let limits: [Double]
  /// Which outcome makes which measure infinite.
  public let infinite: [(measure: String, index: Int)]

  /// The measures of two distributions over the same outcomes.
  @export(interface)
  public init(
    _ p: Distribution, _ q: Distribution, unit: InformationUnit, alpha: Double
  ) throws(DistributionError) {
    func number(_ value: InformationValue) -> Double { value.converted(to: unit).value }
    values = [
      ("entropyP", number(entropy(p))),
      ("entropyQ", number(entropy(q))),
      ("crossEntropyPQ", number(try crossEntropy(p, q))),
      ("crossEntropyQP", number(try crossEntropy(q, p))),
      ("klPQ", number(try kullbackLeibler(p, q))),
      ("klQP", number(try kullbackLeibler(q, p))),
      ("js", number(try jensenShannon(p, q))),
      ("jsBound", number(InformationValue(0.6931471805599453, .nats))),
    ]
    var orders: [Double] = []
    for order in [alpha, 0, 1, .infinity] {
      orders.append(number(try Information.renyi(p, q, order: RenyiOrder(order) ?? .infinity)))
    }
    renyi = orders[0]
    limits = Array(orders[1...])
    var infinite: [(measure: String, index: Int)] = []
    for index in try infiniteTerms(p, q) { infinite.append(("klPQ", index)) }
    for index in try infiniteTerms(q, p) { infinite.append(("klQP", index)) }
    self.infinite = infinite
  }
}
