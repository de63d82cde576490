"""Ranges of functions over intervals by mpmath in 60 digits, for Tests/ExpressionsTests. Prints Swift.

Bounds are rounded inward: to the greatest double not above the infimum and the least not below the supremum. A valid
enclosure holds both.
"""
import math
import random

import mpmath
from mpmath import mpf

mpmath.mp.dps = 60
random.seed(11)

# Name, function, domain, and the places where it may turn, given the interval.
PI = mpmath.pi


def multiples(step, shift):
    def places(a, b):
        first, last = mpmath.ceil((mpf(a) - shift) / step), mpmath.floor((mpf(b) - shift) / step)
        return [shift + step * (first + k) for k in range(int(min(last - first + 1, 4)))]

    return places


def never(a, b):
    return []


def at(*values):
    return lambda a, b: [v for v in values if a <= v <= b]


UNARY = {
    "abs": (abs, -1e6, 1e6, at(mpf(0))),
    "sqrt": (mpmath.sqrt, 0, 1e9, never),
    "exp": (mpmath.exp, -745, 709, never),
    "exp2": (lambda x: mpf(2) ** x, -1074, 1023, never),
    "expm1": (mpmath.expm1, -50, 709, never),
    "log": (mpmath.log, 1e-300, 1e300, never),
    "log2": (lambda x: mpmath.log(x) / mpmath.log(2), 1e-300, 1e300, never),
    "log10": (mpmath.log10, 1e-300, 1e300, never),
    "log1p": (mpmath.log1p, -0.999999, 1e300, never),
    "sin": (mpmath.sin, -1e4, 1e4, multiples(PI, PI / 2)),
    "cos": (mpmath.cos, -1e4, 1e4, multiples(PI, mpf(0))),
    "tan": (mpmath.tan, -1.5, 1.5, never),
    "asin": (mpmath.asin, -1, 1, never),
    "acos": (mpmath.acos, -1, 1, never),
    "atan": (mpmath.atan, -1e6, 1e6, never),
    "sinh": (mpmath.sinh, -700, 700, never),
    "cosh": (mpmath.cosh, -700, 700, at(mpf(0))),
    "tanh": (mpmath.tanh, -25, 25, never),
    "asinh": (mpmath.asinh, -1e100, 1e100, never),
    "acosh": (mpmath.acosh, 1, 1e100, never),
    "atanh": (mpmath.atanh, -0.999999, 0.999999, never),
    "cbrt": (lambda x: mpmath.sign(x) * mpmath.cbrt(abs(x)), -1e9, 1e9, never),
    "erf": (mpmath.erf, -6, 6, never),
    "floor": (mpmath.floor, -50, 50, never),
    "ceil": (mpmath.ceil, -50, 50, never),
    "sign": (mpmath.sign, -3, 3, never),
    "step": (lambda x: mpf(1) if x >= 0 else mpf(0), -3, 3, never),
    "gamma": (mpmath.gamma, 1e-3, 170, at(mpf("1.4616321449683623412626595423257213284681962040064463"))),
}


def below(x):
    d = float(x)
    return d if math.isinf(d) or mpf(d) <= x else math.nextafter(d, -math.inf)


def above(x):
    return -below(-x)


def ends(low, high):
    """Two numbers in order, near each other or far, of any size within the domain."""

    def number():
        if random.random() < 0.6:
            return random.uniform(max(low, -20), min(high, 20))
        size = 10 ** random.uniform(-8, math.log10(high))
        return size if low >= 0 or random.random() < 0.5 else -size

    a, b = number(), number()
    kind = random.randrange(5)
    if kind == 1:
        b = a + abs(a) * 10 ** random.uniform(-15, -3)
    if kind == 2:
        b = a + random.uniform(0, 4)
    if kind == 3 and low <= 0 <= high:
        b = 0.0
    a, b = (min(max(v, low), high) + 0.0 for v in (a, b))
    return (min(a, b), max(a, b))


def text(x):
    return "-.infinity" if x == -math.inf else ".infinity" if x == math.inf else repr(x)


def unary():
    for name, (function, low, high, turns) in UNARY.items():
        for _ in range(12):
            a, b = ends(float(low), float(high))
            values = [function(mpf(a)), function(mpf(b))] + [function(t) for t in turns(a, b)]
            yield name, [a, b], min(values), max(values)


def product(x, y):
    return [p * q for p in x for q in y]


def binary():
    """Ranges over boxes; the extremes are at corners, on axes, or at the origin."""
    for _ in range(20):
        x, y = ends(-1e3, 1e3), ends(-1e3, 1e3)
        xs, ys = [mpf(v) for v in x], [mpf(v) for v in y]
        box = list(x) + list(y)
        yield "+", box, xs[0] + ys[0], xs[1] + ys[1]
        yield "-", box, xs[0] - ys[1], xs[1] - ys[0]
        values = product(xs, ys)
        yield "*", box, min(values), max(values)
        if not y[0] <= 0 <= y[1]:
            values = [p / q for p in xs for q in ys]
            yield "/", box, min(values), max(values)
        nearest = [min((abs(v) for v in vs), default=0) if vs[0] * vs[1] > 0 else mpf(0) for vs in (xs, ys)]
        farthest = [max(abs(v) for v in vs) for vs in (xs, ys)]
        yield "hypot", box, mpmath.hypot(*nearest), mpmath.hypot(*farthest)
        yield "min", box, min(xs[0], ys[0]), min(xs[1], ys[1])
        yield "max", box, max(xs[0], ys[0]), max(xs[1], ys[1])
        if not (y[0] <= 0 <= y[1] and x[0] <= 0):
            values = [mpmath.atan2(p, q) for p in ys for q in xs]
            yield "atan2", list(y) + list(x), min(values), max(values)
        base, exponent = ends(1e-3, 30.0), ends(-9.0, 9.0)
        values = [mpf(p) ** mpf(q) for p in base for q in exponent]
        yield "^", list(base) + list(exponent), min(values), max(values)
        n = random.choice([2, 3, 4, 5, 6, 7, 12, -1, -2, -3])
        if n > 0 or x[0] * x[1] > 0:
            values = [v**n for v in xs] + ([mpf(0)] if x[0] <= 0 <= x[1] else [])
            yield "^", list(x) + [float(n), float(n)], min(values), max(values)


print("// Written by Scripts/interval-reference.py with mpmath " + mpmath.__version__ + ".")
print("// swift-format-ignore-file\n")
print("/// An operation, the bounds of its operands, and those of its values, rounded inward.")
print("struct IntervalReference: Sendable {")
print("  let name: StaticString\n  let operands: [Double]\n  let lower: Double\n  let upper: Double\n")
print("  init(_ name: StaticString, _ operands: [Double], _ lower: Double, _ upper: Double) {")
print("    self.name = name\n    self.operands = operands\n    self.lower = lower\n    self.upper = upper\n  }\n}\n")
for title, cases in (("unaryIntervalReferences", unary()), ("binaryIntervalReferences", binary())):
    print(f"let {title}: [IntervalReference] = [")
    for name, operands, low, high in cases:
        bounds = ", ".join(map(repr, operands))
        # The greatest double not above the infimum, the least not below the supremum.
        print(f'  IntervalReference("{name}", [{bounds}], {text(below(low))}, {text(above(high))}),')
    print("]" if title.startswith("binary") else "]\n")
