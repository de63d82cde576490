import Elementary
import Testing

/// Zeros, infinities, NaN and the ends of domains, as Annex F of the C standard has them.
@Suite struct SpecialValueTests {
  @Test func double() { check(Double.self) }
  @Test func float() { check(Float.self) }

  private func check<Scalar: LaneScalar>(_ type: Scalar.Type) {
    for (function, argument, value) in unaryTable(type) {
      let result = function.scalar(argument)
      #expect(same(result, value), "\(function.name)(\(argument)) is \(result), not \(value)")
      let lanes = function.four(SIMD4(repeating: argument))
      #expect(same(lanes[0], value) && same(lanes[3], value), "\(function.name)(\(argument)) in lanes")
    }
    for (function, first, second, value) in binaryTable(type) {
      let result = function.scalar(first, second)
      #expect(same(result, value), "\(function.name)(\(first), \(second)) is \(result), not \(value)")
      let lanes = function.two(SIMD2(repeating: first), SIMD2(repeating: second))
      #expect(
        same(lanes[0], value) && same(lanes[1], value), "\(function.name)(\(first), \(second)) in lanes")
    }
  }

  private func same<Scalar: LaneScalar>(_ a: Scalar, _ b: Scalar) -> Bool {
    if a.isNaN || b.isNaN { return a.isNaN && b.isNaN }
    return a == b && a.sign == b.sign
  }

  private func unaryTable<Scalar: LaneScalar>(_ type: Scalar.Type) -> [(Unary<Scalar>, Scalar, Scalar)] {
    typealias Row = (Unary<Scalar>, Scalar, Scalar)
    let infinity = Scalar.infinity
    let nan = Scalar.nan
    let zero = Scalar.zero
    let tiny = Scalar.leastNonzeroMagnitude
    let huge = Scalar.greatestFiniteMagnitude
    var rows: [Row] = Unary<Scalar>.all.map { ($0, nan, nan) }
    let odd: [Unary<Scalar>] = [
      .expm1, .log1p, .sin, .tan, .asin, .atan, .sinh, .tanh, .asinh, .atanh, .cbrt,
    ]
    for function in odd {
      rows.append((function, zero, zero))
      rows.append((function, -zero, -zero))
      rows.append((function, tiny, tiny))
      rows.append((function, -tiny, -tiny))
    }
    rows.removeAll { $0.0.name == "cbrt" && $0.1.magnitude == tiny }
    rows += [(.erf, zero, zero), (.erf, -zero, -zero), (.erf, infinity, 1), (.erf, -infinity, -1)] as [Row]
    rows += [(.erf, huge, 1), (.erf, -huge, -1), (.tanh, huge, 1), (.tanh, -infinity, -1)] as [Row]
    for function in [Unary<Scalar>.exp, .exp2] {
      rows += [(function, zero, 1), (function, -zero, 1), (function, infinity, infinity)] as [Row]
      rows += [(function, -infinity, zero), (function, huge, infinity), (function, -huge, zero)] as [Row]
      rows += [(function, tiny, 1)] as [Row]
    }
    rows += [(.exp2, 10, 1024), (.exp2, -3, 0.125), (.exp2, 0.5, Scalar(2).squareRoot())] as [Row]
    rows += [(.expm1, infinity, infinity), (.expm1, -infinity, -1), (.expm1, huge, infinity)] as [Row]
    rows += [(.expm1, -huge, -1)] as [Row]
    for function in [Unary<Scalar>.log, .log2, .log10] {
      rows += [(function, zero, -infinity), (function, -zero, -infinity), (function, 1, zero)] as [Row]
      rows += [(function, infinity, infinity), (function, -1, nan), (function, -infinity, nan)] as [Row]
      rows += [(function, -tiny, nan)] as [Row]
    }
    rows += [(.log2, 8, 3), (.log2, 0.25, -2), (.log10, 1000, 3), (.log10, 100, 2)] as [Row]
    rows += [(.log1p, -1, -infinity), (.log1p, -2, nan), (.log1p, infinity, infinity)] as [Row]
    for function in [Unary<Scalar>.sin, .cos, .tan] {
      rows += [(function, infinity, nan), (function, -infinity, nan)] as [Row]
    }
    rows += [(.cos, zero, 1), (.cos, -zero, 1), (.cos, tiny, 1)] as [Row]
    rows += [(.asin, 2, nan), (.acos, 2, nan), (.acos, -2, nan), (.acos, 1, zero)] as [Row]
    rows += [(.asin, infinity, nan), (.acos, -infinity, nan)] as [Row]
    rows += [(.sinh, infinity, infinity), (.sinh, -infinity, -infinity), (.sinh, huge, infinity)] as [Row]
    rows += [(.cosh, infinity, infinity), (.cosh, -infinity, infinity), (.cosh, zero, 1)] as [Row]
    rows += [(.cosh, -huge, infinity)] as [Row]
    rows += [(.asinh, infinity, infinity), (.asinh, -infinity, -infinity)] as [Row]
    rows += [(.acosh, 1, zero), (.acosh, 0.5, nan), (.acosh, infinity, infinity)] as [Row]
    rows += [(.acosh, -infinity, nan)] as [Row]
    rows += [(.atanh, 1, infinity), (.atanh, -1, -infinity), (.atanh, 2, nan)] as [Row]
    rows += [(.cbrt, infinity, infinity), (.cbrt, -infinity, -infinity), (.cbrt, 27, 3)] as [Row]
    rows += [(.cbrt, -8, -2)] as [Row]
    return rows
  }

  private func binaryTable<Scalar: LaneScalar>(
    _ type: Scalar.Type
  ) -> [(Binary<Scalar>, Scalar, Scalar, Scalar)] {
    typealias Row = (Binary<Scalar>, Scalar, Scalar, Scalar)
    let infinity = Scalar.infinity
    let nan = Scalar.nan
    let zero = Scalar.zero
    let huge = Scalar.greatestFiniteMagnitude
    let quarter = Scalar.atan2(1, zero)
    let pi = Scalar.atan2(zero, -1)
    var rows: [Row] = []
    for x in [zero, -zero, 1, -1, 3, infinity, -infinity, nan] {
      rows += [(.pow, x, zero, 1), (.pow, x, -zero, 1)] as [Row]
      rows += [(.pow, 1, x, 1)] as [Row]
    }
    rows += [(.pow, zero, 3, zero), (.pow, -zero, 3, -zero), (.pow, -zero, 2, zero)] as [Row]
    rows += [(.pow, zero, -3, infinity), (.pow, -zero, -3, -infinity), (.pow, -zero, -2, infinity)] as [Row]
    rows += [(.pow, -zero, -0.5, infinity), (.pow, -zero, 0.5, zero), (.pow, zero, infinity, zero)] as [Row]
    rows += [(.pow, zero, -infinity, infinity), (.pow, -1, infinity, 1), (.pow, -1, -infinity, 1)] as [Row]
    rows += [(.pow, 0.5, infinity, zero), (.pow, 2, infinity, infinity), (.pow, 2, -infinity, zero)] as [Row]
    rows += [(.pow, -infinity, 3, -infinity), (.pow, -infinity, 2, infinity)] as [Row]
    rows +=
      [(.pow, -infinity, -3, -zero), (.pow, infinity, 0.5, infinity), (.pow, infinity, -1, zero)] as [Row]
    rows += [(.pow, -2, 3, -8), (.pow, -2, 2, 4), (.pow, -2, 0.5, nan), (.pow, -2, -1, -0.5)] as [Row]
    rows +=
      [(.pow, nan, 1, nan), (.pow, 2, nan, nan), (.pow, 2, huge, infinity), (.pow, -2, huge, infinity)]
      as [Row]
    rows += [(.pow, 0.5, huge, zero), (.pow, 2, 10, 1024), (.pow, 9, 0.5, 3), (.pow, -1, huge, 1)] as [Row]
    rows += [(.hypot, infinity, nan, infinity), (.hypot, nan, -infinity, infinity)] as [Row]
    rows += [(.hypot, nan, 1, nan), (.hypot, zero, -zero, zero), (.hypot, 3, -4, 5)] as [Row]
    rows += [(.hypot, huge, huge, infinity), (.hypot, huge, 1, huge), (.hypot, zero, -2, 2)] as [Row]
    rows += [(.atan2, zero, 1, zero), (.atan2, -zero, 1, -zero), (.atan2, zero, zero, zero)] as [Row]
    rows += [(.atan2, -zero, zero, -zero), (.atan2, zero, -zero, pi), (.atan2, -zero, -zero, -pi)] as [Row]
    rows += [(.atan2, -zero, -1, -pi), (.atan2, 1, -zero, quarter), (.atan2, -1, zero, -quarter)] as [Row]
    rows +=
      [(.atan2, infinity, 1, quarter), (.atan2, 1, infinity, zero), (.atan2, -1, infinity, -zero)] as [Row]
    rows += [(.atan2, 1, -infinity, pi), (.atan2, infinity, infinity, quarter / 2)] as [Row]
    rows += [(.atan2, nan, 1, nan), (.atan2, 1, nan, nan), (.atan2, huge, huge, quarter / 2)] as [Row]
    return rows
  }
}
