import Elementary

/// One line of text at one place.
public struct TextRun: Sendable {
  /// Which end of the text stands at its place.
  public enum Anchor: UInt32, Sendable {
    /// The text begins there.
    case start = 0
    /// The text is centred there.
    case middle = 1
    /// The text ends there.
    case end = 2
  }

  /// Which height of the text stands at its place.
  public enum Baseline: UInt32, Sendable {
    /// The line that letters stand on.
    case alphabetic = 0
    /// The middle of capitals and digits.
    case middle = 1
    /// The top of tall letters.
    case top = 2
  }

  /// The text.
  public var text: String
  /// Where it stands, in CSS pixels.
  public var position: SIMD2<Double>
  /// The font size in CSS pixels.
  public var size: Double
  /// Which end stands at the position.
  public var anchor: Anchor
  /// Which height stands at the position.
  public var baseline: Baseline
  /// The angle in degrees, clockwise, about the position.
  public var rotation: Double
  /// The weight, 400 regular … 700 bold.
  public var weight: Int
  /// Whether the text leans.
  public var isItalic: Bool
  /// The colour.
  public var colour: Colour

  /// A line of text.
  @export(interface)
  public init(
    _ text: String, at position: SIMD2<Double>, size: Double, anchor: Anchor = .start,
    baseline: Baseline = .alphabetic, rotation: Double = 0, weight: Int = 400, isItalic: Bool = false,
    colour: Colour
  ) {
    self.text = text
    self.position = position
    self.size = size
    self.anchor = anchor
    self.baseline = baseline
    self.rotation = rotation
    self.weight = weight
    self.isItalic = isItalic
    self.colour = colour
  }

  /// The families tried in order, the same for every output.
  public static let families = [
    "Noto Sans", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "DejaVu Sans",
    "Helvetica", "Arial", "sans-serif",
  ]

  /// The same text placed by its alphabetic baseline.
  ///
  /// Fonts and renderers disagree about "middle" and "top"; here they are fixed shares of the size
  /// (0.36 and 0.88 em above the baseline), so that every output puts the letters at the same height.
  @export(interface)
  public var onAlphabeticBaseline: TextRun {
    let drop: Double
    switch baseline {
    case .alphabetic: return self
    case .middle: drop = 0.36 * size
    case .top: drop = 0.88 * size
    }
    var run = self
    let angle = rotation * Double.pi / 180
    // Quarter turns are exact, so that texts along an axis share one coordinate.
    let isUpright = rotation == 0
    let sine = isUpright ? 0 : Double.sin(angle)
    let cosine = isUpright ? 1 : Double.cos(angle)
    run.position += SIMD2(-sine * drop, cosine * drop)
    run.baseline = .alphabetic
    return run
  }
}
