import Atlas
import Descent
import Foundation
import Scenes
import Testing

@Suite struct DescentReadingTests {
  private func reading(_ text: String) throws -> [String: Any] { try JSON.object(try Scene(text).reading()) }

  private func race(_ text: String) throws -> [String: Any] {
    try #require(try reading(text)["race"] as? [String: Any])
  }

  private func runner(_ name: String, _ text: String) throws -> [String: Any] {
    let runners = try #require(try race(text)["runners"] as? [[String: Any]])
    return try #require(runners.first { $0["name"] as? String == name })
  }

  // The curvatures are 1 and 50: every step multiplies x by 1 − η and y by 1 − 50η.
  private func distance(rate: Double, step: Int) -> Double {
    hypot(4 * pow(1 - rate, Double(step)), pow(1 - 50 * rate, Double(step)))
  }

  @Test func gradientDescentOnTheRavineStopsWhereTheQuadraticSays() throws {
    let rate = 0.03
    let runner = try runner("gd", "v1;descent;rate=0.03")
    // |∇f| = |(x, 50y)| is at most 10⁻⁶ for the first time.
    var steps = 0
    while hypot(4 * pow(1 - rate, Double(steps)), 50 * pow(1 - 50 * rate, Double(steps))) > 1e-6 {
      steps += 1
    }
    #expect(runner["steps"] as? Int == steps)
    #expect(runner["ending"] as? String == "converged")
    #expect(runner["kind"] as? String == "minimum")
    let end = try #require(runner["end"] as? [Double])
    #expect(abs(hypot(end[0], end[1]) / distance(rate: rate, step: steps) - 1) < 1e-12)
  }

