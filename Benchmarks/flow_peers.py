"""The peers of flows: many trajectories, each compared with a tight solution by SciPy."""

import math
import os

os.environ.setdefault("NUMBA_NUM_THREADS", "2")

import numpy  # noqa: E402
import scipy.integrate  # noqa: E402

from outcome import Outcome  # noqa: E402


def solved(field, start, end, time=0.0, **more):
    """SciPy's DOP853 at 1e-12: the reference."""
    options = {"method": "DOP853", "rtol": 1e-12, "atol": 1e-12} | more
    solution = scipy.integrate.solve_ivp(field, (time, end), start, **options)
    if not solution.success:
        raise RuntimeError(solution.message)
    return solution


def errors(found, true):
    """The distance of each point from where it should be."""
    return numpy.hypot(*(numpy.asarray(found) - numpy.asarray(true)).T)


def said(distance):
    """Median and largest."""
    return f"median {numpy.median(distance):.1e}, largest {distance.max():.1e}"


def gyre(time, x, y, amplitude=0.1, epsilon=0.25, omega=0.2 * math.pi):
    a = epsilon * math.sin(omega * time)
    b = 1 - 2 * a
    inner = math.pi * (a * x + b) * x
    slope = 2 * a * x + b
    u = -math.pi * amplitude * math.sin(inner) * math.cos(math.pi * y)
    return u, math.pi * amplitude * math.cos(inner) * math.sin(math.pi * y) * slope


