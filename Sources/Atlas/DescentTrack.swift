import Descent
import Figures

/// The way of an optimizer, or of the gradient flow, over a loss of the plane, ready to be drawn from above or on a relief.
public struct DescentTrack: Sendable {
  /// The name that links know it by: that of the optimizer, or `flow`.
  public let name: StaticString
  /// The points of the plane, the start first.
  public let points: [SIMD2<Double>]
  /// The loss at each point.
  public let losses: [Double]
  /// What it is drawn with.
  public let paint: Paint
  /// What the legend calls it.
  public let label: String
  /// How many points stand for one iteration.
  public let pointsPerStep: Int
  /// Whether it is the flow.
  public let isFlow: Bool

  /// The way of an optimizer.
  public init(_ runner: DescentRace.Runner, language: Language = .english) {
    name = runner.kind.shortName
    points = runner.path.points.map { SIMD2($0[0], $0[1]) }
    losses = runner.path.losses
    paint = runner.kind.paint
    label = runner.kind.name(language)
    pointsPerStep = 1
    isFlow = false
  }

  /// The way of the gradient flow, with so many points for the time of one iteration.
  public init(
    flow points: [SIMD2<Double>], losses: [Double], pointsPerStep: Int, language: Language = .english
  ) {
    name = "flow"
    self.points = points
    self.losses = losses
    paint = .ink
    label = language.text("gradient flow", "梯度流")
    self.pointsPerStep = pointsPerStep
    isFlow = true
  }

  /// Where the points are seen, and whether ground lies before them: from above, or on a relief.
  ///
  /// A point that the relief does not show has no finite place.
  @export(interface)
  public func places(on relief: Relief?) -> (places: [SIMD2<Double>], isSeen: [Bool]) {
    guard let relief else { return (points, points.map { _ in true }) }
    var places: [SIMD2<Double>] = []
    var isSeen: [Bool] = []
    for (point, loss) in zip(points, losses) {
      let sight = relief.sight(x: point.x, y: point.y, value: loss)
      places.append(sight?.place ?? SIMD2(.nan, .nan))
      isSeen.append(sight != nil && !relief.isHidden(x: point.x, y: point.y, value: loss))
    }
    return (places, isSeen)
  }

  /// The way as lines and steps; what ground lies before is faint.
  @export(interface)
  public func marks(on relief: Relief?) -> [Mark] {
    let (places, isSeen) = places(on: relief)
    let form: Mark.Points.Form? = !isFlow && points.count <= 60 ? .circle : nil
    let dash: [Double] = isFlow ? [6, 4] : []
    let width = isFlow ? 1.6 : 1.9
    var marks: [Mark] = []
    if isSeen.contains(false) {
      marks.append(.line(Mark.Line(places, paint: paint.opacity(0.3), width: width, dash: dash)))
    }
    let seen = places.indices.map { isSeen[$0] ? places[$0] : SIMD2(.nan, .nan) }
    marks.append(.line(Mark.Line(seen, paint: paint, width: width, dash: dash, form: form, label: label)))
    if let end = places.last, !isFlow {
      marks.append(.points(Mark.Points([end], paint: paint, size: 9)))
    }
    return marks
  }
}

extension OptimizerKind {
  /// The paint of the optimizer, the same in every picture.
  public var paint: Paint {
    switch self {
    case .gradientDescent: .series(0)
    case .momentum: .series(1)
    case .nesterov: .series(4)
    case .rmsProp: .series(5)
    case .adam: .series(2)
    case .adamW: .series(6)
    case .newton: .series(3)
    case .lbfgs: .colour(Colour(0xA65A3A))
    case .levenbergMarquardt: .ink
    }
  }

  /// What a picture calls the optimizer.
  @export(interface)
  public func name(_ language: Language) -> String {
    switch self {
    case .gradientDescent: language.text("gradient descent", "梯度下降")
    case .momentum: language.text("momentum", "动量法")
    case .nesterov: language.text("Nesterov", "Nesterov 加速")
    case .rmsProp: "RMSProp"
    case .adam: "Adam"
    case .adamW: "AdamW"
    case .newton: language.text("Newton", "牛顿法")
    case .lbfgs: "L-BFGS"
    case .levenbergMarquardt: "Levenberg–Marquardt"
    }
  }
}
