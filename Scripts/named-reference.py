#!/usr/bin/env python3
"""Measures of named distributions from their definitions, for Tests/InformationTests. Prints Swift.

    Scripts/named-reference.py > Tests/InformationTests/NamedReferences.swift

Densities of one variable are integrated with 60 digits by mpmath, probabilities summed; for several variables (Dirichlet,
multivariate normal) the formulas of Gil, Alajaji and Linder (2013) are evaluated with 60 digits. Mixtures in two
dimensions: NumPy's sum over a fine grid, whose error for such functions falls faster than any power of the step.
Needs mpmath and NumPy.
"""
import mpmath
import numpy
from mpmath import exp, inf, log, loggamma, matrix, mp, mpf, pi, quad, sqrt

mp.dps = 60
ORDERS = [-1.5, -1e-6, 0.25, 0.5, 1 - 1e-9, 1.0, 1 + 1e-9, 1.75, 4.0]


def normal(mean, deviation):
    return lambda x: -((x - mean) / deviation) ** 2 / 2 - log(deviation) - log(2 * pi) / 2


def exponential(rate):
    return lambda x: log(rate) - rate * x


def laplace(location, scale):
    return lambda x: -abs(x - location) / scale - log(2 * scale)


# On the logarithm of x, where the integrands of gamma and beta distributions are smooth: x = e^u, and e^u/(1 + e^u).
def gamma(shape, rate):
    return lambda u: shape * log(rate) - loggamma(shape) + shape * u - rate * exp(u)


def beta(a, b):
    norm = loggamma(a + b) - loggamma(a) - loggamma(b)
    return lambda u: norm - a * mp.log1p(exp(-u)) - b * mp.log1p(exp(u))


def whole(p, q):
    return [-inf, -30, -10, -4, -2, -1, 0, 1, 2, 4, 10, 30, inf]


def positive(p, q):
    return [0, 0.1, 1, 3, 10, 30, inf]


def between(p, q):
    places = sorted({-200, -20, p[0], q[0], 20, 200, (p[0] + q[0]) / 2})
    return places


def logarithmic(p, q):
    return [-400, -100, -30, -10, -5, -3, -1, 0, 1, 3, 5, 10, 30, 100]


def sided(p, q):
    return [-800, -100, -30, -10, -5, -3, -1, 0, 1, 3, 5, 10, 30, 100, 800]


def continuous(make, places, p, q, order, slope=lambda u: 0):
    """`slope` is the logarithm of dx/du where densities are taken on another variable u."""
    lp, lq = make(*map(mpf, p)), make(*map(mpf, q))
    if order is None:
        return quad(lambda x: -exp(lp(x)) * (lp(x) - slope(x)) if exp(lp(x)) else mpf(0), places(p, p))
    if order == 1:
        return quad(lambda x: exp(lp(x)) * (lp(x) - lq(x)), places(p, q))
    a = mpf(order)
    return log(quad(lambda x: exp(a * lp(x) + (1 - a) * lq(x)), places(p, q))) / (a - 1)


def discrete(masses, p, q, order):
    ps, qs = masses(*map(mpf, p)), masses(*map(mpf, q))
    if order is None:
        return -sum(a * log(a) for a in ps if a > 0)
    if order == 1:
        return sum(a * log(a / b) for a, b in zip(ps, qs) if a > 0)
    a = mpf(order)
    return log(sum(x**a * y ** (1 - a) for x, y in zip(ps, qs) if x > 0)) / (a - 1)


def bernoulli(p):
    return [p, 1 - p]


def poisson(mean):
    return [exp(k * log(mean) - mean - loggamma(k + 1)) for k in range(max(300, int(mean) + 40 + int(20 * sqrt(mean))))]


def infinite(order):
    return inf if order > 1 else -inf


def dirichlet(p, q, order):
    def norm(a):
        return sum(loggamma(x) for x in a) - loggamma(sum(a))
    a, b = [mpf(x) for x in p], [mpf(x) for x in q]
    s, n = sum(a), len(a)
    if order is None:
        return norm(a) + (s - n) * mp.psi(0, s) - sum((x - 1) * mp.psi(0, x) for x in a)
    if order == 1:
        return norm(b) - norm(a) + sum((x - y) * (mp.psi(0, x) - mp.psi(0, s)) for x, y in zip(a, b))
    o = mpf(order)
    mixed = [o * x + (1 - o) * y for x, y in zip(a, b)]
    return infinite(order) if min(mixed) <= 0 else (norm(mixed) - o * norm(a) - (1 - o) * norm(b)) / (o - 1)


