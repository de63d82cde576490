import Elementary

/// A complex number: an eigenvalue of a real matrix, or a component of its eigenvector.
public struct Complex: Sendable, Equatable, Hashable {
  /// The real part.
  public var real: Double
  /// The imaginary part.
  public var imaginary: Double

  /// A complex number of these parts.
  public init(_ real: Double, _ imaginary: Double = 0) {
    self.real = real
    self.imaginary = imaginary
  }

  /// The distance from 0.
  public var magnitude: Double { Double.hypot(real, imaginary) }

  /// The mirror image in the real axis.
  public var conjugate: Complex { Complex(real, -imaginary) }

  /// Whether the imaginary part is 0.
  public var isReal: Bool { imaginary == 0 }

  /// The sum.
  public static func + (a: Complex, b: Complex) -> Complex {
    Complex(a.real + b.real, a.imaginary + b.imaginary)
  }

  /// The difference.
  public static func - (a: Complex, b: Complex) -> Complex {
    Complex(a.real - b.real, a.imaginary - b.imaginary)
  }

  /// The number with the other sign.
  public static prefix func - (a: Complex) -> Complex { Complex(-a.real, -a.imaginary) }

  /// The product.
  public static func * (a: Complex, b: Complex) -> Complex {
    Complex(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
  }

  /// The product with a real number.
  public static func * (factor: Double, a: Complex) -> Complex {
    Complex(factor * a.real, factor * a.imaginary)
  }

  /// The quotient, without overflow on the way (Smith 1962).
  @export(interface)
  public static func / (a: Complex, b: Complex) -> Complex {
    if b.imaginary.magnitude <= b.real.magnitude {
      let ratio = b.imaginary / b.real
      let size = b.real + b.imaginary * ratio
      return Complex((a.real + a.imaginary * ratio) / size, (a.imaginary - a.real * ratio) / size)
    }
    let ratio = b.real / b.imaginary
    let size = b.imaginary + b.real * ratio
    return Complex((a.real * ratio + a.imaginary) / size, (a.imaginary * ratio - a.real) / size)
  }
}
