import Atlas
import Figures

extension Gallery {
  /// A text file of the gallery.
  public struct Document: Sendable {
    /// The name of the file, such as "gradient.en.svg".
    public let name: String
    /// What is in it.
    public let text: String
  }

  /// The whole gallery as files of one folder: a page in each language, and each figure in both languages and
  /// both themes (`gradient.en.svg`, `gradient.en.dark.svg`).
  @export(interface)
  public static var documents: [Document] {
    var documents = Language.allCases.map { language in
      Document(name: GalleryPage.name(language), text: GalleryPage(language: language).html())
    }
    for demonstration in demonstrations {
      for language in Language.allCases {
        let figure = demonstration.figure(language: language)
        for isDark in [false, true] {
          documents.append(
            Document(
              name: demonstration.stem(language: language, isDark: isDark) + ".svg",
              text: figure.svg(theme: isDark ? .dark : .light)))
        }
      }
    }
    return documents
  }
}
