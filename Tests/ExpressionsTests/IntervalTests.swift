import Elementary
import Expressions
import Testing

@Suite struct IntervalTests {
  /// The operation on intervals that a reference names.
  private func range(_ reference: IntervalReference) -> Interval? {
    let bounds = reference.operands
    let x = Interval(bounds[0], bounds[1])
    if bounds.count == 2 {
      let operation = UnaryOperation.allCases.first { "\($0.name)" == "\(reference.name)" }
      return operation?.value(x)
    }
    let operation = BinaryOperation.allCases.first { "\($0.name)" == "\(reference.name)" }
    return operation?.value(x, Interval(bounds[2], bounds[3]))
  }

  @Test func rangesOfFunctionsHoldThoseOfMpmath() throws {
    for reference in unaryIntervalReferences + binaryIntervalReferences {
      let range = try #require(self.range(reference), "\(reference.name)")
      #expect(range.lower <= reference.lower, "\(reference): \(range)")
      #expect(range.upper >= reference.upper, "\(reference): \(range)")
    }
  }

  /// Outward by the stated bounds and no more: 4 units for a function, a share of 2e-14 for Γ, some for powers.
  @Test func rangesAreHardlyWiderThanTheyMustBe() throws {
    for reference in unaryIntervalReferences + binaryIntervalReferences {
      let range = try #require(self.range(reference), "\(reference.name)")
      let share = "\(reference.name)" == "gamma" ? 1e-13 : 0
      // A bound that is 0 by cancellation has the unit of what was cancelled; none of these has.
      for (bound, truth) in [(range.lower, reference.lower), (range.upper, reference.upper)] {
        let allowed = 7 * max(truth.ulp, bound.ulp) + share * truth.magnitude
        #expect((bound - truth).magnitude <= allowed, "\(reference): \(range)")
      }
      #expect(!range.mayBeUndefined, "\(reference)")
    }
  }

  @Test func whatIsExactStaysExact() {
    let x = Interval(3)
    #expect(x * x - Interval(9) == Interval(0))
    #expect(Interval.pow(x, Interval(4)) == Interval(81))
    #expect(Interval(6) / Interval(-2) == Interval(-3))
    #expect(Interval.squareRoot(Interval(2.25)) == Interval(1.5))
    #expect(Interval.sin(Interval(0)) == Interval(0))
    #expect(Interval.exp(Interval(0)) == Interval(1))
    #expect(Interval(0.5) + Interval(0.25) == Interval(0.75))
    let third = Interval(1) / Interval(3)
    #expect(third.lower < third.upper && third.width <= 2 * third.lower.ulp)
    #expect((Interval(0.1) + Interval(0.2)).width > 0)
  }

  @Test func extremaWithinAreFound() {
    #expect(Interval.pow(Interval(-1, 2), Interval(2)) == Interval(0, 4))
    #expect(Interval.pow(Interval(-2, 1), Interval(3)) == Interval(-8, 1))
    #expect(Interval.sin(Interval(1, 2)).upper == 1)
    #expect(Interval.sin(Interval(1, 5)).lower == -1)
    #expect(Interval.cos(Interval(-0.5, 0.25)).upper == 1)
    #expect(Interval.cos(Interval(3, 7)).lower == -1)
    #expect(Interval.cos(Interval(3, 7)).upper == 1)
    #expect(Interval.sin(Interval(-100, 100)) == Interval(-1, 1))
    #expect(Interval.cos(Interval(1e300, 1e300)).isSubset(of: Interval(-1, 1)))
    #expect(Interval.cosh(Interval(-1, 0.5)).lower == 1)
    #expect(Interval.absolute(Interval(-3, 2)) == Interval(0, 3, doubts: .edged))
    #expect(Interval.hypot(Interval(-3, 1), Interval(-1, 4)).lower == 0)
  }

