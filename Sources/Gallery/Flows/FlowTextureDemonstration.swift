import Atlas
import Elementary
import Expressions
import Fields
import Figures
import Flows

extension Demonstration {
  /// 20: a field as a texture, with its critical points and separatrices.
  @export(interface)
  public static var flowTexture: Demonstration {
    Demonstration(
      "flow-texture",
      name: Bilingual("Texture", "纹理"),
      title: Bilingual(
        "Noise smeared along the flow shows every streamline at once", "把噪声沿流动抹开，所有流线一齐显现"),
      caption: Bilingual(
        """
        Each pixel is the mean of 41 pixels of white noise along the streamline through it (line integral convolution, Cabral \
        and Leedom 1993). Two pixels on one line, d apart, have 41 − d of their 41 in common and look alike; two pixels \
        beside each other on different lines have none, and do not. No seed is chosen and nothing is missed: whorls, passes \
        and the curves between them stand out by themselves. The field is a quarter of the slope of u = sin x sin y and a \
        turn of it, F = ∇u/4 + (∂u/∂y, −∂u/∂x), so that its critical points are known: spirals into the tops and out of \
        the hollows of u, and a saddle wherever two walls of the cells meet. The coloured curves leave the saddles; what is \
        on one side of them never crosses to the other.
        """,
        """
        每个像素是沿过它的流线取 41 个白噪声像素的平均（线积分卷积，Cabral 与 Leedom，1993）。同一条线上相距 d 的两个像素，\
        有 41 − d 个噪声是共有的，所以相像；不同线上的相邻像素没有共有的，所以不像。不必选种子点，也不会漏掉什么：旋涡、隘口和它们之间的曲线自己显出来。\
        这个场由 u = sin x sin y 的四分之一坡度加上一个旋转组成，F = ∇u/4 + (∂u/∂y, −∂u/∂x)，临界点因此事先就知道：\
        u 的山顶处向内盘旋，谷底处向外盘旋，格子的壁相交之处是鞍点。彩色曲线从鞍点流出；一侧的东西永远不会越到另一侧。
        """),
      summary: Bilingual(
        """
        A grey texture like combed fur: four whorls in a square around the middle, saddles between them, and orange \
        curves that run from the saddles into the whorls.
        """,
        "如同梳过的毛皮一般的灰色纹理：中央四周有四个旋涡，旋涡之间是鞍点，橙色曲线从鞍点伸入旋涡。"),
      numbers: Whorls().numbers,
      size: SIMD2(900, 640),
      draw: { (figure, language) in
        figure.subtitle = language.text(
          "F = ∇u/4 + (∂u/∂y, −∂u/∂x) with u = sin x sin y",
          "F = ∇u/4 + (∂u/∂y, −∂u/∂x)，u = sin x sin y")
        figure.rows = [[Whorls().panel(language)]]
      })
  }
}

/// A chequered pattern of whorls with known critical points.
private struct Whorls {
  let field = VectorExpressionField(
    known: "0.25 cos(x) sin(y) + sin(x) cos(y), 0.25 sin(x) cos(y) - cos(x) sin(y)")
  let window = Window(minX: -4.2, maxX: 4.2, minY: -2.8, maxY: 2.8)

  private var found: CriticalPoints<FlowType>? {
    try? field.criticalPoints(in: IntervalBox([window.minX...window.maxX, window.minY...window.maxY]))
  }

  /// How alike the pixels of a uniform flow are that lie a distance apart along it and across it.
  private var likeness: (along: Double, across: Double) {
    let columns = 480
    let rows = 320
    let texture = LineIntegralConvolution(
      window: Window(minX: 0, maxX: 3, minY: 0, maxY: 2), columns: columns, rows: rows, taps: 41)
    let noise = texture.whiteNoise()
    let image = texture.convolve(noise, along: VectorExpressionField(known: "1 + 0x, 0"))
    func mean(_ right: Int, _ down: Int) -> Double {
      var sum = 0.0
      var count = 0.0
      // Away from the sides, where lines are cut off.
      for row in 0..<rows - down {
        for column in 20..<columns - 20 - right {
          let here = Double(image[row * columns + column]) - 0.5
          let there = Double(image[(row + down) * columns + column + right]) - 0.5
          sum += here * there
          count += 1
        }
      }
      return sum / count
    }
    let spread = mean(0, 0)
    return (mean(10, 0) / spread, mean(0, 10) / spread)
  }

  var numbers: [Demonstration.Number] {
    func number(
      _ name: Bilingual, _ symbol: String, _ value: Double?, places: Int = 4
    ) -> Demonstration.Number {
      Demonstration.Number(name, symbol, value ?? .nan, Bilingual(""), places: places)
    }
    let points = found?.points ?? []
    func count(_ kind: FlowType.Kind) -> Double { Double(points.filter { $0.nature.settled == kind }.count) }
    let saddle = points.first { $0.nature.settled == .saddle }
    let rates = saddle?.nature.eigenvalues.map { $0.real } ?? []
    let top = points.first { $0.nature.settled == .spiralIn }
    let likeness = likeness
    return [
      number(Bilingual("spirals inwards", "向内的螺旋"), "", count(.spiralIn)),
      number(Bilingual("spirals outwards", "向外的螺旋"), "", count(.spiralOut)),
      number(Bilingual("saddles", "鞍点"), "", count(.saddle)),
      number(
        Bilingual("rate at which a saddle is left", "离开鞍点的速率"), "√(1 + 1/16)", rates.max()),
      number(
        Bilingual("rate at which a whorl draws in", "旋涡收拢的速率"), "−1/4",
        top?.nature.eigenvalues.first?.real),
      number(
        Bilingual("likeness 10 pixels along a line, by theory 31/41", "沿线相距 10 像素的相关，理论值 31/41"), "ρ",
        likeness.along, places: 3),
      number(
        Bilingual("likeness 10 pixels across, by theory 0", "横向相距 10 像素的相关，理论值 0"), "ρ", likeness.across,
        places: 3),
    ]
  }

  func panel(_ language: Language) -> Panel {
    let texture = LineIntegralConvolution(window: window, columns: 480, rows: 320, taps: 41)
    let picture = TexturePicture(texture).figure(of: field, language: language)
    var panel = picture.rows[0][0]
    guard let found else { return panel }
    let paths = (try? field.separatrices(of: found, in: window)) ?? []
    for (index, path) in paths.filter({ $0.isLeaving }).enumerated() {
      let name = index == 0 ? language.text("leaves a saddle", "从鞍点流出") : ""
      let line = Thinned.line(path.path.line(parts: 4), apart: SIMD2(0.02, 0.02))
      panel.marks.append(
        .line(Mark.Line(line, paint: .colour(Colour(0xE8751A)), width: 2.2, label: name)))
    }
    panel.marks += Mark.criticalPoints(found, language: language)
    return panel
  }
}
