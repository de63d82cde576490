import Figures
import Foundation
import Testing

@Suite struct FigureTests {
  static func everything() -> Figure {
    let grid = SampleGrid(x: Extent(-2, 2), y: Extent(-1, 1), columns: 21, rows: 11) { x, y in
      x * y > 1.2 ? .nan : x * x - y * y
    }
    let colours = ColourScale(diverging: .buRd, over: grid.range)
    let bands = Mark.Bands(grid, colours: colours)
    let points = [SIMD2(0.5, 0.5), SIMD2(-1, 0.25), SIMD2(.nan, 0), SIMD2(0, .infinity)]
    let vectors = [SIMD2(1.0, 0), SIMD2(0.0, 0), SIMD2(1.0, 1), SIMD2(1.0, 1)]
    let map = Panel(
      title: "map", x: Axis("x", unit: "m"), y: Axis("y", unit: "m"),
      marks: [
        .bands(bands), .heatMap(.init(grid, colours: colours)), .contours(.init(grid, isLabelled: true)),
        .arrows(.init(at: points, vectors: vectors)),
        .polylines(.init([points], values: [[1, 2, 3, 4]], colours: colours)),
        .shape(.init(.circle(centre: SIMD2(0, 0), radius: 1), fill: .accent.opacity(0.2), label: "circle")),
        .annotation(.init("here & there", at: SIMD2(0, 0), hasPatch: true, hasLeader: true)),
      ], colourBar: ColourBar(bands, label: "f"), aspect: .equal)
    let lines = Panel(
      x: Axis("α", scale: .symmetricLogarithmic(infinity: true), domain: Extent(0, 100)),
      y: Axis("D", unit: "nats"),
      marks: [
        .line(.init([SIMD2(0, 0), SIMD2(1, 1), SIMD2(.infinity, 2)], form: .ring, label: "D")),
        .points(.init(points, label: "points")),
        .area(.init(under: [SIMD2(0, 1), SIMD2(1, 2)], label: "area")),
        .rule(.init(.horizontal(1), text: "one")), .rule(.init(.vertical(3), text: "three")),
        .rule(.init(.segment(SIMD2(0, 0), SIMD2(5, 1)), text: "segment", label: "rule")),
      ], legend: .inside(.topLeft))
    let bars = Panel(
      x: Axis(scale: .category(["setosa", "变色鸢尾"])),
      marks: [.bars(.init([.init([0.2, .infinity], label: "p"), .init([-0.1, .nan], label: "q")]))],
      legend: .right)
    return Figure(
      title: "Everything", subtitle: "all", caption: "once", rows: [[map], [lines, bars]], height: 700)
  }

  private func frames(_ list: DisplayList) -> [DisplayList.Frame] {
    list.commands.compactMap { command in
      if case .frame(let frame) = command { return frame }
      return nil
    }
  }

  private func fills(_ list: DisplayList) -> [(path: Path, colour: Colour)] {
    list.commands.compactMap { command in
      if case .fill(let path, let colour, _) = command { return (path, colour) }
      return nil
    }
  }

  /// The area of a path of straight pieces, each counted by its sense of rotation on the page.
  private func area(_ path: Path) -> Double {
    var pieces: [[SIMD2<Double>]] = []
    for (verb, point) in zip(path.verbs.filter { $0 != .close }, path.points) {
      if verb == .move { pieces.append([]) }
      pieces[pieces.count - 1].append(point)
    }
    return -signedArea(pieces)
  }

  @Test func bandsShareOutTheWholePlot() {
    // f = x over 0…4 in bands of 1: four equal areas, each painted as all that is above its lower level.
    let grid = SampleGrid(x: Extent(0, 4), y: Extent(0, 1), columns: 14, rows: 5) { x, _ in x }
    let bands = Mark.Bands(grid, levels: [0, 1, 2, 3, 4], colours: ColourScale(.viridis, over: Extent(0, 4)))
    let list = Figure(panel: Panel(marks: [.bands(bands)])).displayList()
    let plot = frames(list)[0].plot
    let whole = plot.width * plot.height
    for (index, colour) in bands.bandColours.enumerated() {
      let own = fills(list).filter { $0.colour == colour }
      #expect(own.count == 1)
      #expect(abs(area(own[0].path) / whole - (1 - Double(index) / 4)) < 1e-9)
    }
  }

  @Test func bandLevelsAreRoundAndCoverTheValues() {
    #expect(Mark.Bands.levels(over: Extent(0, 1)) == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    #expect(Mark.Bands.levels(over: Extent(-2.9, 2.9), count: 6) == [-3, -2, -1, 0, 1, 2, 3])
    #expect(Mark.Bands.levels(over: Extent(2, 2)).count >= 2)
    #expect(Mark.Bands.levels(over: .empty).count >= 2)
  }

