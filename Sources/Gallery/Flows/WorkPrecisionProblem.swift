import Atlas
import Elementary
import Expressions
import Fields
import Figures

/// A classical initial value problem with its true end.
struct WorkPrecisionProblem {
  let name: Bilingual
  let field: VectorExpressionField
  let start: [Double]
  let time: Double
  /// The end: the start again for a period, otherwise from `Scripts/flow-reference.py gallery` (Taylor series or collocation
  /// in 40 digits).
  let end: [Double]
  /// What absolute tolerances are a multiple of.
  let scale: Double
  /// The fewest steps of one length, infinite for none, and the most of any.
  let fewestSteps: Double
  let mostSteps: Int
  /// The evaluations shown.
  let shownWork: Extent
  /// Whether neighbours rush to the solution much faster than it moves.
  var isStiff = false

  static var all: [WorkPrecisionProblem] {
    [kepler, arenstorf, lorenz, lotkaVolterra, rigidBody, vanDerPol]
  }

  /// Once round a circle.
  static var circle: WorkPrecisionProblem {
    WorkPrecisionProblem(
      name: Bilingual("circle", "圆"), field: VectorExpressionField(known: "-y, x"), start: [1, 0],
      time: 2 * Double.pi, end: [1, 0], scale: 1, fewestSteps: 16, mostSteps: 4096,
      shownWork: Extent(70, 3e4))
  }

  /// An ellipse of eccentricity ½, once around.
  static var kepler: WorkPrecisionProblem {
    let start = [0.5, 0, 0, 3.0.squareRoot()]
    return WorkPrecisionProblem(
      name: Bilingual("Kepler ellipse", "开普勒椭圆"),
      field: VectorExpressionField(
        known: "u, v, -x/(x^2 + y^2)^1.5, -y/(x^2 + y^2)^1.5", variables: Variables(["x", "y", "u", "v"])),
      start: start, time: 2 * Double.pi, end: start, scale: 1, fewestSteps: 64, mostSteps: 4096,
      shownWork: Extent(70, 3e4))
  }

  /// A closed orbit around Earth and Moon (Arenstorf 1963; Hairer, Nørsett and Wanner 1993, section II.0).
  static var arenstorf: WorkPrecisionProblem {
    let start = [0.994, 0, 0, -2.00158510637908252240537862224]
    return WorkPrecisionProblem(
      name: Bilingual("Around Earth and Moon", "绕地球和月球的轨道"),
      field: VectorExpressionField(
        known: """
          u, v, \
          x + 2v - 0.987722529 (x + 0.012277471)/((x + 0.012277471)^2 + y^2)^1.5 \
          - 0.012277471 (x - 0.987722529)/((x - 0.987722529)^2 + y^2)^1.5, \
          y - 2u - 0.987722529 y/((x + 0.012277471)^2 + y^2)^1.5 \
          - 0.012277471 y/((x - 0.987722529)^2 + y^2)^1.5
          """, variables: Variables(["x", "y", "u", "v"])),
      start: start, time: 17.0652165601579625588917206249, end: start, scale: 1, fewestSteps: 8192,
      mostSteps: 16_384, shownWork: Extent(500, 2e5))
  }

  /// Lorenz's weather, before chaos has eaten the digits.
  static var lorenz: WorkPrecisionProblem {
    WorkPrecisionProblem(
      name: Bilingual("Lorenz system, for a short time", "洛伦茨系统，短时间"),
      field: VectorExpressionField(known: "10(y - x), x(28 - z) - y, x y - 8z/3", variables: .space),
      start: [1, 1, 1], time: 2, end: [-8.17349993224225, -9.562023686798799, 24.620702049679664], scale: 1,
      fewestSteps: 64, mostSteps: 4096, shownWork: Extent(70, 3e4))
  }

  /// Hares and lynxes.
  static var lotkaVolterra: WorkPrecisionProblem {
    WorkPrecisionProblem(
      name: Bilingual("Predator and prey", "捕食者与猎物"),
      field: VectorExpressionField(known: "1.5x - x y, x y - 3y"),
      start: [1, 1], time: 10, end: [1.0263447675750894, 0.9096910781360417], scale: 1,
      fewestSteps: 64, mostSteps: 4096, shownWork: Extent(70, 3e4))
  }

  /// Euler's equations of a spinning body (Hairer, Nørsett and Wanner 1993, section II.10, problem EULR, without force).
  static var rigidBody: WorkPrecisionProblem {
    WorkPrecisionProblem(
      name: Bilingual("A spinning body", "自由转动的刚体"),
      field: VectorExpressionField(known: "-2y z, 1.25x z, -0.5x y", variables: .space),
      start: [1, 0, 0.9], time: 12, end: [-0.9935757130645622, 0.08946822902658917, 0.8982194466821225],
      scale: 1, fewestSteps: 32, mostSteps: 4096, shownWork: Extent(70, 3e4))
  }

  /// Van der Pol's relaxation oscillator with μ = 1000: the last of its slow way, the jump, and the slow way back.
  static var vanDerPol: WorkPrecisionProblem {
    WorkPrecisionProblem(
      name: Bilingual("Van der Pol, μ = 1000: stiff", "范德波尔，μ = 1000：刚性"),
      field: VectorExpressionField(known: "y, 1000(1 - x^2) y - x"),
      start: [1.1, -0.005], time: 12, end: [-1.9986886725586914, 0.0006673959505768338], scale: 1e-3,
      fewestSteps: .infinity, mostSteps: 12_000, shownWork: Extent(300, 1.5e5), isStiff: true)
  }
}
