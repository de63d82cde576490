import Expressions

extension IntervalBox {
  /// The rectangle of a window.
  public init(_ window: Window) {
    self.init([Interval(window.minX, window.maxX), Interval(window.minY, window.maxY)])
  }
}
