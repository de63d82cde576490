/// One axis of a panel: what it shows and how.
public struct Axis: Sendable {
  /// What the axis shows.
  public var label: String
  /// The unit, written in parentheses after the label; empty for none.
  public var unit: String
  /// The kind of scale.
  public var scale: Scale.Kind
  /// The values shown; nil for those of the marks, with some room.
  public var domain: Extent?
  /// Ticks in place of those that the scale chooses.
  public var ticks: [Tick]?
  /// Whether ticks and label are drawn.
  public var isVisible: Bool

  /// An axis.
  public init(
    _ label: String = "", unit: String = "", scale: Scale.Kind = .linear, domain: Extent? = nil,
    ticks: [Tick]? = nil, isVisible: Bool = true
  ) {
    self.label = label
    self.unit = unit
    self.scale = scale
    self.domain = domain
    self.ticks = ticks
    self.isVisible = isVisible
  }

  var caption: String {
    if unit.isEmpty { return label }
    return label.isEmpty ? "(\(unit))" : "\(label) (\(unit))"
  }

  func resolvedTicks(_ scale: Scale, count: Int) -> Ticks {
    guard isVisible else { return Ticks() }
    if let ticks {
      return Ticks(
        major: ticks.filter { scale.position($0.value) >= -1e-9 && scale.position($0.value) <= 1 + 1e-9 })
    }
    return scale.ticks(count: count)
  }
}
