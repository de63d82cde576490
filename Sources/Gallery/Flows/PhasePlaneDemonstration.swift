import Atlas
import Elementary
import Expressions
import Fields
import Figures
import Flows

extension Demonstration {
  /// 18: a limit cycle, and the basins of two sinks with the separatrices between them.
  @export(interface)
  public static var phasePlane: Demonstration {
    Demonstration(
      "phase-plane",
      name: Bilingual("The phase plane", "相平面"),
      title: Bilingual(
        "In the end all paths go round one cycle, or to one of two sinks", "最终，要么绕同一个极限环，要么落进两个汇之一"),
      caption: Bilingual(
        """
        Left, Van der Pol’s oscillator ẍ = (1 − x²)ẋ − x, the model of a heart’s pacemaker: it is driven where x is small and \
        braked where x is large. From inside and from outside every path comes to one closed curve, the limit cycle; a round \
        takes 6.6633, and in each the distance of a neighbour shrinks to less than a thousandth. Right, a ball between two \
        hollows, Duffing’s equation ẍ = x − x³ − ẋ/4. Friction brings it to rest in the left hollow or in the right one; \
        colour says from where to which. The border between the two basins is the pair of separatrices that run into the \
        saddle: of all starts they alone end on top of the pass.
        """,
        """
        左图：范德波尔振子 ẍ = (1 − x²)ẋ − x，心脏起搏的模型：x 小时受到推动，x 大时受到制动。无论从里面还是外面出发，\
        都会走到同一条闭曲线上，这就是极限环；绕一圈需时 6.6633，每绕一圈，邻近路径与它的距离缩到不足千分之一。\
        右图：两个坑之间的小球，达芬方程 ẍ = x − x³ − ẋ/4。摩擦使它停在左坑或右坑；颜色表示从哪里出发会落进哪一个。\
        两个吸引域的分界，正是流入鞍点的两条分界线：只有从它们上面出发，才会停在坑间的隘口上。
        """),
      summary: Bilingual(
        """
        Left: a plane of streamlines that spiral out from a source at the origin and in from the border to one thick \
        closed curve. Right: two interleaved bands of colour, blue and orange, wind around each other; each leads to one \
        of two spirals, and a dark curve through the saddle between them is their border.
        """,
        """
        左图：流线从原点的源向外盘旋，也从边缘向内盘旋，汇到一条粗的闭曲线上。\
        右图：蓝橙两色的带子相互缠绕，各通向一个螺旋汇；一条深色曲线穿过中间的鞍点，正是两色的分界。
        """),
      numbers: Oscillator().numbers + TwoHollows().numbers,
      size: SIMD2(960, 540),
      draw: { (figure, language) in
        figure.subtitle = language.text(
          "ẍ = (1 − x²)ẋ − x, and ẍ = x − x³ − ẋ/4", "ẍ = (1 − x²)ẋ − x，以及 ẍ = x − x³ − ẋ/4")
        figure.rows = [[Oscillator().panel(language), TwoHollows().panel(language)]]
      })
  }
}

/// Van der Pol's oscillator with μ = 1.
private struct Oscillator {
  let field = VectorExpressionField(known: "y, (1 - x^2) y - x")
  let window = Window(minX: -3.6, maxX: 3.6, minY: -3.9, maxY: 3.9)

  private var found: CriticalPoints<FlowType>? {
    try? field.criticalPoints(in: IntervalBox([window.minX...window.maxX, window.minY...window.maxY]))
  }

  /// Found once for the numbers and all pictures.
  private static let cycle = Oscillator().search()

  private func search() -> LimitCycle? {
    found.flatMap { (try? field.limitCycles(of: $0, in: window, places: 6))?.first }
  }

  var numbers: [Demonstration.Number] {
    let cycle = Oscillator.cycle
    let one = Bilingual("")
    return [
      Demonstration.Number(
        Bilingual("one round of the cycle", "极限环的周期"), "T", cycle?.period ?? .nan, one, places: 4),
      Demonstration.Number(
        Bilingual("greatest x on the cycle", "环上 x 的最大值"), "x", cycle?.point[0] ?? .nan, one, places: 4),
      Demonstration.Number(
        Bilingual("what a round leaves of a small distance", "绕一圈后微小距离的剩余比例"), "exp ∮∇·F dt",
        cycle?.multiplier ?? .nan, one, places: 6),
    ]
  }

