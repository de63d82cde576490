import Elementary

/// A continuous run of colours over 0…1.
///
/// Control colours stand at equal distances; between them each sRGB channel follows a monotone
/// cubic (Fritsch & Carlson, SIAM J. Numer. Anal. 17, 238, 1980), so that no channel overshoots.
public struct ColourMap: Equatable, Sendable {
  private let controls: [SIMD3<Double>]
  private let slopes: [SIMD3<Double>]

  /// A map through control colours at equal distances; none at all makes a black map.
  public init(_ colours: [Colour]) {
    var list = colours.map { SIMD3($0.red, $0.green, $0.blue) }
    if list.isEmpty { list = [SIMD3(0, 0, 0)] }
    if list.count == 1 { list.append(list[0]) }
    controls = list
    slopes = ColourMap.monotoneSlopes(list)
  }

  private static func monotoneSlopes(_ values: [SIMD3<Double>]) -> [SIMD3<Double>] {
    let last = values.count - 1
    return (0...last).map { index in
      var slope = SIMD3<Double>()
      for channel in 0..<3 {
        let before = index > 0 ? values[index][channel] - values[index - 1][channel] : 0
        let after = index < last ? values[index + 1][channel] - values[index][channel] : 0
        if index == 0 {
          slope[channel] = after
        } else if index == last {
          slope[channel] = before
        } else if before * after > 0 {
          slope[channel] = 2 * before * after / (before + after)
        }
      }
      return slope
    }
  }

  /// The colour at a position, clamped to 0…1; NaN counts as 0.
  @export(interface)
  public func callAsFunction(_ position: Double) -> Colour {
    let last = controls.count - 1
    let t = position > 0 ? Swift.min(position, 1) * Double(last) : 0
    let index = Swift.min(Int(t), last - 1)
    let u = t - Double(index)
    let v = 1 - u
    // Hermite's basis on the unit interval.
    let start = (1 + 2 * u) * v * v
    let end = (3 - 2 * u) * u * u
    let leaving = u * v * v
    let arriving = -u * u * v
    var c = controls[index] * start + controls[index + 1] * end
    c += slopes[index] * leaving + slopes[index + 1] * arriving
    return Colour(red: c.x, green: c.y, blue: c.z)
  }

  /// The same colours in the opposite order.
  public var reversed: ColourMap {
    ColourMap(controls.reversed().map { Colour(red: $0.x, green: $0.y, blue: $0.z) })
  }
}

extension ColourMap {
  /// Dark violet to yellow, perceptually even, lightness rising throughout.
  ///
  /// Source: S. van der Walt & N. Smith, 2015 (CC0): 18 of its 256 colours, every 15th.
  public static let viridis = ColourMap(
    [
      0x440154, 0x481769, 0x472A7A, 0x433D84, 0x3D4E8A, 0x355E8D, 0x2E6D8E, 0x297B8E, 0x23898E, 0x1F978B,
      0x21A585, 0x2EB37C, 0x46C06F, 0x65CB5E, 0x89D548, 0xB0DD2F, 0xD8E219, 0xFDE725,
    ].map { Colour($0) })

  /// Red (low) through near-white to blue (high); meant to be centred on zero.
  ///
  /// Source: ColorBrewer 2.0 "RdBu", 11 classes (C. Brewer, Apache-2.0).
  public static let rdBu = ColourMap(
    [
      0x67001F, 0xB2182B, 0xD6604D, 0xF4A582, 0xFDDBC7, 0xF7F7F7, 0xD1E5F0, 0x92C5DE, 0x4393C3, 0x2166AC,
      0x053061,
    ].map { Colour($0) })

  /// Blue (low) through near-white to red (high): `rdBu` reversed, sinks cold and sources warm.
  public static let buRd = rdBu.reversed

  /// Near-white through blue to dark green, lightness falling throughout.
  ///
  /// Source: ColorBrewer 2.0 "PuBuGn", 9 classes (C. Brewer, Apache-2.0).
  public static let puBuGn = ColourMap(
    [
      0xFFF7FB, 0xECE2F0, 0xD0D1E6, 0xA6BDDB, 0x67A9CF, 0x3690C0, 0x02818A, 0x016C59, 0x014636,
    ].map { Colour($0) })

  /// A closed circle of hues of equal lightness, for angles.
  ///
  /// Source: the circle L = 0.72, C = 0.12 of Oklab (Ottosson 2020) at 24 hues.
  public static let phase = ColourMap(
    (0...24).map { step in
      let hue = Double(step % 24) / 24 * 2 * Double.pi
      return Oklab(lightness: 0.72, a: 0.12 * Double.cos(hue), b: 0.12 * Double.sin(hue)).colour()
    })
}
