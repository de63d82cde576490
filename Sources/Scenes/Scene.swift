import Atlas
import Descent
import Expressions
import Fields
import Information

/// What is on the screen, whole: enough to show it again anywhere with the same digits.
///
/// A scene has a text, its address in the lab and its spelling on the command line:
///
/// ```
/// v1;field;F=-y, x;view=-3,3,-2,2;probe=1,2;show=arrows,particles
/// ```
///
/// Parts stand between semicolons: the version, the bench, then `key=value` in any order. What is left out has
/// its default, and printing leaves out what has it. A formula of several lines keeps its line ends; a semicolon,
/// which would end the part, cannot stand in it.
///
/// | key | value | benches |
/// |---|---|---|
/// | `F` | two formulas of x and y, or one that yields a vector | field, divergence, curl, conservative |
/// | `F` | three formulas of x, y and z | rotor, charge |
/// | `f` | one formula of x and y | gradient, descent |
/// | `with` | values of the formula's parameters: `a=2,b=-0.5` | all with a formula |
/// | `view` | xmin, xmax, ymin, ymax | field, gradient, descent, divergence, curl, conservative |
/// | `probe` | x, y | field, gradient |
/// | `probe` | x, y, z of the wheel | rotor |
/// | `axis` | the wheel's axis by azimuth and elevation, in degrees | rotor |
/// | `sphere` | x, y, z, radius | charge |
/// | `camera` | where the eye is, by azimuth and elevation, in degrees | rotor, charge, descent with `show=relief` |
/// | `size` | half an edge of the cube that is shown | rotor, charge |
/// | `direction` | the angle of the dial at the probe, in degrees | gradient |
/// | `lens` | the radius of the lens around the probe, shown by `show=lens` | field |
/// | `circle` | x, y, radius | divergence |
/// | `wheel` | x, y, radius | curl |
/// | `carried` | `on` or `off` | curl |
/// | `from`, `to` | x, y of the ends of both paths | conservative |
/// | `from` | x, y of the start | descent |
/// | `race` | `flow`, and optimizers by their short names: `gd`, `momentum`, `adam` …; `none` for nobody | descent |
/// | `rate` | the learning rate of the optimizers that have one to be chosen | descent |
/// | `path`, `detour` | the corners of a path between its ends: x, y, x, y, …; `none` for a straight line | conservative |
/// | `show` | layers by name, or `none` | all with a formula |
/// | `trail` | numbers whose derivation is unfolded: `divergence`, `curl`, `gradient` … | all with a formula |
/// | `p`, `q` | shares or counts, at least two | information |
/// | `names` | what they are shares of | information |
/// | `unit` | `nats`, `bits` or `hartleys` | information |
/// | `alpha` | an order from 0 to `inf` | information |
/// | `seed` | a whole number | all |
public struct Scene: Sendable, Equatable {
  /// What is looked at.
  public var bench: Bench
  /// The bench's formula as it was written, in UTF-8.
  public var formulaText: [UInt8]
  /// Values of the formula's parameters that differ from its own, in the order of the formula.
  public var settings: [Setting]
  /// The part of the plane that is shown.
  public var view: Window
  /// The point that is read.
  public var probe: SIMD2<Double>
  /// The direction of the dial at the probe, in degrees from the x-axis, in [0, 360).
  public var direction: Double
  /// The radius of the lens around the probe.
  public var lens: Double
  /// The circle of the divergence bench.
  public var circle: Circle
  /// The wheel's place and reach.
  public var wheel: Circle
  /// Where the wheel in space is.
  public var hub: SIMD3<Double>
  /// The axis of the wheel in space.
  public var axis: Heading
  /// The sphere of the bench of the charge.
  public var sphere: Sphere
  /// From where space is seen, and how much of it.
  public var camera: Camera
  /// Where both paths begin, or all optimizers.
  public var start: SIMD2<Double>
  /// Where both paths end.
  public var end: SIMD2<Double>
  /// The corners of the first path between its ends.
  public var path: [SIMD2<Double>]
  /// The corners of the second path between its ends.
  public var detour: [SIMD2<Double>]
  /// The optimizers that race.
  public var racers: [OptimizerKind]
  /// Whether the gradient flow runs beside them.
  public var hasFlow: Bool
  /// The learning rate.
  public var rate: Double
  /// Whether the wheel drifts with the flow.
  public var isCarried: Bool
  /// What is drawn.
  public var layers: FieldLayers
  /// The numbers whose derivations are unfolded.
  public var trails: [Trail]
  /// The first distribution, as shares or counts.
  public var p: [Double]
  /// The second distribution.
  public var q: [Double]
  /// What the shares are of, in UTF-8.
  public var names: [[UInt8]]
  /// The unit of information.
  public var unit: InformationUnit
  /// The order of the Rényi divergence, 0 to ∞.
  public var alpha: Double
  /// The seed of everything random.
  public var seed: UInt64