  func panel(_ language: Language) -> Panel {
    var marks: [Mark] = [
      .streamlines(
        of: field, over: window, width: 420, height: 440, separation: 17, paint: .quiet.opacity(0.7),
        lineWidth: 1)
    ]
    if let cycle = Oscillator.cycle {
      marks.append(
        .line(
          Mark.Line(
            cycle.path.line(parts: 6), paint: .series(1), width: 3.4,
            label: language.text("limit cycle", "极限环"))))
    }
    if let found { marks += Mark.criticalPoints(found, language: language) }
    return Panel(
      title: language.text("Van der Pol, μ = 1: the limit cycle", "范德波尔振子，μ = 1：极限环"),
      x: Axis("x", domain: Extent(window.minX, window.maxX)),
      y: Axis("ẋ", domain: Extent(window.minY, window.maxY)), marks: marks, aspect: .equal)
  }
}

/// Duffing's equation with two hollows and friction.
private struct TwoHollows {
  let field = VectorExpressionField(known: "y, x - x^3 - y/4")
  let window = Window(minX: -2.4, maxX: 2.4, minY: -2.6, maxY: 2.6)

  private var found: CriticalPoints<FlowType>? {
    try? field.criticalPoints(in: IntervalBox([window.minX...window.maxX, window.minY...window.maxY]))
  }

  /// Found once for the numbers and all pictures.
  private static let basins = TwoHollows().search()

  private func search() -> BasinMap? {
    guard let found else { return nil }
    return try? BasinMap(
      of: field, over: window, columns: 96, rows: 104, attractors: found, time: 40,
      Integrator(controller: .adaptive(relative: 1e-5, absolute: 1e-6)))
  }

  var numbers: [Demonstration.Number] {
    let found = found
    let saddle = found?.points.first { $0.index == -1 }
    let rates = saddle?.nature.eigenvalues.map { $0.real }.sorted() ?? []
    let labels = TwoHollows.basins?.labels ?? []
    let left = Double(labels.filter { $0 == 0 }.count) / Double(max(labels.count, 1))
    let one = Bilingual("")
    return [
      Demonstration.Number(
        Bilingual("how fast the pass is left", "离开隘口的速率"), "λ₊", rates.last ?? .nan, one, places: 4),
      Demonstration.Number(
        Bilingual("how fast it is come to", "趋近隘口的速率"), "λ₋", rates.first ?? .nan, one, places: 4),
      Demonstration.Number(
        Bilingual("share of the window that ends in the left hollow", "窗口中落进左坑的比例"), "", left, one,
        places: 4),
    ]
  }

  func panel(_ language: Language) -> Panel {
    var marks: [Mark] = []
    if let found {
      if let map = TwoHollows.basins { marks.append(ground(map)) }
      marks.append(
        .streamlines(
          of: field, over: window, width: 410, height: 440, separation: 20, paint: .overlay.opacity(0.35),
          lineWidth: 0.9))
      // In a wider window, since they come back from outside of this one.
      let wide = Window(minX: -4, maxX: 4, minY: -6, maxY: 6)
      let paths = (try? field.separatrices(of: found, in: wide)) ?? []
      for border in paths where !border.isLeaving {
        marks.append(.line(Mark.Line(border.path.line(parts: 4), paint: .overlay, width: 3)))
      }
      marks += Mark.criticalPoints(found, language: language)
    }
    return Panel(
      title: language.text("Two hollows: the basins and their border", "两个坑：吸引域与分界"),
      x: Axis("x", domain: Extent(window.minX, window.maxX)),
      y: Axis("ẋ", domain: Extent(window.minY, window.maxY)), marks: marks, aspect: .equal)
  }

  /// The basins in two colours that are light in every theme.
  private func ground(_ map: BasinMap) -> Mark {
    let tints = ColourMap([Colour(0xBBD6F2), Colour(0xFFD9B0)])
    let grid = SampleGrid(
      x: Extent(window.minX, window.maxX), y: Extent(window.minY, window.maxY), columns: map.columns,
      rows: map.rows
    ) { x, y in
      let column = Int(((x - window.minX) / window.width * Double(map.columns - 1)).rounded())
      let row = Int(((y - window.minY) / window.height * Double(map.rows - 1)).rounded())
      return map[column, row].map { Double($0) } ?? .nan
    }
    return .heatMap(Mark.HeatMap(grid, colours: ColourScale(tints, over: Extent(0, 1))))
  }
}
