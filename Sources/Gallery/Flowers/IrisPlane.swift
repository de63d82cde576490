import Atlas
import Expressions
import Fields
import Figures
import Formats

/// The plane of sepal length × petal length, in centimetres, with the 150 flowers around their mean.
struct IrisPlane {
  /// The mean sepal length.
  let meanX: Double
  /// The mean petal length.
  let meanY: Double
  /// The flowers.
  let flowers: [SIMD2<Double>]
  /// The species of each flower.
  let species: [Int]

  // All flowers lie within 3.3 cm of the mean in either direction.
  static let reach = 3.3

  init() {
    flowers = Iris.flowers.map { SIMD2($0.sepalLength, $0.petalLength) }
    species = Iris.flowers.map { $0.species }
    let sum = flowers.reduce(SIMD2(0, 0)) { $0 + $1 }
    meanX = sum.x / Double(flowers.count)
    meanY = sum.y / Double(flowers.count)
  }

  /// The mean.
  var mean: SIMD2<Double> { SIMD2(meanX, meanY) }

  /// A square around the mean.
  var window: Window {
    Window(
      minX: meanX - IrisPlane.reach, maxX: meanX + IrisPlane.reach, minY: meanY - IrisPlane.reach,
      maxY: meanY + IrisPlane.reach)
  }

  /// x − x̄ as a formula.
  var across: Expression { .binary(.subtract, .variable(0), .number(meanX)) }
  /// y − ȳ as a formula.
  var up: Expression { .binary(.subtract, .variable(1), .number(meanY)) }

  /// exp(−((x − x̄)² + (y − ȳ)²)/2).
  var hill: ScalarExpressionField {
    let squares = Expression.binary(
      .add, .binary(.power, across, .number(2)), .binary(.power, up, .number(2)))
    return ScalarExpressionField(.unary(.exp, .unary(.negate, .binary(.divide, squares, .number(2)))))
  }

  /// (x − x̄, y − ȳ): everything flows away from the mean.
  var source: VectorExpressionField { VectorExpressionField([across, up]) }

  /// (−(y − ȳ), x − x̄): everything turns about the mean.
  var vortex: VectorExpressionField { VectorExpressionField([.unary(.negate, up), across]) }

  /// The names of the axes.
  static func labels(_ language: Language) -> (String, String) {
    (language.text("sepal length x", "萼片长 x"), language.text("petal length y", "花瓣长 y"))
  }

  /// The flowers, a form and a colour for each species.
  func points(_ language: Language, size: Double) -> [Mark] {
    Mark.Points.byCategory(
      flowers, categories: species, names: IrisSpecies.names(language), size: size)
  }

  /// The mean as a marked point.
  var meanMarks: [Mark] {
    [
      .points(Mark.Points([mean], form: .ring, paint: .ink, size: 10)),
      .annotation(
        Mark.Annotation(
          "(x\u{304}, y\u{304})", at: mean, offset: SIMD2(9, 13), anchor: .start, hasPatch: true)),
    ]
  }
}

extension Demonstration.Number {
  static let centimetres = Bilingual("cm", "厘米")
  static let perCentimetre = Bilingual("per cm", "每厘米")
  static let nats = Bilingual("nats", "奈特")
  static let bits = Bilingual("bits", "比特")
}
