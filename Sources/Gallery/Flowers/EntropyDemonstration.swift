import Atlas
import Elementary
import Figures
import Formats
import Information

extension Demonstration {
  /// 4: the entropy of the species.
  @export(interface)
  public static var entropy: Demonstration {
    let species = IrisSpecies()
    let amount = Information.entropy(species.p)
    return Demonstration(
      "entropy",
      name: Bilingual("Entropy", "熵"),
      title: Bilingual("How uncertain the species of a flower is", "一朵花的物种有多不确定"),
      caption: Bilingual(
        """
        Fifty flowers of each species: draw one of the 150 blindly, and each species has probability 1/3. Each adds \
        −p ln p = (ln 3)/3 to the entropy H = −Σ p ln p, which reaches ln 3, the most that three outcomes can have. \
        In bits it is log₂ 3 = 1.5850: no scheme of yes-or-no questions finds the species with fewer on average.
        """,
        """
        三个物种各 50 朵。从 150 朵里随手摸一朵，每个物种的概率都是 1/3，各给熵 H = −Σ p ln p 添上 \
        −p ln p = (ln 3)/3，合计 ln 3，正是三种结果所能有的最大值。换成比特是 log₂ 3 = 1.5850：\
        靠一连串“是或否”的问题来问出物种，平均次数不会比这更少。
        """),
      summary: Bilingual(
        """
        Left: three bars of equal probability, one third. Right: what the species add to the entropy, stacked as \
        three equal steps from 0 to ln 3.
        """,
        "左图：三根等高的概率条，都是三分之一。右图：各物种对熵的贡献，三级等高的台阶从 0 升到 ln 3。"),
      numbers: [
        Number(Bilingual("entropy", "熵"), "H(p) = ln 3", amount.nats, Number.nats, places: 4),
        Number(Bilingual("the same in bits", "以比特计"), "H(p) = log₂ 3", amount.bits, Number.bits, places: 4),
      ],
      size: SIMD2(860, 420),
      draw: { (figure, language) in drawEntropy(into: &figure, species.p, amount, language) })
  }

  private static func drawEntropy(
    into figure: inout Figure, _ p: Distribution, _ amount: InformationValue, _ language: Language
  ) {
    let names = Axis(scale: .category(IrisSpecies.names(language)))
    let paints = p.probabilities.indices.map { Paint.series($0) }
    let bars = Panel(
      title: language.text("Probability of each species", "每个物种的概率"), x: names,
      y: Axis("p", domain: Extent(0, 0.42)),
      marks: [.bars(Mark.Bars([Mark.Bars.Series(p.probabilities)], paints: paints))])
    let steps = Panel(
      title: language.text("What each adds to the entropy", "各物种给熵添了多少"), x: names,
      y: Axis("H", unit: Number.nats(language), domain: Extent(0, 1.3)),
      marks: entropySteps(p, amount, language))
    figure.subtitle = "H(p) = −Σ p ln p = ln 3 = " + entropyText(amount, language)
    figure.rows = [[bars, steps]]
  }

  private static func entropyText(_ amount: InformationValue, _ language: Language) -> String {
    Decimal.fixed(amount.nats, places: 4) + " " + Number.nats(language) + " = "
      + Decimal.fixed(amount.bits, places: 4) + " " + Number.bits(language)
  }

  /// The terms −p ln p, each standing on the one before.
  private static func entropySteps(
    _ p: Distribution, _ amount: InformationValue, _ language: Language
  ) -> [Mark] {
    var marks: [Mark] = []
    var sum = 0.0
    for (index, share) in p.probabilities.enumerated() {
      let term = share > 0 ? -share * Double.log(share) : 0
      let place = Double(index)
      let corners = [
        SIMD2(place - 0.34, sum), SIMD2(place + 0.34, sum), SIMD2(place + 0.34, sum + term),
        SIMD2(place - 0.34, sum + term),
      ]
      marks.append(.shape(Mark.Shape(.polygon(corners), stroke: nil, fill: .series(index))))
      if index + 1 < p.count {
        marks.append(
          .rule(
            Mark.Rule(.segment(SIMD2(place + 0.34, sum + term), SIMD2(place + 0.66, sum + term)), width: 1)))
      }
      marks.append(
        .annotation(
          Mark.Annotation(
            Decimal.fixed(term, places: 4), at: SIMD2(place, sum + term / 2), offset: SIMD2(0, 0),
            paint: .background, weight: 600)))
      sum += term
    }
    let text = "ln 3 = " + entropyText(amount, language)
    marks.append(.rule(Mark.Rule(.horizontal(amount.nats), text: text)))
    return marks
  }
}