  @Test(arguments: [(0.0399, false), (0.0401, true)])
  func theLimitOfTheRavine(_ rate: Double, _ isExceeded: Bool) throws {
    let scene = "v1;descent;race=flow,gd,momentum,nesterov,adam,newton;rate=\(rate)"
    let limits = try #require(try race(scene)["runners"] as? [[String: Any]])
    let products = ["gd": 2, "momentum": 3.8, "nesterov": 3.8 / 2.8]
    for runner in limits {
      let name = try #require(runner["name"] as? String)
      let stability = runner["stability"] as? [String: Any]
      guard let product = products[name] else {
        #expect(stability == nil, "\(name)")
        continue
      }
      let limit = try #require(stability?["limit"] as? Double)
      #expect(abs(limit - product / 50) < 1e-15, "\(name)")
      if name == "gd" { #expect(stability?["isExceeded"] as? Bool == isExceeded) }
    }
    #expect(try abs((race(scene)["curvature"] as? Double ?? 0) - 50) < 1e-12)
  }

  @Test func beyondTheLimitItDiverges() throws {
    let runner = try runner("gd", "v1;descent;race=gd;rate=0.05")
    // |1 − 50η| = 1.5: the loss 25·2.25ᵏ passes 10¹⁰ times the first, 33, at this step.
    var step = 0
    while 25 * pow(2.25, Double(step)) + 8 * pow(0.9025, Double(step)) <= 33 + 33e10 { step += 1 }
    #expect(runner["ending"] as? String == "diverged")
    #expect(runner["steps"] as? Int == step)
  }

  @Test func gradientDescentFollowsTheFlowToFirstOrder() throws {
    // Euler's method: half the step, half the distance.
    let far = try #require(try runner("gd", "v1;descent;race=gd;rate=0.004")["farthest"] as? Double)
    let near = try #require(try runner("gd", "v1;descent;race=gd;rate=0.002")["farthest"] as? Double)
    #expect(far / near > 1.8 && far / near < 2.3)
    var greatest = 0.0
    for step in 0...1000 {
      let time = 0.002 * Double(step)
      let x = 4 * (exp(-time) - pow(0.998, Double(step)))
      let y = exp(-50 * time) - pow(0.9, Double(step))
      greatest = max(greatest, hypot(x, y))
    }
    // The flow is followed to about seven digits.
    #expect(abs(near - greatest) < 1e-5)
  }

  @Test func aSaddleIsSaidToHoldThem() throws {
    let scene = "v1;descent;f=x^2 - y^2 + y^4/4;from=1.5,0.001;rate=0.05;race=flow,gd,newton"
    let lingering = try #require(try runner("gd", scene)["lingering"] as? [String: Any])
    #expect(lingering["hasLeft"] as? Bool == true)
    let steps = try #require(lingering["steps"] as? Int)
    // From |x| < 0.15 at step 22 to y > 0.15 at step 53, as near the saddle the quadratic says.
    #expect(abs(steps - 31) <= 1)
    #expect(try runner("gd", scene)["kind"] as? String == "minimum")
    #expect(try runner("gd", "v1;descent;f=x^2 - y^2;from=1,0;rate=0.1")["kind"] as? String == "saddle")
  }

  @Test func theRateIsOneOfRoundNumbers() throws {
    let rate = try #require(try reading("v1;descent;rate=0.035")["rate"] as? [String: Any])
    let stops = try #require(rate["stops"] as? [Double])
    #expect(stops.count == 101 && stops.first == 1e-4 && stops.last == 10)
    #expect(stops[20] == 0.001 && stops[33] == 0.0045 && stops[51] == 0.035)
    #expect(rate["stop"] as? Int == 51)
    for (lower, upper) in zip(stops, stops.dropFirst()) {
      #expect(upper / lower > 1.07 && upper / lower < 1.17)
    }
    let marks = try #require(rate["marks"] as? [[String: Any]])
    let own = try #require(marks.first { $0["name"] as? String == "gd" })
    #expect(abs((own["part"] as? Double ?? 0) - (log10(0.04) + 4) / 5) < 1e-14)
  }

  @Test func whatMakesNoSenseIsBroughtIntoBounds() throws {
    #expect(try Scene("v1;descent;rate=-1").rate == 1e-8)
    #expect(try Scene("v1;descent;rate=inf").rate == 1e3)
    #expect(try Scene("v1;descent;race=adam,gd,adam,flow").text == "v1;descent;race=flow,gd,adam")
    #expect(throws: SceneError.self) { try Scene("v1;descent;race=lm") }
    #expect(throws: SceneError.self) { try Scene("v1;descent;rate=fast") }
  }

  @Test func whereThereIsNoLossThereIsNoRace() throws {
    let reading = try reading("v1;descent;f=log(x);from=-1,0")
    #expect(reading["race"] is NSNull)
    #expect(reading["rate"] != nil)
  }

  @Test func criticalPointsHaveTheirCurvatures() throws {
    let found = try #require(
      try reading("v1;descent;f=(x^2 + y - 11)^2 + (x + y^2 - 7)^2;view=-5,5,-5,5")["criticalPoints"]
        as? [String: Any])
    let points = try #require(found["points"] as? [[String: Any]])
    #expect(points.count == 9)
    let values = points.compactMap { $0["value"] as? Double }
    #expect(values == values.sorted())
    let hollow = try #require(
      points.first {
        abs(($0["point"] as? [Double] ?? [0, 0])[0] - 3) < 1e-6 && $0["type"] as? String == "minimum"
      })
    let eigenvalues = try #require(hollow["eigenvalues"] as? [Double])
    // The Hessian at (3, 2) is [[74, 20], [20, 34]].
    #expect(abs(eigenvalues[0] - (54 - 800.0.squareRoot())) < 1e-6)
    #expect(abs(eigenvalues[1] - (54 + 800.0.squareRoot())) < 1e-6)
  }

  @Test func afterSoManyIterationsEveryoneIsSomewhere() throws {
    let scene = try Scene("v1;descent;race=flow,gd,newton;rate=0.03")
    var subject = Subject(scene)
    subject.survey(scene)
    let state = try JSON.object(scene.raceReading(of: subject, after: 2))
    let own = try #require(state["gd"] as? [String: Any])
    // 8·0.97⁴ + 25·0.5⁴
    #expect(own["loss"] as? String == "8.64")
    #expect(own["isOver"] as? Bool == false)
    #expect((state["newton"] as? [String: Any])?["isOver"] as? Bool == true)
    #expect((state["flow"] as? [String: Any])?["time"] as? String == "0.06")
    let beyond = try JSON.object(scene.raceReading(of: subject, after: 1_000_000))
    #expect((beyond["gd"] as? [String: Any])?["isOver"] as? Bool == true)
    _ = scene.raceReading(of: subject, after: -5)
  }

  @Test(arguments: [
    "v1;descent", "v1;descent;show=height,contours,critical,relief", "v1;descent;race=none;show=none",
    "v1;descent;f=x^2 - y^2;from=1.5,0.001;rate=0.05;show=relief",
    "v1;descent;f=log(x);from=-1,0;show=relief",
    "v1;descent;f=3;show=height,contours,relief", "v1;descent;race=gd;rate=5",
  ])
  func everyPictureIsDrawn(_ text: String) throws {
    let scene = try Scene(text)
    #expect(scene.pictureCount == 3)
    for index in 0..<3 {
      let figure = try #require(scene.figure(index, width: 400, height: 300, language: .english))
      let svg = figure.svg()
      #expect(svg.contains("</svg>") && !svg.contains("nan") && !svg.contains("inf"))
    }
    #expect(scene.figure(3, width: 400, height: 300, language: .english) == nil)
  }
}