  /// Edges are where a derivative has no value or no bound, and nowhere else.
  @Test func edgesAreSeen() {
    let around = Interval(-1, 2)
    for edge in [
      Interval.absolute(around), Interval.cbrt(around), Interval.squareRoot(Interval(0, 1)),
      Interval.minimum(around, Interval(0.5)), Interval.maximum(around, Interval(0, 1)),
      Interval.hypot(around, around), Interval.pow(Interval(0, 1), Interval(1.5)),
      Interval.acos(Interval(0, 1)),
    ] {
      #expect(edge.isContinuous && !edge.isSmooth, "\(edge)")
    }
    for smooth in [
      Interval.absolute(Interval(0, 1)), Interval.cbrt(Interval(1, 2)),
      Interval.squareRoot(Interval(1, .infinity)),
      Interval.minimum(around, Interval(2, 3)), Interval.hypot(around, Interval(1)), Interval.cosh(around),
      Interval.pow(around, Interval(3)), Interval.acos(Interval(-0.5, 0.5)), Interval.asin(Interval(1)),
      Interval.step(Interval.absolute(around) + Interval(1)),
    ] {
      #expect(smooth.isSmooth, "\(smooth)")
    }
  }

  @Test func polesAndDomainsAreSeen() {
    let around = Interval(-1, 2)
    #expect((Interval(1) / around).doubts == .undefined)
    #expect((Interval(1) / Interval(0, 2)).lower == 0.5)
    #expect((Interval(1) / Interval(0, 2)).mayBeUndefined)
    #expect((Interval(1) / Interval(0)).isEmpty)
    #expect(Interval.log(around).upper >= Double.log(2))
    #expect(Interval.log(around).lower == -.infinity)
    #expect(Interval.log(around).mayBeUndefined)
    #expect(Interval.log(Interval(-2, -1)).isEmpty)
    #expect(Interval.log(Interval(0)).isEmpty)
    #expect(Interval.squareRoot(around).mayBeUndefined)
    #expect(Interval.squareRoot(Interval(0, 4)) == Interval(0, 2, doubts: .edged))
    #expect(Interval.tan(Interval(1, 2)).mayBeUndefined)
    #expect(!Interval.tan(Interval(-1.5, 1.5)).mayBeUndefined)
    #expect(Interval.asin(Interval(0.5, 2)).mayBeUndefined)
    #expect(Interval.acosh(Interval(-1, 0.5)).isEmpty)
    #expect(Interval.atanh(Interval(0, 1)).mayBeUndefined)
    #expect(Interval.atanh(Interval(1, 2)).isEmpty)
    #expect(Interval.pow(around, Interval(0.5)).mayBeUndefined)
    #expect(Interval.pow(around, Interval(-2)).mayBeUndefined)
    #expect(Interval.pow(around, Interval(-2)).lower == 0.25)
    #expect(!Interval.pow(around, Interval(-0.0)).mayBeUndefined)
    #expect(Interval.gamma(around).mayBeUndefined)
    #expect(Interval.gamma(Interval(-2.5, -2.25)).upper < 0)
    #expect(!Interval.gamma(Interval(-2.5, -2.25)).mayBeUndefined)
    #expect(Interval.polygamma(Interval(0), around).mayBeUndefined)
    #expect(Interval.polygamma(Interval(1), Interval(1, 2)).upper >= 1.6449340668482264)
    #expect(Interval(.nan).isEmpty)
    #expect((Interval(.nan) + Interval(1)).isEmpty)
    // A doubt stays with all that is computed from it.
    #expect((Interval(0) * (Interval(1) / around) + Interval(1)).mayBeUndefined)
  }

  @Test func jumpsAreSeenAndKinksAreContinuous() {
    let around = Interval(-0.5, 0.25)
    #expect(Interval.floor(around) == Interval(-1, 0, doubts: .discontinuous))
    #expect(Interval.floor(Interval(0.25, 0.5)) == Interval(0))
    #expect(Interval.sign(around).mayBeDiscontinuous)
    #expect(Interval.step(Interval(0, 1)) == Interval(1))
    #expect(Interval.step(around).mayBeDiscontinuous)
    #expect(Interval.absolute(around).isContinuous)
    #expect(Interval.slope(around) == Interval(-1, 1, doubts: [.undefined, .discontinuous]))
    #expect(Interval.slope(Interval(0.25, 1)) == Interval(1))
    #expect(Interval.jump(around).mayBeUndefined)
    #expect(Interval.jump(Interval(0)).isEmpty)
    #expect(Interval.minimum(around, Interval(0)).isContinuous)
    #expect(Interval.compare(.less, around, Interval(1)) == Interval(1))
    #expect(Interval.compare(.less, around, Interval(-1)) == Interval(0))
    #expect(Interval.compare(.less, around, Interval(0)) == Interval(0, 1, doubts: .discontinuous))
    #expect(Interval.compare(.equal, around, Interval(0)).mayBeDiscontinuous)
    #expect(Interval.compare(.equal, Interval(2), Interval(2)) == Interval(1))
    #expect(Interval.compare(.notEqual, Interval(2), around) == Interval(1))
    #expect(Interval.choose(Interval(1, 2), Interval(5), .empty) == Interval(5))
    #expect(Interval.choose(Interval(0), Interval(5), Interval(6)) == Interval(6))
    let open = Interval.choose(Interval(0, 1), Interval(5), Interval(7))
    #expect(open == Interval(5, 7, doubts: .discontinuous))
    #expect(Interval.choose(Interval(0, 1), Interval(5), .empty).mayBeUndefined)
  }

