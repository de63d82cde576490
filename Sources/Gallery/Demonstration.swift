import Atlas
import Figures
import Formats

/// One page of the gallery: a figure of real data, what it shows in words, and the numbers behind it.
public struct Demonstration: Sendable {
  /// A number that the page shows, computed by the core.
  public struct Number: Sendable, Equatable {
    /// What is counted or measured.
    public let name: Bilingual
    /// How it is written in a formula, such as "H(p)".
    public let symbol: String
    /// The number, as exact as the core knows it.
    public let value: Double
    /// The unit; empty for a number without one.
    public let unit: Bilingual
    /// How many decimals are shown.
    public let places: Int

    /// A number with its unit and how many decimals of it are shown.
    public init(_ name: Bilingual, _ symbol: String, _ value: Double, _ unit: Bilingual, places: Int) {
      self.name = name
      self.symbol = symbol
      self.value = value
      self.unit = unit
      self.places = places
    }

    /// The number as it is shown: "1.5850", "∞", and "2" without decimals where it is exactly 2.
    public var text: String {
      Decimal.fixed(value, places: value == value.rounded() ? 0 : places, minus: .typographic)
    }
  }

  /// A short name for files and links, such as "gradient".
  public let identifier: String
  /// What is shown, in a word or two.
  public let name: Bilingual
  /// The heading of the figure: what is to be seen there.
  public let title: Bilingual
  /// What the figure shows and why it is so, in a few sentences.
  public let caption: Bilingual
  /// The figure in words, for those who cannot see it.
  public let summary: Bilingual
  /// The numbers that belong to the figure, computed on request.
  public var numbers: [Number] { compute() }
  /// The width and height of the figure in CSS pixels.
  public let size: SIMD2<Double>
  private let compute: @Sendable () -> [Number]
  private let draw: @Sendable (inout Figure, Language) -> Void

  /// A demonstration whose figure is drawn on request: `draw` fills an empty one that has its heading and size.
  @export(interface)
  public init(
    _ identifier: String, name: Bilingual, title: Bilingual, caption: Bilingual, summary: Bilingual,
    numbers: @autoclosure @escaping @Sendable () -> [Number], size: SIMD2<Double>,
    draw: @escaping @Sendable (inout Figure, Language) -> Void
  ) {
    self.identifier = identifier
    self.name = name
    self.title = title
    self.caption = caption
    self.summary = summary
    compute = numbers
    self.size = size
    self.draw = draw
  }

  /// The figure in a language.
  public func figure(language: Language) -> Figure {
    var figure = Figure(
      title: title(language), rows: [], width: size.x, height: size.y, summary: summary(language))
    draw(&figure, language)
    return figure
  }

  /// The name of the figure's file without the ending: "gradient.en", "gradient.zh-Hans.dark".
  public func stem(language: Language, isDark: Bool = false) -> String {
    identifier + "." + language.tag.description + (isDark ? ".dark" : "")
  }
}
