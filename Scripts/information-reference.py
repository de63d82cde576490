#!/usr/bin/env python3
"""Writes reference values for Information, computed by mpmath with 150 digits from the definitions.

    Scripts/information-reference.py > Tests/Fixtures/Information.txt

Lines: `MEASURE ORDER P Q VALUE`, where P and Q are numerators over 2^50 (so that the doubles sum to 1 exactly and
the definitions mean what they say), ORDER and VALUE are doubles in hexadecimal; `-` stands for what is not there.
Needs mpmath.
"""
import random

from mpmath import inf, log, mp, mpf, sqrt

mp.dps = 150
random.seed(1948)
WHOLE = 2**50
ORDERS = [0.0, 1e-12, 1e-6, 0.25, 0.5, 0.75, 1 - 1e-12, 1.0, 1 + 1e-12, 1.5, 2.0, 3.7, 50.0, 1e6, inf,
          -1e-12, -1e-6, -0.5, -2.0, -50.0, -inf]


def entropy(p):
    return -sum(a * log(a) for a in p if a > 0)


def cross_entropy(p, q):
    return inf if any(a > 0 and b == 0 for a, b in zip(p, q)) else -sum(a * log(b) for a, b in zip(p, q) if a > 0)


def kullback_leibler(p, q):
    return inf if any(a > 0 and b == 0 for a, b in zip(p, q)) else sum(a * log(a / b) for a, b in zip(p, q) if a > 0)


def jensen_shannon(p, q):
    m = [(a + b) / 2 for a, b in zip(p, q)]
    return (kullback_leibler(p, m) + kullback_leibler(q, m)) / 2


def renyi(p, q, order):
    if order < 0:
        if order == -inf:
            return -renyi(q, p, inf)
        a = mpf(order)
        return a / (1 - a) * renyi(q, p, 1 - a)
    if order == 0:
        covered = sum(b for a, b in zip(p, q) if a > 0)
        return inf if covered == 0 else -log(covered)
    if order == 1:
        return kullback_leibler(p, q)
    if order > 1 and any(a > 0 and b == 0 for a, b in zip(p, q)):
        return inf
    if order == inf:
        return log(max(a / b for a, b in zip(p, q) if a > 0))
    a = mpf(order)
    total = sum(x**a * y**(1 - a) for x, y in zip(p, q) if x > 0 and y > 0)
    return inf if total == 0 else log(total) / (a - 1)


def renyi_entropy(p, order):
    if order < 0 and 0 in p:
        return inf
    if order == 1:
        return entropy(p)
    if order == inf:
        return -log(max(p))
    if order == -inf:
        return -log(min(p))
    a = mpf(order)
    return log(sum(x**a for x in p if x > 0)) / (1 - a)


def tsallis(p, q, order):
    if order == 1:
        return kullback_leibler(p, q)
    if order >= 1 and any(a > 0 and b == 0 for a, b in zip(p, q)):
        return inf
    if order < 0 and any(a == 0 and b > 0 for a, b in zip(p, q)):
        return -inf
    a = mpf(order)
    return (sum(x**a * y**(1 - a) for x, y in zip(p, q) if x > 0 and y > 0) - 1) / (a - 1)


def tsallis_entropy(p, order):
    if order == 1:
        return entropy(p)
    if order < 0 and 0 in p:
        return inf
    a = mpf(order)
    return (1 - sum(x**a for x in p if x > 0)) / (a - 1)


def total_variation(p, q):
    return sum(abs(a - b) for a, b in zip(p, q)) / 2


def hellinger(p, q):
    return sqrt(sum((sqrt(a) - sqrt(b))**2 for a, b in zip(p, q)) / 2)


def bhattacharyya(p, q):
    overlap = sum(sqrt(a * b) for a, b in zip(p, q))
    return inf if overlap == 0 else -log(overlap)


def chi_square(p, q):
    if any(a > 0 and b == 0 for a, b in zip(p, q)):
        return inf
    return sum((a - b)**2 / b for a, b in zip(p, q) if b > 0)


