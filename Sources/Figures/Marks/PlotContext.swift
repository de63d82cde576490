/// What a mark draws with: the drawing so far, the plot's place, its scales and the theme.
struct PlotContext {
  var list: DisplayList
  let theme: Theme
  let plot: Box
  let x: Scale
  let y: Scale

  /// Where a point of the data lies on the page; NaN where a scale has no place for it.
  func place(_ point: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(plot.x + x.position(point.x) * plot.width, plot.bottom - y.position(point.y) * plot.height)
  }

  /// Pixels to the right and upwards for one unit of the data at a point.
  func pixelsPerUnit(at point: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(slope(x, at: point.x) * plot.width, slope(y, at: point.y) * plot.height)
  }

  private func slope(_ scale: Scale, at value: Double) -> Double {
    if scale.isLinear || scale.isCategory { return 1 / scale.domain.length }
    let step = scale.domain.length * 1e-6
    return (scale.position(value + step) - scale.position(value)) / step
  }

  /// A typical distance in pixels between neighbours when so many things share the plot.
  func spacing(of count: Int) -> Double {
    (plot.width * plot.height / Double(Swift.max(count, 1))).squareRoot()
  }

  func colour(_ paint: Paint) -> Colour { theme.colour(paint) }
}

extension SIMD2<Double> {
  var isFinite: Bool { x.isFinite && y.isFinite }
  var length: Double { (x * x + y * y).squareRoot() }
}
