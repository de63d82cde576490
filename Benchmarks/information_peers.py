"""The peers of measures of distributions."""

import os

os.environ.setdefault("NUMBA_NUM_THREADS", "2")

import numpy  # noqa: E402
import scipy.spatial.distance  # noqa: E402
import scipy.stats  # noqa: E402

try:
    import numba
except ImportError:
    numba = None

from outcome import Outcome  # noqa: E402
from scatter import scattered  # noqa: E402


def distribution(count, stream):
    """Weights over their exact sum."""
    weights = scattered(count, stream)
    total = int(weights.sum()) + count
    return (weights.astype(numpy.float64) + 1) / float(total)


def relative(ours, theirs, tolerance):
    """The comparison of two numbers."""
    error = abs(ours - theirs) / abs(theirs)
    return Outcome(error <= tolerance, f"relative difference {error:.1e} (allowed {tolerance:.0e})")


def compiled(loop):
    """A loop over p and q as numba compiles it, on two threads; nothing where there is no numba."""
    if numba is None:
        return {}
    return {"numba, 2 threads": numba.njit(parallel=True, fastmath=True)(loop)}


class Measure:
    """A measure of distributions of many outcomes."""

    size = 10_000_000
    iterations = 1
    needs_result = False
    variants = {"ours, 2 threads": []}
    arrays = 2
    logarithms = 1

    def __init__(self, size):
        self.size = size
        self.p = distribution(size, 0)
        self.q = distribution(size, 1)
        self.peers = {}
        if hasattr(self, "scipy"):
            self.peers["SciPy"] = self.scipy
        for name, loop in compiled(self.loop()).items():
            self.peers[name] = lambda loop=loop: self.finish(loop(self.p, self.q))
        self.work = f"{self.said} of {size:.0e} doubles"

    def finish(self, sum):
        return sum

    def compare(self, check, result):
        peer = next(iter(self.peers.values()))
        return relative(check["nats"], float(peer()), 1e-11)

    def floor(self, machine, threads):
        # Reading is half of a copy.
        return max(self.arrays * 4 * self.size / machine["copy"], self.logarithms * self.size / machine["log"]) / 2


class Entropy(Measure):
    """−Σ p log p."""

    name = "entropy"
    said = "entropy"
    arrays = 1

    def scipy(self):
        return scipy.stats.entropy(self.p)

    def loop(self):
        def sum(p, q):
            total = 0.0
            for i in numba.prange(p.size):
                if p[i] > 0:
                    total -= p[i] * numpy.log(p[i])
            return total

        return sum


class KullbackLeibler(Measure):
    """Σ p log(p/q)."""

    name = "kl"
    said = "KL divergence"

    def scipy(self):
        return scipy.stats.entropy(self.p, self.q)

    def loop(self):
        def sum(p, q):
            total = 0.0
            for i in numba.prange(p.size):
                if p[i] > 0:
                    total += p[i] * numpy.log(p[i] / q[i])
            return total

        return sum


class JensenShannon(Measure):
    """½ Σ p log(p/m) + q log(q/m)."""

    name = "js"
    said = "JS divergence"
    logarithms = 2

    def scipy(self):
        return scipy.spatial.distance.jensenshannon(self.p, self.q) ** 2

    def loop(self):
        def sum(p, q):
            total = 0.0
            for i in numba.prange(p.size):
                m = 0.5 * (p[i] + q[i])
                if p[i] > 0:
                    total += 0.5 * p[i] * numpy.log(p[i] / m)
                if q[i] > 0:
                    total += 0.5 * q[i] * numpy.log(q[i] / m)
            return total

        return sum


class Renyi(Measure):
    """log Σ p²/q."""

    name = "renyi"
    said = "Rényi divergence of order 2"
    logarithms = 0

    def finish(self, sum):
        return numpy.log(sum)

    def loop(self):
        def sum(p, q):
            total = 0.0
            for i in numba.prange(p.size):
                if p[i] > 0:
                    total += p[i] * p[i] / q[i]
            return total

        return sum


class Pairwise:
    """The Jensen–Shannon divergences of all pairs of distributions over 64 outcomes."""

    name = "pairwise"
    size = 2000
    iterations = 1
    needs_result = True
    variants = {"ours, 2 threads": []}

    def __init__(self, size):
        self.size = size
        weights = scattered(size * 64, 0).reshape(size, 64).astype(numpy.float64) + 1
        self.rows = weights / weights.sum(axis=1)[:, None]
        self.peers = {"SciPy": self.scipy}
        self.work = f"JS divergences of {size} distributions over 64 outcomes, all pairs"

    def scipy(self):
        return scipy.spatial.distance.pdist(self.rows, "jensenshannon") ** 2

    def compare(self, check, result):
        ours = numpy.frombuffer(result, dtype="<f8").reshape(self.size, self.size)
        theirs = scipy.spatial.distance.squareform(self.scipy())
        error = float(numpy.abs(ours - theirs).max())
        return Outcome(error <= 1e-14, f"largest difference {error:.1e} (allowed 1e-14)")

    def floor(self, machine, threads):
        return 64 * self.size * self.size / 2 / machine["log"] / 2


ROWS = [Entropy, KullbackLeibler, JensenShannon, Renyi, Pairwise]