def population_stability(p, q):
    return kullback_leibler(p, q) + kullback_leibler(q, p)


def wasserstein(p, q):
    ahead = [sum(p[:i]) - sum(q[:i]) for i in range(1, len(p))]
    return sum(abs(x) for x in ahead)


def spread(n, skew, zeros):
    """n numerators that sum to WHOLE, some of them zero."""
    weights = [0 if i and random.random() < zeros else random.random()**skew for i in range(n)]
    random.shuffle(weights)
    scale = sum(weights)
    numerators = [int(w / scale * WHOLE) for w in weights]
    numerators[numerators.index(max(numerators))] += WHOLE - sum(numerators)
    return numerators


def nudged(p, step):
    """p with steps moved between its outcomes."""
    q = list(p)
    for _ in range(len(p)):
        i, j = random.sample(range(len(p)), 2)
        amount = random.randrange(1, step + 1)
        if q[i] > amount:
            q[i] -= amount
            q[j] += amount
    return q


def pairs():
    for n in [2, 3, 7, 8, 9, 30]:
        yield spread(n, 1, 0), spread(n, 1, 0)
        yield spread(n, 6, 0), spread(n, 6, 0)
        yield spread(n, 2, 0.4), spread(n, 2, 0.4)
        p = spread(n, 2, 0.4)
        yield p, p
        for exponent in [0, 4, 10, 16, 22, 28, 34, 40, 44, 46, 47]:
            p = spread(n, 1, 0)
            yield p, nudged(p, 2**exponent)
    yield [WHOLE, 0, 0], [0, WHOLE // 2, WHOLE // 2]
    yield [WHOLE, 0, 0], [WHOLE - 2, 1, 1]
    yield [WHOLE - 1, 1], [1, WHOLE - 1]


def text(value):
    if abs(value) < mpf("1e-100"):  # what 150 digits leave of D(p, p) = 0; no other case is below 1e-31
        return "0x0.0p+0"
    return "inf" if value == inf else "-inf" if value == -inf else float(value).hex()


for ps, qs in pairs():
    p = [mpf(x) / WHOLE for x in ps]
    q = [mpf(x) / WHOLE for x in qs]
    p_text = ",".join(map(str, ps))
    q_text = ",".join(map(str, qs))
    print("entropy", "-", p_text, "-", text(entropy(p)))
    print("crossEntropy", "-", p_text, q_text, text(cross_entropy(p, q)))
    print("kullbackLeibler", "-", p_text, q_text, text(kullback_leibler(p, q)))
    print("jensenShannon", "-", p_text, q_text, text(jensen_shannon(p, q)))
    print("jensenShannonDistance", "-", p_text, q_text, text(sqrt(jensen_shannon(p, q))))
    print("totalVariation", "-", p_text, q_text, text(total_variation(p, q)))
    print("hellinger", "-", p_text, q_text, text(hellinger(p, q)))
    print("bhattacharyya", "-", p_text, q_text, text(bhattacharyya(p, q)))
    print("chiSquare", "-", p_text, q_text, text(chi_square(p, q)))
    print("populationStability", "-", p_text, q_text, text(population_stability(p, q)))
    print("wasserstein", "-", p_text, q_text, text(wasserstein(p, q)))
    for order in [0.25, 0.5, 1 - 1e-12, 1.0, 2.0, 3.7, -0.5, 0.0]:
        if len(p) < 10:
            print("tsallis", text(order), p_text, q_text, text(tsallis(p, q, order)))
        if len(p) < 4:
            print("tsallisEntropy", text(order), p_text, "-", text(tsallis_entropy(p, order)))
    for order in ORDERS:
        print("renyi", text(order), p_text, q_text, text(renyi(p, q, order)))
        if len(p) < 4:
            print("renyiEntropy", text(order), p_text, "-", text(renyi_entropy(p, order)))
