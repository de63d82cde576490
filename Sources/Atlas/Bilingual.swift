/// A text in each language, written twice rather than translated.
public struct Bilingual: Sendable, Equatable {
  /// The English text.
  public let english: String
  /// The Chinese text, 简体中文.
  public let chinese: String

  /// A text in each language.
  public init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// A text that is the same in every language, such as a symbol.
  public init(_ both: String) { self.init(both, both) }

  /// The text in a language.
  public func callAsFunction(_ language: Language) -> String { language.text(english, chinese) }
}
