import Atlas
import Elementary
import Fields
import Figures
import Formats

extension Demonstration {
  /// 1: the gradient of a Gaussian hill over the flowers.
  @export(interface)
  public static var gradient: Demonstration {
    let plane = IrisPlane()
    let hill = plane.hill
    let slope = hill.gradient.reading(at: [plane.meanX + 1, plane.meanY]).length
    let top = hill.gradient.reading(at: [plane.meanX, plane.meanY]).length
    return Demonstration(
      "gradient",
      name: Bilingual("Gradient", "梯度"),
      title: Bilingual(
        "The gradient points straight uphill", "梯度指向上坡最陡的方向"),
      caption: Bilingual(
        """
        A Gaussian hill f = exp(−((x − x̄)² + (y − ȳ)²)/2) stands on the mean of the 150 flowers. Colours are its \
        height, arrows its gradient: they cross the contours at right angles, are longest one centimetre from the \
        top, where |∇f| = 1/√e, and vanish at the top itself. The hill is round although the flowers are not: \
        it knows their mean and nothing else of them.
        """,
        """
        以 150 朵花的均值 (x̄, ȳ) 为顶，立一座高斯山 f = exp(−((x − x̄)² + (y − ȳ)²)/2)。颜色是山高，箭头是梯度：\
        处处垂直于等高线，离山顶 1 厘米处最长，|∇f| = 1/√e；到了山顶则为零。花的分布是斜长的，山却是圆的，\
        因为它只知道花的均值。
        """),
      summary: Bilingual(
        """
        Filled contours of a round hill over sepal length and petal length, arrows pointing to its top, and the \
        flowers of three species in two groups: setosa at the lower left, versicolor and virginica from the top \
        of the hill to the upper right.
        """,
        """
        萼片长与花瓣长的平面上，一座圆形高斯山的填色等高线，箭头都指向山顶；三个物种的花分成两群：\
        山鸢尾在左下，变色鸢尾和弗吉尼亚鸢尾从山顶伸向右上。
        """),
      numbers: [
        Number(
          Bilingual("flowers", "花的朵数"), "n", Double(plane.flowers.count), Bilingual("", "朵"), places: 0),
        Number(
          Bilingual("mean sepal length", "萼片长的均值"), "x̄", plane.meanX, Number.centimetres, places: 4),
        Number(
          Bilingual("mean petal length", "花瓣长的均值"), "ȳ", plane.meanY, Number.centimetres, places: 4),
        Number(
          Bilingual("steepest slope, 1 cm from the top", "最陡的坡度（离山顶 1 厘米）"), "|∇f|", slope,
          Number.perCentimetre, places: 4),
        Number(
          Bilingual("slope at the top", "山顶的坡度"), "|∇f|", top, Number.perCentimetre, places: 4),
      ],
      size: SIMD2(720, 690),
      draw: { (figure, language) in drawGradient(into: &figure, plane, hill, language) })
  }

  private static func drawGradient(
    into figure: inout Figure, _ plane: IrisPlane, _ hill: ScalarExpressionField, _ language: Language
  ) {
    let grid = SampleGrid(of: hill, over: plane.window, columns: 121, rows: 121)
    // The darkest colours are left out, so that arrows are seen on the top as well.
    let levels = (0...10).map { Double($0) / 10 }
    let bands = Mark.Bands(grid, levels: levels, colours: ColourScale(.puBuGn, over: Extent(0, 1.2)))
    let names = IrisPlane.labels(language)
    let unit = Number.centimetres(language)
    func panel(_ arrows: [Mark]) -> Panel {
      Panel(
        x: Axis(names.0, unit: unit, domain: Extent(plane.window.minX, plane.window.maxX)),
        y: Axis(names.1, unit: unit, domain: Extent(plane.window.minY, plane.window.maxY)),
        marks: [.bands(bands)] + arrows + plane.points(language, size: 7),
        colourBar: ColourBar(bands, label: "f"), aspect: .equal)
    }
    func arrows(_ width: Double, _ height: Double) -> Mark {
      .arrows(
        of: hill.gradient, over: plane.window, width: width, height: height, spacing: 30,
        length: .proportional(key: 0.5, keyLabel: "|∇f| = 0.5" + language.text(" per cm", "/厘米")),
        paint: .overlay)
    }
    let place = Decimal.fixed(plane.meanX, places: 3) + ", " + Decimal.fixed(plane.meanY, places: 3)
    figure.subtitle = "f(x, y) = exp(−((x − x̄)² + (y − ȳ)²)/2),  (x̄, ȳ) = (" + place + ") " + unit
    // The first layout's arrows only hold the place of their key: it tells how large the plot is.
    figure.rows = [[panel([arrows(400, 400)])]]
    guard let plot = figure.plots.first else { return }
    figure.rows = [[panel([arrows(plot.width, plot.height)])]]
  }
}
