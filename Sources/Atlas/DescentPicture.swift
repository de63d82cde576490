import Descent
import Fields
import Figures
import Flows

/// Several optimizers on their way down a loss of the plane, beside the gradient flow from the same start.
public struct DescentPicture: Sendable {
  /// The ways of the optimizers.
  public var paths: [DescentPath]
  /// The gradient flow, drawn as a dashed line.
  public var flow: GradientFlow?
  /// The part of the plane that is shown.
  public var window: Window
  /// The language of the labels.
  public var language = Language.english
  /// The heading; empty for none.
  public var title = ""
  /// The width in CSS pixels.
  public var width = 720.0
  /// The height in CSS pixels.
  public var height = 560.0

  /// A picture of a window.
  public init(_ paths: [DescentPath], flow: GradientFlow?, window: Window) {
    self.paths = paths
    self.flow = flow
    self.window = window
  }

  /// The figure over the level lines of the loss.
  public func figure(of loss: some ScalarField) -> Figure {
    var figure = Figure(title: title, panel: panel(loss, in: window), width: width, height: height)
    // The plot shows more of the plane than was asked for; the level lines go as far.
    if let plot = figure.plots.first { figure.rows = [[panel(loss, in: plot.window)]] }
    figure.summary = language.text("Optimizers on their way down a loss", "各优化器在损失函数上的下降路径")
    return figure
  }

  private func panel(_ loss: some ScalarField, in shown: Window) -> Panel {
    var marks: [Mark] = [.levelLines(of: loss, over: shown)]
    if let flow {
      let line = FlowPicture.line(flow.solution)
      marks.append(
        .line(
          Mark.Line(
            line, paint: .ink, width: 1.6, dash: [5, 4], label: language.text("gradient flow", "梯度流"))))
    }
    for (index, path) in paths.enumerated() {
      let points = path.points.map { SIMD2($0[0], $0[1]) }
      let form: Mark.Points.Form? = points.count <= 60 ? .circle : nil
      marks.append(
        .line(Mark.Line(points, paint: .series(index), width: 1.8, form: form, label: "\(path.name)")))
    }
    if let start = paths.first?.points.first {
      marks.append(.points(Mark.Points([SIMD2(start[0], start[1])], form: .ring, paint: .ink, size: 10)))
    }
    return Panel(
      x: Axis("x", domain: Extent(window.minX, window.maxX)),
      y: Axis("y", domain: Extent(window.minY, window.maxY)), marks: marks, aspect: .equalFilling)
  }
}
