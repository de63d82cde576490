import Atlas
import Elementary
import Figures
import Formats
import Information

extension Demonstration {
  /// 5: the cross-entropy of the species against the uniform guess.
  @export(interface)
  public static var crossEntropy: Demonstration {
    let species = IrisSpecies()
    let cross = InformationValue(species.nats(Information.crossEntropy), .nats)
    let own = Information.entropy(species.p).nats
    let surplus = species.nats(Information.kullbackLeibler)
    return Demonstration(
      "cross-entropy",
      name: Bilingual("Cross-entropy", "交叉熵"),
      title: Bilingual("A right guess costs no more than the entropy", "猜对了，代价就只是熵"),
      caption: Bilingual(
        """
        H(p, q) = −Σ p ln q is what flowers of shares p cost on average when one prepares for shares q. It \
        is H(p) + D(p‖q): the entropy, and on top of it the price of a wrong guess. Here the two are \
        equal, H(p, q) = H(p) = ln 3, because the uniform guess (1/3, 1/3, 1/3) happens to be right: there \
        are fifty flowers of each species, and so D(p‖q) = 0. The curve tilts the guess towards setosa or \
        away from it; its lowest point is the entropy, and whatever lies above is D(p‖q).
        """,
        """
        花的真实占比是 p，却按 q 来准备，平均要付出 H(p, q) = −Σ p ln q。它等于 H(p) + D(p‖q)：熵，\
        再加上猜错的代价。这里两者相等，H(p, q) = H(p) = ln 3，因为均匀的猜测 (1/3, 1/3, 1/3) 恰好说中了：\
        每个物种都是 50 朵，所以 D(p‖q) = 0。右图把猜测往山鸢尾一边或另一边偏，曲线的最低点就是熵，\
        高出来的部分就是 D(p‖q)。
        """),
      summary: Bilingual(
        """
        Left: the shares of the species and the uniform guess, all bars equal. Right: the cross-entropy over the \
        guessed share of setosa, a bowl that touches the level of the entropy at one third.
        """,
        "左图：物种的占比与均匀猜测，条条等高。右图：交叉熵随猜测的山鸢尾占比变化，像一只碗，在三分之一处碰到熵的高度。"),
      numbers: [
        Number(Bilingual("cross-entropy", "交叉熵"), "H(p, q)", cross.nats, Number.nats, places: 4),
        Number(Bilingual("the same in bits", "以比特计"), "H(p, q)", cross.bits, Number.bits, places: 4),
        Number(Bilingual("entropy", "熵"), "H(p)", own, Number.nats, places: 4),
        Number(Bilingual("price of the guess", "猜测的额外代价"), "D(p‖q)", surplus, Number.nats, places: 4),
      ],
      size: SIMD2(860, 420),
      draw: { (figure, language) in drawCrossEntropy(into: &figure, species, own, language) })
  }

  private static func drawCrossEntropy(
    into figure: inout Figure, _ species: IrisSpecies, _ own: Double, _ language: Language
  ) {
    var bars = species.picture(language)?.barsPanel() ?? Panel()
    bars.title = language.text("The flowers and the uniform guess", "实际的花与均匀猜测")
    bars.y.domain = Extent(0, 0.42)
    let curve = Panel(
      title: language.text(
        "The price of every guess (t, (1 − t)/2, (1 − t)/2)", "猜 (t, (1 − t)/2, (1 − t)/2) 的代价"),
      x: Axis(
        language.text("share of setosa in the guess, t", "猜测中山鸢尾的占比 t"), domain: Extent(0, 1)),
      y: Axis("H(p, q)", unit: Number.nats(language), domain: Extent(0.9, 2.2)),
      marks: crossEntropyMarks(species.p, own, language), legend: .hidden)
    figure.subtitle = "H(p, q) = −Σ p ln q = H(p) + D(p‖q)"
    figure.rows = [[bars, curve]]
  }

  private static func crossEntropyMarks(
    _ p: Distribution, _ own: Double, _ language: Language
  ) -> [Mark] {
    let points = (1..<200).map { step in
      let share = Double(step) / 200
      // The rest of the guess is shared evenly by the other two species.
      let guess = try? Distribution([share, (1 - share) / 2, (1 - share) / 2])
      let cost = guess.flatMap { try? Information.crossEntropy(p, $0) }
      return SIMD2(share, cost?.nats ?? .nan)
    }
    let right = SIMD2(p.probabilities.first ?? .nan, own)
    let text = language.text(
      "t = 1/3, the uniform guess:\nH(p, q) = H(p) = ", "t = 1/3，均匀猜测：\nH(p, q) = H(p) = ")
    return [
      .area(Mark.Area(under: points, to: own)), .line(Mark.Line(points)),
      .rule(Mark.Rule(.horizontal(own), text: "H(p) = ln 3")),
      .points(Mark.Points([right], paint: .series(1), size: 9)),
      .annotation(
        Mark.Annotation(
          text + Decimal.fixed(own, places: 4), at: right, offset: SIMD2(12, -96),
          hasLeader: true)),
      .annotation(Mark.Annotation("D(p‖q)", at: SIMD2(0.9, 1.35), offset: SIMD2(0, 0))),
    ]
  }
}
