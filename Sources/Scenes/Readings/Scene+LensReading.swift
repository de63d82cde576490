import Atlas
import Fields
import Formats
import LinearAlgebra

extension Scene {
  /// The Jacobian at the probe taken apart, what is rounding taken for 0.
  func jacobianParts(_ field: VectorExpressionField) -> JacobianParts {
    Scene.jacobianParts(field.reading(at: [probe.x, probe.y]))
  }

  private static func jacobianParts(_ reading: VectorReading) -> JacobianParts {
    let j = reading.jacobian
    let turning = settled(j[1][0], -j[0][1]) / 2
    let growing = settled(j[0][0], j[1][1]) / 2
    let stretch = (j[0][0] - j[1][1]) / 2
    let slant = (j[0][1] + j[1][0]) / 2
    return JacobianParts(
      Matrix(rows: 2, columns: 2) { row, column in
        if row == column { return growing + (row == 0 ? stretch : -stretch) }
        return slant + (row == 0 ? -turning : turning)
      })
  }

  /// What the lens shows: the parts of the Jacobian, the type of the flow around the point, and arrows to draw.
  func lensReading(
    _ reading: VectorReading, _ subject: Subject, in json: inout JSONWriter.Object
  ) {
    let parts = Scene.jacobianParts(reading)
    let jacobian = Matrix(rows: 2, columns: 2) { reading.jacobian[$0][$1] }
    let errors = Matrix(rows: 2, columns: 2) { row, column in
      let isExact = subject.constantDerivatives[2 * row + column]
      return isExact ? 0 : FlowType.rounding * jacobian[row, column].magnitude
    }
    let type = FlowType(jacobian: jacobian, errors: errors)
    let picture = LensPicture(parts)
    let isFlat = parts.shearRate == 0
    json.object("lens") { (lens: inout JSONWriter.Object) in
      lens.add("radius", self.lens)
      lens.add("expansion", parts.expansion)
      lens.add("angularVelocity", parts.angularVelocity[0])
      lens.add("shearRate", parts.shearRate)
      lens.add("stretchAngle", isFlat ? .nan : picture.stretchAngle)
      lens.add("type", type.settled.name.description)
      lens.add("isSure", type.kind == type.settled)
      lens.add("possible", type.possible.map { $0.name.description })
      Scene.arrows(picture, around: reading.point, radius: self.lens, in: &lens)
      lens.array("eigenvalues") { (list: inout JSONWriter.Array) in
        for value in type.eigenvalues { list.add([value.real, value.imaginary]) }
      }
      lens.object("text") { (text: inout JSONWriter.Object) in
        text.add("expansion", Scene.shown(parts.expansion))
        text.add("angularVelocity", Scene.shown(parts.angularVelocity[0]))
        text.add("shearRate", Scene.shown(parts.shearRate))
        text.add("stretchAngle", isFlat ? "" : Scene.degrees(picture.stretchAngle))
        text.add("eigenvalues", Scene.shown(type.eigenvalues))
      }
    }
  }

  /// Arrows of the linear part inside the lens: x, y and the vector, one after the other, to be drawn as they are.
  private static func arrows(
    _ picture: LensPicture, around point: [Double], radius: Double, in json: inout JSONWriter.Object
  ) {
    let (places, vectors) = picture.arrows
    var numbers: [Double] = []
    for (place, vector) in zip(places, vectors) where vector != SIMD2(0, 0) {
      numbers += [point[0] + radius * place.x, point[1] + radius * place.y]
      numbers += [radius * vector.x, radius * vector.y]
    }
    json.add("arrows", numbers)
  }

  /// An angle as people read it.
  static func degrees(_ value: Double) -> String {
    Decimal.text(value, significantDigits: 4, minus: .typographic) + "°"
  }

  /// Two real eigenvalues, or a pair a ± bi.
  static func shown(_ values: [Complex]) -> String {
    guard values.count == 2, values[0].imaginary != 0 else {
      var text = ""
      for (index, value) in values.enumerated() { text += (index > 0 ? ", " : "") + shown(value.real) }
      return text
    }
    let size = values[0].imaginary.magnitude
    let real = values[0].real.magnitude <= VectorReading.rounding * size ? 0 : values[0].real
    let turning = (size == 1 ? "" : shown(size)) + "i"
    return (real == 0 ? "±" : shown(real) + " ± ") + turning
  }
}

extension FlowType.Kind {
  /// The kind as a word for programs.
  @export(interface)
  public var name: StaticString {
    switch self {
    case .uniform: return "uniform"
    case .sink: return "sink"
    case .starSink: return "starSink"
    case .degenerateSink: return "degenerateSink"
    case .spiralIn: return "spiralIn"
    case .centre: return "centre"
    case .spiralOut: return "spiralOut"
    case .degenerateSource: return "degenerateSource"
    case .starSource: return "starSource"
    case .source: return "source"
    case .saddle: return "saddle"
    case .spiralSaddle: return "spiralSaddle"
    case .shear: return "shear"
    case .degenerate: return "degenerate"
    case .undecided: return "undecided"
    }
  }
}
