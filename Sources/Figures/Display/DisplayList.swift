/// A drawing: a size and the commands that paint it in order, all colours and places resolved.
///
/// The same list becomes SVG (``svg()``), words for a canvas (``encoded()``), or PNG and PDF.
public struct DisplayList: Sendable {
  /// Which parts of a self-overlapping path are inside.
  public enum FillRule: UInt32, Sendable {
    /// Inside where the winding number is not zero.
    case nonzero = 0
    /// Inside where the winding number is odd.
    case evenOdd = 1
  }

  /// How a line ends.
  public enum Cap: UInt32, Sendable {
    /// At its end point.
    case butt = 0
    /// By a half circle.
    case round = 1
    /// By half a square.
    case square = 2
  }

  /// How a line turns a corner.
  public enum Join: UInt32, Sendable {
    /// By a point.
    case miter = 0
    /// By an arc.
    case round = 1
    /// By a cut.
    case bevel = 2
  }

  /// How a path is stroked.
  public struct Stroke: Sendable {
    /// The colour.
    public var colour: Colour
    /// The width in CSS pixels.
    public var width: Double
    /// Lengths drawn and left out in turn; empty for an unbroken line.
    public var dash: [Double]
    /// How lines end.
    public var cap: Cap
    /// How lines turn.
    public var join: Join

    /// A stroke.
    public init(
      _ colour: Colour, width: Double = 1, dash: [Double] = [], cap: Cap = .butt, join: Join = .miter
    ) {
      self.colour = colour
      self.width = width
      self.dash = dash
      self.cap = cap
      self.join = join
    }
  }

  /// Where a panel's plot lies and what its axes mean; drawn as nothing, read by whoever maps a pointer.
  public struct Frame: Sendable {
    /// The panel, counted in reading order.
    public var panel: Int
    /// The plot in CSS pixels.
    public var plot: Box
    /// The horizontal scale.
    public var x: Scale
    /// The vertical scale; its lower end is at the plot's bottom.
    public var y: Scale

    /// The place and scales of a panel.
    public init(panel: Int, plot: Box, x: Scale, y: Scale) {
      self.panel = panel
      self.plot = plot
      self.x = x
      self.y = y
    }
  }

  /// One step of painting.
  public enum Command: Sendable {
    /// Fills a path.
    case fill(Path, Colour, FillRule)
    /// Strokes a path.
    case stroke(Path, Stroke)
    /// Writes a line of text.
    case text(TextRun)
    /// Draws an image stretched over a rectangle.
    case image(PixelImage, Box)
    /// Draws only inside a rectangle until the matching `popClip`.
    case pushClip(Box)
    /// Ends the innermost clip.
    case popClip
    /// Says where a panel is.
    case frame(Frame)
  }

  /// The width in CSS pixels.
  public var width: Double
  /// The height in CSS pixels.
  public var height: Double
  /// A short name for those who cannot see the picture.
  public var title: String
  /// A longer description for those who cannot see the picture.
  public var summary: String
  /// The commands in order.
  public private(set) var commands: [Command] = []

  /// An empty drawing; sizes are clamped to 1…16384.
  public init(width: Double, height: Double, title: String = "", summary: String = "") {
    func clamp(_ value: Double) -> Double { value > 1 ? Swift.min(value, 16_384) : 1 }
    self.width = clamp(width)
    self.height = clamp(height)
    self.title = title
    self.summary = summary
  }

  /// Fills a path; nothing is added where nothing would be seen.
  public mutating func fill(_ path: Path, _ colour: Colour, rule: FillRule = .nonzero) {
    guard !path.isEmpty, colour.rgba & 0xFF != 0 else { return }
    commands.append(.fill(path, colour, rule))
  }

  /// Strokes a path; nothing is added where nothing would be seen.
  public mutating func stroke(_ path: Path, _ stroke: Stroke) {
    guard !path.isEmpty, stroke.width > 0, stroke.colour.rgba & 0xFF != 0 else { return }
    commands.append(.stroke(path, stroke))
  }

  /// Writes a line of text.
  public mutating func text(_ run: TextRun) {
    guard !run.text.isEmpty, run.position.x.isFinite, run.position.y.isFinite else { return }
    commands.append(.text(run))
  }

  /// Draws an image over a rectangle.
  public mutating func image(_ image: PixelImage, in box: Box) {
    guard image.width > 0, image.height > 0, box.width > 0, box.height > 0 else { return }
    commands.append(.image(image, box))
  }

  /// Draws only inside a rectangle until the matching `popClip()`.
  public mutating func pushClip(_ box: Box) { commands.append(.pushClip(box)) }

  /// Ends the innermost clip.
  public mutating func popClip() { commands.append(.popClip) }

  /// Says where a panel is.
  public mutating func frame(_ frame: Frame) { commands.append(.frame(frame)) }
}
