import Foundation
import Scenes
import Testing

@Suite struct LensReadingTests {
  private func lens(_ text: String) throws -> [String: Any] {
    let reading = try JSON.object(try Scene(text).reading())
    return try #require(reading["lens"] as? [String: Any])
  }

  @Test func withoutALensThereIsNone() throws {
    #expect(try JSON.object(try Scene("v1;field").reading())["lens"] == nil)
    #expect(try Scene("v1;field").pictureCount == 1)
    #expect(try Scene("v1;field;show=arrows,lens").pictureCount == 2)
  }

  @Test(arguments: [
    ("-y, x", "centre", "±i"), ("x, y", "starSource", "1, 1"), ("x, -y", "saddle", "−1, 1"),
    ("y, 0", "shear", "0, 0"), ("-x - y, x - y", "spiralIn", "−1 ± i"), ("1, 0", "uniform", "0, 0"),
    ("2x, y", "source", "1, 2"), ("-x, 0", "degenerate", "−1, 0"),
  ])
  func typesAndEigenvalues(_ field: String, _ type: String, _ eigenvalues: String) throws {
    let lens = try lens("v1;field;F=\(field);show=lens;probe=0.3,0.7")
    #expect(lens["type"] as? String == type)
    #expect(lens["isSure"] as? Bool == true)
    #expect((lens["text"] as? [String: String])?["eigenvalues"] == eigenvalues)
  }

  @Test func thePartsSumToTheJacobian() throws {
    let lens = try lens("v1;field;F=x^2 y - y, sin(x) + y^3;show=lens;probe=0.5,-1.25;lens=0.5")
    // J = [2xy, x² − 1; cos x, 3y²] at (0.5, −1.25).
    let j = [[-1.25, -0.75], [cos(0.5), 4.6875]]
    let expansion = try #require(lens["expansion"] as? Double)
    let turning = try #require(lens["angularVelocity"] as? Double)
    let shear = try #require(lens["shearRate"] as? Double)
    let angle = try #require(lens["stretchAngle"] as? Double) * .pi / 180
    #expect(abs(expansion - (j[0][0] + j[1][1]) / 2) < 1e-14)
    #expect(abs(turning - (j[1][0] - j[0][1]) / 2) < 1e-14)
    // σ(cos 2φ, sin 2φ; sin 2φ, −cos 2φ) is the shear with rate σ along φ.
    #expect(abs(expansion + shear * cos(2 * angle) - j[0][0]) < 1e-13)
    #expect(abs(shear * sin(2 * angle) - turning - j[0][1]) < 1e-13)
    let arrows = try #require(lens["arrows"] as? [Double])
    #expect(arrows.count == 18 * 4)
    for start in stride(from: 0, to: arrows.count, by: 4) {
      #expect(hypot(arrows[start] - 0.5, arrows[start + 1] + 1.25) < 0.5)
      #expect(hypot(arrows[start + 2], arrows[start + 3]) <= 0.23 + 1e-12)
    }
  }

  @Test func aPoleHasNoParts() throws {
    let lens = try lens("v1;field;F=1/x, y;show=lens;probe=0,1")
    #expect(lens["type"] as? String == "undecided")
    let scene = try Scene("v1;field;F=1/x, y;show=lens;probe=0,1")
    #expect(scene.figure(1, width: 300, height: 300, language: .english) != nil)
  }
}
