import Atlas
import Elementary
import Expressions
import Fields
import Figures
import Flows

extension Demonstration {
  /// 25: Langevin paths in a double well, and the density they take.
  @export(interface)
  public static var langevin: Demonstration {
    let wells = Wells()
    return Demonstration(
      "langevin",
      name: Bilingual("Noise finds the density", "噪声找到密度"),
      title: Bilingual(
        "Shaken downhill long enough, a point is everywhere as often as exp(−U/T) says",
        "边下坡边摇晃，久而久之，出现在各处的频率就是 exp(−U/T)"),
      caption: Bilingual(
        """
        Langevin’s equation dX = −U′(X) dt + √(2T) dW is the gradient flow of a potential with noise: here two hollows, \
        U = (x² − 1)², and the temperature T = 0.3. A path stays in one hollow for long and then crosses the hill between \
        them in a short while; no single path of this length knows both hollows well. Many paths together do: where 1000 of \
        them are, looked at 60 times, follows exp(−U/T)/Z to within the noise of counting. This is how one draws samples \
        from a density whose gradient alone is known, and why a learned score ∇ log p is enough to make pictures. The steps \
        are those of Euler and Maruyama, 0.01 long. The noise of a path is a function of the seed, its number and the step, so \
        that the same paths come out on every machine, in any order, on any number of threads.
        """,
        """
        朗之万方程 dX = −U′(X) dt + √(2T) dW 就是加了噪声的梯度流：这里势能有两个坑，U = (x² − 1)²，温度 T = 0.3。\
        一条路径长久待在一个坑里，然后忽然翻过中间的山；这么长的单条路径，不可能把两个坑都走熟。许多条合起来就行：\
        1000 条路径，看 60 次，位置的分布就是 exp(−U/T)/Z，只差计数的涨落。只知道一个密度的梯度，就可以这样从中抽样；\
        学到的得分 ∇ log p 足以生成图像，也是这个道理。步子用欧拉–丸山法，长 0.01。一条路径的噪声只由种子、路径编号和步数决定，\
        所以在任何机器上、以任何次序、用几个线程，得到的都是同样的路径。
        """),
      summary: Bilingual(
        """
        Left: two jagged paths over time that stay near +1 or −1 and jump between them now and then. Right: a \
        histogram lying on its side with two humps at ±1, and a smooth curve that follows it.
        """,
        "左图：两条锯齿状的路径，随时间停留在 +1 或 −1 附近，偶尔跳到另一边。右图：横放的直方图，在 ±1 处有两个峰，一条光滑曲线与它相合。"),
      numbers: wells.numbers,
      size: SIMD2(960, 460),
      draw: { (figure, language) in
        figure.subtitle = language.text("U = (x² − 1)², T = 0.3", "U = (x² − 1)²，T = 0.3")
        figure.rows = [[wells.paths(language), wells.histogram(language)]]
      })
  }
}

/// Shaken points in two hollows.
private struct Wells {
  static let temperature = 0.3
  static let count = 1000
  private let potential = ScalarExpressionField(known: "(x^2 - 1)^2", variables: Variables(["x"]))
  private let domain = Extent(-1.9, 1.9)

  private func run(_ count: Int, to time: Double, seed: UInt64, keep: Int) -> StochasticPaths? {
    let starts = (0..<count).map { [$0 % 2 == 0 ? 1.0 : -1] }
    guard
      let problem = try? StochasticProblem.langevin(
        potential: potential, temperature: Wells.temperature, starts: starts, to: time, seed: seed)
    else { return nil }
    return try? StochasticIntegrator().solve(problem, step: 0.01, keep: keep)
  }

  /// Where the points are at the times 1, 1.5, …, 30.5, once what they began with is forgotten within each hollow.
  private static let samples = Wells().draw()

  private func draw() -> [Double] {
    guard let paths = run(Wells.count, to: 30.5, seed: 5, keep: 50) else { return [] }
    return (0..<paths.count).flatMap { path in
      (2..<paths.times.count).map { paths.point(path, at: $0)[0] }
    }
  }

