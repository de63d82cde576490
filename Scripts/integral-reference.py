#!/usr/bin/env python3
"""Writes Tests/FieldsTests/IntegralReferences.swift: integrals to 17 digits from mpmath, and some from SciPy.

    python3 Scripts/integral-reference.py > Tests/FieldsTests/IntegralReferences.swift

Needs mpmath and SciPy. An integrand is a formula of the library and the same in Python; breaks are where it is
not smooth, so that mpmath sees every peak and kink.
"""
import mpmath as mp
import scipy
from mpmath import mpf
from scipy import integrate
import numpy

mp.mp.dps = 40

ALONG = [
    ("exp(x)", 0, 1, mp.exp, []),
    ("x^20", 0, 1, lambda x: x**20, []),
    ("1/(1+25x^2)", -1, 1, lambda x: 1 / (1 + 25 * x * x), []),
    ("exp(-x^2)", -10, 10, lambda x: mp.exp(-x * x), [-3, 0, 3]),
    ("sin(x)/x", -1, 2, mp.sinc, []),
    ("x^x", 0, 1, lambda x: x**x, []),
    ("atan(sqrt(x^2+2))/((1+x^2)sqrt(x^2+2))", 0, 1,
     lambda x: mp.atan(mp.sqrt(x * x + 2)) / ((1 + x * x) * mp.sqrt(x * x + 2)), []),
    # Turning fast.
    ("cos(50x)", 0, 1, lambda x: mp.cos(50 * x), 50),
    ("cos(100sin(x))", 0, 3, lambda x: mp.cos(100 * mp.sin(x)), 200),
    ("exp(20(x-1))sin(256x)", 0, 1, lambda x: mp.exp(20 * (x - 1)) * mp.sin(256 * x), 200),
    ("sin(1/x)", "0.01", 1, lambda x: mp.sin(1 / x), "inverse"),
    ("x^2sin(1/x)^2", "0.001", 1, lambda x: x * x * mp.sin(1 / x) ** 2, "inverse"),
    # Peaks and steep walls.
    ("exp(-1000(x-0.3)^2)", 0, 1, lambda x: mp.exp(-1000 * (x - mpf("0.3")) ** 2), ["0.2", "0.3", "0.4"]),
    ("exp(-1000000(x-0.3)^2)", 0, 1, lambda x: mp.exp(-(10**6) * (x - mpf("0.3")) ** 2),
     ["0.29", "0.299", "0.3", "0.301", "0.31"]),
    ("1/(0.0001+(x-0.4)^2)", 0, 1, lambda x: 1 / (mpf("0.0001") + (x - mpf("0.4")) ** 2), ["0.38", "0.4", "0.42"]),
    ("1/(0.00000001+(x-0.7)^2)", 0, 1, lambda x: 1 / (mpf("1e-8") + (x - mpf("0.7")) ** 2),
     ["0.69", "0.699", "0.6999", "0.7", "0.7001", "0.701", "0.71"]),
    ("tanh(100(x-0.2))", 0, 1, lambda x: mp.tanh(100 * (x - mpf("0.2"))), ["0.15", "0.2", "0.25", "0.4"]),
    ("1/cosh(10(x-0.2))^2+1/cosh(100(x-0.4))^4+1/cosh(1000(x-0.6))^6", 0, 1,
     lambda x: mp.sech(10 * (x - mpf("0.2"))) ** 2 + mp.sech(100 * (x - mpf("0.4"))) ** 4
     + mp.sech(1000 * (x - mpf("0.6"))) ** 6,
     ["0.2", "0.35", "0.4", "0.45", "0.55", "0.59", "0.597", "0.6", "0.603", "0.61", "0.65"]),
    # Kinks and steps.
    ("|x-1/3|", 0, 1, lambda x: abs(x - mpf(1) / 3), [mpf(1) / 3]),
    ("|cos(10x)|", 0, 1, lambda x: abs(mp.cos(10 * x)), [mp.pi / 20, 3 * mp.pi / 20, 5 * mp.pi / 20]),
    ("((x-0.7+|x-0.7|)/2)^1.5", 0, 1, lambda x: max(x - mpf("0.7"), mpf(0)) ** mpf("1.5"), ["0.7"]),
    ("|x-0.4321|/(x-0.4321)", 0, 1, lambda x: mp.sign(x - mpf("0.4321")), ["0.4321"]),
    # Roots and logarithms at an end or inside.
    ("sqrt(x)", 0, 1, mp.sqrt, []),
    ("sqrt(1-x^2)", -1, 1, lambda x: mp.sqrt(1 - x * x), []),
    ("log(x)", 0, 1, mp.log, []),
    ("log(x)^2", 0, 1, lambda x: mp.log(x) ** 2, []),
    ("x*log(x)", 0, 1, lambda x: x * mp.log(x), []),
    ("log(|x-0.3|)", 0, 1, lambda x: mp.log(abs(x - mpf("0.3"))), ["0.3"]),
    ("x^(-0.3)", 0, 1, mpf(10) / 7, []),
    ("x^(-0.5)", 0, 1, mpf(2), []),
    ("x^(-0.75)", 0, 1, mpf(4), []),
    ("x^(-0.9)", 0, 1, mpf(10), []),
    ("1/sqrt(1-x^2)", -1, 1, +mp.pi, []),
    ("1/sqrt(|x-0.2|)", 0, 1, 2 * (mp.sqrt(mpf("0.2")) + mp.sqrt(mpf("0.8"))), []),
]


