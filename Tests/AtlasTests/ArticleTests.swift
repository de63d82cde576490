import Atlas
import Fields
import Figures
import Information
import Testing

/// The examples of the article `Atlas.md`, word for word but for `print`.
@Suite struct ArticleTests {
  @Test func theVortex() throws {
    let window = Window(minX: -3, maxX: 3, minY: -2, maxY: 2)
    let vortex = try VectorExpressionField("-y, x")
    let figure = FieldPicture(window: window, layers: [.curl, .streamlines]).figure(of: vortex)
    let document = figure.svg(theme: .dark)
    #expect(document.contains("<image") && document.contains("∇×"))
  }

  @Test func theImpossibleTails() throws {
    let p = try Distribution([0.5, 0.5])
    let q = try Distribution([1, 0])
    let picture = try DistributionPicture(p: p, q: q, names: ["heads", "tails"])
    let terms = try picture.terms()
    #expect(terms.svg().contains("∞"))
  }
}
