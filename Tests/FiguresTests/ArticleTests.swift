import Figures
import Testing

@Suite struct ArticleTests {
  /// The example of the article `Figures.md`, word for word.
  @Test func theSaddleOfTheArticle() {
    let square = Extent(-2, 2)
    let grid = SampleGrid(x: square, y: square, columns: 81, rows: 81) { x, y in x * x - y * y }
    let bands = Mark.Bands(grid, colours: ColourScale(diverging: .buRd, over: grid.range))
    let panel = Panel(
      x: Axis("x", unit: "m"), y: Axis("y", unit: "m"),
      marks: [.bands(bands), .contours(.init(grid, levels: [0], paint: .overlay))],
      colourBar: ColourBar(bands, label: "f"), aspect: .equal)
    let figure = Figure(title: "A saddle", panel: panel, width: 520, height: 460)
    let document = figure.svg(theme: .dark)
    #expect(document.hasPrefix("<svg xmlns=") && document.hasSuffix("</svg>\n"))
    #expect(document.contains("A saddle"))
  }
}
