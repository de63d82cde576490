import Atlas
import Figures
import Formats
import Information

extension Demonstration {
  /// 7: the Jensen–Shannon divergence by way of the midpoint.
  @export(interface)
  public static var jensenShannon: Demonstration {
    let species = IrisSpecies(guess: [0.1, 0.8, 0.1])
    let middle = (try? midpoint(species.p, species.q)) ?? species.p
    let forward = IrisSpecies.nats(species.p, middle, Information.kullbackLeibler)
    let backward = IrisSpecies.nats(species.q, middle, Information.kullbackLeibler)
    let mean = species.nats(Information.jensenShannon)
    let bound = InformationUnit.bits.inNats
    return Demonstration(
      "jensen-shannon",
      name: Bilingual("Jensen–Shannon divergence", "詹森-香农散度（JS 散度）"),
      title: Bilingual("Both are measured from half-way", "各自量到中点"),
      caption: Bilingual(
        """
        Here the guess q = (0.1, 0.8, 0.1) is far off. Instead of measuring one from the other, the Jensen–Shannon \
        divergence measures each from their midpoint m = (p + q)/2 and takes the mean, \
        JS = ½ D(p‖m) + ½ D(q‖m). It is the same in both directions and always finite: m is zero only where both are. \
        It cannot exceed ln 2 nats, the value for distributions that have nothing in common. That bound is 1 only \
        when one counts in bits.
        """,
        """
        这回猜测 q = (0.1, 0.8, 0.1) 偏得厉害。JS 散度不拿一个去量另一个，而是取中点 m = (p + q)/2，\
        各自量到 m，再取平均：JS = ½ D(p‖m) + ½ D(q‖m)。它两个方向相同，而且总是有限的，因为 m 只在两者都为零处\
        才为零。它最大是 ln 2 奈特，两个分布毫无重叠时取到；说上界是 1，那只在以比特计时才对。
        """),
      summary: Bilingual(
        """
        Left: for each species the bars of p, of the midpoint m and of the guess q. Right: D(p‖m), D(q‖m) and their \
        mean as three bars on a scale that ends a little beyond ln 2.
        """,
        "左图：每个物种三根条，依次是 p、中点 m 和猜测 q。右图：D(p‖m)、D(q‖m) 与两者的平均，横轴画到比 ln 2 略远处。"),
      numbers: [
        Number(Bilingual("Jensen–Shannon divergence", "JS 散度"), "JS(p, q)", mean, Number.nats, places: 7),
        Number(Bilingual("the same in bits", "以比特计"), "JS(p, q)", mean.natsInBits, Number.bits, places: 7),
        Number(Bilingual("p from the midpoint", "p 到中点"), "D(p‖m)", forward, Number.nats, places: 7),
        Number(Bilingual("q from the midpoint", "q 到中点"), "D(q‖m)", backward, Number.nats, places: 7),
        Number(Bilingual("upper bound", "上界"), "ln 2", bound, Number.nats, places: 4),
        Number(Bilingual("the bound in bits", "上界，以比特计"), "log₂ 2", bound.natsInBits, Number.bits, places: 0),
      ],
      size: SIMD2(860, 420),
      draw: { (figure, language) in
        drawJensenShannon(into: &figure, species, middle, [forward, backward, mean], bound, language)
      })
  }

  private static func drawJensenShannon(
    into figure: inout Figure, _ species: IrisSpecies, _ middle: Distribution, _ values: [Double],
    _ bound: Double,
    _ language: Language
  ) {
    let label = language.text("m: the midpoint", "m：中点")
    var bars = species.picture(language)?.barsPanel(middle: (middle, label)) ?? Panel()
    bars.title = language.text("Half-way between the flowers and the guess", "实际的花与猜测之间")
    let texts = values.map { Decimal.fixed($0, places: 7) }
    let series = Mark.Bars.Series(values, texts: texts)
    let limit =
      language.text("upper bound ln 2 = ", "上界 ln 2 = ") + Decimal.fixed(bound, places: 4) + " "
      + Number.nats(language) + language.text(" = 1 bit", " = 1 比特")
    let distances = Panel(
      title: language.text("How far each is from there", "各自离中点多远"),
      x: Axis(
        language.text("divergence from the midpoint", "到中点的散度"), unit: Number.nats(language),
        domain: Extent(0, 0.75)),
      y: Axis(scale: .category(["D(p‖m)", "D(q‖m)", "JS(p, q)"])),
      marks: [
        .bars(
          Mark.Bars(
            [series], isHorizontal: true, fullness: 0.5, paints: [.accent, .series(1), .series(3)])),
        .rule(Mark.Rule(.vertical(bound), text: limit)),
      ])
    figure.subtitle =
      "p = " + IrisSpecies.shares + ", q = " + IrisSpecies.text(species.q)
      + ", JS = ½ D(p‖m) + ½ D(q‖m)"
    figure.rows = [[bars, distances]]
  }
}
