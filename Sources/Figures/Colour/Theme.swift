/// What a thing is painted with: a role that the theme fills, or one fixed colour.
public struct Paint: Equatable, Sendable {
  enum Role: Equatable, Sendable {
    case accent
    case ink
    case quiet
    case background
    case series(Int)
    case fixed(Colour)
  }

  let role: Role
  let strength: Double

  init(_ role: Role, strength: Double = 1) {
    self.role = role
    self.strength = strength
  }

  /// The theme's one strong colour.
  public static let accent = Paint(.accent)
  /// The colour of text.
  public static let ink = Paint(.ink)
  /// A colour for what should stay in the background.
  public static let quiet = Paint(.quiet)
  /// The colour of the page.
  public static let background = Paint(.background)
  /// Dark in every theme, a little transparent: for lines and labels over coloured bands.
  public static let overlay = Paint(.fixed(Colour(rgba: 0x1B23_30CC)))
  /// The colour of the n-th category, counted from 0; after the last one they begin again.
  public static func series(_ index: Int) -> Paint { Paint(.series(index)) }
  /// One colour whatever the theme.
  public static func colour(_ colour: Colour) -> Paint { Paint(.fixed(colour)) }

  /// The same paint, more transparent by a factor in 0…1.
  public func opacity(_ factor: Double) -> Paint { Paint(role, strength: strength * factor) }
}

/// The look of a figure: its colours and type sizes.
public struct Theme: Sendable {
  /// The page.
  public var background: Colour
  /// Titles and texts.
  public var ink: Colour
  /// Axes, tick labels, captions.
  public var quiet: Colour
  /// Grid lines.
  public var grid: Colour
  /// The one strong colour.
  public var accent: Colour
  /// The colours of categories, told apart with colour-deficient sight too.
  public var series: [Colour]
  /// The size of the figure's title in CSS pixels.
  public var titleSize = 17.0
  /// The size of panel titles and axis labels.
  public var labelSize = 13.5
  /// The size of tick labels, legends and captions.
  public var tickSize = 12.5

  /// Dark on white.
  ///
  /// Series after Okabe & Ito, "Color Universal Design", 2008, a little deepened.
  public static let light = Theme(
    background: Colour(0xFFFFFF), ink: Colour(0x1B2330), quiet: Colour(0x5B6675), grid: Colour(0xE6E9EE),
    accent: Colour(0x1463B8),
    series: [0x1463B8, 0xD55E00, 0x009E73, 0xB8569B, 0xD99100, 0x3FA9DC, 0x6B7280].map { Colour($0) })

  /// Light on near-black.
  public static let dark = Theme(
    background: Colour(0x12161D), ink: Colour(0xE9EDF3), quiet: Colour(0x9AA6B5), grid: Colour(0x262D38),
    accent: Colour(0x5CB0FF),
    series: [0x5CB0FF, 0xFF8A4C, 0x35D0A0, 0xE48AC8, 0xF2C14E, 0x8FD3F4, 0xA3ADBA].map { Colour($0) })

  /// The colour that a paint has in this theme.
  @export(interface)
  public func colour(_ paint: Paint) -> Colour {
    let base: Colour
    switch paint.role {
    case .accent: base = accent
    case .ink: base = ink
    case .quiet: base = quiet
    case .background: base = background
    case .series(let index):
      let count = series.count
      base = count == 0 ? accent : series[((index % count) + count) % count]
    case .fixed(let colour): base = colour
    }
    return paint.strength == 1 ? base : base.opacity(paint.strength)
  }
}
