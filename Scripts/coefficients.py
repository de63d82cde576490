#!/usr/bin/env python3
"""Minimax coefficients of the room Elementary, by Remez' exchange in 60 digits.

    python3 Scripts/coefficients.py            every table
    python3 Scripts/coefficients.py sine       those whose name contains a word

Prints each polynomial as lines of Swift (Estrin's scheme) with the largest weighted error.
The coefficients are rounded one by one from the lowest power; after each rounding the rest is fitted again.
Needs mpmath.
"""
import struct
import sys

from mpmath import (acosh, asin, atan, atanh, cbrt, cos, cosh, erf, erfc, exp, expm1, inf, log, lu_solve, matrix, mp,
                    mpf, pi, sin, sinh, sqrt)

mp.dps = 60


def remez(f, powers, a, b, weight):
    """Coefficients c_k for the given powers that minimise max |weight(x) (sum c_k x^k - f(x))| on [a, b]."""
    n = len(powers)
    if n == 0:
        return [], max(abs(weight(x) * f(x)) for x in (a + (b - a) * mpf(i) / 50 for i in range(51)))
    nodes = [(a + b) / 2 - (b - a) / 2 * cos(pi * (2 * i + 1) / (2 * n + 2)) for i in range(n + 1)]
    grid = [(a + b) / 2 - (b - a) / 2 * cos(pi * i / (24 * n)) for i in range(24 * n + 1)]
    table = [(x, f(x), weight(x)) for x in grid]
    coefficients = None
    for _ in range(30):
        system = matrix(n + 1, n + 1)
        right = matrix(n + 1, 1)
        for i, x in enumerate(nodes):
            for j, k in enumerate(powers):
                system[i, j] = x ** k
            system[i, n] = (-1) ** i / weight(x)
            right[i] = f(x)
        solution = lu_solve(system, right)
        coefficients = [solution[j] for j in range(n)]
        level = abs(solution[n])
        errors = []
        for x, value, w in table:
            total = mpf(0)
            for j, k in enumerate(powers):
                total += coefficients[j] * x ** k
            errors.append(w * (total - value))
        extrema = []
        for i, e in enumerate(errors):
            if extrema and (errors[extrema[-1]] > 0) == (e > 0):
                if abs(e) > abs(errors[extrema[-1]]):
                    extrema[-1] = i
            else:
                extrema.append(i)
        worst = max(abs(e) for e in errors)
        while len(extrema) > n + 1:
            if abs(errors[extrema[0]]) < abs(errors[extrema[-1]]):
                extrema.pop(0)
            else:
                extrema.pop()
        if len(extrema) < n + 1:
            return coefficients, worst
        nodes = [grid[i] for i in extrema]
        if worst < level * mpf("1.02"):
            break
    return coefficients, worst


def rounded(value, single):
    if single:
        return mpf(struct.unpack("f", struct.pack("f", float(value)))[0])
    return mpf(float(value))


def fit(f, powers, a, b, weight, single=False):
    """Coefficients rounded from the lowest power on, the others fitted again each time; and the final error."""
    done = []
    rest = list(powers)
    # A fit without its constant term needs a weight that vanishes where the other powers do.
    refits = 4 if 0 < a and weight(a) < mpf(2) ** -50 else 0
    while rest:
        def remaining(x):
            return f(x) - sum((c * x ** k for c, k in done), mpf(0))
        coefficients, _ = remez(remaining, rest, a, b, weight)
        if len(done) >= refits:
            done += [(rounded(c, single), k) for c, k in zip(coefficients, rest)]
            rest = []
        else:
            done.append((rounded(coefficients[0], single), rest[0]))
            rest = rest[1:]
    worst = mpf(0)
    for i in range(2001):
        x = a + (b - a) * mpf(i) / 2000
        worst = max(worst, abs(weight(x) * (sum((c * x ** k for c, k in done), mpf(0)) - f(x))))
    return [c for c, _ in done], worst


