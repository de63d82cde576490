#!/usr/bin/env python3
"""Writes Tests/ElementaryTests/ReferenceValues.swift: true values of the elementary functions from mpmath.

    python3 Scripts/references.py > Tests/ElementaryTests/ReferenceValues.swift

Each row is the argument or arguments, the Double nearest to the true value, and what that lacks, in units in the
last place. Needs mpmath.
"""
import math
import random

from mpmath import mp, mpf
import mpmath

mp.prec = 400

UNARY = {
    "exp": (-700, 700), "exp2": (-1000, 1000), "expm1": (-3, 3), "log": (0, 50), "log2": (0, 50), "log10": (0, 50),
    "log1p": (-1, 3), "sin": (-30, 30), "cos": (-30, 30), "tan": (-30, 30), "asin": (-1, 1), "acos": (-1, 1),
    "atan": (-6, 6), "sinh": (-6, 6), "cosh": (-6, 6), "tanh": (-4, 4), "asinh": (-9, 9), "acosh": (1, 9),
    "atanh": (-1, 1), "cbrt": (-50, 50), "erf": (-4, 4),
}
BINARY = {"atan2": ((-3, 3), (-3, 3)), "pow": ((0, 30), (-60, 60)), "hypot": ((-3, 3), (-3, 3))}
EXTRA = {
    "sin": [1e22, 6381956970095103.0 * 2.0 ** 797, 1.7976931348623157e308, math.pi, 355.0],
    "cos": [1e22, 6381956970095103.0 * 2.0 ** 797, 1.7976931348623157e308, math.pi / 2, 355.0],
    "tan": [1e22, 6381956970095103.0 * 2.0 ** 797, 1.7976931348623157e308, math.pi / 2, 355.0],
    "exp": [-745.0, -720.5, 709.7, 1e-300], "exp2": [-1073.6, -1050.25, 1023.9], "log": [5e-324, 1e-310, 1 + 2 ** -52],
    "log2": [5e-324, 1 - 2 ** -53], "log10": [5e-324, 1000.0, 1 + 2 ** -52], "log1p": [1e-20, 1e300, -1 + 2 ** -53],
    "expm1": [1e-20, -40.0, 709.0], "cbrt": [5e-324, 1e-310, 27.0, 1.7e308], "sinh": [710.4, 1e-10],
    "cosh": [710.4, 1e-10], "asinh": [1e300, 1e-10], "acosh": [1.7e308, 1 + 2 ** -52], "atanh": [1 - 2 ** -53, 1e-10],
    "atan": [1e300, 1e-10], "tanh": [1e-10, 21.5], "erf": [1e-10, 5.9], "asin": [1 - 2 ** -53, 1e-10],
    "acos": [1 - 2 ** -53, -1 + 2 ** -53],
}
# The numbers below 100,000 that are nearest to a multiple of π/2, and ends of usual grids.
NEAR = [-math.pi, 1.5 * math.pi, 100 * math.pi] + sorted(
    (n * math.pi / 2 for n in range(1, 63_662)), key=lambda x: abs(mpf(x) - mpmath.nint(2 * mpf(x) / mp.pi) * mp.pi / 2)
)[:4]
for name in ("sin", "cos", "tan"):
    EXTRA[name] += NEAR
EXTRA_PAIRS = {
    "pow": [(5e-324, 0.5), (1.0000001, 1e9), (0.5, 1074.0), (2.0, -1073.5), (-3.0, 5.0), (-2.5, 2.0), (1 + 2 ** -52, 2.0 ** 58)],
    "hypot": [(1e308, 1e308), (3e-320, 4e-320), (1e200, 1e-200), (3.0, 4.0)],
    "atan2": [(1e-310, -1.0), (1e-310, 1.0), (1e300, 1e-300), (-1e-5, -1e300), (5e-324, 5e-324)],
}


def exact(name, *x):
    values = [mpf(v) for v in x]
    mp.prec = 2600 if any(v and not 1e-30 < abs(v) < 1e30 for v in x) else 400
    if name == "exp2":
        return mpf(2) ** values[0]
    if name == "log2":
        return mpmath.log(values[0]) / mpmath.log(2)
    if name == "cbrt":
        return mpmath.sign(values[0]) * mpmath.cbrt(abs(values[0]))
    if name == "pow":
        return mpmath.power(values[0], values[1])
    if name == "hypot":
        return mpmath.sqrt(values[0] ** 2 + values[1] ** 2)
    return getattr(mpmath, name)(*values)


def nearest(value):
    """mpmath rounds to a Double with subnormals only roughly: round to the right multiple first."""
    exponent = max(int(mpmath.floor(mpmath.log(abs(value), 2))), -1022)
    unit = mpf(2) ** (exponent - 52)
    return float(mpmath.nint(value / unit) * unit), unit


def literal(x):
    """Hexadecimal: on x86 the compiler rounds decimal literals twice, first to 80 bits. Of subnormal ones it warns."""
    if 0 < abs(x) < 2.0 ** -1022:
        return f"Double(bitPattern: 0x{int(x / 5e-324):_X})"
    sign = "-" if math.copysign(1, x) < 0 else ""
    mantissa, exponent = abs(float(x)).hex()[2:].split("p")
    return f"{sign}0x{mantissa.rstrip('0').rstrip('.') if '.' in mantissa else mantissa}p{int(exponent)}"


def row(name, *x):
    value = exact(name, *x)
    near, unit = nearest(value)
    lack = float((value - mpf(near)) / unit)
    return "    [" + ", ".join([*map(literal, x), literal(near), f"{lack:.4f}"]) + "],"


def main():
    random.seed(20)
    print("// Written by Scripts/references.py.")
    print()
    print("/// True values: the arguments, the nearest `Double`, and what that lacks, in units in the last place.")
    print("enum ReferenceValues {")
    for name, (low, high) in UNARY.items():
        print(f"  static let {name}: [[Double]] = [")
        for x in [random.uniform(low, high) for _ in range(8)] + EXTRA.get(name, []):
            print(row(name, x))
        print("  ]")
        print()
    for index, (name, (first, second)) in enumerate(BINARY.items()):
        print(f"  static let {name}: [[Double]] = [")
        for x in [(random.uniform(*first), random.uniform(*second)) for _ in range(8)] + EXTRA_PAIRS[name]:
            print(row(name, *x))
        print("  ]")
        if index < 2:
            print()
    print("}")


if __name__ == "__main__":
    main()