  /// exp(−U/T) and its integral, by the trapezoidal rule, which is exact to the last digits for what vanishes at both ends.
  private func weight(_ x: Double) -> Double {
    Double.exp(-potential.value(at: [x]) / Wells.temperature)
  }

  private func integral(_ lower: Double, _ upper: Double, of function: (Double) -> Double) -> Double {
    // Simpson's rule where the ends are inside.
    let pieces = 4000
    let step = (upper - lower) / Double(pieces)
    var sum = function(lower) + function(upper)
    for index in 1..<pieces { sum += (index % 2 == 1 ? 4 : 2) * function(lower + Double(index) * step) }
    return sum * step / 3
  }

  var numbers: [Demonstration.Number] {
    let samples = Wells.samples
    let total = Double(max(samples.count, 1))
    let mass = integral(-4, 4) { weight($0) }
    let square = integral(-4, 4) { $0 * $0 * weight($0) } / mass
    let middle = integral(-0.5, 0.5) { weight($0) } / mass
    let one = Bilingual("")
    return [
      Demonstration.Number(Bilingual("samples", "样本"), "n", total, one, places: 0),
      Demonstration.Number(
        Bilingual("mean of x², from the paths", "x² 的平均，由路径得"), "⟨x²⟩",
        samples.reduce(0) { $0 + $1 * $1 } / total, one, places: 4),
      Demonstration.Number(
        Bilingual("the same, from exp(−U/T)", "同上，由 exp(−U/T) 得"), "⟨x²⟩", square, one, places: 4),
      Demonstration.Number(
        Bilingual("share on the hill, |x| < ½, from the paths", "在山上 (|x| < ½) 的比例，由路径得"), "P",
        Double(samples.filter { $0.magnitude < 0.5 }.count) / total, one, places: 4),
      Demonstration.Number(
        Bilingual("the same, from exp(−U/T)", "同上，由 exp(−U/T) 得"), "P", middle, one, places: 4),
    ]
  }

  func paths(_ language: Language) -> Panel {
    guard let paths = run(2, to: 120, seed: 8, keep: 25) else { return Panel() }
    let marks: [Mark] = (0..<2).map { path in
      let points = paths.times.indices.map { SIMD2(paths.times[$0], paths.point(path, at: $0)[0]) }
      return .line(Mark.Line(points, paint: .series(path).opacity(0.9), width: 1.3))
    }
    return Panel(
      title: language.text("Two paths", "两条路径"),
      x: Axis(language.text("time", "时间"), domain: Extent(0, 120)), y: Axis("x", domain: domain),
      marks: marks)
  }

  func histogram(_ language: Language) -> Panel {
    let samples = Wells.samples
    let bins = 57
    let width = domain.length / Double(bins)
    var counts = [Double](repeating: 0, count: bins)
    for sample in samples where domain.contains(sample) {
      counts[min(Int((sample - domain.lower) / width), bins - 1)] += 1
    }
    let scale = 1 / (Double(max(samples.count, 1)) * width)
    var outline = [SIMD2(0, domain.lower)]
    for (bin, count) in counts.enumerated() {
      let lower = domain.lower + width * Double(bin)
      outline.append(SIMD2(count * scale, lower))
      outline.append(SIMD2(count * scale, lower + width))
    }
    outline.append(SIMD2(0, domain.upper))
    let mass = integral(-4, 4) { weight($0) }
    let curve = (0...190).map { index in
      let x = domain.lower + domain.length * Double(index) / 190
      return SIMD2(weight(x) / mass, x)
    }
    return Panel(
      title: language.text("Where a thousand points are", "一千个点的位置"),
      x: Axis(language.text("density", "密度"), domain: Extent(0, 1.05)), y: Axis("", domain: domain),
      marks: [
        .shape(
          Mark.Shape(
            .polygon(outline), stroke: nil, fill: .series(0).opacity(0.4),
            label: language.text("the paths", "路径"))),
        .line(Mark.Line(curve, paint: .series(1), width: 2.4, label: "exp(−U/T)/Z")),
      ])
  }
}
