import Foundation
import Scenes
import Testing

@Suite struct GradientReadingTests {
  private func reading(_ text: String) throws -> [String: Any] { try JSON.object(try Scene(text).reading()) }

  private func direction(_ text: String) throws -> [String: Any] {
    try #require(try reading(text)["direction"] as? [String: Any])
  }

  @Test func aHillAtAPoint() throws {
    let reading = try reading("v1;gradient;f=x^2 y + y^3;probe=2,-1;direction=90")
    #expect(reading["value"] as? Double == -5)
    #expect(reading["gradient"] as? [Double] == [-4, 7])
    #expect(reading["hessian"] as? [[Double]] == [[-2, 4], [4, -6]])
    #expect(reading["laplacian"] as? Double == -8)
    #expect(reading["critical"] == nil)
    let direction = try #require(reading["direction"] as? [String: Any])
    #expect(direction["slope"] as? Double == 7)
    #expect(abs((direction["angle"] as? Double ?? 0) - atan2(4, 7) * 180 / .pi) < 1e-13)
  }

  @Test(arguments: [
    (0, "up"), (0.4, "up"), (359.7, "up"), (180, "down"), (90, "level"), (-90, "level"), (270, "level"),
    (45, "rising"), (-60, "rising"), (100, "falling"), (225, "falling"),
  ])
  func theDialAgainstTheGradient(_ degrees: Double, _ verdict: String) throws {
    // ∇(x) points along the x-axis.
    let direction = try direction("v1;gradient;f=3x;direction=\(degrees)")
    #expect(direction["verdict"] as? String == verdict)
    #expect(abs((direction["slope"] as? Double ?? .nan) - 3 * cos(degrees * .pi / 180)) < 1e-14)
  }

  @Test func acrossTheGradientTheSlopeIsZero() throws {
    for (x, y) in [(1.0, 2.0), (-0.3, 0.7), (0.1, -3), (2.5, 0.01)] {
      let base = "v1;gradient;f=exp(-(x^2+y^2)/4) + x;probe=\(x),\(y)"
      let steepest = try #require(try direction(base)["steepest"] as? Double)
      for turn in [90.0, -90] {
        let across = try direction(base + ";direction=\(steepest + turn)")
        #expect(across["slope"] as? Double == 0)
        #expect(across["verdict"] as? String == "level")
      }
      let along = try direction(base + ";direction=\(steepest)")
      let length = try #require(try reading(base)["length"] as? Double)
      #expect(abs((along["slope"] as? Double ?? 0) / length - 1) < 1e-15 * 4)
    }
  }

  @Test(arguments: [
    ("x^2 + 2y^2", "minimum"), ("-(x^2 + y^2)", "maximum"), ("x y", "saddle"), ("x^3 - 3x y^2", "degenerate"),
  ])
  func whereTheGradientIsZeroTheHessianSpeaks(_ formula: String, _ kind: String) throws {
    let reading = try reading("v1;gradient;f=\(formula);probe=0,0")
    #expect(reading["critical"] as? String == kind)
    #expect((reading["direction"] as? [String: Any])?["verdict"] as? String == "flat")
  }

  @Test func aPoleHasNoDirection() throws {
    let reading = try reading("v1;gradient;f=1/x;probe=0,1")
    #expect((reading["direction"] as? [String: Any])?["verdict"] as? String == "undefined")
    #expect(reading["critical"] == nil)
  }

  @Test func formulasAndTrails() throws {
    let reading = try reading("v1;gradient;f=a x^2 where a = 2;trail=laplacian,gradient;probe=1,1")
    #expect(reading["gradientFormula"] != nil && reading["laplacianFormula"] != nil)
    let trail = try #require(reading["trail"] as? [String: [String: String]])
    #expect(try #require(trail["laplacian"]?["latex"]).contains("= 4"))
    #expect(trail["gradient"] != nil && trail.count == 2)
  }

  @Test func anglesAreTurnedIntoOneCircle() throws {
    #expect(try Scene("v1;gradient;direction=450").text == "v1;gradient;direction=90")
    #expect(try Scene("v1;gradient;direction=-30").direction == 330)
    #expect(try Scene("v1;gradient;direction=-1e-20").direction == 0)
    #expect(try Scene("v1;gradient;direction=inf").direction == 0)
    #expect(try Scene("v1;gradient;direction=720").text == "v1;gradient")
  }

  @Test func itHasTwoPictures() throws {
    for text in ["v1;gradient", "v1;gradient;f=1/x;probe=0,1;show=height,contours,arrows", "v1;gradient;f=3"]
    {
      let scene = try Scene(text)
      #expect(scene.pictureCount == 2)
      for index in 0..<2 {
        #expect(scene.figure(index, width: 300, height: 200, language: .simplifiedChinese) != nil)
      }
    }
  }
}
