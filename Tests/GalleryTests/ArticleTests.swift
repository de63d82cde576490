import Atlas
import Figures
import Gallery
import Testing

/// The examples of the article `Gallery.md`, word for word but for `print`.
@Suite struct ArticleTests {
  @Test func theNumbersOfTheGallery() {
    var lines: [String] = []
    for demonstration in Gallery.demonstrations {
      for number in demonstration.numbers {
        lines.append(number.symbol + " = " + number.text + " " + number.unit.english)
      }
    }
    for line in [
      "|∇f| = 0.6065 per cm", "min ∇·F = 2 cm/cm", "∮F·dr/A = 2.0000 cm/cm", "H(p) = ln 3 = 1.0986 nats",
      "H(p) = log₂ 3 = 1.5850 bits", "D(p‖q) = 0.0487275 nats", "D(q‖p) = 0.0436921 nats",
      "JS(p, q) = 0.1157735 nats", "D∞ = 0.1053605 nats",
    ] { #expect(lines.contains(line), "\(line)") }
  }

  @Test func theChinesePage() {
    let page = GalleryPage(language: .simplifiedChinese)
    #expect(GalleryPage.name(page.language) == "index.zh-Hans.html")
    #expect(page.html().contains("旋度"))
  }
}