  @Test func valuesOfOneSizeFillThePlotWithOneColour() {
    let grid = SampleGrid(x: Extent(0, 1), y: Extent(0, 1), columns: 4, rows: 4) { _, _ in 2 }
    let bands = Mark.Bands(
      grid, levels: [-3, -2, -1, 0, 1, 2, 3], colours: ColourScale(diverging: .buRd, over: Extent(-3, 3)))
    let list = Figure(panel: Panel(marks: [.bands(bands)])).displayList()
    let plot = frames(list)[0].plot
    let top = fills(list).last { abs(area($0.path) - plot.width * plot.height) < 1e-6 }
    #expect(top?.colour == bands.bandColours[5])
  }

  @Test func equalAspectMakesUnitsEqual() {
    for aspect in [Panel.Aspect.equal, .equalFilling] {
      let panel = Panel(x: Axis(domain: Extent(-3, 3)), y: Axis(domain: Extent(-1, 1)), aspect: aspect)
      let frame = frames(Figure(panel: panel).displayList())[0]
      let across = frame.plot.width / frame.x.domain.length
      let up = frame.plot.height / frame.y.domain.length
      #expect(abs(across - up) < 1e-9 * across)
      #expect(frame.x.domain.lower <= -3 && frame.x.domain.upper >= 3)
    }
  }

  @Test func zeroArrowsAreDotsAndFarOnesLeftOut() {
    let origins = [SIMD2(0.0, 0.0), SIMD2(1.0, 1.0), SIMD2(2.0, .nan)]
    let arrows = Mark.Arrows(at: origins, vectors: [SIMD2(0, 0), SIMD2(1, 0), SIMD2(1, 1), SIMD2(5, 5)])
    let list = Figure(panel: Panel(marks: [.arrows(arrows)])).displayList()
    let path = fills(list).last?.path
    #expect(path?.verbs.filter { $0 == .move }.count == 2)
    #expect(path?.verbs.filter { $0 == .cubic }.count == 4)
  }

  /// The widths of horizontal arrows, from the lowest up.
  private func widths(_ lengths: [Double], pixels: Double) -> [Double] {
    let origins = lengths.indices.map { SIMD2(0.5, Double($0)) }
    let vectors = lengths.map { SIMD2($0, 0) }
    let arrows = Mark.Arrows(at: origins, vectors: vectors, length: .compressed(longest: pixels))
    let list = Figure(panel: Panel(marks: [.arrows(arrows)])).displayList()
    // An arrow is a polygon of seven points.
    let points = fills(list).last?.path.points ?? []
    return stride(from: 0, to: points.count - points.count % 7, by: 7).map { start in
      let xs = points[start..<start + 7].map { $0.x }
      return (xs.max() ?? 0) - (xs.min() ?? 0)
    }
  }

