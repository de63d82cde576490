import Atlas
import Figures
import Formats
import Information

/// The shares of the three species among the flowers, and a guess of them.
struct IrisSpecies {
  /// The shares: 50 of 150 each.
  let p: Distribution
  /// The guess.
  let q: Distribution

  /// The shares beside a guess; one that is no distribution over the species is taken as uniform.
  init(guess: [Double]) {
    let species = Iris.species.count
    p = (try? Counts(IrisSpecies.counts).distribution()) ?? .uniform(species)
    let given = try? Distribution(guess)
    q = given.map { $0.count == species ? $0 : .uniform(species) } ?? .uniform(species)
  }

  /// The shares beside the uniform guess.
  init() { self.init(guess: []) }

  /// How many flowers there are of each species.
  static var counts: [Int] {
    var counts = [Int](repeating: 0, count: Iris.species.count)
    for flower in Iris.flowers { counts[flower.species] += 1 }
    return counts
  }

  /// The shares as people write them: "(50, 50, 50)/150".
  static var shares: String {
    var text = "("
    for (index, count) in counts.enumerated() { text += (index > 0 ? ", " : "") + String(count) }
    return text + ")/" + String(Iris.flowers.count)
  }

  /// The names of the species.
  static func names(_ language: Language) -> [String] {
    language == .english ? Iris.species : ["山鸢尾", "变色鸢尾", "弗吉尼亚鸢尾"]
  }

  /// A picture of both distributions.
  func picture(_ language: Language) -> DistributionPicture? {
    var picture = try? DistributionPicture(p: p, q: q, names: IrisSpecies.names(language), language: language)
    picture?.probabilities = nil
    picture?.labels = (language.text("p: the flowers", "p：实际的花"), language.text("q: the guess", "q：猜测"))
    return picture
  }

  /// A measure of p and q, in nats.
  func nats(
    _ measure: (Distribution, Distribution) throws(DistributionError) -> InformationValue
  ) -> Double {
    IrisSpecies.nats(p, q, measure)
  }

  /// A measure of two distributions, in nats; NaN where it is refused, as for different numbers of outcomes.
  static func nats(
    _ first: Distribution, _ second: Distribution,
    _ measure: (Distribution, Distribution) throws(DistributionError) -> InformationValue
  ) -> Double {
    (try? measure(first, second))?.nats ?? .nan
  }

  /// The Rényi divergence of p from q, in nats.
  func renyi(_ order: RenyiOrder) -> Double {
    (try? Information.renyi(p, q, order: order))?.nats ?? .nan
  }

  /// A list of probabilities as people write it: "(0.2, 0.4, 0.4)".
  static func text(_ distribution: Distribution) -> String {
    var text = "("
    for (index, share) in distribution.probabilities.enumerated() {
      if index > 0 { text += ", " }
      text += Decimal.text(share, significantDigits: 4)
    }
    return text + ")"
  }
}

extension Double {
  /// An amount in nats as an amount in bits.
  var natsInBits: Double { InformationValue(self, .nats).bits }
}