def multivariate(p, q, order):
    """Parameters: two means, then the covariance by rows."""
    m, v = matrix([mpf(x) for x in p[:2]]), matrix(2, 2)
    n, w = matrix([mpf(x) for x in q[:2]]), matrix(2, 2)
    for i in range(4):
        v[i // 2, i % 2], w[i // 2, i % 2] = mpf(p[2 + i]), mpf(q[2 + i])
    d = m - n
    if order is None:
        return log(2 * pi * mp.e) + log(mp.det(v)) / 2
    if order == 1:
        inverse = w**-1
        product = inverse * v
        return (product[0, 0] + product[1, 1] - 2 + (d.T * inverse * d)[0] - log(mp.det(v) / mp.det(w))) / 2
    o = mpf(order)
    mixed = o * w + (1 - o) * v
    if mp.det(mixed) <= 0 or mixed[0, 0] <= 0:
        return infinite(order)
    logs = log(mp.det(mixed)) - (1 - o) * log(mp.det(v)) - o * log(mp.det(w))
    return o / 2 * (d.T * mixed**-1 * d)[0] - logs / (2 * (o - 1))


def number(value):
    return ".infinity" if value == inf else "-.infinity" if value == -inf else repr(float(value))


def rows(name, comment, pairs, measure, orders=ORDERS):
    print("\n/// " + comment + ": the parameters of p and q, the order, and D(p‖q).")
    print("let " + name + "References: [[Double]] = [")
    for p, q in pairs:
        for order in orders:
            value = measure(p, q, order)
            print("  [" + ", ".join([repr(float(x)) for x in [*p, *q, order]] + [number(value)]) + "],")
    print("]\n\n/// The parameters of p, and its entropy.")
    print("let " + name + "EntropyReferences: [[Double]] = [")
    for p in sorted({tuple(p) for p, _ in pairs}):
        print("  [" + ", ".join([repr(float(x)) for x in p] + [number(measure(p, p, None))]) + "],")
    print("]")


# Every pair keeps the integrals of all orders convergent.
print("// Written by Scripts/named-reference.py with mpmath " + mpmath.__version__ + ".")
print("// swift-format-ignore-file")
rows("normal", "Normal distributions", [
    ([0, 1], [1, 1.1]), ([0.5, 1], [0.5, 1 + 1e-9]), ([0, 1], [1e-9, 1]), ([1, 0.75], [-1, 0.8]), ([0, 2], [3, 2])],
    lambda p, q, o: continuous(normal, whole, p, q, o), [-0.75, -1e-6, 0.25, 0.5, 1 - 1e-9, 1, 1 + 1e-9, 1.75, 4])
rows("exponential", "Exponential distributions", [([1], [0.9]), ([1.2], [1.3]), ([1], [1 + 1e-9]), ([2], [1.7])],
     lambda p, q, o: continuous(exponential, positive, p, q, o))
rows("laplace", "Laplace distributions", [
    ([0, 1], [1, 1.2]), ([0, 1], [1e-9, 1]), ([0, 1], [1e-9, 1 + 1e-9]), ([2, 1.2], [-1, 1.1]), ([0, 1], [0.5, 1])],
    lambda p, q, o: continuous(laplace, between, p, q, o))
rows("gamma", "Gamma distributions", [
    ([2, 1], [1.8, 0.9]), ([0.5, 2], [0.6, 2.1]), ([2.5, 1], [2.5 + 1e-9, 1 - 1e-9]), ([30, 3], [28, 2.9]), ([4, 1], [3.6, 1.2])],
    lambda p, q, o: continuous(gamma, logarithmic, p, q, o, lambda u: u))
rows("beta", "Beta distributions", [
    ([2, 3], [2.2, 2.8]), ([0.5, 0.5], [0.6, 0.4]), ([2.5, 1], [2.5 + 1e-9, 1 - 1e-9]), ([30, 10], [28, 9.5])],
    lambda p, q, o: continuous(beta, sided, p, q, o, lambda u: -mp.log1p(exp(u)) - mp.log1p(exp(-u))))
rows("bernoulli", "Bernoulli distributions", [
    ([0.3], [0.6]), ([0.3], [0.3 + 1e-9]), ([1e-10], [1.5e-10]), ([0.999], [0.001])],
    lambda p, q, o: discrete(bernoulli, p, q, o))
rows("poisson", "Poisson distributions", [([4], [5]), ([4], [4 + 4e-9]), ([0.5], [2]), ([90], [80]), ([1e-8], [2e-8])],
     lambda p, q, o: discrete(poisson, p, q, o))
rows("dirichlet", "Dirichlet distributions over three outcomes", [
    ([1, 2, 3], [2, 2, 2]), ([0.1, 0.2, 5], [0.15, 0.1, 7]), ([1, 2, 3], [1 + 1e-9, 2, 3 - 1e-9]),
    ([1e6, 2e6, 3e6], [1.5e6, 2.9e6, 4.6e6]), ([1e-3, 50, 1e4], [10, 1e-2, 1e2])], dirichlet)
rows("multivariateNormal", "Normal distributions in the plane", [
    ([0, 0, 1, 0.5, 0.5, 1], [1, 0, 1.1, 0.4, 0.4, 1.3]), ([0, 0, 1, 0.5, 0.5, 1], [0, 0, 1 + 1e-9, 0.5, 0.5, 1 - 1e-9]),
    ([0, 0, 1, 0, 0, 1e-20], [0, 0, 1.5, 0.5, 0.5, 1]), ([1, 2, 3, 1, 1, 2], [0, 0, 1, -0.5, -0.5, 1])], multivariate)
print("\n/// The mean of a Poisson distribution, and its entropy.")
print("let poissonEntropyTable: [[Double]] = [")
mp.dps = 40
for mean in [1e-12, 0.5, 20.0, 300.0, 511.9, 512.0, 700.0, 5000.0]:
    print(f"  [{mean!r}, {number(discrete(poisson, [mean], [mean], None))}],")
print("]")


def mixture(weights, parameters):
    densities = [normal(mpf(m), mpf(d)) for m, d in parameters]
    return lambda x: sum(mpf(w) * exp(d(x)) for w, d in zip(weights, densities))


LINE = [-60, -30, -12, -8, -6, -4, -3, -2, -1, 0, 1, 1.9, 2, 2.1, 2.5, 3, 4, 5, 6, 8, 12, 30, 60]
mp.dps = 25
one = mixture([0.25, 0.75], [(-1, 0.5), (2, 1)])
two = mixture([0.5, 0.3, 0.2], [(0, 1), (3, 0.25), (2, 0.03125)])
wide = mixture([1], [(1, 2)])
print("\n/// Mixtures on the line: entropies of the three, then D of the pairs and their Jensen–Shannon divergences.")
print("let mixtureReferences: [Double] = [")
for p in [one, two, wide]:
    print("  " + number(quad(lambda x: -p(x) * log(p(x)), LINE)) + ",")
for p, q in [(one, wide), (two, one), (wide, one)]:
    print("  " + number(quad(lambda x: p(x) * log(p(x) / q(x)), LINE)) + ",")
    m = lambda x: (p(x) + q(x)) / 2
    print("  " + number(quad(lambda x: (p(x) * log(p(x) / m(x)) + q(x) * log(q(x) / m(x))) / 2, LINE)) + ",")
print("]")


def plane(weights, parameters):
    x = numpy.linspace(-12, 12, 1601)
    points = numpy.stack(numpy.meshgrid(x, x), axis=-1)
    total = 0
    for weight, mean, covariance in zip(weights, *zip(*parameters)):
        d = points - numpy.array(mean)
        c = numpy.array(covariance)
        form = numpy.einsum("...i,ij,...j", d, numpy.linalg.inv(c), d)
        total = total + weight * numpy.exp(-form / 2) / (2 * numpy.pi * numpy.linalg.det(c) ** 0.5)
    return total, (x[1] - x[0]) ** 2


p, area = plane([0.4, 0.6], [([-1, 0], [[1, 0.5], [0.5, 1]]), ([2, 1], [[0.25, 0], [0, 0.5]])])
q, _ = plane([1], [([0, 0], [[2, 0.5], [0.5, 3]])])
m = (p + q) / 2
print("\n/// Mixtures in the plane: the entropy of p, D(p‖q), and their Jensen–Shannon divergence.")
print("let planeMixtureReferences: [Double] = [")
tiny = 1e-300
for value in [-p * numpy.log(p + tiny), p * numpy.log((p + tiny) / (q + tiny)),
              0.5 * (p * numpy.log((p + tiny) / (m + tiny)) + q * numpy.log((q + tiny) / (m + tiny)))]:
    print("  " + repr(float(value.sum() * area)) + ",")
print("]")
