import Atlas
import Elementary
import Expressions
import Fields
import Figures
import Flows
import Formats

extension Demonstration {
  /// 15: wheels in a wind that grows with height, their axles at three angles to the curl.
  @export(interface)
  public static var spaceCurl: Demonstration {
    let wind = ShearWind()
    let perTime = Bilingual("per time", "每单位时间")
    @Sendable func rim(_ english: String, _ chinese: String, _ degrees: Double) -> Number {
      Number(
        Bilingual(english, chinese), "∮F·dr/2A", wind.rimVelocity(degrees), perTime, places: 4)
    }
    return Demonstration(
      "space-curl",
      name: Bilingual("Curl in space", "空间中的旋度"),
      title: Bilingual(
        "A wheel turns fastest with its axle along the curl", "轮轴顺着旋度，桨轮转得最快"),
      caption: Bilingual(
        """
        The wind F = (2z, 0, 0) blows along x, the faster the higher, and below z = 0 the other way. Nothing in it goes \
        round, and yet a small wheel turns: its upper and lower blades are pushed opposite ways. The curl is (0, 2, 0), \
        level and across the wind: curl the fingers of the right hand the way the wheel turns, and the thumb points along \
        the curl. The wheel takes up what of the curl lies along its axle, ω = ½ ∇×F·n = cos θ: with the axle along the \
        curl it turns at 1, tilted by 60° at one half, and upright not at all. Stokes’s theorem measures the same \
        without a wheel: the circulation along the rim, divided by twice its area.
        """,
        """
        风 F = (2z, 0, 0) 沿 x 方向吹，越高越快，z = 0 以下方向相反。风里没有任何东西在打转，小桨轮却会转：上下叶片被推向相反的方向。\
        旋度是 (0, 2, 0)，水平而与风垂直；用右手定则：四指顺着桨轮转动的方向弯曲，拇指所指就是旋度的方向。\
        桨轮只感受旋度沿轮轴的分量，ω = ½ ∇×F·n = cos θ：轮轴顺着旋度，角速度为 1；偏 60°，减半；竖直放，一点也不转。\
        不用桨轮，也能由斯托克斯定理量出同样的数：沿轮缘的环量，除以轮面积的两倍。
        """),
      summary: Bilingual(
        """
        Three pictures of a paddlewheel in a wind that is stronger higher up. With the axle level and along the curl a \
        long bent arrow shows it turn; with the axle tilted by 60° the bent arrow is short; with the axle upright there is \
        none.
        """,
        """
        三幅图，同一个桨轮放在越高越大的风里。轮轴水平、顺着旋度时，弯箭头很长；轮轴偏 60° 时，弯箭头变短；\
        轮轴竖直时，没有弯箭头。
        """),
      numbers: [
        Number(
          Bilingual("half the length of the curl", "旋度大小的一半"), "½|∇×F|", wind.curl.length / 2, perTime,
          places: 4),
        rim("wheel along the curl", "轮轴顺着旋度", 0), rim("wheel tilted by 60°", "轮轴偏 60°", 60),
        rim("wheel across the curl", "轮轴垂直于旋度", 90),
      ],
      size: SIMD2(960, 420),
      draw: { (figure, language) in wind.draw(into: &figure, language) })
  }
}

/// A wind along x that grows with height, and wheels at the origin.
private struct ShearWind {
  let field = VectorExpressionField(known: "2z, 0, 0", variables: .space)
  let camera = Camera(heading: Heading(azimuth: 52, elevation: 18), reach: 2)

  /// The curl, everywhere the same.
  var curl: SIMD3<Double> { field.reading(at: [0, 0, 0]).settledSpaceCurl }

  /// An axle at an angle to the curl, tilted upwards.
  private func axis(_ degrees: Double) -> Heading {
    let along = Heading(curl)
    return Heading(azimuth: along.azimuth, elevation: along.elevation + degrees)
  }

  /// The angular velocity of a wheel by Stokes's theorem: the circulation of its rim over twice its area.
  func rimVelocity(_ degrees: Double) -> Double {
    let normal = axis(degrees).vector
    let radius = SpaceWheel.radius * camera.reach
    guard
      let rim = try? Curve.circle(
        center: [0, 0, 0], normal: [normal.x, normal.y, normal.z], radius: radius),
      let circulation = try? field.circulation(around: rim)
    else { return .nan }
    return circulation.value / (2 * Circle(x: 0, y: 0, radius: radius).area)
  }

