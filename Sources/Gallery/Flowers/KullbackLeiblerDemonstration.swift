import Atlas
import Figures
import Formats
import Information

extension Demonstration {
  /// 6: the Kullback–Leibler divergence from a guess, both ways.
  @export(interface)
  public static var kullbackLeibler: Demonstration {
    let species = IrisSpecies(guess: [0.2, 0.4, 0.4])
    let forward = species.nats(Information.kullbackLeibler)
    let backward = IrisSpecies.nats(species.q, species.p, Information.kullbackLeibler)
    return Demonstration(
      "kullback-leibler",
      name: Bilingual("Kullback–Leibler divergence", "KL 散度（相对熵）"),
      title: Bilingual("One divergence, two directions, two numbers", "换个方向，数就变了"),
      caption: Bilingual(
        """
        The guess q = (0.2, 0.4, 0.4) takes setosa for rarer than it is. D(p‖q) = Σ p ln(p/q) is what the guess \
        costs when flowers come with shares p, D(q‖p) what p would cost if they came with shares q: two questions, \
        and two answers. The terms show where the difference is made. Setosa’s logarithm is weighed by 1/3 in one \
        sum and by 0.2 in the other; single terms may be negative, their sum never is.
        """,
        """
        猜测 q = (0.2, 0.4, 0.4) 把山鸢尾估少了。D(p‖q) = Σ p ln(p/q) 问的是：花按 p 出现，用 q 去猜要多付多少；\
        D(q‖p) 问的是：花按 q 出现，用 p 去猜要多付多少。两个问题，两个答案。差别出在哪里，看各项就知道：\
        同是山鸢尾那一项的对数，前者按 1/3 加权，后者按 0.2 加权。单项可以为负，总和绝不会。
        """),
      summary: Bilingual(
        """
        Left: the equal shares of the species beside the guess 0.2, 0.4, 0.4. Right: the terms of both divergences; \
        setosa’s is positive in the one and negative in the other, those of the other species the reverse.
        """,
        """
        左图：等高的物种占比与猜测 0.2、0.4、0.4。右图：两个方向的散度逐项画出；山鸢尾一项在一个方向为正、\
        在另一个方向为负，另两个物种恰好相反。
        """),
      numbers: [
        Number(Bilingual("from the guess", "用 q 猜 p"), "D(p‖q)", forward, Number.nats, places: 7),
        Number(Bilingual("the other way", "反方向：用 p 猜 q"), "D(q‖p)", backward, Number.nats, places: 7),
        Number(
          Bilingual("from the guess, in bits", "用 q 猜 p，以比特计"), "D(p‖q)", forward.natsInBits, Number.bits,
          places: 7),
        Number(
          Bilingual("the other way, in bits", "反方向，以比特计"), "D(q‖p)", backward.natsInBits, Number.bits,
          places: 7),
      ],
      size: SIMD2(860, 450),
      draw: { (figure, language) in drawKullbackLeibler(into: &figure, species, language) })
  }

  private static func drawKullbackLeibler(
    into figure: inout Figure, _ species: IrisSpecies, _ language: Language
  ) {
    let picture = species.picture(language)
    var bars = picture?.barsPanel() ?? Panel()
    bars.title = language.text("The flowers and the guess", "实际的花与猜测")
    var terms = (try? picture?.termsPanel()) ?? Panel()
    terms.title = language.text("The terms of both sums", "两个和的各项")
    terms.marks = terms.marks.map { mark in
      guard case .bars(var bars) = mark else { return mark }
      for index in bars.series.indices {
        bars.series[index].texts = bars.series[index].values.map {
          Decimal.fixed($0, places: 4, minus: .typographic)
        }
      }
      bars.fullness = 0.86
      return .bars(bars)
    }
    figure.subtitle = "p = " + IrisSpecies.shares + ", q = " + IrisSpecies.text(species.q)
    figure.rows = [[bars, terms]]
  }
}