  @Test func compressedArrowsShowWhatIsWeakAroundAPole() {
    let pole = widths([1000, 1, 1, 1, 1], pixels: 100)
    #expect(pole.count == 5)
    // (1/1000)^(1/3) = 1/10.
    for width in pole.dropFirst() { #expect(abs(width - 100 * tanh(0.1)) < 1e-9) }
    // Where half of them are longer than a quarter of the longest, shares are as they are.
    let mild = widths([1, 0.5, 0.5, 0.3, 0.4], pixels: 100)
    for (width, share) in zip(mild, [1, 0.5, 0.5, 0.3, 0.4]) {
      #expect(abs(width - 100 * tanh(share)) < 1e-9)
    }
  }

  @Test func proportionalArrowsHaveTheirTrueLength() {
    let arrows = Mark.Arrows(
      at: [SIMD2(1, 1)], vectors: [SIMD2(2, 0)], length: .proportional(factor: 0.5), pivot: .tail)
    let panel = Panel(x: Axis(domain: Extent(0, 4)), y: Axis(domain: Extent(0, 2)), marks: [.arrows(arrows)])
    let list = Figure(panel: panel).displayList()
    let plot = frames(list)[0].plot
    let xs = fills(list).last?.path.points.map { $0.x } ?? []
    #expect(abs((xs.max() ?? 0) - (plot.x + plot.width / 2)) < 1e-9)
    #expect(abs((xs.min() ?? 0) - (plot.x + plot.width / 4)) < 1e-9)
  }

  /// Small multiples: what all panels call by one name stands once, above them, and they are as large as without legends.
  @Test func oneLegendServesAllPanels() {
    let line = Mark.Line([SIMD2(0, 0), SIMD2(1, 1)], label: "first")
    let points = Mark.Points([SIMD2(0, 0)], label: "second")
    let panels = [Panel(marks: [.line(line), .points(points)]), Panel(marks: [.line(line)])]
    func texts(_ figure: Figure) -> [String] {
      figure.displayList().commands.compactMap { command in
        if case .text(let run) = command { return run.text }
        return nil
      }
    }
    var figure = Figure(rows: [panels])
    #expect(texts(figure).filter { $0 == "first" }.count == 2)
    figure.hasSharedLegend = true
    #expect(texts(figure).filter { $0 == "first" }.count == 1)
    #expect(texts(figure).filter { $0 == "second" }.count == 1)
    let heights = frames(figure.displayList()).map { $0.plot.height }
    #expect(heights.count == 2 && heights[0] == heights[1])
    let bare = Figure(rows: [panels.map { Panel(marks: $0.marks, legend: .hidden) }])
    let room = frames(bare.displayList()).map { $0.plot.height }
    // One row of the legend and the gap below it.
    #expect(room[0] - heights[0] > 20 && room[0] - heights[0] < 40)
  }

  @Test func everythingIsInsideThePage() {
    for theme in [Theme.light, .dark] {
      let list = FigureTests.everything().displayList(theme: theme)
      #expect(frames(list).map { $0.panel } == [0, 1, 2])
      for command in list.commands {
        guard case .text(let run) = command, run.rotation == 0 else { continue }
        let width = TextMetrics.width(run.text, size: run.size, weight: run.weight)
        let start = run.position.x - (run.anchor == .start ? 0 : run.anchor == .middle ? width / 2 : width)
        #expect(start >= 0 && start + width <= list.width + 1, "\(run.text)")
        #expect(run.position.y > 0 && run.position.y < list.height, "\(run.text)")
      }
    }
  }

  private func strangeMarks(_ list: [SIMD2<Double>], _ empty: SampleGrid) -> [Mark] {
    return [
      .line(.init(list, form: .circle)), .points(.init(list)), .area(.init(under: list)),
      .polylines(.init([list, []])),
      .arrows(.init(at: list, vectors: list, length: .proportional(key: 1))),
      .shape(.init(.polygon(list))),
      .arrows(.init(at: list, vectors: [], colours: ColourScale(.viridis, over: .empty))),
      .bars(.init([.init(list.map { $0.y })], isHorizontal: true)), .bars(.init([])),
      .bands(.init(empty, colours: ColourScale(.viridis, over: empty.range))),
      .contours(.init(empty, isLabelled: true)),
      .heatMap(.init(empty, colours: ColourScale(.viridis, over: .empty))),
      .annotation(.init("x", at: list.first ?? SIMD2(Double.nan, 0))),
    ]
  }

  private func draw(_ marks: [Mark], _ scale: Scale.Kind, _ aspect: Panel.Aspect) {
    let panel = Panel(
      x: Axis("x", scale: scale), y: Axis("y", scale: scale), marks: marks,
      colourBar: ColourBar(ColourScale(.viridis, over: .empty)), aspect: aspect)
    #expect(Figure(panel: panel).displayList().svgBytes().count > 200)
  }

  @Test func strangeDataDoNotCrash() {
    let nan = Double.nan
    let lists: [[SIMD2<Double>]] = [
      [], [SIMD2(3, 5)], [SIMD2(1, 2), SIMD2(2, 2)], [SIMD2(nan, nan)],
      [SIMD2(-1e308, -1e308), SIMD2(1e308, 1e308)],
      [SIMD2(0, 0), SIMD2(Double(bitPattern: 0x1268_8B70_E62B), Double(bitPattern: 0x1268_8B70_E62B))],
      [SIMD2(.infinity, -.infinity)],
      [SIMD2(1e15, 1), SIMD2(1e15 + 1, 2)],
    ]
    let scales: [Scale.Kind] = [
      .linear, .logarithmic, .symmetricLogarithmic(infinity: true), .category([]), .category(["a", "b"]),
    ]
    let empty = SampleGrid(x: Extent(0, 0), y: Extent(0, 1), columns: 1, rows: 0) { _, _ in 0 }
    for list in lists {
      for mark in strangeMarks(list, empty) { draw([mark], .linear, .free) }
      for scale in scales {
        let marks = strangeMarks(list, empty)
        for aspect in [Panel.Aspect.free, .equal, .equalFilling] { draw(marks, scale, aspect) }
      }
    }
    for (width, height) in [(0.0, 0.0), (nan, .infinity), (30, 20), (-5, 1e9)] {
      let figure = Figure(
        title: "t", caption: "c", rows: [[Panel(title: "p")], [], [Panel()]], width: width, height: height)
      #expect(!figure.displayList().encoded().isEmpty)
    }
    #expect(!Figure(rows: []).displayList().svg().isEmpty)
  }
}
