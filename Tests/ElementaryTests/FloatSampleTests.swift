import Elementary
import Testing

/// A sample of all `Float` arguments against the `Double` functions; `make accuracy` takes them all.
@Suite struct FloatSampleTests {
  @Test func floatIsAccurateEverywhere() {
    for (double, float) in zip(Unary<Double>.all, Unary<Float>.all) {
      var worst = 0.0
      var place: Float = 0
      for pattern in stride(from: UInt32(0), through: UInt32.max - 65_537, by: 65_537) {
        let argument = Float(bitPattern: pattern)
        let truth = double.scalar(Double(argument))
        let result = float.scalar(argument)
        #expect(result.isNaN == truth.isNaN, "\(float.name)(\(argument))")
        guard truth.isFinite && Float(truth).isFinite else { continue }
        let error =
          (Double(result) - truth).magnitude / Double(max(Float(truth).ulp, .leastNonzeroMagnitude))
        if error > worst { (worst, place) = (error, argument) }
      }
      #expect(worst < 1.2, "\(float.name)(\(place))")
    }
  }
}
