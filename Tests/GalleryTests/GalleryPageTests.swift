import Atlas
import Foundation
import Gallery
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct GalleryPageTests {
  /// What a strict XML parser saw of a page.
  private final class Reader: NSObject, XMLParserDelegate {
    var images: [(source: String, alternative: String)] = []
    var links: [String] = []
    var identifiers: [String] = []
    var elements: Set<String> = []
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      elements.insert(element)
      if element == "img" { images.append((attributes["src"] ?? "", attributes["alt"] ?? "")) }
      if element == "source" { links.append(attributes["srcset"] ?? "") }
      if let link = attributes["href"] { links.append(link) }
      if let identifier = attributes["id"] { identifiers.append(identifier) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  }

  private func read(_ text: String) throws -> Reader {
    let reader = Reader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    let isWhole = parser.parse()
    try #require(isWhole, "line \(parser.lineNumber): \(String(describing: parser.parserError))")
    return reader
  }

  @Test(arguments: Language.allCases)
  func thePageShowsEveryFigureWithItsNumbers(language: Language) throws {
    let page = try read(GalleryPage(language: language).html())
    let demonstrations = Gallery.demonstrations
    #expect(page.images.map { $0.source } == demonstrations.map { "\($0.identifier).\(language.tag).svg" })
    #expect(page.images.map { $0.alternative } == demonstrations.map { $0.summary(language) })
    let anchors = Gallery.chapters.flatMap { [$0.identifier] + $0.demonstrations.map { $0.identifier } }
    #expect(page.identifiers == anchors)
    for chapter in Gallery.chapters {
      #expect(page.links.contains("#" + chapter.identifier))
      #expect(page.text.contains(chapter.name(language)) && page.text.contains(chapter.lead(language)))
    }
    for demonstration in demonstrations {
      #expect(page.links.contains("#" + demonstration.identifier))
      #expect(page.text.contains(demonstration.name(language)))
      #expect(page.text.contains(demonstration.caption(language)))
      for number in demonstration.numbers {
        #expect(page.text.contains(number.text) && page.text.contains(number.name(language)))
      }
    }
  }

  @Test(arguments: Language.allCases)
  func thePageStandsAlone(language: Language) throws {
    let html = GalleryPage(language: language).html()
    let page = try read(html)
    #expect(!page.elements.contains("script") && page.elements.contains("style"))
    #expect(html.contains("prefers-color-scheme: dark") && html.contains("name=\"viewport\""))
    // Every link leads into the page or to a file of the same folder that is written with it.
    var names = Set(Language.allCases.map { GalleryPage.name($0) })
    for demonstration in Gallery.demonstrations {
      for isDark in [false, true] {
        names.insert(demonstration.stem(language: language, isDark: isDark) + ".svg")
      }
    }
    for link in page.links where !link.hasPrefix("#") { #expect(names.contains(link), "\(link)") }
    for image in page.images { #expect(names.contains(image.source)) }
    #expect(!html.replacing("http://www.w3.org/1999/xhtml", with: "").contains("http"))
  }

  @Test func theWholeGalleryIsWellFormed() throws {
    let documents = Gallery.documents
    #expect(documents.count == 2 + Gallery.demonstrations.count * 2 * 2)
    #expect(Set(documents.map { $0.name }).count == documents.count)
    for document in documents { _ = try read(document.text) }
  }
}
