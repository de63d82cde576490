import Atlas
import Expressions
import Fields
import Figures
import Formats

extension Demonstration {
  /// 12: two paths between the same points in a field without a potential and in one with.
  @export(interface)
  public static var conservative: Demonstration {
    let turning = PathPair(field: VectorExpressionField(known: "0, x y"))
    let still = PathPair(field: VectorExpressionField(known: "2x y, x^2 + 2y"))
    let trap = turning.field.circulation(around: PathPair.trap).value
    let one = Bilingual("")
    return Demonstration(
      "conservative",
      name: Bilingual("Conservative or not", "保守场与非保守场"),
      title: Bilingual(
        "Does the work depend on the path? One field says yes, the other no", "功与路径有关吗？一个场有关，一个场无关"),
      caption: Bilingual(
        """
        Two paths lead from A to B. In F = (0, xy) the lower one is worth more work than the upper one, so F has no \
        potential. The difference is the circulation round the leaf between them, and by Green’s theorem the sum of the \
        curl over the leaf; the curl is y, shown as colour. One loop proves nothing: round the dashed circle the \
        circulation is 0 only because the curl above cancels that below. In G = (2xy, x² + 2y) the curl is 0 at every \
        point. Both paths, and any other, do the same work: the difference of the potential φ = x²y + y² between the \
        ends. The arrows cross its level lines at right angles.
        """,
        """
        从 A 到 B 有两条路。在 F = (0, xy) 中，走下面做的功比走上面多，所以 F 没有势函数。两者之差就是绕两条路围成的叶形一周的环量；\
        由格林定理，它等于旋度在叶形内的积分，旋度是 y，用颜色表示。只看一个回路什么也证明不了：绕虚线圆一周，环量是 0，\
        只因为上半圆与下半圆的旋度恰好抵消。在 G = (2xy, x² + 2y) 中旋度处处为 0，是保守场：走哪条路功都一样，与路径无关，\
        等于势函数 φ = x²y + y² 在两端之差。箭头处处垂直于等势线。
        """),
      summary: Bilingual(
        """
        Left: a map of the curl, red above the x-axis and blue below, with arrows, two curved paths from A at the \
        origin to B at (2, 2) labelled 3.2 and 2, and a dashed circle on the axis labelled 0.0000. Right: the same two paths, both \
        labelled 12, over the level lines of a potential and arrows across them.
        """,
        """
        左图：颜色表示旋度，x 轴以上为红，以下为蓝；从原点 A 到 B(2, 2) 有两条曲线，分别标着 3.2 和 2；x 轴上有一个虚线圆，标着 0.0000。\
        右图：同样的两条路，都标着 12，底下是等势线和与之垂直的箭头。
        """),
      numbers: [
        Number(Bilingual("F, lower path", "F，沿下面的路"), "∫F·dr", turning.works.lower, one, places: 4),
        Number(Bilingual("F, upper path", "F，沿上面的路"), "∫F·dr", turning.works.upper, one, places: 4),
        Number(
          Bilingual("curl of F summed over the leaf", "F 的旋度在叶形内的积分"), "∬∇×F dA", turning.curlBetween, one,
          places: 4),
        Number(
          Bilingual("F, round the dashed circle", "F，绕虚线圆一周"), "∮F·dr", trap, one, places: 4),
        Number(Bilingual("G, lower path", "G，沿下面的路"), "∫G·dr", still.works.lower, one, places: 4),
        Number(Bilingual("G, upper path", "G，沿上面的路"), "∫G·dr", still.works.upper, one, places: 4),
        Number(
          Bilingual("difference of the potential", "势函数之差"), "φ(B) − φ(A)", still.potentialDifference, one,
          places: 4),
      ],
      size: SIMD2(940, 490),
      draw: { (figure, language) in
        figure.subtitle = language.text(
          "Lower path y = x²/2, upper path x = y²/2, from A = (0, 0) to B = (2, 2)",
          "下面的路 y = x²/2，上面的路 x = y²/2，都从 A = (0, 0) 到 B = (2, 2)")
        let left = turning.curlPanel("F = (0, xy), ∇×F = y", language)
        let right = still.potentialPanel("G = (2xy, x² + 2y) = ∇φ, ∇×G = 0", language)
        figure.rows = [[left, right]]
      })
  }
}

/// A field with two paths from (0, 0) to (2, 2), the parabolas y = x²/2 and x = y²/2.
private struct PathPair {
  let field: VectorExpressionField
  /// The potential, where integration finds one.
  let potential: ScalarExpressionField?
  /// The work along the two paths.
  let works: (lower: Double, upper: Double)

  static let window = Window(minX: -1.4, maxX: 2.6, minY: -1.4, maxY: 2.6)
  /// A loop about the x-axis.
  static let trap = Circle(x: -0.75, y: 0, radius: 0.5)

  init(field: VectorExpressionField) {
    self.field = field
    potential = Expression.potential(of: field.expressions).map { ScalarExpressionField($0) }
    works = (PathPair.work(field, ["t", "t^2/2"]), PathPair.work(field, ["t^2/2", "t"]))
  }

