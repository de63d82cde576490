import Atlas
import Elementary
import Expressions
import Fields
import Formats
import LinearAlgebra

extension Scene {
  /// The scalar field at the probe, its gradient, and its slope in the direction of the dial.
  func gradientReading(_ field: ScalarExpressionField, in json: inout JSONWriter.Object) {
    let point = [probe.x, probe.y]
    let value = field.value(at: point)
    let gradient = field.gradient(at: point)
    let slope = Slope(gradient: SIMD2(gradient[0], gradient[1]), direction: direction)
    let hessian = field.hessian(at: point)
    trails(field.formula, at: point, in: &json)
    json.add("point", point)
    json.add("value", value)
    json.add("gradient", gradient)
    json.add("length", slope.steepness)
    json.array("hessian") { (rows: inout JSONWriter.Array) in
      for row in 0..<2 { rows.add(hessian.row(row)) }
    }
    let laplacian = Scene.settled(hessian[0, 0], hessian[1, 1])
    json.add("laplacian", hessian.trace)
    json.object("direction") { (object: inout JSONWriter.Object) in
      object.add("degrees", direction)
      object.add("vector", [slope.unit.x, slope.unit.y])
      object.add("slope", slope.value)
      object.add("angle", slope.angle)
      object.add("steepest", slope.steepest)
      object.add("verdict", slope.verdict.description)
    }
    // A gradient of 0 has no direction; the second derivatives say what the ground does there.
    if gradient[0] == 0, gradient[1] == 0 {
      json.add("critical", Criticality(hessian: hessian).settled.name.description)
    }
    json.object("text") { (text: inout JSONWriter.Object) in
      text.add("point", Scene.shown(point))
      text.add("value", Scene.shown(value))
      text.add("gradient", Scene.shown(gradient))
      text.add("length", Scene.shown(slope.steepness))
      text.add("partials", gradient.map { Scene.shown($0) })
      text.add("hessian", (0..<2).map { Scene.shown(hessian.row($0)) })
      text.add("laplacian", Scene.shown(laplacian))
      text.add("direction", Scene.degrees(direction))
      text.add("slope", Scene.shown(slope.value))
      text.add("angle", slope.angle.isNaN ? "" : Scene.degrees(slope.angle))
    }
  }

  /// A sum of two terms, 0 where it is nothing but rounding.
  static func settled(_ first: Double, _ second: Double) -> Double {
    let sum = first + second
    let size = first.magnitude + second.magnitude
    return size.isFinite && sum.magnitude <= VectorReading.rounding * size ? 0 : sum
  }
}

/// The slope D_u f = ∇f·u = |∇f| cos θ of a scalar field in a direction.
private struct Slope {
  /// The direction.
  let unit: UnitVector
  /// |∇f|.
  let steepness: Double
  /// D_u f, 0 where it is nothing but rounding.
  let value: Double
  /// θ in degrees, 0 to 180; NaN where the gradient is 0.
  let angle: Double
  /// The direction of the gradient in degrees, 0 to 360; NaN where the gradient is 0.
  let steepest: Double

  /// Nearer than this, in degrees, a direction is taken for that of the gradient, or for that of the level line.
  static var agreement: Double { 0.5 }

  init(gradient: SIMD2<Double>, direction: Double) {
    unit = UnitVector(degrees: direction)
    steepness = Double.hypot(gradient.x, gradient.y)
    value = Scene.settled(gradient.x * unit.x, gradient.y * unit.y)
    let across = Scene.settled(unit.x * gradient.y, -unit.y * gradient.x)
    let hasDirection = steepness > 0 && steepness.isFinite
    angle = hasDirection ? Double.atan2(across.magnitude, value) * 180 / Double.pi : .nan
    steepest = hasDirection ? Scene.turned(Double.atan2(gradient.y, gradient.x) * 180 / Double.pi) : .nan
  }

  /// What the direction is to the hill, as a word for programs.
  var verdict: StaticString {
    if steepness == 0 { return "flat" }
    if angle.isNaN { return "undefined" }
    if angle < Slope.agreement { return "up" }
    if angle > 180 - Slope.agreement { return "down" }
    if (angle - 90).magnitude < Slope.agreement { return "level" }
    return angle < 90 ? "rising" : "falling"
  }
}

extension ScalarField {
  /// The second derivatives at one point.
  func hessian(at point: [Double]) -> Matrix {
    let hessians = Block<Double>(rows: dimension * dimension, capacity: 1)
    self.hessians(at: Block(point: point), into: hessians)
    return Matrix(rows: dimension, columns: dimension) { hessians[$0 * dimension + $1, 0] }
  }
}

extension CriticalPointKind {
  /// The kind as a word for programs.
  public var name: StaticString {
    switch self {
    case .minimum: return "minimum"
    case .maximum: return "maximum"
    case .saddle: return "saddle"
    case .degenerate: return "degenerate"
    case .undecided: return "undecided"
    }
  }
}
