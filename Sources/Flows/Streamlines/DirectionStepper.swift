import Elementary
import Expressions
import Fields

/// Steps along the direction of a field with unit speed, each a polynomial between its ends.
///
/// Dormand and Prince's method with Shampine's polynomial, on the field of unit vectors in the frame's units, so that
/// time is the length of the curve.
struct DirectionStepper {
  private let field: AnyVectorField
  private let frame: StreamlineFrame
  private let point: Block<Double>
  private let value: Block<Double>
  /// The rows of the tableau one after the other.
  private let coefficients: [Double]
  private let errorWeights: [Double]
  private let denseWeights: [Double]
  private var slopes: [SIMD3<Double>]
  private var sign = 1.0
  private var start = SIMD3<Double>()
  private var length = 0.0
  /// What the polynomial has beyond the chord, in the nested form of ``DenseStep``.
  private var terms = (SIMD3<Double>(), SIMD3<Double>(), SIMD3<Double>())
  private var chord = SIMD3<Double>()

  init(field: AnyVectorField, frame: StreamlineFrame) {
    self.field = field
    self.frame = frame
    point = Block(rows: frame.dimension, capacity: 1)
    point.count = 1
    value = Block(rows: frame.dimension, capacity: 1)
    let tableau = ButcherTableau.dormandPrince54
    coefficients = tableau.coefficients.flatMap { $0 }
    errorWeights = tableau.errorWeights
    denseWeights = tableau.denseWeights[0]
    slopes = Array(repeating: SIMD3(), count: tableau.stageCount)
  }

  /// The direction at the beginning of the next step.
  var direction: SIMD3<Double> { slopes[0] }

  /// Where the last step that was tried ends.
  var end: SIMD3<Double> { start + chord }

  /// The unit vector along the field, in the frame's units; nil where the field is zero or not finite.
  private func direction(at place: SIMD3<Double>) -> SIMD3<Double>? {
    let point = point
    let value = value
    let spot = frame.lower + place * frame.unit
    point.row(0)[0] = spot.x
    point.row(1)[0] = spot.y
    if frame.dimension == 3 { point.row(2)[0] = spot.z }
    field.values(at: point, into: value)
    let third = frame.dimension == 3 ? value.row(2)[0] : 0
    var vector = SIMD3(value.row(0)[0], value.row(1)[0], third) / frame.unit
    var length = vector.length
    if !(length > 1e-150 && length < 1e150) {
      // The square may have left the range of numbers though the vector has not.
      let largest = max(vector.x.magnitude, vector.y.magnitude, vector.z.magnitude)
      guard largest > 0, largest.isFinite else { return nil }
      vector /= largest
      length = vector.length
      guard length > 0, length.isFinite else { return nil }
    }
    return vector * (sign / length)
  }

  /// Stands at a place, to go with the flow or, with sign −1, against it; false where there is no direction.
  mutating func begin(at place: SIMD3<Double>, sign: Double) -> Bool {
    self.sign = sign
    start = place
    chord = SIMD3()
    guard let first = direction(at: place) else { return false }
    slopes[0] = first
    return true
  }

  /// Tries a step from where it stands: its estimated error, or nil where the field ends on the way.
  mutating func attempt(_ length: Double) -> Double? {
    self.length = length
    var next = 0
    for stage in 1..<slopes.count {
      var sum = SIMD3<Double>()
      for earlier in 0..<stage {
        sum += coefficients[next] * slopes[earlier]
        next += 1
      }
      chord = length * sum
      guard let slope = direction(at: start + chord) else { return nil }
      slopes[stage] = slope
    }
    var error = SIMD3<Double>()
    for stage in 0..<slopes.count { error += errorWeights[stage] * slopes[stage] }
    return length * error.length
  }

  /// Makes the polynomial of the step that was tried.
  mutating func prepare() {
    var fourth = SIMD3<Double>()
    for stage in 0..<slopes.count { fourth += denseWeights[stage] * slopes[stage] }
    let departing = length * slopes[0] - chord
    let arriving = chord - length * slopes[slopes.count - 1] - departing
    terms = (departing, arriving, length * fourth)
  }

  /// The place so far along the step.
  func place(at position: Double) -> SIMD3<Double> {
    let share = position / length
    let rest = 1 - share
    let inner = (terms.1 + terms.2 * rest) * share
    return start + (chord + (terms.0 + inner) * rest) * share
  }

  /// Stands where the step ends; its last slope is the next one's first.
  mutating func advance() {
    start += chord
    slopes[0] = slopes[slopes.count - 1]
  }
}
