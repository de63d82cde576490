import Elementary
import Figures
import Formats

/// Losses against the iteration, on a logarithmic axis where they allow it.
///
/// ```swift
/// let curves = [LossPicture.Curve(path.losses, paint: .series(0))]
/// LossPicture(curves).figure
/// ```
public struct LossPicture: Sendable {
  /// The losses of one path.
  public struct Curve: Sendable {
    /// The loss at each iteration, the start first.
    public let losses: [Double]
    /// The paint of the line.
    public let paint: Paint
    /// Lengths drawn and left out in turn.
    public let dash: [Double]
    /// The name in the legend; empty for none.
    public let label: String

    /// The losses of one path.
    public init(_ losses: [Double], paint: Paint, dash: [Double] = [], label: String = "") {
      self.losses = losses
      self.paint = paint
      self.dash = dash
      self.label = label
    }
  }

  /// The losses of all paths.
  public var curves: [Curve]
  /// The language of the labels.
  public var language: Language
  /// The width in CSS pixels.
  public var width = 360.0
  /// The height in CSS pixels.
  public var height = 220.0

  /// A picture of some paths.
  public init(_ curves: [Curve], language: Language = .english) {
    self.curves = curves
    self.language = language
  }

  /// The figure.
  @export(interface)
  public var figure: Figure {
    let range = LossRange(curves)
    var marks: [Mark] = []
    for curve in curves {
      let points = curve.losses.enumerated().map { SIMD2(Double($0), range.shown($1)) }
      marks.append(
        .line(Mark.Line(points, paint: curve.paint, width: 1.8, dash: curve.dash, label: curve.label)))
    }
    let steps = curves.reduce(1) { Swift.max($0, range.lastStep(of: $1.losses)) }
    let panel = Panel(
      x: Axis(language.text("iteration", "迭代次数"), domain: Extent(0, Double(steps))),
      y: Axis(
        language.text("loss", "损失"), scale: range.isLogarithmic ? .logarithmic : .linear, domain: range.extent
      ),
      marks: marks)
    return Figure(panel: panel, width: width, height: height, summary: summary)
  }

  private var summary: String {
    language.text("The loss against the iteration", "损失随迭代次数的变化")
  }
}

/// What of the losses is shown, and how.
struct LossRange {
  /// Whether the axis is logarithmic: no loss is negative, and some are a hundredth of others.
  let isLogarithmic: Bool
  /// The losses that are shown.
  let extent: Extent

  init(_ curves: [LossPicture.Curve]) {
    var lowest = Double.infinity
    var highest = -Double.infinity
    var leastPositive = Double.infinity
    for curve in curves {
      for loss in curve.losses where loss.isFinite {
        lowest = Swift.min(lowest, loss)
        highest = Swift.max(highest, loss)
        if loss > 0 { leastPositive = Swift.min(leastPositive, loss) }
      }
    }
    let first = curves.first?.losses.first ?? 1
    guard lowest <= highest else {
      isLogarithmic = false
      extent = Extent(0, 1)
      return
    }
    // What rises beyond all bounds is not to press the others flat.
    if lowest >= 0, highest > 100 * Swift.max(lowest, 1e-300), first > 0 {
      isLogarithmic = true
      let lower = Swift.max(leastPositive, 1e-14 * first)
      extent = Extent(lower * 0.5, Swift.min(highest, 1e3 * first) * 2)
      return
    }
    isLogarithmic = false
    let size = Swift.max(first.magnitude, 1e-12)
    let upper = Swift.min(highest, first + 2 * size)
    let isFalling = lowest < first - 1e3 * size
    let lower = isFalling ? first - 2.5 * size : lowest
    let room = 0.05 * (upper - lower)
    extent = Extent(lower - room, upper + room)
  }

  /// The last step whose loss is seen, and one more, which leads away.
  func lastStep(of losses: [Double]) -> Int {
    for step in stride(from: losses.count - 1, to: 0, by: -1) {
      let loss = losses[step]
      if loss >= extent.lower, loss <= extent.upper { return Swift.min(step + 1, losses.count - 1) }
    }
    return 0
  }

  /// A loss where the axis has a place for it; just beyond its end where it has none, so that the line leads there.
  func shown(_ loss: Double) -> Double {
    if loss.isNaN { return .nan }
    let room = extent.upper - extent.lower
    if isLogarithmic { return Swift.min(Swift.max(loss, extent.lower / 10), extent.upper * 10) }
    return Swift.min(Swift.max(loss, extent.lower - room), extent.upper + room)
  }
}
