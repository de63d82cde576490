"""The peers of flows: many trajectories, each compared with a tight solution by SciPy."""

import io
import math
import os

os.environ.setdefault("NUMBA_NUM_THREADS", "2")

import matplotlib.figure  # noqa: E402
import numpy  # noqa: E402
import scipy.integrate  # noqa: E402

from curves import joined  # noqa: E402
from outcome import Outcome  # noqa: E402
from scatter import scattered  # noqa: E402


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


class StreamTracer:
    """Streamlines of length 10 through a sampled field.

    ψ(x, y) = sin x sin y + 0.3 cos(2x + y), the field (∂ψ/∂y, −∂ψ/∂x):
        u = sin x cos y − 0.3 sin(2x + y),  v = −cos x sin y + 0.6 sin(2x + y).
    Samples: 512 × 512 doubles at x[j] = −π + h j, y[i] = −π + h i, h = 4π/511 (both ends of [−π, 3π] are samples),
    bilinear between them for VTK, cubic for us. Start k of `size` (10,000; a multiple of 100), column k % 100 and row
    k // 100:
        x = 2π (column + ½)/100,  y = 2π (row + ½)/(size/100).
    Forward only, adaptive Runge–Kutta 5(4), maximum error of a step 1e-6, until the line is 10 long or leaves the
    samples. All points of all lines are kept, and held against the field that was sampled.
    Result: end points, size × 2 doubles, x and y in turns. Check: "drift", the largest |ψ(point) − ψ(start)| over all
    points of all lines; "interpolation", how far the samples may lead astray, as the solutions tell.

    VTK follows the length of the curve, but its lines are shorter than 10 when steps are refused (with steps up to 0.5
    units the median is 8.8), as though refused steps counted. Steps up to half a cell, its default, are hardly ever
    refused, and then the lines are 10 long: so they are here.
    """

    name = "streamtracer"
    size = 10_000
    iterations = 1
    needs_result = True
    variants = {"ours, 2 threads": []}
    nodes = 512
    low = -math.pi
    spacing = 4 * math.pi / 511
    length = 10.0

    def __init__(self, size):
        import vtk
        from vtk.util import numpy_support

        self.vtk, self.arrays = vtk, numpy_support
        vtk.vtkSMPTools.SetBackend("STDThread")
        vtk.vtkSMPTools.Initialize(2)
        self.size = size
        k = numpy.arange(size)
        self.starts = 2 * math.pi * numpy.stack([(k % 100 + 0.5) / 100, (k // 100 + 0.5) / (size // 100)], axis=1)
        places = self.low + self.spacing * numpy.arange(self.nodes)
        x, y = numpy.meshgrid(places, places)
        self.samples = numpy.stack(self.field(x, y), axis=2)
        self.image = vtk.vtkImageData()
        self.image.SetDimensions(self.nodes, self.nodes, 1)
        self.image.SetOrigin(self.low, self.low, 0)
        self.image.SetSpacing(self.spacing, self.spacing, 1)
        self.vectors = numpy.zeros((self.nodes**2, 3))
        self.vectors[:, :2] = self.samples.reshape(-1, 2)
        array = numpy_support.numpy_to_vtk(self.vectors)
        array.SetName("velocity")
        self.image.GetPointData().SetVectors(array)
        self.places = numpy.zeros((size, 3))
        self.places[:, :2] = self.starts
        points = vtk.vtkPoints()
        points.SetDataTypeToDouble()
        points.SetData(numpy_support.numpy_to_vtk(self.places))
        self.seeds = vtk.vtkPolyData()
        self.seeds.SetPoints(points)
        self.peers = {"VTK, 2 threads": self.trace}
        self.work = f"{size:.0e} streamlines, RK45, error 1e-6, length 10, 512×512 samples"

    @staticmethod
    def field(x, y):
        slant = numpy.sin(2 * x + y)
        return numpy.sin(x) * numpy.cos(y) - 0.3 * slant, -numpy.cos(x) * numpy.sin(y) + 0.6 * slant

    @staticmethod
    def psi(x, y):
        return numpy.sin(x) * numpy.sin(y) + 0.3 * numpy.cos(2 * x + y)

    def trace(self):
        tracer = self.vtk.vtkStreamTracer()
        tracer.SetInputData(self.image)
        tracer.SetSourceData(self.seeds)
        tracer.SetIntegratorTypeToRungeKutta45()
        tracer.SetIntegrationDirectionToForward()
        kind = self.vtk.vtkStreamTracer
        tracer.SetIntegrationStepUnit(kind.CELL_LENGTH_UNIT)
        tracer.SetInitialIntegrationStep(0.5)
        tracer.SetMinimumIntegrationStep(0.01)
        tracer.SetMaximumIntegrationStep(0.5)
        tracer.SetMaximumError(1e-6)
        tracer.SetMaximumPropagation(self.length)
        tracer.SetMaximumNumberOfSteps(1_000_000)
        tracer.SetTerminalSpeed(1e-12)
        tracer.SetComputeVorticity(False)
        tracer.Update()
        return tracer.GetOutput()

    def lines(self, output):
        """Points, first and last indices of each line, its start's number, its time, why it ended."""
        convert = self.arrays.vtk_to_numpy
        points = convert(output.GetPoints().GetData())
        offsets = convert(output.GetLines().GetOffsetsArray())
        nodes = convert(output.GetLines().GetConnectivityArray())
        times = convert(output.GetPointData().GetArray("IntegrationTime"))
        seeds = convert(output.GetCellData().GetArray("SeedIds"))
        reasons = convert(output.GetCellData().GetArray("ReasonForTermination"))
        return points[nodes][:, :2].astype(float), offsets, seeds, times[nodes], reasons

    def drift(self, points, offsets, seeds):
        owner = numpy.repeat(seeds, numpy.diff(offsets))
        away = numpy.abs(self.psi(*points.T) - self.psi(*self.starts.T)[owner])
        return numpy.maximum.reduceat(away, offsets[:-1])

    def reference(self, seed, aside=0.0):
        """The end of the line of the field that was sampled, by its true length; None where it leaves the samples.

        `aside` moves the start, at right angles to the field.
        """
        def of_length(_, point):
            slope = numpy.array(self.field(*point))
            return slope / math.hypot(*slope)
        u, v = of_length(0, self.starts[seed])
        path = solved(of_length, self.starts[seed] + aside * numpy.array([-v, u]), self.length).y.T
        inside = (path > self.low).all() and (path < 3 * math.pi).all()
        return path[-1] if inside else None

    def sample(self, count):
        return numpy.linspace(0, self.size - 1, count).astype(int)

    def compare(self, check, result):
        ours = numpy.frombuffer(result, dtype="<f8").reshape(self.size, 2)
        points, offsets, seeds, *_ = self.lines(self.trace())
        theirs = self.drift(points, offsets, seeds)
        last = dict(zip(seeds, points[offsets[1:] - 1]))
        some = [(seed, end) for seed in self.sample(40) if (end := self.reference(seed)) is not None]
        # By how much a line's end moves for its start: near saddles by a hundred times and more.
        aside = 1e-7
        moved = [(end, self.reference(seed, aside)) for seed, end in some]
        growth = numpy.array([1 if other is None else math.dist(end, other) / aside for end, other in moved])
        distance = errors([ours[seed] for seed, _ in some], [end for _, end in some])
        other = errors([last[seed] for seed, _ in some], [end for _, end in some])
        share = distance / numpy.maximum(growth, 1)
        return Outcome(
            share.max() <= 1e-4 and check["drift"] <= 1e-4,
            f"ends of {len(some)} lines off by {said(distance)}, over what a start is stretched at most {share.max():.1e} "
            f"(allowed 1e-04; peer {said(other)}); "
            f"ψ drifts by {check['drift']:.1e} (allowed 1e-04; peer {theirs.max():.1e}; "
            f"{check['interpolation']:.1e} of it the samples, as told)",
        )

    def floor(self, machine, threads):
        return None


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


class LineIntegralConvolution:
    """Line integral convolution of noise; similar work, not equal.

    `size` (1024) squared pixels. Texture: whole number k (row-major) of `Scatter.whole`, stream 0, over 2³². Field of
    pixel (i, j), row i and column j: (−1 − x² + y, 1 + x − y²), x = −3 + 6 (j + ½)/size, y = −3 + 6 (i + ½)/size; rows
    go up in y as v does. Kernel: 65 taps of 1/65.

    rlic walks from the edge of a pixel to that of the next, each counting once however short the way through it, in a
    field that is constant in a pixel. Ours takes 65 samples of the texture at equal distances of one pixel along the
    streamline. A picture is good if it is smooth along the lines and keeps its contrast across them: "along" is the
    correlation of a pixel with the picture two pixels farther along the field, "across" two pixels beside it.
    Result: size² floats, row-major from the top.
    """

    name = "lic"
    size = 1024
    iterations = 1
    needs_result = True
    variants = {"ours, 2 threads": []}

    def __init__(self, size):
        import rlic

        self.size = size
        self.rlic = rlic
        self.texture = (scattered(size * size, 0) / 2.0**32).reshape(size, size)
        places = -3 + 6 * (numpy.arange(size) + 0.5) / size
        x, y = numpy.meshgrid(places, places)
        self.u, self.v = -1 - x**2 + y, 1 + x - y**2
        self.kernel = numpy.full(65, 1 / 65)
        self.peers = {"rlic": self.convolve}
        self.work = f"LIC of {size}×{size}, 65 taps (similar work)"

    def convolve(self):
        return self.rlic.convolve(self.texture, self.u, self.v, kernel=self.kernel, boundaries="closed")

    def along(self, picture):
        """The correlations of a picture with itself, moved by two pixels along the field and across it."""
        from scipy.ndimage import map_coordinates

        i, j = numpy.mgrid[40 : self.size - 40 : 3, 40 : self.size - 40 : 3]
        u, v = self.u[i, j], self.v[i, j]
        length = numpy.hypot(u, v)
        found = []
        for right, up in ((u, v), (-v, u)):
            moved = map_coordinates(picture, [i + 2 * up / length, j + 2 * right / length], order=1)
            found.append(float(numpy.corrcoef(picture[i, j].ravel(), moved.ravel())[0, 1]))
        return found

    def compare(self, check, result):
        # Rows from the bottom, as those of the field.
        ours = numpy.frombuffer(result, dtype="<f4").reshape(self.size, self.size)[::-1].astype(float)
        theirs = self.convolve()
        (along, across), (other, beside) = self.along(ours), self.along(theirs)
        together = numpy.corrcoef(ours.ravel(), theirs.ravel())[0, 1]
        return Outcome(
            along >= other - 0.01 and abs(across) <= abs(beside) + 0.02 and numpy.isfinite(ours).all(),
            f"correlation along the lines {along:.3f} (peer {other:.3f}), across {across:.3f} (peer {beside:.3f}); "
            f"deviation {ours.std():.3f} (peer {theirs.std():.3f}); of the two pictures {together:.2f}",
        )

    def floor(self, machine, threads):
        return None


class StreamPlot:
    """A figure of streamlines to SVG: similar work, not equal.

    The field (−1 − x² + y, 1 + x − y²) on [−3, 3]², from its formula to the text of the SVG. Peer: 100 × 100 samples,
    `streamplot`, density 2 (a mask of 60 × 60), a figure of 6.4 × 6.4 inches at 100 dpi with axes of equal aspect, ticks,
    letters as letters. Ours: 640 pixels, as much line as the peer or more, arrowheads, axes.
    Result: the SVG. Check: "lines", "length" (of all lines, in units of x), "deviation": the largest distance of a vertex
    from the true streamline through the first one, over a fifth of the lines.
    """

    name = "streamplot"
    size = 1
    iterations = 1
    needs_result = True
    variants = {"ours": []}
    nodes = 100

    def __init__(self, size):
        self.places = numpy.linspace(-3, 3, self.nodes)
        self.peers = {"matplotlib": self.matplotlib}
        self.work = "streamlines of (−1−x²+y, 1+x−y²) on [−3, 3]² → SVG; peer: streamplot, density 2 (similar work)"

    def draw(self):
        figure = matplotlib.figure.Figure(figsize=(6.4, 6.4), dpi=100)
        axes = figure.add_subplot(aspect="equal")
        x, y = numpy.meshgrid(self.places, self.places)
        return figure, axes.streamplot(self.places, self.places, -1 - x**2 + y, 1 + x - y**2, density=2)

    def matplotlib(self):
        with matplotlib.rc_context({"svg.fonttype": "none"}):
            figure, _ = self.draw()
            file = io.StringIO()
            figure.savefig(file, format="svg")
            return file.getvalue()

    def lines(self):
        return joined(self.draw()[1].lines.get_segments())

    def compare(self, check, result):
        lines = self.lines()
        length = sum(float(numpy.hypot(*numpy.diff(line, axis=0).T).sum()) for line in lines)
        size = len(self.matplotlib().encode())
        passed = check["length"] >= length and check["deviation"] <= 1e-3 and b"<svg" in result[:400]
        return Outcome(
            passed,
            f"{check['lines']:.0f} lines of {check['length']:.0f} in all (peer {len(lines)}, {length:.0f}), off by "
            f"{check['deviation']:.0e} (allowed 1e-03); SVG of {len(result) // 1000} KB (peer {size // 1000} KB)",
        )

    def floor(self, machine, threads):
        return None


ROWS = [StreamTracer, FlowMap, Lotka, LineIntegralConvolution, StreamPlot]
