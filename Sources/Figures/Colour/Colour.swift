import Elementary

/// A colour in sRGB with straight alpha, eight bits a channel.
public struct Colour: Equatable, Sendable {
  /// Red, green, blue and alpha as `0xRRGGBBAA`.
  public let rgba: UInt32

  /// An opaque colour written as `0xRRGGBB`.
  public init(_ rgb: UInt32) { rgba = rgb << 8 | 0xFF }

  /// A colour written as `0xRRGGBBAA`.
  public init(rgba: UInt32) { self.rgba = rgba }

  /// A colour of components in 0…1, clamped and rounded; NaN counts as 0.
  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    func byte(_ value: Double) -> UInt32 {
      value > 0 ? UInt32((Swift.min(value, 1) * 255).rounded(.toNearestOrEven)) : 0
    }
    rgba = byte(red) << 24 | byte(green) << 16 | byte(blue) << 8 | byte(alpha)
  }

  /// Red in 0…1, gamma-encoded.
  public var red: Double { Double(rgba >> 24) / 255 }
  /// Green in 0…1, gamma-encoded.
  public var green: Double { Double(rgba >> 16 & 0xFF) / 255 }
  /// Blue in 0…1, gamma-encoded.
  public var blue: Double { Double(rgba >> 8 & 0xFF) / 255 }
  /// Opacity in 0…1.
  public var alpha: Double { Double(rgba & 0xFF) / 255 }

  /// The same colour with its opacity multiplied by a factor in 0…1.
  public func opacity(_ factor: Double) -> Colour {
    Colour(red: red, green: green, blue: blue, alpha: alpha * factor)
  }

  /// The relative luminance of the sRGB standard (IEC 61966-2-1), 0 black … 1 white.
  public var luminance: Double {
    0.2126 * Colour.linear(red) + 0.7152 * Colour.linear(green) + 0.0722 * Colour.linear(blue)
  }

  static func linear(_ encoded: Double) -> Double {
    encoded <= 0.04045 ? encoded / 12.92 : Double.pow((encoded + 0.055) / 1.055, 2.4)
  }

  static func encoded(_ linear: Double) -> Double {
    linear <= 0.003_130_8 ? linear * 12.92 : 1.055 * Double.pow(linear, 1 / 2.4) - 0.055
  }
}