def along(a, b, f, breaks):
    a, b = mpf(a), mpf(b)
    if not callable(f):
        return f
    if breaks == "inverse":
        points = [1 / u for u in mp.linspace(1 / a, 1 / b, 400)]
    elif isinstance(breaks, int):
        points = mp.linspace(a, b, breaks + 1)
    else:
        points = [a] + [mpf(p) for p in breaks] + [b]
    return mp.quad(f, points)


def table(name, comment, kind, lines):
    print(f"/// {comment}")
    print(f"let {name}: [{kind}] = [")
    for line in lines:
        print(f"  ({line}),")
    print("]\n")


# Along curves: ∫ f ds and ∫ F·dr, with SciPy on the formulas written out by hand.
def quad(f, a, b):
    value, error = integrate.quad(f, a, b, epsabs=0, epsrel=1e-12, limit=500)
    return value


sin, cos, exp, sqrt, pi = numpy.sin, numpy.cos, numpy.exp, numpy.sqrt, numpy.pi
speed = lambda t: sqrt(4 * sin(t) ** 2 + cos(t) ** 2)
CURVES = [
    ("length of the ellipse x = 2 cos t, y = sin t", quad(speed, 0, 2 * pi)),
    ("mass exp(x) of the same ellipse", quad(lambda t: exp(2 * cos(t)) * speed(t), 0, 2 * pi)),
    ("work of (y², x y) along y = x² from 0 to 1", quad(lambda t: t**4 + t**3 * 2 * t, 0, 1)),
    ("work of (sin(x y), exp(x)) along (t, t³) from 0 to 1",
     quad(lambda t: sin(t**4) + exp(t) * 3 * t * t, 0, 1)),
    ("area of the dish z = u², u up to 1", quad(lambda u: 2 * pi * u * sqrt(1 + 4 * u * u), 0, 1)),
]

print(f"// Written by Scripts/integral-reference.py with mpmath {mp.__version__} and SciPy {scipy.__version__}.")
print("// swift-format-ignore-file\n")
table("integralReferences", "A formula, its range, and its integral by mpmath.", "(String, Double, Double, Double)",
      [f'"{text}", {a}, {b}, {mp.nstr(along(a, b, f, breaks), 17)}' for text, a, b, f, breaks in ALONG])
table("curveReferences", "What it is, and its value by SciPy's quad.", "(String, Double)",
      [f'"{text}", {float(value)!r}' for text, value in CURVES])