  private static func work(_ field: VectorExpressionField, _ path: [String]) -> Double {
    guard let curve = try? Curve(path, over: 0...2) else { return .nan }
    return (try? field.lineIntegral(along: curve))?.value ?? .nan
  }

  /// φ(B) − φ(A); NaN without a potential.
  var potentialDifference: Double {
    guard let potential else { return .nan }
    return potential.value(at: [2, 2]) - potential.value(at: [0, 0])
  }

  /// The curl summed over the leaf between the paths.
  var curlBetween: Double {
    guard let leaf = try? Region.between("x^2/2", and: "sqrt(2x)", x: 0...2) else { return .nan }
    return (try? field.curlIntegral(over: leaf))?.value ?? .nan
  }
}

extension PathPair {
  /// The paths over the curl as colour.
  func curlPanel(_ heading: String, _ language: Language) -> Panel {
    let grid = SampleGrid(over: PathPair.window, columns: 81, rows: 81) { (points, values) in
      field.curls(at: points, into: values)
    }
    let colours = ColourScale(diverging: .buRd, over: Extent(-4, 4))
    let trap = PathPair.trap
    let centre = SIMD2(trap.x, trap.y)
    let circulation = field.circulation(around: trap).value
    let loop: [Mark] = [
      .shape(
        Mark.Shape(.circle(centre: centre, radius: trap.radius), stroke: .overlay, width: 1.8, dash: [5, 4])),
      .annotation(
        Mark.Annotation(
          "∮F·dr = " + Decimal.fixed(circulation, places: 4, minus: .typographic),
          at: centre + SIMD2(0, trap.radius), offset: SIMD2(0, -14), hasPatch: true)),
    ]
    return panel(
      heading, [.heatMap(Mark.HeatMap(grid, colours: colours, isSmooth: true))], over: loop,
      ColourBar(colours, label: "∇×F"))
  }

  /// The paths over the level lines of the potential.
  func potentialPanel(_ heading: String, _ language: Language) -> Panel {
    guard let potential else { return Panel() }
    let grid = SampleGrid(of: potential, over: PathPair.window, columns: 121, rows: 121)
    // Level lines of even numbers would meet in A.
    let levels = (-5...12).map { Double($0) * 2 + 1 }
    let bands = Mark.Bands(grid, levels: levels, colours: ColourScale(.puBuGn, over: Extent(-9, 34)))
    return panel(
      heading,
      [
        .bands(bands),
        .contours(Mark.Contours(grid, levels: levels, paint: .overlay.opacity(0.45), width: 0.8)),
      ],
      over: [], ColourBar(bands, label: "φ"))
  }

  private func panel(_ heading: String, _ ground: [Mark], over loops: [Mark], _ bar: ColourBar) -> Panel {
    let window = PathPair.window
    let lower = (0...40).map { step in
      let x = Double(step) / 20
      return SIMD2(x, x * x / 2)
    }
    let upper = lower.map { SIMD2($0.y, $0.x) }
    let arrows = Mark.arrows(
      of: field, over: window, width: 12, height: 12, spacing: 1, length: .compressed(longest: 26),
      paint: .overlay.opacity(0.55))
    let leaf = Mark.shape(
      Mark.Shape(.polygon(lower + upper.reversed()), stroke: nil, fill: .overlay.opacity(0.12)))
    let paths = Mark.polylines(Mark.Polylines([lower, upper], paint: .overlay, width: 3, arrowSpacing: 160))
    return Panel(
      title: heading, x: Axis("x", domain: Extent(window.minX, window.maxX)),
      y: Axis("y", domain: Extent(window.minY, window.maxY)),
      marks: ground + [leaf, arrows] + loops + [paths] + ends + labels, colourBar: bar, aspect: .equal)
  }

  private var ends: [Mark] {
    [
      .points(Mark.Points([SIMD2(0, 0), SIMD2(2, 2)], paint: .overlay, size: 10)),
      .annotation(
        Mark.Annotation("A", at: SIMD2(0, 0), offset: SIMD2(-1, 17), size: 14, weight: 600, hasPatch: true)),
      .annotation(
        Mark.Annotation("B", at: SIMD2(2, 2), offset: SIMD2(16, -12), size: 14, weight: 600, hasPatch: true)),
    ]
  }

  /// The work beside each path.
  private var labels: [Mark] {
    func label(_ work: Double, _ place: SIMD2<Double>, _ offset: SIMD2<Double>) -> Mark {
      .annotation(
        Mark.Annotation(
          Decimal.text(work, significantDigits: 4, minus: .typographic), at: place, offset: offset, size: 15,
          weight: 600, hasPatch: true))
    }
    return [
      label(works.lower, SIMD2(1.2, 0.72), SIMD2(24, 20)),
      label(works.upper, SIMD2(0.72, 1.2), SIMD2(-24, -20)),
    ]
  }
}
