import Figures
import Testing

/// The area enclosed by polygons, counter-clockwise positive.
func signedArea(_ polygons: [[SIMD2<Double>]]) -> Double {
  polygons.reduce(0) { sum, polygon in
    guard let last = polygon.last else { return sum }
    var before = last
    var twice = 0.0
    for point in polygon {
      twice += before.x * point.y - point.x * before.y
      before = point
    }
    return sum + twice / 2
  }
}

@Suite struct MarchingSquaresTests {
  private func paraboloid(_ count: Int) -> SampleGrid {
    SampleGrid(x: Extent(-2, 2), y: Extent(-2, 2), columns: count, rows: count) { x, y in -(x * x + y * y) }
  }

  @Test func areaOfADiscConvergesWithTheSquareOfTheStep() {
    // −(x² + y²) ≥ −1.5 is a disc of area 1.5π. Along an edge the error of linear interpolation is ≤ h²/4 in
    // the level, which is π h²/4 in the area of a paraboloid's level set; chords take away no more than that again.
    var errors: [Double] = []
    for count in [41, 81, 161] {
      let step = 4 / Double(count - 1)
      let polygons = MarchingSquares(paraboloid(count), level: -1.5).region()
      #expect(polygons.count == 1)
      let error = abs(signedArea(polygons) - 1.5 * Double.pi)
      #expect(error < Double.pi * step * step / 2)
      errors.append(error)
    }
    #expect(errors[1] / errors[0] < 0.35 && errors[2] / errors[1] < 0.35)
  }

  @Test func areaOfAHalfPlaneIsExactAndHolesTurnTheOtherWay() {
    let plane = SampleGrid(x: Extent(0, 3), y: Extent(0, 2), columns: 7, rows: 4) { x, _ in x }
    #expect(abs(signedArea(MarchingSquares(plane, level: 1.3).region()) - 1.7 * 2) < 1e-14)
    let bowl = SampleGrid(x: Extent(-2, 2), y: Extent(-2, 2), columns: 161, rows: 161) { x, y in x * x + y * y
    }
    let ring = MarchingSquares(bowl, level: 1).region()
    #expect(ring.count == 2)
    #expect(ring.contains { signedArea([$0]) < 0 })
    #expect(abs(signedArea(ring) - (16 - Double.pi)) < 2e-3)
  }

  @Test func levelsOutsideTheValuesGiveAllOrNothing() {
    let grid = paraboloid(11)
    #expect(abs(signedArea(MarchingSquares(grid, level: -.infinity).region()) - 16) < 1e-12)
    #expect(abs(signedArea(MarchingSquares(grid, level: -100).region()) - 16) < 1e-12)
    #expect(MarchingSquares(grid, level: 1).region().isEmpty)
    #expect(MarchingSquares(grid, level: 1).lines().isEmpty)
  }

  @Test func saddlesAreDecidedByTheBilinearValue() throws {
    // f = (x − ½)(y − ½)·4 + c on the unit cell: corners 1 + c and −1 + c, saddle value exactly c.
    for c in [-0.3, -1e-9, 1e-9, 0.3] {
      let grid = try SampleGrid(x: [0, 1], y: [0, 1], values: [1 + c, -1 + c, -1 + c, 1 + c])
      let region = MarchingSquares(grid, level: 0).region()
      #expect(region.count == (c >= 0 ? 1 : 2))
      let lines = MarchingSquares(grid, level: 0).lines()
      #expect(lines.count == 2)
      // Lines end on the same four crossings in either case, but join other pairs.
      for line in lines {
        let crosses = (line[0].x - 0.5) * (line[1].x - 0.5) < 0
        #expect(line.count == 2 && !crosses == (abs(line[0].x - line[1].x) < 0.5))
      }
    }
  }

  @Test func linesAreClosedInsideAndChained() {
    let lines = MarchingSquares(paraboloid(41), level: -1.5).lines()
    #expect(lines.count == 1)
    #expect(lines[0].first == lines[0].last)
    #expect(lines[0].count > 50)
    for point in lines[0] {
      #expect(abs((point.x * point.x + point.y * point.y).squareRoot() - 1.5.squareRoot()) < 0.002)
    }
    // Higher values lie to the left: counter-clockwise around the top.
    #expect(signedArea([lines[0]]) > 0)
    let open = MarchingSquares(paraboloid(41), level: -5).lines()
    #expect(open.count == 4)
    #expect(open.allSatisfy { $0.first != $0.last })
  }

  @Test func maskedCellsAreLeftOut() throws {
    for hole in [Double.nan, .infinity, -.infinity] {
      var values = [Double](repeating: 1, count: 25)
      values[12] = hole
      let grid = try SampleGrid(x: [0, 1, 2, 3, 4], y: [0, 1, 2, 3, 4], values: values)
      #expect(abs(signedArea(MarchingSquares(grid, level: 0).region()) - 12) < 1e-12)
    }
    // Two holes that touch at a corner.
    var values = [Double](repeating: 1, count: 25)
    values[6] = .nan
    values[18] = .nan
    let grid = try SampleGrid(x: [0, 1, 2, 3, 4], y: [0, 1, 2, 3, 4], values: values)
    #expect(abs(signedArea(MarchingSquares(grid, level: 0).region()) - 8) < 1e-12)
  }

  @Test func regionsOfRandomGridsNestAndAddUp() throws {
    var state: UInt64 = 7
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    let places = (0..<12).map { Double($0) }
    for _ in 0..<40 {
      let values = (0..<144).map { _ in next() < 0.05 ? Double.nan : (next() * 8).rounded() }
      let grid = try SampleGrid(x: places, y: places, values: values)
      let opposite = try SampleGrid(x: places, y: places, values: values.map { -$0 })
      var before = signedArea(MarchingSquares(grid, level: -.infinity).region())
      let whole = before
      for level in [0.4371, 1, 2.2513, 4, 6.5237, 8] {
        let area = signedArea(MarchingSquares(grid, level: level).region())
        #expect(area <= before + 1e-9 && area >= -1e-9)
        before = area
        // What is at least −L upside down is what is at most L: together they are everything (where no saddle
        // lies exactly at the level, which would count on both sides).
        let rest = signedArea(MarchingSquares(opposite, level: -level).region())
        if level != level.rounded() { #expect(abs(area + rest - whole) < 1e-9) }
      }
    }
  }

  @Test func gridsThatAreNoneSayWhy() {
    #expect(throws: SampleGrid.Failure.valueCount(found: 3, expected: 4)) {
      try SampleGrid(x: [0, 1], y: [0, 1], values: [1, 2, 3])
    }
    #expect(throws: SampleGrid.Failure.notRising(axis: 1, index: 1)) {
      try SampleGrid(x: [0, 1], y: [1, 1], values: [1, 2, 3, 4])
    }
    #expect(throws: SampleGrid.Failure.notRising(axis: 0, index: 0)) {
      try SampleGrid(x: [.nan, 1], y: [0, 1], values: [1, 2, 3, 4])
    }
    #expect(SampleGrid(x: Extent(1, 1), y: Extent(0, 1), columns: 5, rows: 5) { _, _ in 0 }.isEmpty)
  }
}
