#!/usr/bin/env python3
"""Writes reference values for the estimators from counts, computed by mpmath from their definitions.

    Scripts/counting-reference.py > Tests/InformationTests/CountingReferences.swift

Needs mpmath.
"""
from mpmath import digamma, exp, log, loggamma, mp, mpf, polygamma

mp.dps = 60

SAMPLES = [[2, 1], [5, 3, 2, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1], [7], [4, 0], [10, 10, 10], [3, 1, 1, 0, 2, 1, 0, 0],
           [120, 43, 17, 5, 2, 1, 1, 1, 0, 0], [1000, 1], [40, 39, 38, 41, 0, 42]]


def plug_in(counts):
    n = mpf(sum(counts))
    return -sum(c / n * log(c / n) for c in counts if c)


def miller_madow(counts):
    return plug_in(counts) + mpf(sum(c > 0 for c in counts) - 1) / (2 * sum(counts))


def grassberger(counts):
    n = mpf(sum(counts))

    def g(c):
        return digamma(c) + mpf(-1)**c / 2 * (digamma(mpf(c + 1) / 2) - digamma(mpf(c) / 2))
    return max(log(n) - sum(c * g(c) for c in counts if c) / n, mpf(0))


def chao_shen(counts):
    n = sum(counts)
    single = min(sum(c == 1 for c in counts), n - 1)
    coverage = 1 - mpf(single) / n
    total = mpf(0)
    for c in counts:
        if c:
            p = coverage * c / n
            total -= p * log(p) / (1 - (1 - p)**n)
    return total


def shrinkage(counts):
    n, k = mpf(sum(counts)), mpf(len(counts))
    p = [c / n for c in counts]
    below = (n - 1) * sum((1 / k - x)**2 for x in p)
    weight = mpf(1) if below == 0 else min(max((1 - sum(x**2 for x in p)) / below, mpf(0)), mpf(1))
    shrunk = [weight / k + (1 - weight) * x for x in p]
    return -sum(x * log(x) for x in shrunk if x)


def nsb(counts):
    """The mean and the standard deviation of the posterior."""
    n, k = sum(counts), len(counts)
    if k == 1:
        return mpf(0), mpf(0)

    def weight(t):
        b = exp(t)
        evidence = loggamma(k * b) - loggamma(n + k * b) + sum(loggamma(c + b) - loggamma(b) for c in counts if c)
        return exp(evidence + t) * (k * polygamma(1, k * b + 1) - polygamma(1, b + 1))

    def mean(t):
        b = exp(t)
        a = n + k * b
        return digamma(a + 1) - sum((c + b) * digamma(c + b + 1) for c in counts) / a

    def square(t):
        a = [c + exp(t) for c in counts]
        whole = sum(a)
        top, slope = digamma(whole + 2), polygamma(1, whole + 2)
        total = mpf(0)
        for i, x in enumerate(a):
            for j, y in enumerate(a):
                if i != j:
                    total += x * y * ((digamma(x + 1) - top) * (digamma(y + 1) - top) - slope)
            total += x * (x + 1) * ((digamma(x + 2) - top)**2 + polygamma(1, x + 2) - slope)
        return total / (whole * (whole + 1))
    # Smooth and falling to nothing on both sides: equal steps of 1/8 are exact to e^(-16 pi^2).
    places = [mpf(x) / 8 for x in range(-480, 481)]
    weights = [weight(t) for t in places]
    mass = sum(weights)
    first = sum(w * mean(t) for w, t in zip(weights, places)) / mass
    second = sum(w * square(t) for w, t in zip(weights, places)) / mass
    return first, (second - first**2)**mpf('0.5')


print("// Written by Scripts/counting-reference.py with mpmath.")
print("// swift-format-ignore-file\n")
print("/// Counts; plug-in, Miller–Madow, Grassberger, Chao–Shen, shrinkage, NSB and its deviation, in nats.")
print("let countingReferences: [(counts: [Int], values: [Double])] = [")
for counts in SAMPLES:
    values = [f(counts) for f in (plug_in, miller_madow, grassberger, chao_shen, shrinkage)] + list(nsb(counts))
    print(f"  ({counts}, [{', '.join(repr(float(v.real if hasattr(v, 'real') else v)) for v in values)}]),")
print("]")
