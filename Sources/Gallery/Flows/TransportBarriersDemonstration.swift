import Atlas
import Elementary
import Expressions
import Fields
import Figures
import Flows

extension Demonstration {
  /// 19: the finite-time Lyapunov exponents of the double gyre, forward and backward.
  @export(interface)
  public static var transportBarriers: Demonstration {
    let gyre = DoubleGyre()
    return Demonstration(
      "transport-barriers",
      name: Bilingual("Transport barriers", "输运屏障"),
      title: Bilingual(
        "Ridges that water parts at, and ridges that it gathers on", "有的脊把水分开，有的脊把水聚拢"),
      caption: Bilingual(
        """
        Two gyres turn side by side in a basin, and the wall between them swings to and fro. No streamline tells what \
        crosses it, since all of them change. Ask instead what the flow does to neighbours: the finite-time Lyapunov \
        exponent is the logarithm of the greatest stretch of the flow map’s gradient, over the time. Followed forward from \
        time 0 to 10, one swing, its ridges part what ends in different places; followed backward to −10 its ridges are where water \
        from different places has come together, and where dye would gather. Where the two cross, the gyres exchange \
        water. The gradient is not a difference of neighbours: the field’s exact Jacobian is followed along each path, so \
        that flows with a closed form give it to the last digits below.
        """,
        """
        两个环流在水池里并排转动，中间的隔墙来回摆。流线时刻在变，说不清什么会越过它。不如问流动怎样对待相邻的水：有限时间李雅普诺夫指数，\
        就是流映射梯度的最大拉伸的对数除以时间。从时刻 0 向前跟到 10，正好一个摆动周期，它的脊把去向不同的水分开；向后跟到 −10，它的脊是来自不同地方的水汇合之处，\
        染料会聚在那里。两种脊相交的地方，环流彼此交换水。梯度不是用邻点相减估出来的：沿每条路径积分的是场的精确雅可比矩阵，\
        所以有闭式解的流动可以核对到下面的末位。
        """),
      summary: Bilingual(
        """
        Two maps of a basin twice as wide as high. Above, a dark ridge rises from the lower wall a little right of \
        its middle, bends over the left gyre and curls up in it. Below, the same ridge turned upside down hangs from the \
        upper wall and curls up in the right gyre.
        """,
        """
        两幅地图，水池宽是高的两倍。上图：一条深色的脊从下壁中间偏右处升起，绕过左边的环流，在其中卷起。下图：同样的脊倒转过来，从上壁垂下，卷进右边的环流。
        """),
      numbers: gyre.numbers,
      size: SIMD2(820, 860),
      draw: { (figure, language) in
        figure.subtitle = language.text(
          "Double gyre, A = 0.1, ε = 0.25, ω = 0.2π; greatest rate of stretching",
          "双环流，A = 0.1，ε = 0.25，ω = 0.2π；最大拉伸率")
        figure.rows = gyre.panels(language).map { [$0] }
      })
  }
}

/// Two gyres whose common wall swings (Shadden, Lekien and Marsden 2005).
private struct DoubleGyre {
  let field = VectorExpressionField(
    knownUnsteady: """
      -0.1 pi sin(pi (0.25 sin(0.2pi t) x^2 + (1 - 0.5 sin(0.2pi t)) x)) cos(pi y), \
      0.1 pi cos(pi (0.25 sin(0.2pi t) x^2 + (1 - 0.5 sin(0.2pi t)) x)) sin(pi y) \
      (0.5 sin(0.2pi t) x + 1 - 0.5 sin(0.2pi t))
      """)
  let window = Window(minX: 0, maxX: 2, minY: 0, maxY: 1)
  let time = 10.0

  private static func exponent(
    _ field: some VectorField, at start: [Double], to time: Double
  ) -> Double {
    let precise = Integrator(
      method: .dormandPrince853, controller: .adaptive(relative: 1e-11, absolute: 1e-11))
    guard let map = try? FlowMap(of: field, starts: [start], to: time, precise) else { return .nan }
    return map.lyapunovExponents[0]
  }

  var numbers: [Demonstration.Number] {
    func number(
      _ name: Bilingual, _ field: VectorExpressionField, _ start: [Double], _ time: Double
    ) -> Demonstration.Number {
      Demonstration.Number(
        name, "σ", DoubleGyre.exponent(field, at: start, to: time), Bilingual("per unit of time", "每单位时间"),
        places: 4)
    }
    let shear = VectorExpressionField(known: "2y, 0")
    let saddle = VectorExpressionField(known: "x, -y")
    let rotation = VectorExpressionField(known: "-y, x")
    return [
      number(
        Bilingual("double gyre from (0.9, 0.3), 10 forward", "双环流，从 (0.9, 0.3) 向前 10"), field, [0.9, 0.3],
        time),
      number(
        Bilingual("the same, 10 backward", "同一点，向后 10"), field, [0.9, 0.3], -time),
      number(
        Bilingual("shear (2y, 0), time 3: asinh(3)/3", "剪切 (2y, 0)，时间 3：asinh(3)/3"), shear, [0.3, 0.7], 3),
      number(Bilingual("saddle (x, −y): 1", "鞍 (x, −y)：1"), saddle, [0.3, 0.7], 3),
      number(Bilingual("rotation (−y, x): 0", "旋转 (−y, x)：0"), rotation, [0.3, 0.7], 3),
    ]
  }

  /// The exponents forward and backward, found once for all pictures.
  ///
  /// They are rounded to the shades of the picture, so that its file is small.
  private static let grids: [SampleGrid?] = {
    let gyre = DoubleGyre()
    return [gyre.time, -gyre.time].map { time in
      var picture = LyapunovPicture(window: gyre.window, time: time)
      picture.columns = 150
      picture.integrator = Integrator(controller: .adaptive(relative: 1e-4, absolute: 1e-5))
      guard let grid = try? picture.exponents(of: gyre.field) else { return nil }
      let shades = grid.values.map { ($0 * 500).rounded() / 500 }
      return try? SampleGrid(x: grid.x, y: grid.y, values: shades)
    }
  }()

  func panels(_ language: Language) -> [Panel] {
    // One scale for both; what reaches above it are ridges, one colour whether a node hits them exactly or not.
    let colours = ColourScale(.puBuGn, over: Extent(0, 0.37))
    let titles = [
      language.text("Forward from 0 to 10: ridges that part", "从 0 向前到 10：分开水的脊"),
      language.text("Backward from 0 to −10: ridges that gather", "从 0 向后到 −10：聚拢水的脊"),
    ]
    return zip(titles, DoubleGyre.grids).map { title, grid in
      let marks = grid.map { [Mark.heatMap(Mark.HeatMap($0, colours: colours, isSmooth: true))] } ?? []
      return Panel(
        title: title, x: Axis("x", domain: Extent(0, 2)), y: Axis("y", domain: Extent(0, 1)), marks: marks,
        colourBar: ColourBar(
          colours, label: language.text("exponent", "指数"), unit: language.text("1/time", "1/时间")),
        aspect: .equal)
    }
  }
}
