#!/usr/bin/env python3
"""Reference values for the estimators from samples: the definitions in NumPy and SciPy, and SciPy's k-d tree.

    Scripts/neighbour-reference.py          the sample and the numbers that SamplesReferenceTests holds
    Scripts/neighbour-reference.py torus    n times the variance of the mean of d log ε beyond that of its terms, over
                                            ψ'(k): what kozachenkoLeonenko's interval adds
    Scripts/neighbour-reference.py speed    KSG with SciPy's tree and sorted marginals, n = 10,000, milliseconds

Needs NumPy and SciPy.
"""
import sys
import time

import numpy as np
from scipy.spatial import cKDTree
from scipy.special import digamma, gammaln, polygamma
from scipy.stats import gaussian_kde

N = 24


def weyl(n, seed):
    """Numbers in [0, 1) with 20 bits that any language can make: a quadratic Weyl sequence."""
    i = np.arange(1, n + 1, dtype=np.int64)
    return ((i * i * 7919 + i * seed * 104729) % 1048583) / 1048576.0


def sample(n=N):
    x = weyl(n, 1) + weyl(n, 2) + weyl(n, 3)
    y = 0.75 * x + 0.5 * weyl(n, 4)
    z = weyl(n, 5) * weyl(n, 6)
    return x, y, z


def distances(points, k, p, others=None):
    if others is None:
        return cKDTree(points).query(points, [k + 1], p=p)[0][:, 0]
    return cKDTree(others).query(points, [k], p=p)[0][:, 0]


def unit_ball(d, p):
    return d * np.log(2) if p == np.inf else d / 2 * np.log(np.pi) - gammaln(1 + d / 2)


def kozachenko_leonenko(points, k, p):
    n, d = points.shape
    return digamma(n) - digamma(k) + unit_ball(d, p) + d * np.mean(np.log(distances(points, k, p)))


def ksg(x, y, k, algorithm):
    n = len(x)
    joint = np.hstack([x, y])
    near = [np.argsort(np.delete(np.abs(joint - joint[i]).max(1), i), kind="stable")[:k] for i in range(n)]
    total = 0.0
    for i in range(n):
        neighbours = [j + (j >= i) for j in near[i]]
        dx = np.abs(x - x[i]).max(1)
        dy = np.abs(y - y[i]).max(1)
        if algorithm == 1:
            radius = np.abs(joint[neighbours] - joint[i]).max()
            total += digamma(np.sum(dx < radius)) + digamma(np.sum(dy < radius))
        else:
            total += digamma(np.sum(dx <= dx[neighbours].max()) - 1) + digamma(np.sum(dy <= dy[neighbours].max()) - 1)
    return digamma(k) + digamma(n) - total / n - (1 / k if algorithm == 2 else 0)


def divergence(x, y, k):
    n, d = x.shape
    ratio = distances(x, k, 2, y) / distances(x, k, 2)
    return d * np.mean(np.log(ratio)) + np.log(len(y) / (n - 1))


def kernel(values, rule, left_out):
    n = len(values)
    h = gaussian_kde(values, rule).factor * values.std(ddof=1) if isinstance(rule, str) else rule
    total = 0.0
    for i in range(n):
        bumps = np.exp(-0.5 * ((values[i] - values) / h) ** 2) / (h * np.sqrt(2 * np.pi))
        total += np.log((bumps.sum() - bumps[i]) / (n - 1)) if left_out else np.log(bumps.mean())
    return -total / n


def histogram(values, edges="fd"):
    counts, edges = np.histogram(values, edges)
    p = counts / counts.sum()
    occupied = p > 0
    return -np.sum(p[occupied] * np.log(p[occupied] / np.diff(edges)[occupied]))


def histogram_divergences(x, y):
    edges = np.histogram_bin_edges(np.concatenate([x, y]), "fd")
    p = np.histogram(x, edges)[0] / len(x)
    q = np.histogram(y, edges)[0] / len(y)
    m = (p + q) / 2
    half = lambda a: np.sum(a[a > 0] * np.log(a[a > 0] / m[a > 0]))
    return (half(p) + half(q)) / 2


def show(name, value):
    print(f'    "{name}": {value!r},'.replace("np.float64(", "").replace(")", ""))


def references():
    x, y, z = sample()
    column = lambda *axes: np.column_stack(axes)
    for k in (1, 4):
        show(f"KL x {k}", kozachenko_leonenko(column(x), k, np.inf))
        show(f"KL xyz max {k}", kozachenko_leonenko(column(x, y, z), k, np.inf))
        show(f"KL xyz euclid {k}", kozachenko_leonenko(column(x, y, z), k, 2))
        for algorithm in (1, 2):
            show(f"KSG{algorithm} x y {k}", ksg(column(x), column(y), k, algorithm))
            show(f"KSG{algorithm} xz y {k}", ksg(column(x, z), column(y), k, algorithm))
        show(f"D x y {k}", divergence(column(x), column(y), k))
        show(f"D xz yz {k}", divergence(column(x, z), column(y, weyl(N, 9)), k))
    for rule in ("scott", "silverman"):
        show(f"kernel {rule} out", kernel(x, rule, True))
        show(f"kernel {rule} in", kernel(x, rule, False))
    show("kernel 0.25 out", kernel(x, 0.25, True))
    show("histogram fd", histogram(x))
    show("histogram given", histogram(x, [0.0, 1.0, 1.25, 1.5, 3.0]))
    show("JS", histogram_divergences(x, y))


def torus():
    rng = np.random.default_rng(1)
    for d in (1, 2, 3):
        for k in (1, 2, 4, 8):
            means, spreads = [], []
            for _ in range(2000):
                points = rng.random((400, d))
                logs = d * np.log(cKDTree(points, boxsize=1.0).query(points, [k + 1], p=np.inf)[0])
                means.append(logs.mean())
                spreads.append(logs.var(ddof=1))
            print(d, k, (400 * np.var(means) - np.mean(spreads)) / polygamma(1, k))


def speed(n=10_000, k=4, rounds=21):
    rng = np.random.default_rng(1)
    x = rng.normal(size=n)
    y = 0.6 * x + 0.8 * rng.normal(size=n)
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        points = np.column_stack([x, y])
        radius = cKDTree(points).query(points, [k + 1], p=np.inf, workers=2)[0][:, 0]
        counts = []
        for values in (x, y):
            ordered = np.sort(values)
            upper = np.searchsorted(ordered, values + radius, "left")
            counts.append(upper - np.searchsorted(ordered, values - radius, "right"))
        table = digamma(np.arange(1, n + 1))
        value = digamma(k) + digamma(n) - np.mean(table[counts[0] - 1] + table[counts[1] - 1])
        times.append(1000 * (time.perf_counter() - start))
    print(f"value {value:.4f}, milliseconds: minimum {min(times):.2f}, median {np.median(times):.2f}")


{"torus": torus, "speed": speed}.get(sys.argv[1] if len(sys.argv) > 1 else "", references)()
