import Elementary

/// A colour in Oklab, where equal distances look about equally different.
///
/// Source: B. Ottosson, "A perceptual color space for image processing", 2020.
struct Oklab {
  /// Lightness, green–red and blue–yellow.
  var coordinates: SIMD3<Double>

  init(lightness: Double, a: Double, b: Double) { coordinates = SIMD3(lightness, a, b) }

  init(_ colour: Colour) {
    let r = Colour.linear(colour.red)
    let g = Colour.linear(colour.green)
    let b = Colour.linear(colour.blue)
    let long = 0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b
    let medium = 0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b
    let short = 0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b
    let l = Double.cbrt(long)
    let m = Double.cbrt(medium)
    let s = Double.cbrt(short)
    coordinates = SIMD3(
      0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
      1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
      0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s)
  }

  func colour(alpha: Double = 1) -> Colour {
    let l = coordinates.x + 0.396_337_777_4 * coordinates.y + 0.215_803_757_3 * coordinates.z
    let m = coordinates.x - 0.105_561_345_8 * coordinates.y - 0.063_854_172_8 * coordinates.z
    let s = coordinates.x - 0.089_484_177_5 * coordinates.y - 1.291_485_548_0 * coordinates.z
    let long = l * l * l
    let medium = m * m * m
    let short = s * s * s
    let red = 4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short
    let green = -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short
    let blue = -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short
    return Colour(
      red: Colour.encoded(red), green: Colour.encoded(green), blue: Colour.encoded(blue), alpha: alpha)
  }
}

extension Colour {
  /// The lightness in Oklab, 0 black … 1 white.
  public var lightness: Double { Oklab(self).coordinates.x }

  /// A colour on the straight way to another in Oklab; `fraction` 0 gives this one, 1 the other.
  public func mixed(with other: Colour, fraction: Double) -> Colour {
    let t = Swift.min(Swift.max(fraction, 0), 1)
    let from = Oklab(self).coordinates
    let to = Oklab(other).coordinates
    let mix = from + (to - from) * t
    return Oklab(lightness: mix.x, a: mix.y, b: mix.z).colour(alpha: alpha + (other.alpha - alpha) * t)
  }
}