  /// The version of the grammar that is written.
  public static let version = 1
  /// The most corners of a path between its ends.
  public static let maximumCorners = 60
  /// The most categories of a distribution.
  public static let maximumCategories = 24

  /// The scene that a bench opens with.
  @export(interface)
  public init(bench: Bench) {
    self.bench = bench
    formulaText = Array(Scene.defaultFormula(bench).utf8)
    settings = []
    let isDescent = bench == .descent
    view =
      isDescent
      ? Window(minX: -5, maxX: 2, minY: -2.5, maxY: 2.5) : Window(minX: -3, maxX: 3, minY: -3, maxY: 3)
    probe = SIMD2(1, 2)
    direction = 0
    lens = 0.8
    circle = Circle(x: 0, y: 0, radius: 1)
    wheel = Circle(x: 1, y: 0, radius: 0.5)
    hub = SIMD3(0, 0, 0)
    axis = Heading(azimuth: 20, elevation: 30)
    sphere = Sphere(center: SIMD3(0.5, 0, 0), radius: 1.5)
    camera = Camera(
      heading: Heading(azimuth: isDescent ? -25 : -60, elevation: isDescent ? 45 : 25),
      reach: bench == .charge ? 3 : 2)
    start = isDescent ? SIMD2(-4, 1) : SIMD2(-1.5, -1)
    end = SIMD2(2, 1)
    path = [SIMD2(-1.5, 1), SIMD2(0, 2)]
    detour = [SIMD2(0, -2), SIMD2(2, -1.5)]
    racers = [.gradientDescent, .momentum, .adam, .newton]
    hasFlow = true
    rate = 0.03
    isCarried = false
    layers = Scene.defaultLayers(bench)
    trails = []
    p = [0.5, 0.5]
    q = [0.9, 0.1]
    names = []
    unit = .nats
    alpha = 0.5
    seed = 1
  }

  static func defaultFormula(_ bench: Bench) -> String {
    switch bench {
    case .gradient: return "4 exp(-(x^2 + y^2)/4)"
    case .descent: return "(x^2 + 50y^2)/2"
    case .divergence: return "x, y"
    case .conservative: return "0, x y"
    case .rotor: return "-y, x, 0"
    case .charge: return "q (x, y, z)/r^3 where r = sqrt(x^2 + y^2 + z^2), q = 1 in -3…3"
    default: return "-y, x"
    }
  }

  static func defaultLayers(_ bench: Bench) -> FieldLayers {
    switch bench {
    case .field: return [.arrows, .particles]
    case .gradient: return [.height, .contours]
    case .descent: return [.height, .contours, .critical]
    case .divergence: return [.arrows, .dye]
    case .curl, .rotor, .charge: return [.arrows]
    case .conservative: return [.arrows, .potential]
    case .information: return []
    }
  }

  /// The formula of the bench with the values of its parameters; nil on a bench without one.
  public func formula() throws(ExpressionError) -> Formula? {
    guard let kind = bench.formulaKind else { return nil }
    return try kind.formula(utf8: formulaText).with(settings)
  }

  /// The two distributions, counts turned into shares.
  public func distributions() throws(SceneError) -> (p: Distribution, q: Distribution) {
    (try Scene.distribution(p, key: "p"), try Scene.distribution(q, key: "q"))
  }

  private static func distribution(_ values: [Double], key: StaticString) throws(SceneError) -> Distribution {
    do {
      return try Counts(values).distribution()
    } catch {
      throw SceneError(.notADistribution, key: key)
    }
  }

