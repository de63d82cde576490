"""Values of Γ, its relatives and the normal distribution by mpmath, for Tests/SpecialFunctionsTests. Prints Swift."""
import random

import mpmath

mpmath.mp.dps = 40
random.seed(3)


def arguments():
    yield from [0.5, 1.0, 1.5, 2.0, 3.0, 10.0, 19.999, 20.0, 20.5, 100.25, 170.5, 171.5, 1e-8, -0.5, -1.5, -19.5, -20.5]
    yield from (random.uniform(0.01, 40) for _ in range(40))
    yield from (random.uniform(-30, 0) for _ in range(40))


print("// Written by Scripts/special-reference.py with mpmath " + mpmath.__version__ + ".")
print("// swift-format-ignore-file\n")
print("/// An argument, its Γ, and ψ, ψ′, ψ″ and ψ⁗ there.")
print("let specialReferences: [[Double]] = [")
for x in arguments():
    values = [mpmath.gamma(x)] + [mpmath.psi(n, x) for n in (0, 1, 2, 4)]
    print("  [" + ", ".join([repr(x)] + [repr(float(v)) for v in values]) + "],")
print("]")


def table(name, comment, rows, function):
    print("\n/// " + comment)
    print("let " + name + ": [[Double]] = [")
    for row in rows:
        print("  [" + ", ".join([repr(float(v)) for v in row] + [repr(float(function(*map(mpmath.mpf, row))))]) + "],")
    print("]")


def spread(low, high):
    return 10 ** random.uniform(low, high)


def lower(a, x):
    return mpmath.gammainc(a, 0, x, regularized=True)


def upper(a, x):
    return mpmath.gammainc(a, x, mpmath.inf, regularized=True)


def beta(x, a, b):
    # A series of positive terms (DLMF 8.17.8).
    total, term, n = mpmath.mpf(0), mpmath.mpf(1), 0
    while term > total * mpmath.eps:
        total += term
        term *= (a + b + n) / (a + 1 + n) * x
        n += 1
    return total * x**a * (1 - x)**b / a / mpmath.beta(a, b)


def quantile(p):
    z = mpmath.sqrt(2) * mpmath.erfinv(2 * p - 1) if p > 1e-10 else mpmath.findroot(
        lambda z: mpmath.log(mpmath.ncdf(z)) - mpmath.log(p), -mpmath.sqrt(-2 * mpmath.log(p)))
    return z


points = [1 + 1e-9, 1 - 1e-12, 2 + 1e-9, 2 - 1e-12, 0.5, 1.5, 2.5, 13, 12.999, 1e-300, 1e-8, 1e10, 1e300, -1e-8, -0.5, -30.25]
points += [spread(-3, 4) for _ in range(40)] + [1 + random.choice([-1, 1]) * spread(-10, -1) for _ in range(10)]
points += [2 + random.choice([-1, 1]) * spread(-10, -1) for _ in range(10)]
table("logGammaReferences", "x and log |Γ(x)|.", [[x] for x in points], lambda x: mpmath.re(mpmath.loggamma(x)))
pairs = [[spread(-4, 8), spread(-4, 8)] for _ in range(40)] + [[1e-20, 1e20], [9.99, 10.01], [10, 10], [1e15, 1e15]]
table("logBetaReferences", "a, b and log B(a, b).", pairs, lambda a, b: mpmath.loggamma(a) + mpmath.loggamma(b) - mpmath.loggamma(a + b))
pairs = [[spread(-2, 3), spread(-3, 3)] for _ in range(40)]
for _ in range(40):
    a = spread(-1, 5)
    pairs.append([a, abs(a + a ** 0.5 * random.uniform(-6, 6))])
pairs += [[0.01, 0.5], [0.3, 1.4], [1e-6, 0.1], [0.5, 300.0], [30.0, 1e-3]]
table("lowerGammaReferences", "a, x and P(a, x).", pairs, lower)
table("upperGammaReferences", "a, x and Q(a, x).", pairs, upper)
triples = [[random.uniform(0, 1), spread(-1, 2), spread(-1, 2)] for _ in range(40)]
for _ in range(20):
    a, b = spread(1, 4), spread(1, 4)
    mean, deviation = a / (a + b), (a * b / (a + b) ** 3) ** 0.5
    triples.append([min(max(mean + deviation * random.uniform(-6, 6), 1e-3), 0.999), a, b])
table("betaReferences", "x, a, b and Iₓ(a, b).", triples, beta)
points = [0.0, -3.0, 0.25, 0.5, 0.7, 26.5, 1e-20] + [random.uniform(-2, 27) for _ in range(40)]
table("errorFunctionComplementReferences", "x and erfc x.", [[x] for x in points], mpmath.erfc)
points = [-37.5, -20.0, -0.7, 0.0, 3.0] + [random.uniform(-37, 5) for _ in range(40)]
table("normalDistributionReferences", "z and Φ(z).", [[x] for x in points], mpmath.ncdf)
points = [0.5 + 1e-12, 0.5 - 1e-3, 0.3, 0.7, 0.975, 0.995, 1e-300, 1e-100, 1e-16, 0.1, 0.25]
points += [spread(-20, -0.31) for _ in range(30)]
table("normalQuantileReferences", "p and the z with Φ(z) = p.", [[p] for p in points], quantile)
