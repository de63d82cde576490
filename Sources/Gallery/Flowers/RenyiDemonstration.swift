import Atlas
import Elementary
import Figures
import Formats
import Information

extension Demonstration {
  /// 8: the Rényi divergence over its order.
  @export(interface)
  public static var renyi: Demonstration {
    let species = IrisSpecies(guess: [0.3, 0.4, 0.3])
    let ratios = zip(species.p.probabilities, species.q.probabilities).map { $0 / $1 }
    let largest = ratios.reduce(0) { max($0, $1) }
    @Sendable func number(
      _ english: String, _ chinese: String, _ symbol: String, _ order: RenyiOrder
    ) -> Number {
      Number(Bilingual(english, chinese), symbol, species.renyi(order), Number.nats, places: 7)
    }
    return Demonstration(
      "renyi",
      name: Bilingual("Rényi divergence", "Rényi 散度"),
      title: Bilingual("A whole family of divergences, from 0 to ∞", "从 0 到 ∞，一整族散度"),
      caption: Bilingual(
        """
        Dα(p‖q) = ln(Σ pᵅ q¹⁻ᵅ)/(α − 1) has an order α that says how much the worst outcomes count. At 0 it only \
        asks what p rules out, which here is nothing; at 1 it is the Kullback–Leibler divergence; at ∞ nothing counts \
        but the largest ratio p/q, which is 10/9, for setosa and virginica. It never falls as α grows. The guess \
        q = (0.3, 0.4, 0.3) is good on the whole, and so the curve stays low for a long time before it climbs to the \
        logarithm of its worst ratio.
        """,
        """
        Dα(p‖q) = ln(Σ pᵅ q¹⁻ᵅ)/(α − 1) 的阶 α 决定最坏的结果占多大分量。α = 0 只问 p 排除了什么，这里什么也没排除；\
        α = 1 就是 KL 散度；α = ∞ 只看最大的比值 p/q，即山鸢尾和弗吉尼亚鸢尾的 10/9。α 越大，散度只增不减。\
        猜测 q = (0.3, 0.4, 0.3) 大体不错，所以曲线长时间都很低，最后才爬到最坏比值的对数。
        """),
      summary: Bilingual(
        """
        A curve that rises from 0 at order 0 over an axis that is linear near zero and logarithmic beyond, with \
        points at one half, 1, 2 and, behind a break of the axis, ∞, where it reaches ln(10/9).
        """,
        """
        横轴是阶 α，近零处为线性，远处为对数。曲线从 0 升起，在 ½、1、2 处各标一点；轴断开之后是 ∞，\
        曲线在那里达到 ln(10/9)。
        """),
      numbers: [
        number("at order 0", "0 阶", "D₀", 0), number("at order ½", "½ 阶", "D½", 0.5),
        number("at order 1: Kullback–Leibler", "1 阶，即 KL 散度", "D₁", 1), number("at order 2", "2 阶", "D₂", 2),
        number("at order ∞", "∞ 阶", "D∞", .infinity),
        Number(
          Bilingual("logarithm of the largest ratio", "最大比值的对数"), "ln max p/q", Double.log(largest),
          Number.nats,
          places: 7),
      ],
      size: SIMD2(760, 460),
      draw: { (figure, language) in drawRenyi(into: &figure, species, language) })
  }

  private static func drawRenyi(into figure: inout Figure, _ species: IrisSpecies, _ language: Language) {
    func text(_ symbol: String, _ order: RenyiOrder) -> String {
      symbol + " = " + Decimal.fixed(species.renyi(order), places: 7)
    }
    let landmarks = [
      DistributionPicture.Landmark(
        order: 0.5, label: text("D½", 0.5), offset: SIMD2(-18, -64), anchor: .start),
      DistributionPicture.Landmark(
        order: 1, label: text("D₁ = KL", 1), offset: SIMD2(10, 12), anchor: .start),
      DistributionPicture.Landmark(order: 2, label: text("D₂", 2), offset: SIMD2(10, 12), anchor: .start),
      DistributionPicture.Landmark(
        order: .infinity, label: text("D∞ = ln(10/9)", .infinity), offset: SIMD2(-12, -2), anchor: .end),
    ]
    var panel = (try? species.picture(language)?.renyiPanel(landmarks: landmarks, upTo: 100)) ?? Panel()
    panel.y.domain = Extent(0, 0.12)
    panel.y.label = "Dα(p‖q)"
    figure.subtitle = "p = " + IrisSpecies.shares + ", q = " + IrisSpecies.text(species.q)
    figure.rows = [[panel]]
  }
}
