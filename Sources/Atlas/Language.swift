/// A language that the pictures speak.
public enum Language: UInt8, Sendable, Equatable, CaseIterable {
  /// English.
  case english
  /// 简体中文.
  case simplifiedChinese

  /// The tag of the language, as in BCP 47.
  public var tag: StaticString {
    switch self {
    case .english: return "en"
    case .simplifiedChinese: return "zh-Hans"
    }
  }

  /// The text in this language.
  public func text(_ english: String, _ chinese: String) -> String {
    self == .english ? english : chinese
  }
}