def show(name, variable, coefficients, worst, single):
    """Estrin's scheme: pairs, then pairs of pairs, so that the additions do not wait for one another."""
    print(f"// {name}: error 2^{float(log(worst) / log(2)):.1f}")
    terms = [swift(c, single) for c in coefficients]
    power = variable
    level = 0
    while len(terms) > 1:
        if level > 0:
            print(f"    let {variable}{2 ** level} = {power} * {power}")
            power = f"{variable}{2 ** level}"
        paired = []
        for i in range(0, len(terms) - 1, 2):
            result = f"{'abcd'[level]}{i // 2}" if len(terms) > 2 else "p"
            print(f"    let {result} = {power} * {terms[i + 1]} + {terms[i]}".replace("+ -0x", "- 0x"))
            paired.append(result)
        if len(terms) % 2:
            paired.append(terms[-1])
        terms = paired
        level += 1
    print()


def swift(value, single=False):
    """A hexadecimal literal that Swift and swift-format accept; a Float's is exact as a Double."""
    return grouped(float(value).hex())


def grouped(text):
    sign = "-" if text.startswith("-") else ""
    mantissa, exponent = text.lstrip("-")[2:].split("p")
    if "." in mantissa:
        whole, fraction = mantissa.split(".")
        fraction = fraction.rstrip("0")
    else:
        whole, fraction = mantissa, ""
    body = whole + ("." + fraction if fraction else "")
    return f"{sign}0x{body}p{int(exponent)}"


TINY = mpf(2) ** -60
HALF_LN2 = log(2) / 2 * mpf("1.0001")
HALF_LN2_SINGLE = log(2) / 2 * mpf("1.001")
QUARTER_PI = (pi / 4 * mpf("1.0001"))
SMALL_S = (sqrt(mpf(2)) - 1) / (sqrt(mpf(2)) + 1)
LOG_W = SMALL_S ** 2 * mpf("1.0001")


def one(x):
    return mpf(1)


def series(f, x, terms):
    """Near zero, where the closed form loses digits even at 60: a power series."""
    return f(x) if abs(x) > mpf(10) ** -8 else sum((c * x ** k for k, c in enumerate(terms)), mpf(0))


def exponential(x):
    return series(lambda t: (expm1(t) - t) / t ** 2, x, [1 / mpf(2), 1 / mpf(6), 1 / mpf(24)])


def sine(z):
    return series(lambda t: (sin(sqrt(t)) / sqrt(t) - 1) / t, z, [-1 / mpf(6), 1 / mpf(120), -1 / mpf(5040)])


def cosine(z):
    return series(lambda t: (cos(sqrt(t)) - 1 + t / 2) / t ** 2, z, [1 / mpf(24), -1 / mpf(720), 1 / mpf(40320)])


def hyperbolic_sine(z):
    return series(lambda t: (sinh(sqrt(t)) / sqrt(t) - 1) / t, z, [1 / mpf(6), 1 / mpf(120), 1 / mpf(5040)])


def hyperbolic_cosine(z):
    return series(lambda t: (cosh(sqrt(t)) - 1) / t, z, [1 / mpf(2), 1 / mpf(24), 1 / mpf(720)])


def area_tangent(w):
    return series(lambda t: (2 * atanh(sqrt(t)) / sqrt(t) - 2) / t, w, [2 / mpf(3), 2 / mpf(5), 2 / mpf(7)])


def area_tangent_tail(w):
    return series(lambda t: (2 * atanh(sqrt(t)) / sqrt(t) - 2 - 2 * t / 3) / t ** 2, w,
                  [2 / mpf(5), 2 / mpf(7), 2 / mpf(9)])


def arc_tangent(z):
    return series(lambda t: (atan(sqrt(t)) / sqrt(t) - 1) / t, z, [-1 / mpf(3), 1 / mpf(5), -1 / mpf(7)])


def arc_sine(z):
    return series(lambda t: (asin(sqrt(t)) / sqrt(t) - 1) / t, z, [1 / mpf(6), 3 / mpf(40), 15 / mpf(336)])


