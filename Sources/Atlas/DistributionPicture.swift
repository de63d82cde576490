import Elementary
import Figures
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
  /// The width in CSS pixels.
  public var width = 720.0
  /// The height in CSS pixels.
  public var height = 420.0

  /// A picture of two distributions.
  ///
  /// - Throws: ``DistributionError`` if they have different numbers of outcomes.
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

  private var unitName: String {
    switch unit {
    case .nats: return language.text("nats", "奈特")
    case .bits: return language.text("bits", "比特")
    case .hartleys: return language.text("hartleys", "哈特利")
    }
  }

  private var outcomes: Axis { Axis(scale: .category(names)) }

  /// The probabilities side by side.
  public var bars: Figure {
    let series = [
      Mark.Bars.Series(p.probabilities, label: "p", paint: .accent),
      Mark.Bars.Series(q.probabilities, label: "q", paint: .series(1)),
    ]
    let panel = Panel(
      x: outcomes, y: Axis(language.text("probability", "概率"), domain: Extent(0, 1)),
      marks: [.bars(Mark.Bars(series, significantDigits: 3))])
    return Figure(
      panel: panel, width: width, height: height,
      summary: language.text("The probabilities of p and q", "p 与 q 的概率"))
  }

  /// The Rényi divergence of p from q over its order, from 0 to ∞, with a mark at one order.
  public func renyiCurve(at alpha: Double) throws(DistributionError) -> Figure {
    var points: [SIMD2<Double>] = []
    for step in 0...120 {
      // Even on the symmetric logarithmic axis: α = 10^(1.5 s) − 1 up to 30.6.
      let order = Double.expm1(Double.log(32) * Double(step) / 120)
      points.append(SIMD2(order, try value(order)))
    }
    let limit = try value(.infinity)
    points.append(SIMD2(.infinity, limit))
    let shown = points.map { $0.y.isFinite ? $0 : SIMD2($0.x, .nan) }
    var marks: [Mark] = [.line(Mark.Line(shown))]
    for (order, name) in [(0.0, "D₀"), (1.0, "D₁ = KL"), (.infinity, "D∞")] {
      let height = try value(order)
      guard height.isFinite else { continue }
      let point = SIMD2(order, height)
      marks.append(.points(Mark.Points([point], paint: .ink, size: 7)))
      marks.append(
        .annotation(
          Mark.Annotation(
            name, at: point, offset: SIMD2(order.isFinite ? 8 : -8, -12),
            anchor: order.isFinite ? .start : .end)))
    }
    let chosen = try value(alpha)
    if chosen.isFinite {
      marks.append(.points(Mark.Points([SIMD2(alpha, chosen)], form: .diamond, paint: .series(1), size: 11)))
    }
    let panel = Panel(
      x: Axis(
        language.text("order α", "阶 α"), scale: .symmetricLogarithmic(threshold: 1, infinity: true),
        domain: Extent(0, 31)),
      y: Axis("D", unit: unitName), marks: marks)
    return Figure(
      panel: panel, width: width, height: height,
      summary: language.text(
        "The Rényi divergence of p from q over its order", "p 相对 q 的 Rényi 散度随阶数的变化"))
  }

  private func value(_ order: Double) throws(DistributionError) -> Double {
    guard let order = RenyiOrder(order) else { return .nan }
    return try renyi(p, q, order: order).converted(to: unit).value
  }

  /// What each outcome adds to D(p‖q) and to D(q‖p).
  public func terms() throws(DistributionError) -> Figure {
    let forward = try kullbackLeiblerTerms(p, q).map { $0.converted(to: unit).value }
    let backward = try kullbackLeiblerTerms(q, p).map { $0.converted(to: unit).value }
    let series = [
      Mark.Bars.Series(forward, label: "p log(p/q)", paint: .accent),
      Mark.Bars.Series(backward, label: "q log(q/p)", paint: .series(1)),
    ]
    let panel = Panel(
      x: outcomes, y: Axis(language.text("contribution", "贡献"), unit: unitName),
      marks: [.bars(Mark.Bars(series, significantDigits: 3))])
    return Figure(
      panel: panel, width: width, height: height,
      summary: language.text("What each outcome adds to KL, both ways", "每个结果对两个方向 KL 散度的贡献"))
  }
}
