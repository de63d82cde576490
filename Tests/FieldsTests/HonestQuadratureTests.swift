import Elementary
import Expressions
import Fields
import Testing

/// The stated error where two rules that agree prove nothing: at steps and kinks, and between the points.
@Suite struct HonestQuadratureTests {
  private func integral(_ text: String, _ range: ClosedRange<Double> = 0...1) throws -> Integral {
    let field = try ScalarExpressionField(text, variables: Variables(["x"]))
    return try field.arcLengthIntegral(along: Curve.polyline([[range.lowerBound], [range.upperBound]]))
  }

  private func planeIntegral(_ text: String, _ quadrature: AdaptiveQuadrature = .standard) throws -> Integral
  {
    let square = Region.rectangle(Window(minX: 0, maxX: 1, minY: 0, maxY: 1))
    return try ScalarExpressionField(text).integral(over: square, by: quadrature)
  }

  /// ∫ floor(m x²) over [0, 1] = Σ (1 − √(k/m)) for k from 1 to m.
  private func floorIntegral(_ m: Int) -> Double {
    (1...m).reduce(0) { $0 + (1 - (Double($1) / Double(m)).squareRoot()) }
  }

  /// ∫ floor(m sin x) over [0, 1] = Σ (1 − asin(k/m)).
  private func floorSineIntegral(_ m: Int) -> Double {
    var sum = 0.0
    for k in 1...m where Double(k) < Double(m) * Double.sin(1) {
      sum += 1 - Double.asin(Double(k) / Double(m))
    }
    return sum
  }

  private func expect(_ result: Integral, _ truth: Double, _ text: String) {
    #expect((result.value - truth).magnitude <= result.error, "\(text): \(result), truth \(truth)")
    #expect(result.error <= 1e-9 * max(1, truth.magnitude), "\(text): \(result)")
  }

  /// A place from 0 to 1, all over the range.
  private func place(_ index: Int) -> Double {
    let golden = Double(index) * 0.6180339887498949
    return golden - golden.rounded(.down)
  }

  @Test func stepsAndKinksAreWithinTheError() throws {
    expect(try integral("floor(16 x^2)"), floorIntegral(16), "floor(16 x²)")
    expect(try integral("floor(100 sin(x))"), floorSineIntegral(100), "floor(100 sin x)")
    expect(try integral("if(x>0.5083,1,0)+if(x>0.9835,1,0)"), 0.5082, "two steps")
    // Roots of sin(27x) = 0.8 in [0, 1], by their arc sines, and the primitive −cos(27x)/27 − 0.8x between.
    let angle = Double.asin(0.8)
    var roots = [0.0]
    for turn in 0..<5 {
      for root in [angle, Double.pi - angle].map({ ($0 + 2 * .pi * Double(turn)) / 27 }) where root < 1 {
        roots.append(root)
      }
    }
    roots.append(1)
    let primitive = { (x: Double) in -Double.cos(27 * x) / 27 - 0.8 * x }
    let truth = zip(roots, roots.dropFirst()).reduce(0) { $0 + (primitive($1.1) - primitive($1.0)).magnitude }
    expect(try integral("abs(sin(27x)-0.8)"), truth, "|sin 27x − 0.8|")
  }

  @Test func stairsAreWithinTheError() throws {
    for index in 1..<40 {
      let m = 3 + Int(60 * place(index))
      expect(try integral("floor(\(m) x^2)"), floorIntegral(m), "floor(\(m) x²)")
    }
  }

  @Test func sumsOfStepsAreWithinTheError() throws {
    for index in 0..<60 {
      let places = (0...index % 5).map { place(7 * index + $0) }
      let text = places.map { "if(x>\($0),1,0)" }.joined(separator: "+")
      expect(try integral(text), places.reduce(0) { $0 + (1 - $1) }, text)
    }
  }

  @Test func stepsEverywhereAreFound() throws {
    for index in 1..<500 {
      let place = Double(index) / 500
      expect(try integral("if(x>\(place),1,0)"), 1 - place, "step at \(place)")
    }
  }

