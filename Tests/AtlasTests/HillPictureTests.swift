import Fields
import Figures
import Foundation
import Testing

@testable import Atlas

@Suite struct HillPictureTests {
  private let window = Window(minX: -3, maxX: 3, minY: -3, maxY: 3)

  private func scale(_ formula: String) throws -> HillScale {
    let field = try ScalarExpressionField(formula)
    return HillScale(SampleGrid(of: field, over: window, columns: 81, rows: 81))
  }

  @Test(arguments: [
    "x + 2y", "4 exp(-(x^2 + y^2)/4)", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "-(1 - x)^2 - 100 (y - x^2)^2",
    "log(x^2 + y^2)", "1/(x^2 + y^2)", "1e-9 x", "1e9 + x",
  ])
  func levelsAreRoundAndRise(_ formula: String) throws {
    let levels = try scale(formula).levels
    #expect(levels.count >= 5)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func theLowGroundOfATowerHasLevelsToo() throws {
    // Of the ravine's values half are below 300, and a few above 8000.
    let levels = try scale("(1 - x)^2 + 100 (y - x^2)^2").levels
    #expect(levels.filter { $0 < 600 }.count >= 4)
  }

  @Test func aConstantHasNoLevels() throws {
    #expect(try scale("3").levels == [])
    #expect(try scale("0/0").levels == [])
  }

  @Test func gradientsStandAcrossTheSlopeCurve() {
    let picture = SlopePicture(gradient: SIMD2(1, 2), direction: 30)
    for degrees in stride(from: 0.0, to: 360, by: 15) {
      let angle = degrees * .pi / 180
      #expect(abs(picture.slope(degrees) - (cos(angle) + 2 * sin(angle))) < 1e-15 * 4)
    }
    #expect(picture.slope(90) == 2 && picture.slope(180) == -1 && picture.slope(270) == -2)
    for gradient in [SIMD2(0, 0), SIMD2(Double.nan, 1), SIMD2(.infinity, 0)] {
      #expect(!SlopePicture(gradient: gradient, direction: 0).figure.svg().isEmpty)
    }
  }

  @Test func layersAreSaid() throws {
    let hill = try ScalarExpressionField("x y")
    var picture = HillPicture(window: window, layers: [.height, .contours, .arrows])
    let english = picture.figure(of: hill, gradient: hill.gradient)
    #expect(
      english.summary
        == "A scalar field of the plane: the height as colour, level lines, arrows of the gradient")
    picture.language = .simplifiedChinese
    picture.layers = [.contours]
    #expect(picture.figure(of: hill, gradient: hill.gradient).summary == "平面上的数量场：等高线")
  }
}
