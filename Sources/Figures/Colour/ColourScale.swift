/// Values to colours: a map stretched over an extent.
public struct ColourScale: Sendable {
  /// The colours.
  public var map: ColourMap
  /// The values at the two ends of the map, never degenerate.
  public let domain: Extent

  /// Colours from the lowest to the highest value.
  public init(_ map: ColourMap, over domain: Extent) {
    self.map = map
    self.domain = Scale(.linear, domain: domain).domain
  }

  /// Colours centred on a value (zero unless said otherwise): equally far on both sides, so that the
  /// map's middle means exactly that value.
  public init(diverging map: ColourMap, over domain: Extent, around centre: Double = 0) {
    let reach = domain.isEmpty ? 1 : Swift.max(abs(domain.lower - centre), abs(domain.upper - centre))
    self.map = map
    self.domain =
      reach > 0 && reach.isFinite
      ? Extent(centre - reach, centre + reach) : Extent(centre - 1, centre + 1)
  }

  /// The colour of a value; beyond the ends the colour of the end.
  public func callAsFunction(_ value: Double) -> Colour {
    let half = domain.upper * 0.5 - domain.lower * 0.5
    return map((value * 0.5 - domain.lower * 0.5) / half)
  }
}
