import Elementary

/// The functions that grow out of the factorial, for a number at a time.
///
/// ```swift
/// Double.gamma(5)         // 24
/// Double.polygamma(0, 1)  // −0.5772…, less Euler's constant
/// ```
public protocol SpecialFunctions {
  /// Euler's Γ(x), which is (x − 1)! at whole numbers; NaN at 0, −1, −2, … (±∞ at ±0).
  static func gamma(_ x: Self) -> Self

  /// ψ⁽ⁿ⁾(x), the (n + 1)st derivative of log Γ(x); n is a whole number from 0, else the result is NaN.
  static func polygamma(_ n: Self, _ x: Self) -> Self
}

extension Float: SpecialFunctions {
  /// Euler's Γ(x), computed in `Double`.
  public static func gamma(_ x: Float) -> Float { Float(Double.gamma(Double(x))) }

  /// ψ⁽ⁿ⁾(x), computed in `Double`.
  public static func polygamma(_ n: Float, _ x: Float) -> Float {
    Float(Double.polygamma(Double(n), Double(x)))
  }
}
