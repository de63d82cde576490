import Figures
import Formats
import Information

/// Two distributions over the same outcomes as figures: their bars, their Rényi curve, the terms of KL.
public struct DistributionPicture: Sendable {
  /// The first distribution.
  public var p: Distribution
  /// The second distribution.
  public var q: Distribution
  /// What the outcomes are called; numbers where there are fewer names.
  public var names: [String]
  /// The unit of what is measured.
  public var unit: InformationUnit
  /// The language of the labels.
  public var language: Language
  /// What the two distributions are called in the legend.
  public var labels = ("p", "q")
  /// The probabilities that the bars' axis shows; nil for those that there are.
  public var probabilities: Extent? = Extent(0, 1)
  /// The width in CSS pixels.
  public var width = 720.0
  /// The height in CSS pixels.
  public var height = 420.0

  /// A picture of two distributions.
  ///
  /// - Throws: `DistributionError` if they have different numbers of outcomes.
  public init(
    p: Distribution, q: Distribution, names: [String] = [], unit: InformationUnit = .nats,
    language: Language = .english
  ) throws(DistributionError) {
    _ = try infiniteTerms(p, q)
    self.p = p
    self.q = q
    self.names = (0..<p.count).map { $0 < names.count ? names[$0] : String($0 + 1) }
    self.unit = unit
    self.language = language
  }

  /// The name of the unit.
  var unitName: String {
    switch unit {
    case .nats: return language.text("nats", "奈特")
    case .bits: return language.text("bits", "比特")
    case .hartleys: return language.text("hartleys", "哈特利")
    }
  }

  private var outcomes: Axis { Axis(scale: .category(names)) }

  private func figure(_ panel: Panel, _ summary: String) -> Figure {
    Figure(panel: panel, width: width, height: height, summary: summary)
  }

  /// The probabilities side by side.
  public var bars: Figure {
    figure(barsPanel(), language.text("The probabilities of p and q", "p 与 q 的概率"))
  }

  /// The probabilities of p and q side by side, with those of a third distribution between them if there is one.
  package func barsPanel(middle: (distribution: Distribution, label: String)? = nil) -> Panel {
    var series = [Mark.Bars.Series(p.probabilities, label: labels.0, paint: .accent)]
    if let middle {
      series.append(
        Mark.Bars.Series(middle.distribution.probabilities, label: middle.label, paint: .series(3)))
    }
    series.append(Mark.Bars.Series(q.probabilities, label: labels.1, paint: .series(1)))
    return Panel(
      x: outcomes, y: Axis(language.text("probability", "概率"), domain: probabilities),
      marks: [.bars(Mark.Bars(series, significantDigits: 3))])
  }

  /// What each outcome adds to D(p‖q) and to D(q‖p).
  public func terms() throws(DistributionError) -> Figure {
    figure(
      try termsPanel(),
      language.text("What each outcome adds to KL, both ways", "每个结果对两个方向 KL 散度的贡献"))
  }

  /// The panel of ``terms()``; its legend says the sums.
  package func termsPanel() throws(DistributionError) -> Panel {
    let forward = try kullbackLeiblerTerms(p, q).map { $0.converted(to: unit).value }
    let backward = try kullbackLeiblerTerms(q, p).map { $0.converted(to: unit).value }
    let sums = (try kullbackLeibler(p, q), try kullbackLeibler(q, p))
    // A narrow picture has no room for the sums, which stand beside it.
    let hasSums = width >= 440
    let series = [
      Mark.Bars.Series(
        forward, label: "p log(p/q)" + (hasSums ? ", Σ = " + text(sums.0) : ""), paint: .accent),
      Mark.Bars.Series(
        backward, label: "q log(q/p)" + (hasSums ? ", Σ = " + text(sums.1) : ""), paint: .series(1)),
    ]
    return Panel(
      x: outcomes, y: Axis(language.text("contribution", "贡献"), unit: unitName),
      marks: [.bars(Mark.Bars(series, significantDigits: 3))])
  }

  private func text(_ amount: InformationValue) -> String {
    Decimal.text(amount.converted(to: unit).value, significantDigits: 6, minus: .typographic)
  }
}
