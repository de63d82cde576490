// asinh, acosh and atanh as log (1 + f), with f to twice the precision.

extension DoubleLanes {
  /// asinh x = log (1 + f), f = |x| + (√(1 + x²) − 1).
  @inline(__always) static func areaSine(_ x: Self) -> Self {
    let size = x.magnitudeLanes
    // √(1 + x²) is |x| to all digits from 2^30 on, and x² must not overflow: there it is log 2|x|.
    let isLarge = 0x1p30 .< size
    let limited = choose(isLarge, 1, size)
    let square = DoubleDouble(product: limited, limited)
    let sum = DoubleDouble(anySum: Self(1), square.head)
    let root = DoubleDouble(squareRoot: DoubleDouble(sum.head, sum.tail + square.tail))
    let f = DoubleDouble(anySum: limited, root.head - 1)
    let u = DoubleDouble(anySum: limited, root.head)
    let near = DoubleDouble(f.head, f.tail + root.tail).normalized
    let far = DoubleDouble.choose(
      isLarge, DoubleDouble(choose(size .< Double.infinity, size, 1), Self(0)),
      DoubleDouble(u.head, u.tail + root.tail))
    let main = logarithm(far, orOnePlus: near, extraExponent: choose(isLarge, 1, 0))
    let finite = choose(size .< Double.infinity, main, size)
    return choose(size .< 0x1p-28, x, finite.turned(by: x.signBits))
  }

  /// acosh x = log (1 + f), f = t + √(2t + t²), t = x − 1.
  @inline(__always) static func areaCosine(_ x: Self) -> Self {
    let isLarge = 0x1p30 .< x
    let t = choose(isLarge, 1, x - 1)
    let square = DoubleDouble(product: t, t)
    let sum = DoubleDouble(anySum: t + t, square.head)
    let radicand = DoubleDouble(sum.head, sum.tail + square.tail)
    let isOne = t .== 0
    let root = DoubleDouble.choose(
      isOne, DoubleDouble(Self(0), Self(0)), DoubleDouble(squareRoot: radicand))
    let plain = DoubleDouble(anySum: t, root.head)
    let f = DoubleDouble(plain.head, plain.tail + root.tail).normalized
    let one = DoubleDouble(anySum: Self(1), f.head)
    let u = DoubleDouble(one.head, one.tail + f.tail)
    let far = DoubleDouble.choose(
      isLarge, DoubleDouble(choose(x .< Double.infinity, x, 1), Self(0)), u)
    let main = logarithm(far, orOnePlus: f, extraExponent: choose(isLarge, 1, 0))
    let finite = choose(x .< Double.infinity, main, x)
    return choose(1 .<= x, finite, Double.nan)
  }

  /// atanh x = ½ log (1 + f), f = 2x / (1 − x).
  @inline(__always) static func areaTangent(_ x: Self) -> Self {
    let size = x.magnitudeLanes
    let inside = size .< 1
    let limited = choose(inside, size, 0.5)
    let f = DoubleDouble(
      quotient: DoubleDouble(limited + limited, Self(0)), DoubleDouble(sum: Self(1), limited.negated)
    ).normalized
    let one = DoubleDouble(anySum: Self(1), f.head)
    let u = DoubleDouble(one.head, one.tail + f.tail)
    let main = logarithm(u, orOnePlus: f, extraExponent: Self(0)) * 0.5
    let finite = choose(size .== 1, Double.infinity, choose(inside, main, Double.nan))
    return choose(size .< 0x1p-28, x, finite.turned(by: x.signBits))
  }
}