  @Test func anglesKnowTheirCut() {
    let left = Interval(-2, -1)
    #expect(Interval.atan2(Interval(-1, 1), left).mayBeDiscontinuous)
    #expect(Interval.atan2(Interval(-1, 1), left).contains(Double.pi))
    #expect(Interval.atan2(Interval(-1, 0), left).mayBeDiscontinuous)
    #expect(Interval.atan2(Interval(0, 1), left).isContinuous)
    #expect(Interval.atan2(Interval(-1, 1), Interval(1, 2)).isContinuous)
    #expect(Interval.atan2(Interval(0), Interval(1, 2)) == Interval(0))
    #expect(Interval.atan2(Interval(-1, 1), Interval(-1, 1)).mayBeUndefined)
    #expect(Interval.atan2(Interval(0), Interval(0)).mayBeUndefined)
    // All boxes whose corners are −1, 0 or 1, against the angles of points in them.
    let sides = [(-1.0, -1.0), (-1, 0), (-1, 1), (0, 0), (0, 1), (1, 1)]
    for (bottom, top) in sides {
      for (west, east) in sides where !(bottom == 0 && top == 0 && west == 0 && east == 0) {
        let range = Interval.atan2(Interval(bottom, top), Interval(west, east))
        for step in 0...20 {
          for across in 0...20 {
            let y = bottom + (top - bottom) * Double(step) / 20
            let x = west + (east - west) * Double(across) / 20
            if x == 0 && y == 0 { continue }
            let angle = Double.atan2(y + 0, x + 0)
            #expect(range.contains(angle), "\(bottom)…\(top), \(west)…\(east): \(x), \(y)")
          }
        }
      }
    }
  }

  @Test func setsAreSets() {
    let x = Interval(-1, 3)
    #expect(x.intersection(Interval(2, 5)) == Interval(2, 3))
    #expect(x.intersection(Interval(4, 5)).isEmpty)
    #expect(x.hull(Interval(4, 5)) == Interval(-1, 5))
    #expect(x.midpoint == 1)
    #expect(x.width == 4)
    #expect(x.magnitude == 3)
    #expect(x.mignitude == 0)
    #expect(Interval(1, 2).isInterior(of: x))
    #expect(!Interval(-1, 2).isInterior(of: x))
    #expect(Interval(-1, 2).isSubset(of: x))
    #expect(Interval(3, -1).isEmpty)
    #expect(Interval(.infinity).lower == .greatestFiniteMagnitude)
    #expect(Interval.whole.midpoint == 0)
    #expect(Interval(0.3, 0.8).simplest == 0.5)
    #expect(Interval(2.9999999999999996, 3.0000000000000004).simplest == 3)
    #expect(Interval(-1e-300, 1).simplest == 0)
    #expect(Interval(-0.7, -0.6).simplest == -0.625)
    let box = IntervalBox([-1...1, 0...2])
    #expect(box.centre == [0, 1])
    #expect(box.contains([1, 2]))
    #expect(!box.contains([1, .nan]))
    #expect(box.radius >= 2.0.squareRoot() && box.radius < 1.4142135623731)
    #expect(IntervalBox([0...0.5, 1...2]).isSubset(of: box))
    #expect(IntervalBox([0...0.5, 1...1.5]).isInterior(of: box))
  }
}
