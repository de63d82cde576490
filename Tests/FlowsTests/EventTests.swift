import Elementary
import Expressions
import Fields
import Testing

@testable import Flows

@Suite struct EventTests {
  private func solution(
    _ text: String, from start: [Double], time: Double, _ events: [FlowEvent],
    _ integrator: Integrator = Integrator(controller: .adaptive(relative: 1e-12, absolute: 1e-12))
  ) throws -> Solution {
    try integrator.solve(
      try InitialValueProblem(try VectorExpressionField(text), start: start, time: time), events: events)[0]
  }

  /// On the circle (cos t, sin t) the abscissa is 0 at π/2 + kπ.
  @Test func allPassagesAreFound() throws {
    let event = FlowEvent(try ScalarExpressionField("x"))
    let path = try solution("-y, x", from: [1, 0], time: 20, [event])
    let truth = (0..<6).map { Double.pi * (Double($0) + 0.5) }
    #expect(path.events.count == truth.count)
    for (record, time) in zip(path.events, truth) { #expect((record.time - time).magnitude < 1e-9) }
    #expect(path.events.map(\.kind) == [.falling, .rising, .falling, .rising, .falling, .rising])
  }

  /// Fifty zeros in a single step of a straight line.
  @Test func manyZerosInOneStep() throws {
    let event = FlowEvent(try ScalarExpressionField("sin(50 x)"))
    let path = try solution(
      "1 + 0 x, 0", from: [0.01, 0], time: 3, [event], Integrator(method: .rungeKutta4, controller: .fixed(3))
    )
    let truth = (1...47).map { Double.pi * Double($0) / 50 - 0.01 }
    #expect(path.events.count == truth.count)
    for (record, time) in zip(path.events, truth) { #expect((record.time - time).magnitude < 1e-11) }
  }

  /// The circle touches the line y = 1 at π/2 and does not pass it.
  @Test func aTouchIsFound() throws {
    let touch = FlowEvent(try ScalarExpressionField("y - 1"))
    let path = try solution("-y, x", from: [1, 0], time: 3, [touch])
    #expect(path.events.count == 1)
    #expect(path.events.first?.kind == .touching)
    #expect(((path.events.first?.time ?? 0) - Double.pi / 2).magnitude < 1e-4)
    // A line that is missed by more than the resolution is not touched; one that is cut by as much is passed twice.
    let missed = FlowEvent(try ScalarExpressionField("y - 1 - 1e-7"))
    #expect(try solution("-y, x", from: [1, 0], time: 3, [missed]).events.isEmpty)
    let cut = FlowEvent(try ScalarExpressionField("y - 1 + 1e-7"))
    let kinds = try solution("-y, x", from: [1, 0], time: 3, [cut]).events.map(\.kind)
    #expect(kinds == [.rising, .falling])
  }

  /// A touch at the very end of a step is neither lost nor counted twice.
  @Test(arguments: [0.25, 0.5, 0.75, 1])
  func aTouchBetweenTwoSteps(_ share: Double) throws {
    let touch = FlowEvent(try ScalarExpressionField("(x - 1)^2"))
    let path = try solution(
      "1 + 0 x, 0", from: [0, 0], time: 2, [touch],
      Integrator(method: .rungeKutta4, controller: .fixed(share)))
    #expect(path.events.map(\.kind) == [.touching])
    #expect(((path.events.first?.time ?? 0) - 1).magnitude < 1e-4)
  }

  @Test func anEventEndsThePath() throws {
    // Thrown upward with speed 1 under gravity 2: back at the ground after 1.
    let ground = FlowEvent(try ScalarExpressionField("x"), direction: .falling, endsAfter: 1)
    let path = try solution("y, -2", from: [0, 1], time: 10, [ground])
    #expect(path.ending == .event)
    #expect((path.endTime - 1).magnitude < 1e-12)
    #expect((path.end[1] + 1).magnitude < 1e-11)
    #expect(path.events.count == 1)
  }

  @Test func directionsAndTimes() throws {
    let rising = FlowEvent(try ScalarExpressionField("x"), direction: .rising)
    let noon = FlowEvent(
      try ScalarExpressionField("t - 2", variables: Variables(["x", "y", "t"])), endsAfter: 1)
    let path = try solution("-y, x", from: [1, 0], time: 20, [rising, noon])
    #expect(path.events.map(\.event) == [1])
    #expect((path.endTime - 2).magnitude < 1e-12)
  }

  /// Zero at the start is where the path is, not what happens on it.
  @Test func theStartIsNoEvent() throws {
    let event = FlowEvent(try ScalarExpressionField("y"))
    let path = try solution("-y, x", from: [1, 0], time: 4, [event])
    #expect(path.events.count == 1)
    #expect(((path.events.first?.time ?? 0) - Double.pi).magnitude < 1e-10)
  }

  /// Two zeros of a parabola a hair apart, and a kink that no polynomial follows.
  @Test func hardFunctions() throws {
    let pair = FlowEvent(try ScalarExpressionField("(x - 0.3)(x - 0.3001)"))
    let kink = FlowEvent(try ScalarExpressionField("abs(x - 0.6) - 0.05"))
    let path = try solution("1 + 0 x, 0", from: [0, 0], time: 1, [pair, kink])
    let times = path.events.map(\.time)
    #expect(times.count == 4)
    for (time, truth) in zip(times, [0.3, 0.3001, 0.55, 0.65]) { #expect((time - truth).magnitude < 1e-9) }
  }

  @Test(arguments: [0.0, 1, -1, 0.5])
  func chebyshevSeriesFindTheirZeros(_ shift: Double) {
    // T₉ has nine known zeros; shifted by ½ it has nine others, found by the sum of both sides.
    let values = ChebyshevSeries.places(degree: 16).map { Double.cos(9 * Double.acos($0)) - shift }
    let series = ChebyshevSeries(values: values)
    #expect(series.isResolved)
    let zeros = series.trimmed.signChanges
    for zero in zeros { #expect((Double.cos(9 * Double.acos(zero)) - shift).magnitude < 1e-12) }
    if shift == 0 { #expect(zeros.count == 9) }
    if shift == 0.5 { #expect(zeros.count == 9) }
  }
}