def compiled():
    """SciPy's DOP853 (its tableau, error estimate, first step and control) in numba, over many starts."""
    import numba
    from scipy.integrate._ivp import dop853_coefficients as table

    stages = table.N_STAGES
    A, B, C = (numpy.ascontiguousarray(part) for part in (table.A[:stages, :stages], table.B, table.C[:stages]))
    E3, E5 = table.E3.copy(), table.E5.copy()
    slope = numba.njit(inline="always")(gyre)

    @numba.njit
    def norm(a, b):
        return math.sqrt((a * a + b * b) / 2)

    @numba.njit
    def solve(x, y, time, end, tolerance, kx, ky):
        direction = 1.0 if end > time else -1.0
        u, v = slope(time, x, y)
        sx, sy = tolerance + abs(x) * tolerance, tolerance + abs(y) * tolerance
        d0, d1 = norm(x / sx, y / sy), norm(u / sx, v / sy)
        first = 1e-6 if d0 < 1e-5 or d1 < 1e-5 else 0.01 * d0 / d1
        first = min(first, abs(end - time))
        p, q = slope(time + first * direction, x + first * direction * u, y + first * direction * v)
        d2 = norm((p - u) / sx, (q - v) / sy) / first
        if d1 <= 1e-15 and d2 <= 1e-15:
            step = max(1e-6, first * 1e-3)
        else:
            step = (0.01 / max(d1, d2)) ** (1 / 8)
        step = min(100 * first, step, abs(end - time))
        while direction * (end - time) > 0:
            rejected = False
            while True:
                h = step * direction
                now = time + h
                if direction * (now - end) > 0:
                    now = end
                h = now - time
                step = abs(h)
                kx[0], ky[0] = u, v
                for stage in range(1, stages):
                    p, q = 0.0, 0.0
                    for other in range(stage):
                        p += A[stage, other] * kx[other]
                        q += A[stage, other] * ky[other]
                    kx[stage], ky[stage] = slope(time + C[stage] * h, x + h * p, y + h * q)
                p, q = 0.0, 0.0
                for stage in range(stages):
                    p += B[stage] * kx[stage]
                    q += B[stage] * ky[stage]
                p, q = x + h * p, y + h * q
                kx[stages], ky[stages] = slope(now, p, q)
                sx = tolerance + max(abs(x), abs(p)) * tolerance
                sy = tolerance + max(abs(y), abs(q)) * tolerance
                ax, ay, bx, by = 0.0, 0.0, 0.0, 0.0
                for stage in range(stages + 1):
                    ax += E5[stage] * kx[stage]
                    ay += E5[stage] * ky[stage]
                    bx += E3[stage] * kx[stage]
                    by += E3[stage] * ky[stage]
                five = (ax / sx) ** 2 + (ay / sy) ** 2
                three = (bx / sx) ** 2 + (by / sy) ** 2
                error = 0.0
                if five > 0 or three > 0:
                    error = abs(h) * five / math.sqrt((five + 0.01 * three) * 2)
                if error < 1:
                    factor = 10.0 if error == 0 else min(10.0, 0.9 * error ** (-1 / 8))
                    step *= min(1.0, factor) if rejected else factor
                    break
                step *= max(0.2, 0.9 * error ** (-1 / 8))
                rejected = True
            time, x, y = now, p, q
            u, v = kx[stages], ky[stages]
        return x, y

    @numba.njit(parallel=True)
    def flow(starts, time, end, tolerance, pieces):
        ends = numpy.empty_like(starts)
        count = len(starts)
        for piece in numba.prange(pieces):
            kx, ky = numpy.empty(stages + 1), numpy.empty(stages + 1)
            for k in range(piece * count // pieces, (piece + 1) * count // pieces):
                ends[k, 0], ends[k, 1] = solve(starts[k, 0], starts[k, 1], time, end, tolerance, kx, ky)
        return ends

    numba.set_num_threads(2)
    return flow


class FlowMap:
    """The flow map of the double gyre, from t = 0 backwards to t = −10.

    A = 0.1, ε = 0.25, ω = 0.2π on [0, 2] × [0, 1]:
        a = ε sin ωt, b = 1 − 2a, f = a x² + b x,
        u = −πA sin(πf) cos(πy),  v = πA cos(πf) sin(πy) (2a x + b).
    Starts: `size` (1000) columns and size/2 rows, both ends among them: x = 2 i/(size − 1), y = j/(size/2 − 1); start
    k = j · size + i. Each start has its own steps; relative and absolute tolerance 1e-6, Double.
    Result: end points, size²/2 × 2 doubles, x and y in turns.
    """

    name = "flowmap"
    size = 1000
    iterations = 1
    needs_result = True
    variants = {"ours, 2 threads": []}

    def __init__(self, size):
        self.size = size
        x, y = numpy.meshgrid(numpy.linspace(0, 2, size), numpy.linspace(0, 1, size // 2))
        self.starts = numpy.stack([x.ravel(), y.ravel()], axis=1)
        self.flow = compiled()
        self.peers = {"numba DOP853, 2 threads": self.numba}
        self.work = f"flow map of the double gyre, {size}×{size // 2} starts, t = 0 to −10, tolerance 1e-6, Double"

    def numba(self, tolerance=1e-6):
        return self.flow(self.starts, 0.0, -10.0, tolerance, 64)

    def compare(self, check, result):
        ours = numpy.frombuffer(result, dtype="<f8").reshape(-1, 2)
        # As near to the truth as doubles come; SciPy agrees (see measure).
        true = self.numba(1e-13)
        error, theirs = errors(ours, true), errors(self.numba(), true)
        return Outcome(
            error.max() <= 5e-3 and numpy.median(error) <= 1e-5,
            f"end points off by {said(error)} (allowed 1e-05 and 5e-03; peer {said(theirs)})",
        )

    def floor(self, machine, threads):
        return None


def torch_peers(starts):
    """torchdiffeq where it is installed: requirements-torch.txt, since torch brings two gigabytes of CUDA unasked."""
    try:
        import torch
        import torchdiffeq
    except ImportError:
        return {}
    # The state is small: a second thread brings nothing, and beside others' work its waiting takes ten times as long.
    torch.set_num_threads(1)
    state = torch.tensor(starts)
    times = torch.tensor([0.0, 10.0], dtype=torch.float64)

    def field(_, state):
        x, y = state[:, 0], state[:, 1]
        return torch.stack([1.5 * x - x * y, x * y - 3 * y], dim=1)

    def solve():
        with torch.no_grad():
            return torchdiffeq.odeint(field, state, times, rtol=1e-6, atol=1e-8, method="dopri5")[-1].numpy()

    return {"torchdiffeq dopri5": solve}


class Lotka:
    """Many Lotka–Volterra systems.

    x' = 1.5x − xy, y' = xy − 3y. System i of `size` (10,000): x = 0.5 + 1.5 (i % 100)/100, y = 0.5 + 1.5 (i // 100)/100.
    From t = 0 to 10, relative tolerance 1e-6, absolute 1e-8, Double; only the ends.
    Result: end points, size × 2 doubles, x and y in turns. V = x − 3 log x + y − 1.5 log y is constant.

    torchdiffeq and "joint" have one step for all systems, chosen by the root mean square of all errors; vmap has a
    step for each system, all lanes running until the last is done. Ours has a step for each.
    """

    name = "lotka"
    size = 10_000
    iterations = 1
    needs_result = True
    variants = {"ours, 2 threads": []}

    def __init__(self, size):
        import diffrax
        import jax
        jax.config.update("jax_enable_x64", True)
        self.size = size
        i = numpy.arange(size)
        self.starts = numpy.stack([0.5 + 1.5 * (i % 100) / 100, 0.5 + 1.5 * (i // 100) / 100], axis=1)
        def of_jax(_, state, __):
            x, y = state
            return 1.5 * x - x * y, x * y - 3 * y

        def solver(method):
            def solve(start):
                return diffrax.diffeqsolve(
                    diffrax.ODETerm(of_jax), method, 0.0, 10.0, None, start, saveat=diffrax.SaveAt(t1=True),
                    stepsize_controller=diffrax.PIDController(rtol=1e-6, atol=1e-8), max_steps=None,
                    adjoint=diffrax.ForwardMode(),
                ).ys
            return solve

        columns = tuple(jax.numpy.asarray(part) for part in self.starts.T)

        def ready(function):
            return lambda: numpy.stack([part.reshape(-1) for part in jax.block_until_ready(function(columns))], axis=1)

        self.peers = {
            "diffrax vmap Tsit5": ready(jax.jit(jax.vmap(solver(diffrax.Tsit5())))),
            "diffrax vmap Dopri5": ready(jax.jit(jax.vmap(solver(diffrax.Dopri5())))),
            "diffrax joint Tsit5": ready(jax.jit(solver(diffrax.Tsit5()))),
        }
        self.peers |= torch_peers(self.starts)
        self.work = f"{size:.0e} Lotka–Volterra systems, T = 10, tolerances 1e-6 and 1e-8, Double"

    @staticmethod
    def field(_, state):
        x, y = state
        return [1.5 * x - x * y, x * y - 3 * y]

    @staticmethod
    def constant(state):
        x, y = state.T
        return x - 3 * numpy.log(x) + y - 1.5 * numpy.log(y)

    def sample(self, count):
        some = numpy.linspace(0, self.size - 1, count).astype(int)
        return some, numpy.array([solved(self.field, self.starts[k], 10).y[:, -1] for k in some])

    def compare(self, check, result):
        ours = numpy.frombuffer(result, dtype="<f8").reshape(self.size, 2)
        some, true = self.sample(100)
        error = errors(ours[some], true)
        drift = numpy.abs(self.constant(ours) - self.constant(self.starts)).max()
        theirs = max(errors(peer()[some], true).max() for peer in self.peers.values())
        return Outcome(
            error.max() <= 2e-3 and drift <= 5e-4,
            f"end points off by {said(error)} (allowed 2e-03; peers at most {theirs:.1e}); "
            f"constant of motion off by {drift:.1e} (allowed 5e-04)",
        )

    def floor(self, machine, threads):
        return None


ROWS = [FlowMap, Lotka]
