import Elementary
import Testing

/// Against true values from mpmath, to one unit in the last place (the goal; the bound promised is two).
@Suite struct AccuracyTests {
  static let unary: [(Unary<Double>, Unary<Float>, [[Double]])] = [
    (.exp, .exp, ReferenceValues.exp),
    (.exp2, .exp2, ReferenceValues.exp2),
    (.expm1, .expm1, ReferenceValues.expm1),
    (.log, .log, ReferenceValues.log),
    (.log2, .log2, ReferenceValues.log2),
    (.log10, .log10, ReferenceValues.log10),
    (.log1p, .log1p, ReferenceValues.log1p),
    (.sin, .sin, ReferenceValues.sin),
    (.cos, .cos, ReferenceValues.cos),
    (.tan, .tan, ReferenceValues.tan),
    (.asin, .asin, ReferenceValues.asin),
    (.acos, .acos, ReferenceValues.acos),
    (.atan, .atan, ReferenceValues.atan),
    (.sinh, .sinh, ReferenceValues.sinh),
    (.cosh, .cosh, ReferenceValues.cosh),
    (.tanh, .tanh, ReferenceValues.tanh),
    (.asinh, .asinh, ReferenceValues.asinh),
    (.acosh, .acosh, ReferenceValues.acosh),
    (.atanh, .atanh, ReferenceValues.atanh),
    (.cbrt, .cbrt, ReferenceValues.cbrt),
    (.erf, .erf, ReferenceValues.erf),
  ]

  static let binary: [(Binary<Double>, [[Double]])] = [
    (.atan2, ReferenceValues.atan2), (.pow, ReferenceValues.pow), (.hypot, ReferenceValues.hypot),
  ]

  @Test func doubleIsWithinOneUnit() {
    for (function, _, rows) in Self.unary {
      for row in rows {
        let error = Self.error(function.scalar(row[0]), row[1], lack: row[2])
        #expect(error < 1.1, "\(function.name)(\(row[0])) is \(function.scalar(row[0])), not \(row[1])")
      }
    }
    for (function, rows) in Self.binary {
      for row in rows {
        let error = Self.error(function.scalar(row[0], row[1]), row[2], lack: row[3])
        #expect(error < 1.1, "\(function.name)(\(row[0]), \(row[1])) is not \(row[2])")
      }
    }
  }

  /// The true value at the argument rounded to `Float` comes from the `Double` function, tested above.
  @Test func floatIsWithinOneUnit() {
    for (double, float, rows) in Self.unary {
      for row in rows {
        let argument = Float(row[0])
        let truth = double.scalar(Double(argument))
        let result = float.scalar(argument)
        if truth.isNaN || !Float(truth).isFinite {
          #expect(result.isNaN == truth.isNaN && (truth.isNaN || result == Float(truth)))
          continue
        }
        let unit = Double(max(Float(truth).ulp, .leastNonzeroMagnitude))
        let error = (Double(result) - truth).magnitude / unit
        #expect(error < 1.1, "\(float.name)(\(argument)) is \(result), not \(truth)")
      }
    }
  }

  /// In units in the last place of the true value `nearest + lack`.
  static func error(_ result: Double, _ nearest: Double, lack: Double) -> Double {
    ((result - nearest) / max(nearest.ulp, .leastNonzeroMagnitude) - lack).magnitude
  }
}
