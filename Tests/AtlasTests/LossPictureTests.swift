import Figures
import Testing

@testable import Atlas

@Suite struct LossPictureTests {
  private func range(_ losses: [Double]...) -> LossRange {
    LossRange(losses.map { LossPicture.Curve($0, paint: .ink) })
  }

  @Test func manyPowersOfTenAskForALogarithm() {
    let range = range([10, 1, 0.1, 0.01], [10, 5])
    #expect(range.isLogarithmic)
    #expect(range.extent.lower == 0.005 && range.extent.upper == 20)
  }

  @Test func aLossOfZeroIsLedBelowTheAxis() {
    let range = range([10, 1e-3, 0])
    #expect(range.isLogarithmic)
    #expect(range.shown(0) < range.extent.lower && range.shown(0) > 0)
    #expect(range.shown(1) == 1)
  }

  @Test func negativeLossesAreShownAsTheyAre() {
    let range = range([1, -3, -4])
    #expect(!range.isLogarithmic)
    #expect(range.extent.lower < -4 && range.extent.upper > 1)
  }

  @Test func whatFallsOrRisesWithoutEndLeavesTheRestVisible() {
    let falling = range([2, 0, 0, -1e9])
    #expect(!falling.isLogarithmic)
    #expect(falling.extent.lower > -10 && falling.extent.lower < 0)
    let rising = range([2, 1, 0.01], [2, 1e12])
    #expect(rising.isLogarithmic)
    #expect(rising.extent.upper <= 4000)
    #expect(rising.shown(1e12) > rising.extent.upper)
  }

  @Test func figuresOfLittle() {
    for curves in [
      [], [LossPicture.Curve([], paint: .ink)], [LossPicture.Curve([.nan, .infinity], paint: .ink)],
    ] {
      let svg = LossPicture(curves).figure.svg()
      #expect(svg.contains("</svg>") && !svg.contains("nan"))
    }
    #expect(LossPicture([], language: .simplifiedChinese).figure.svg().contains("损失"))
  }
}