def error_small(z):
    return series(lambda t: erf(sqrt(t)) / sqrt(t) - 1, z,
                  [2 / sqrt(pi) - 1, -2 / sqrt(pi) / 3, 1 / sqrt(pi) / 5])


def logarithm_single(f):
    return series(lambda t: (log(1 + t) - t + t * t / 2) / t ** 3, f, [1 / mpf(3), -1 / mpf(4), 1 / mpf(5)])


def tangent_single(z):
    from mpmath import tanh
    return series(lambda t: (tanh(sqrt(t)) / sqrt(t) - 1) / t, z, [-1 / mpf(3), 2 / mpf(15), -17 / mpf(315)])


ERROR_LEFT = mpf(1)
ERROR_RIGHT = mpf("6.1")
ERROR_POLE = mpf(2)


def scaled_complement(t):
    """exp(x²) erfc(x), with x = 1 + ... from t = (x − 2)/(x + 2)."""
    x = ERROR_POLE * (1 + t) / (1 - t)
    return exp(x * x) * erfc(x)


def complement_weight(t):
    x = ERROR_POLE * (1 + t) / (1 - t)
    return exp(-x * x)


def mobius(x):
    return (x - ERROR_POLE) / (x + ERROR_POLE)


# name, variable, function, number of coefficients, interval, weight, single precision
TABLES = [
    ("exponential", "r", exponential, 10, -HALF_LN2, HALF_LN2, lambda r: r * r + HALF_LN2 ** 2 / 64, False),
    ("sine", "z", sine, 6, TINY, QUARTER_PI ** 2, lambda z: z, False),
    ("cosine", "z", cosine, 6, TINY, QUARTER_PI ** 2, lambda z: z * z, False),
    ("hyperbolicSine", "z", hyperbolic_sine, 5, TINY, HALF_LN2 ** 2, lambda z: z, False),
    ("hyperbolicCosine", "z", hyperbolic_cosine, 6, TINY, HALF_LN2 ** 2, lambda z: z, False),
    ("logarithm", "w", area_tangent, 7, TINY, LOG_W, lambda w: w, False),
    ("logarithmTail", "w", area_tangent_tail, 8, TINY, LOG_W, lambda w: w * w, False),
    ("arcTangent", "z", arc_tangent, 12, TINY, (sqrt(mpf(2)) - 1) ** 2 * mpf("1.0001"), lambda z: z, False),
    ("arcSine", "z", arc_sine, 13, TINY, mpf("0.25"), lambda z: z, False),
    ("cubeRoot", "m", cbrt, 5, mpf(1), mpf(2), one, False),
    ("errorSmall", "z", error_small, 14, TINY, mpf(1), one, False),
    ("errorLarge", "t", scaled_complement, 18, mobius(ERROR_LEFT), mobius(ERROR_RIGHT), complement_weight, False),
    ("exponentialSingle", "r", exponential, 5, -HALF_LN2_SINGLE, HALF_LN2_SINGLE, lambda r: r * r + HALF_LN2 ** 2 / 64, True),
    ("sineSingle", "z", sine, 3, TINY, QUARTER_PI ** 2, lambda z: z, True),
    ("cosineSingle", "z", cosine, 3, TINY, QUARTER_PI ** 2, lambda z: z * z, True),
    ("logarithmSingle", "f", logarithm_single, 8, sqrt(mpf(2)) / 2 - 1, sqrt(mpf(2)) - 1,
     lambda f: f * f + mpf("0.002"), True),
    ("tangentSingle", "z", tangent_single, 8, TINY, mpf("0.9") ** 2, lambda z: z, True),
]


def main():
    wanted = sys.argv[1:]
    for name, variable, function, count, a, b, weight, single in TABLES:
        if wanted and not any(word in name for word in wanted):
            continue
        coefficients, worst = fit(function, list(range(count)), a, b, weight, single)
        show(name, variable, coefficients, worst, single)


if __name__ == "__main__":
    main()