  /// Brings everything into the bounds within which it can be shown.
  @export(interface)
  public mutating func clamp() {
    view = Scene.clamped(view)
    let reach = max(view.width, view.height)
    probe = Scene.bounded(probe)
    lens = Scene.clamped(Circle(x: 0, y: 0, radius: lens), reach: reach).radius
    circle = Scene.clamped(circle, reach: reach)
    wheel = Scene.clamped(wheel, reach: reach)
    start = Scene.bounded(start)
    end = Scene.bounded(end)
    path = path.map { Scene.bounded($0) }
    detour = detour.map { Scene.bounded($0) }
    alpha = alpha.isNaN ? 1 : max(0, alpha)
    direction = Scene.turned(direction)
    rate = RateScale.clamped(rate)
    let raced = racers
    racers = Scene.contestants.filter { raced.contains($0) }
    clampSpace()
    let (bench, wanted) = (bench, trails)
    trails = Trail.allCases.filter { $0.isShown(on: bench) && wanted.contains($0) }
  }

  private mutating func clampSpace() {
    let size = camera.reach.isNaN ? 2 : camera.reach.magnitude
    camera.reach = min(max(size, 1e-6), 1e9)
    camera.heading = Scene.clamped(camera.heading)
    axis = Scene.clamped(axis)
    let radius = sphere.radius.isNaN ? camera.reach / 2 : sphere.radius.magnitude
    sphere.radius = min(max(radius, camera.reach / 200), 2 * camera.reach)
    for row in 0..<3 {
      hub[row] = Scene.bounded(hub[row], camera.reach)
      sphere.center[row] = Scene.bounded(sphere.center[row], 2 * camera.reach)
    }
  }

  private static func clamped(_ heading: Heading) -> Heading {
    let azimuth = turned(heading.azimuth)
    return Heading(
      azimuth: azimuth > 180 ? azimuth - 360 : azimuth, elevation: bounded(heading.elevation, 90))
  }

  /// Brings the settings into the order and the ranges of the formula's parameters.
  ///
  /// - Throws: ``SceneError`` that names the first setting of no parameter.
  mutating func settle(_ formula: Formula) throws(SceneError) {
    for setting in settings where !formula.parameters.contains(where: { $0.name == setting.name }) {
      throw SceneError(.unknownParameter, key: "with", found: setting.name[...])
    }
    var settled: [Setting] = []
    for parameter in formula.parameters {
      guard let setting = settings.last(where: { $0.name == parameter.name }) else { continue }
      let value = min(max(setting.value, parameter.range.lowerBound), parameter.range.upperBound)
      if value != parameter.value { settled.append(Setting(name: parameter.name, value: value)) }
    }
    settings = settled
  }

  /// The same angle in [0, 360); 0 for what is no angle.
  static func turned(_ degrees: Double) -> Double {
    guard degrees.isFinite else { return 0 }
    let turned = degrees - 360 * (degrees / 360).rounded(.down)
    return turned >= 0 && turned < 360 ? turned : 0
  }

  private static func bounded(_ value: Double, _ limit: Double) -> Double {
    value.isNaN ? 0 : min(max(value, -limit), limit)
  }

  private static func bounded(_ point: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(bounded(point.x, 1e9), bounded(point.y, 1e9))
  }

  private static func clamped(_ view: Window) -> Window {
    let x = span(view.minX, view.maxX)
    let y = span(view.minY, view.maxY)
    return Window(minX: x.0, maxX: x.1, minY: y.0, maxY: y.1)
  }

  // Narrower than 1e-9 of its distance from zero a window could not tell its own points apart.
  private static func span(_ first: Double, _ second: Double) -> (Double, Double) {
    let lower = bounded(min(first, second), 1e9)
    let upper = bounded(max(first, second), 1e9)
    let least = max(1e-6, 1e-9 * max(lower.magnitude, upper.magnitude))
    guard upper - lower < least else { return (lower, upper) }
    let middle = (lower + upper) / 2
    return (middle - least / 2, middle + least / 2)
  }

  private static func clamped(_ circle: Circle, reach: Double) -> Circle {
    let radius = circle.radius.isNaN ? reach / 6 : circle.radius.magnitude
    return Circle(
      x: bounded(circle.x, 1e9), y: bounded(circle.y, 1e9),
      radius: min(max(radius, reach / 200), reach))
  }
}
