import Atlas
import Figures

/// The page that shows all demonstrations, chapter by chapter, with their captions and numbers: one HTML file without
/// scripts.
///
/// It stands beside the figures' files and names them relatively; it is well-formed XML as well, follows the light
/// or dark theme of its reader, and is as readable on a phone as on a wall.
///
/// ```swift
/// for document in Gallery.documents { print(document.name, document.text.utf8.count) }
/// ```
public struct GalleryPage: Sendable {
  /// The language of the page.
  public let language: Language
  /// What it shows, in this order.
  public var chapters: [Chapter]

  /// The languages in which there is such a page, which link to each other.
  public var languages: [Language]

  /// The page of the whole gallery in a language.
  public init(
    language: Language, languages: [Language] = Language.allCases, chapters: [Chapter] = Gallery.chapters
  ) {
    self.language = language
    self.languages = languages
    self.chapters = chapters
  }

  /// The name of the page's file: "index.html", "index.zh-Hans.html".
  public static func name(_ language: Language) -> String {
    language == .english ? "index.html" : "index." + language.tag.description + ".html"
  }

  /// The page.
  @export(interface)
  public func html() -> String {
    var writer = MarkupWriter()
    writer.raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
    writer.raw(language.tag.description)
    writer.raw("\">\n")
    writeHead(&writer)
    writer.raw("<body>\n")
    writeHeader(&writer)
    writer.raw("<main>\n")
    var number = 1
    for chapter in chapters {
      write(chapter, from: number, &writer)
      number += chapter.demonstrations.count
    }
    writer.raw("</main>\n<footer>\n<p>")
    writer.text(
      language.text(
        """
        The flowers: 150 irises measured by E. Anderson (1935), published by R. A. Fisher, “The use of multiple \
        measurements in taxonomic problems”, 1936. Every figure is a program, and every number in the tables \
        was computed by Nabla when this page was written.
        """,
        """
        花的数据：E. Anderson 测量的 150 朵鸢尾花（1935），R. A. Fisher 发表于 \
        “The use of multiple measurements in taxonomic problems”（1936）。每幅图都是一段程序，\
        表中每个数都由 Nabla 在生成本页时算出。
        """))
    writer.raw("</p>\n</footer>\n</body>\n</html>\n")
    return writer.string
  }

  private var title: String { language.text("The Nabla gallery", "Nabla 图集") }

  private func writeHead(_ writer: inout MarkupWriter) {
    writer.raw("<head>\n<meta charset=\"utf-8\" />\n")
    writer.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n")
    writer.raw("<meta name=\"color-scheme\" content=\"light dark\" />\n")
    for other in languages where languages.count > 1 {
      writer.raw("<link rel=\"alternate\" hreflang=\"\(other.tag)\" href=\"\(GalleryPage.name(other))\" />\n")
    }
    writer.element("title", title)
    writer.raw("<style>\n")
    writer.raw(GalleryPage.style.description)
    writer.raw("\n</style>\n</head>\n")
  }

  private func writeHeader(_ writer: inout MarkupWriter) {
    writer.raw("<header>\n<p class=\"language\">")
    for other in languages where other != language {
      writer.raw("<a href=\"\(GalleryPage.name(other))\" lang=\"\(other.tag)\" hreflang=\"\(other.tag)\">")
      writer.text(other.text("English", "简体中文"))
      writer.raw("</a>")
    }
    writer.raw("</p>\n")
    writer.element("h1", title)
    writer.raw("<p class=\"lead\">")
    writer.text(
      language.text(
        """
        Ideas about fields and distributions, a figure each: what is to be seen, why it is so, and the numbers behind it.
        """,
        "关于场与分布的概念，一个概念一幅图：看什么，为什么，以及图背后的数。"))
    writer.raw("</p>\n<nav>\n")
    for chapter in chapters { writeContents(chapter, &writer) }
    writer.raw("</nav>\n</header>\n")
  }

  private func writeContents(_ chapter: Chapter, _ writer: inout MarkupWriter) {
    writer.raw("<p><a href=\"#\(chapter.identifier)\">")
    writer.text(chapter.name(language))
    writer.raw("</a></p>\n<ol>\n")
    for demonstration in chapter.demonstrations {
      writer.raw("<li><a href=\"#\(demonstration.identifier)\">")
      writer.text(demonstration.name(language))
      writer.raw("</a></li>\n")
    }
    writer.raw("</ol>\n")
  }

  private func write(_ chapter: Chapter, from number: Int, _ writer: inout MarkupWriter) {
    writer.raw("<section id=\"\(chapter.identifier)\">\n")
    writer.element("h2", chapter.name(language))
    writer.raw("<p class=\"lead\">")
    writer.text(chapter.lead(language))
    writer.raw("</p>\n")
    for (index, demonstration) in chapter.demonstrations.enumerated() {
      write(demonstration, number: number + index, &writer)
    }
    writer.raw("</section>\n")
  }

  private func write(_ demonstration: Demonstration, number: Int, _ writer: inout MarkupWriter) {
    writer.raw("<article id=\"\(demonstration.identifier)\">\n<h3><span>\(number)</span> ")
    writer.text(demonstration.name(language))
    writer.raw("</h3>\n<figure>\n")
    writePicture(demonstration, &writer)
    writer.raw("<figcaption>")
    writer.prose(demonstration.caption(language))
    writer.raw("</figcaption>\n</figure>\n")
    writeNumbers(demonstration, &writer)
    writer.raw("</article>\n")
  }

  private func writePicture(_ demonstration: Demonstration, _ writer: inout MarkupWriter) {
    let light = demonstration.stem(language: language) + ".svg"
    let dark = demonstration.stem(language: language, isDark: true) + ".svg"
    writer.raw("<a class=\"picture\" href=\"\(light)\"><picture>")
    writer.raw("<source media=\"(prefers-color-scheme: dark)\" srcset=\"\(dark)\" />")
    writer.raw(
      "<img src=\"\(light)\" width=\"\(Int(demonstration.size.x))\" height=\"\(Int(demonstration.size.y))\" alt=\""
    )
    writer.text(demonstration.summary(language))
    writer.raw("\" /></picture></a>\n")
  }

  private func writeNumbers(_ demonstration: Demonstration, _ writer: inout MarkupWriter) {
    writer.raw("<table>\n<tbody>\n")
    for number in demonstration.numbers {
      writer.raw("<tr><th scope=\"row\">")
      writer.prose(number.name(language))
      writer.raw("</th><td class=\"symbol\">")
      writer.prose(number.symbol)
      writer.raw("</td><td class=\"value\"><data value=\"\(number.value)\" title=\"\(number.value)\">")
      writer.text(number.text)
      writer.raw("</data></td><td class=\"unit\">")
      writer.prose(number.unit(language))
      writer.raw("</td></tr>\n")
    }
    writer.raw("</tbody>\n</table>\n")
  }
}