  @Test func stepsAlongAnAxisOfThePlaneCostLittle() throws {
    expect(try planeIntegral("floor(30x^2)"), floorIntegral(30), "floor(30x²)")
    expect(try planeIntegral("if(x>0.3,1,0) if(y>0.6,1,0)"), 0.28, "a corner")
  }

  @Test func stepsAcrossThePlaneAreWithinTheError() throws {
    for index in 0..<20 {
      let corner = 2 * place(index)
      let slope = try planeIntegral("if(x+y>\(corner),1,0)", AdaptiveQuadrature(evaluations: 100_000))
      let rest = 2 - corner
      let truth = corner < 1 ? 1 - corner * corner / 2 : rest * rest / 2
      #expect((slope.value - truth).magnitude <= slope.error, "\(corner): \(slope)")
      #expect(slope.error < 0.05, "\(corner): \(slope)")
    }
  }

  /// What lies between all points of the first look changes nothing there.
  @Test func narrowPeaksAreFound() throws {
    for index in 0..<40 {
      let place = 0.05 + 0.9 * place(index)
      // √(π/10⁸), and what lies outside the range is less than any number.
      let truth = Double.pi.squareRoot() * 1e-4
      let peak = try integral("exp(-1e8(x-\(place))^2)")
      #expect((peak.value - truth).magnitude <= peak.error + 1e-15, "\(place): \(peak)")
      #expect(peak.error <= 1e-9 * truth, "\(place): \(peak)")
      let bump = try integral("if(abs(x-\(place))<1e-6,1,0)")
      // x − place is rounded, which moves the steps by that much.
      #expect((bump.value - 2e-6).magnitude <= bump.error + 4e-16, "\(place): \(bump)")
      #expect(bump.error < 1e-12, "\(place): \(bump)")
    }
    // On something that is not constant, and seen by half on the way.
    for (base, rest) in [
      ("x", 0.5), ("1", 1), ("sin(3x)", (1 - Double.cos(3)) / 3), ("exp(x)", Double.exp(1) - 1),
    ] {
      for index in 0..<20 {
        let place = 0.05 + 0.9 * place(index)
        let peak = try integral("\(base) + exp(-1e6(x-\(place))^2)")
        let truth = rest + Double.pi.squareRoot() * 1e-3
        #expect((peak.value - truth).magnitude <= peak.error + 1e-15, "\(base), \(place): \(peak)")
      }
    }
    let narrow = try integral("x + exp(-1e8(x-0.3)^2)")
    #expect(
      (narrow.value - 0.5 - Double.pi.squareRoot() * 1e-4).magnitude <= narrow.error + 1e-15, "\(narrow)")
    let bell = try integral("exp(-x^2)", -1e6...1e6)
    // Room for less than a sixteenth of what is asked for is not looked into.
    let pursued = 1e-10 / 16 * Double.pi.squareRoot()
    #expect((bell.value - Double.pi.squareRoot()).magnitude <= bell.error + pursued, "\(bell)")
    #expect(bell.error < 1e-9, "\(bell)")
    let hill = try planeIntegral("exp(-1e6((x-0.3)^2+(y-0.71)^2))")
    #expect((hill.value - 1e-6 * .pi).magnitude <= hill.error && hill.error < 1e-12, "\(hill)")
  }

  @Test func workIsHonestToo() throws {
    // F·dr of a field that jumps where x² + y² = 2 along y = x, from 0 to 2: 2·(2 − 1) = 2.
    let force = try VectorExpressionField("if(x^2+y^2>2,1,0), if(x^2+y^2>2,1,0)")
    let work = try force.lineIntegral(along: Curve(["t", "t"], over: 0...2))
    #expect((work.value - 2).magnitude <= work.error && work.error < 1e-9, "\(work)")
    for index in 0..<100 {
      let place = place(index)
      let height = try VectorExpressionField("0, 1")
        .lineIntegral(along: Curve(["t", "max(t-\(place),0)"], over: 0...1))
      #expect(
        (height.value - (1 - place)).magnitude <= height.error && height.error < 1e-9, "\(place): \(height)")
    }
    let step = try VectorExpressionField("0, 1").lineIntegral(
      along: Curve(["t", "tanh(1e4(t-0.3))"], over: 0...1))
    #expect((step.value - 2).magnitude <= step.error + 1e-14, "\(step)")
    let kinked = try Curve(["t", "abs(t-0.3)"], over: 0...1).length()
    #expect((kinked.value - 2.squareRoot()).magnitude <= kinked.error + 1e-15, "\(kinked)")
  }

  @Test func smoothIntegrandsCostLittle() throws {
    // Bounds that are a little wider than the truth are soon seen to hide nothing.
    for text in ["sin(3x)", "x^3-x", "exp(-x^2)", "1/(1+x^2)"] {
      let result = try integral(text)
      #expect(result.evaluations <= 1000, "\(text): \(result)")
    }
  }

  @Test func ridgesAreNoSingularities() throws {
    for steepness in [1e7, 1e8] {
      let ridge = try planeIntegral("exp(-\(steepness)(x-y)^2)")
      // √(π/k) along the diagonal, less 1/k at its ends.
      let truth = (Double.pi / steepness).squareRoot() - 1 / steepness
      #expect((ridge.value - truth).magnitude <= ridge.error, "\(steepness): \(ridge)")
    }
  }

  @Test func stepsTimesRootsAndLogarithmsAreFound() throws {
    let box = try integral("if(x>0.118 and x<0.1182,4144,0) log(abs(x-0.07173))", -1...1)
    let primitive = { (x: Double) in (x - 0.07173) * (Double.log(x - 0.07173) - 1) }
    let truth = 4144 * (primitive(0.1182) - primitive(0.118))
    #expect((box.value - truth).magnitude <= box.error && box.error < 1e-6, "\(box) \(truth)")
    for index in 0..<200 {
      let place = place(index)
      let whole = place * (Double.log(place) - 1) + (1 - place) * (Double.log(1 - place) - 1)
      guard whole.isFinite else { continue }
      let result = try integral("log(abs(x-\(place)))")
      #expect((result.value - whole).magnitude <= result.error, "\(place): \(result), \(whole)")
    }
  }

  /// Beside 10¹⁵ the numbers are an eighth apart, and no rule can do better.
  @Test func roundedPlacesAreInTheError() throws {
    for start in [1e7, 1e9, 1e12, 1e14, 1e15] {
      let result = try integral("sin(x)", start...start + 10)
      let truth = Double.cos(start) - Double.cos(start + 10)
      #expect((result.value - truth).magnitude <= result.error, "\(start): \(result), \(truth)")
    }
  }

  @Test func largeNumbersDoNotOverflowOnTheWay() throws {
    let line = try integral("1e300 x")
    #expect((line.value - 5e299).magnitude <= line.error && line.outcome == .reached)
    let power = try integral("exp(700x)")
    let truth = Double.exp(700) / 700
    #expect((power.value - truth).magnitude <= power.error + 1e-13 * truth && power.outcome == .reached)
    let small = try integral("1e-300 x")
    #expect((small.value - 5e-301).magnitude <= small.error && small.outcome == .reached)
  }

  /// ∫ x^−p over [0, 1] is 1/(1 − p): no infinity, whether or not the digits are there to tell it.
  @Test func steepRootsAreNotCalledInfinite() throws {
    for power in [0.5, 0.9, 0.95, 0.99] {
      let result = try integral("x^-\(power)")
      #expect(!result.value.isInfinite, "\(power): \(result)")
      #expect(
        result.value.isNaN || (result.value - 1 / (1 - power)).magnitude <= result.error,
        "\(power): \(result)")
    }
    #expect(try integral("1/x").value == .infinity)
  }
}