  func draw(into figure: inout Figure, _ language: Language) {
    figure.subtitle = language.text(
      "F = (2z, 0, 0), ∇×F = (0, 2, 0); θ: the angle between axle and curl",
      "F = (2z, 0, 0)，∇×F = (0, 2, 0)；θ：轮轴与旋度的夹角")
    figure.rows = [[0, 60, 90].map { panel($0, language) }]
  }

  private func panel(_ degrees: Double, _ language: Language) -> Panel {
    let axis = axis(degrees)
    let velocity = Rotor.freeAngularVelocity(curl: curl, axis: axis.vector)
    let wheel = SpaceWheel(
      hub: SIMD3(0, 0, 0), axis: axis, angle: 0.25, angularVelocity: velocity, curl: curl)
    let side = Extent(-1.85, 1.85)
    return Panel(
      title: "θ = " + Decimal.text(degrees) + language.text("°: ω = ", "°：ω = ")
        + Decimal.text(velocity, significantDigits: 4, minus: .typographic),
      x: Axis(domain: side, isVisible: false), y: Axis(domain: side, isVisible: false),
      marks: wind + wheel.parts(camera).flatMap { marks($0) } + axes, aspect: .equal, hasGrid: false,
      hasFrame: false)
  }

  /// A curtain of arrows behind the wheel.
  private var wind: [Mark] {
    var origins: [SIMD2<Double>] = []
    var vectors: [SIMD2<Double>] = []
    for row in -4...4 {
      for column in -2...2 {
        let point = SIMD3(Double(column) * 0.62 - 0.55, -0.9, Double(row) * 0.34)
        let value = field.value(at: [point.x, point.y, point.z])
        let half = SIMD3(value[0], value[1], value[2]) * 0.1
        let tail = camera.sight(of: point - half).place
        origins.append(tail)
        vectors.append(camera.sight(of: point + half).place - tail)
      }
    }
    return [
      .arrows(
        Mark.Arrows(
          at: origins, vectors: vectors, length: .proportional(factor: 1), pivot: .tail,
          paint: .quiet.opacity(0.7), width: 1.5))
    ]
  }

  /// The directions of the coordinates, in a corner.
  private var axes: [Mark] {
    let corner = camera.point(at: SIMD2(1.1, -1.4), depth: 0)
    let from = camera.sight(of: corner).place
    var marks: [Mark] = []
    for (index, name) in ["x", "y", "z"].enumerated() {
      var end = corner
      end[index] += 0.6
      let way = camera.sight(of: end).place - from
      marks.append(
        .arrows(
          Mark.Arrows(
            at: [from], vectors: [way], length: .proportional(factor: 1), pivot: .tail, paint: .quiet,
            width: 1.2)))
      marks.append(
        .annotation(
          Mark.Annotation(name, at: from + way * 1.25, offset: SIMD2(0, 0), paint: .quiet, size: 12)))
    }
    return marks
  }

  private func marks(_ part: SpaceWheel.Part) -> [Mark] {
    let points = part.points
    guard let first = points.first, let last = points.last else { return [] }
    switch part.role {
    case .paddle:
      return [.shape(Mark.Shape(.polygon(points), stroke: .ink, fill: .background, width: 1.2))]
    case .markedPaddle:
      return [.shape(Mark.Shape(.polygon(points), stroke: .ink, fill: .accent, width: 1.2))]
    case .rim: return [.line(Mark.Line(points, paint: .ink, width: 1.6))]
    case .axle: return [.line(Mark.Line(points, paint: .ink, width: 2.4))]
    case .curl:
      let name = Mark.Annotation(
        "∇×F", at: last, offset: SIMD2(14, 6), anchor: .start, paint: .series(1), size: 14, weight: 600)
      return [arrow(from: first, to: last, .series(1), width: 4), .annotation(name)]
    case .sense:
      // The arc ends where its head begins.
      let neck = points[points.count - 5]
      return [
        .line(Mark.Line(Array(points.dropLast(4)), paint: .accent, width: 3)),
        arrow(from: neck, to: last + (last - neck) * 0.5, .accent, width: 3),
      ]
    }
  }

  private func arrow(
    from first: SIMD2<Double>, to last: SIMD2<Double>, _ paint: Paint, width: Double
  ) -> Mark {
    .arrows(
      Mark.Arrows(
        at: [first], vectors: [last - first], length: .proportional(factor: 1), pivot: .tail, paint: paint,
        width: width))
  }
}
