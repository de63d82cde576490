import Expressions
import Testing

/// The examples of the article on intervals.
@Suite struct IntervalsArticleTests {
  @Test func aBoundProves() throws {
    let program = IntervalProgram([try Expression("x^2 + y^2 - 1")], inputCount: 2)
    #expect(program.values(over: IntervalBox([1.5...2, -1...1]))[0] == Interval(1.25, 4))
    #expect(Interval(3) * Interval(3) == Interval(9))
    #expect(Interval.sin(.pi).contains(0))
    #expect(Interval.sin(Interval(Double.pi)).lower > 0)
  }

  @Test func poleIsExcluded() throws {
    let square = IntervalProgram([try Expression("1/(x^2 - 2x + 1 + y^2)")], inputCount: 2)
    #expect(!square.values(over: IntervalBox([1.02...1.03, 0...0.01]))[0].mayBeUndefined)
  }

  @Test func doubtsAreTold() throws {
    let x = Interval(-1, 2)
    #expect((Interval(1) / x).mayBeUndefined)
    #expect(Interval.squareRoot(x).mayBeUndefined)
    #expect(Interval.squareRoot(x).lower == 0)
    #expect(Interval.floor(x).mayBeDiscontinuous)
    #expect(Interval.absolute(x).isContinuous)
    #expect(Interval.slope(x).mayBeUndefined)
    #expect(Interval.log(Interval(-2, -1)).isEmpty)
    let hill = try Expression("exp(-(x^2 + y^2))").value(at: [Interval(0, 1), Interval(2)])
    #expect(hill.contains(0.006737946999085467) && hill.contains(0.01831563888873418))
    #expect(hill.width < 0.0115777)
  }
}
