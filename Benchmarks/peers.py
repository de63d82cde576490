"""The peers: the same work as in Sources/nabla-bench, in the way that users of these libraries write it.

Each row makes its inputs once, does the work of a peer when asked, and compares the results.
"""

import io
import os

# Ours says how many threads it takes; so do the peers. NumPy's elementwise work and SciPy's entropy have one.
os.environ.setdefault("OMP_NUM_THREADS", "2")
os.environ.setdefault("NUMEXPR_MAX_THREADS", "2")

import matplotlib  # noqa: E402

matplotlib.use("svg")
import matplotlib.figure  # noqa: E402
import numexpr  # noqa: E402
import numpy  # noqa: E402
import scipy  # noqa: E402

import flow_peers  # noqa: E402
import information_peers  # noqa: E402
from curves import joined  # noqa: E402
from outcome import Outcome  # noqa: E402
from scatter import scattered, signed  # noqa: E402

numexpr.set_num_threads(2)


class Expression:
    """sin(x) cos(y) + exp(−(x² + y²))."""

    name = "expression"
    size = 10_000_000
    iterations = 1
    needs_result = True
    variants = {"ours": ["--threads", "1"], "ours, 2 threads": ["--threads", "2"]}

    def __init__(self, size):
        self.size = size
        self.x = 4 * signed(size, 0)
        self.y = 4 * signed(size, 1)
        self.peers = {"NumPy": self.numpy, "numexpr, 2 threads": self.numexpr}
        self.work = f"sin(x)cos(y) + exp(-(x²+y²)), {size:.0e} points, Double"

    def numpy(self):
        x, y = self.x, self.y
        return numpy.sin(x) * numpy.cos(y) + numpy.exp(-(x**2 + y**2))

    def numexpr(self):
        x, y = self.x, self.y
        return numexpr.evaluate("sin(x) * cos(y) + exp(-(x**2 + y**2))", {"x": x, "y": y})

    def compare(self, check, result):
        ours = numpy.frombuffer(result, dtype="<f8")
        error = max(float(numpy.abs(ours - peer()).max()) for peer in self.peers.values())
        return Outcome(error <= 1e-15, f"largest difference {error:.1e} (allowed 1e-15)")

    def floor(self, machine, threads):
        functions = 3 * self.size / machine["log"] / threads
        return max(24 * self.size / machine["copy"], functions)


class Hessian:
    """Value, gradient and Hessian of Himmelblau's function."""

    name = "hessian"
    size = 1_000_000
    iterations = 5
    needs_result = True
    variants = {"ours": ["--threads", "1"], "ours, 2 threads": ["--threads", "2"]}

    def __init__(self, size):
        # Imported here: it takes a second, and its threads would stand beside the other rows.
        import jax

        jax.config.update("jax_enable_x64", True)
        self.jax = jax
        self.size = size
        x, y = 5 * signed(size, 0), 5 * signed(size, 1)
        self.points = jax.numpy.asarray(numpy.stack([x, y], axis=1))
        self.columns = jax.numpy.asarray(x), jax.numpy.asarray(y)

        def himmelblau(x, y):
            return (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2

        def of_point(point):
            return himmelblau(point[0], point[1])

        def all_of_point(point):
            return of_point(point), jax.grad(of_point)(point), jax.hessian(of_point)(point)

        def all_of_columns(x, y):
            slopes = jax.grad(himmelblau, (0, 1))(x, y)
            return himmelblau(x, y), slopes, jax.hessian(himmelblau, (0, 1))(x, y)

        self.by_point = jax.jit(jax.vmap(all_of_point))
        self.by_column = jax.jit(jax.vmap(all_of_columns))
        self.peers = {"jax.jit(vmap) of points": self.points_form, "jax.jit(vmap) of columns": self.columns_form}
        self.work = f"value, gradient and Hessian of Himmelblau's function, {size:.0e} points, Double"

    def points_form(self):
        return self.jax.block_until_ready(self.by_point(self.points))

    def columns_form(self):
        return self.jax.block_until_ready(self.by_column(*self.columns))

    def compare(self, check, result):
        ours = numpy.frombuffer(result, dtype="<f8").reshape(7, self.size)
        value, slopes, bend = (numpy.asarray(part) for part in self.points_form())
        theirs = numpy.stack([value, slopes[:, 0], slopes[:, 1], *bend.reshape(-1, 4).T])
        error = float((numpy.abs(ours - theirs) / (1 + numpy.abs(theirs))).max())
        return Outcome(error <= 1e-13, f"largest relative difference {error:.1e} (allowed 1e-13)")

    def floor(self, machine, threads):
        # Two rows are read and seven written; a copy moves two bytes a byte.
        return 72 * self.size / machine["copy"]


class Grid:
    """Divergence and curl of a sampled field of the plane, from differences of order two."""

    name = "grid"
    size = 4096
    iterations = 1
    needs_result = False
    variants = {"ours": ["--threads", "1"], "ours, 2 threads": ["--threads", "2"]}

    def __init__(self, size):
        self.size = size
        self.spacing = 6 / (size - 1)
        self.first = signed(size * size, 0).reshape(size, size)
        self.second = signed(size * size, 1).reshape(size, size)
        self.peers = {"NumPy": self.numpy_form}
        self.work = f"divergence and curl of {size} × {size} samples, differences of order 2, Double"

    def slope(self, samples, axis):
        return numpy.gradient(samples, self.spacing, axis=axis, edge_order=2)

    def numpy_form(self):
        divergence = self.slope(self.first, 1) + self.slope(self.second, 0)
        return divergence, self.slope(self.second, 1) - self.slope(self.first, 0)

    def compare(self, check, result):
        divergence, curl = self.numpy_form()
        pairs = ((check["mean divergence"], divergence), (check["mean curl"], curl))
        worst = max(abs(ours - numpy.abs(theirs).mean()) / numpy.abs(theirs).mean() for ours, theirs in pairs)
        return Outcome(worst <= 1e-11, f"relative difference of the mean magnitudes {worst:.1e} (allowed 1e-11)")

    def floor(self, machine, threads):
        # Two rows are read and two written.
        return 32 * self.size**2 / machine["copy"]


class Figure:
    """The gallery's gradient of the Gaussian hill over the iris flowers, to SVG."""

    name = "figure"
    size = 1
    iterations = 1
    needs_result = True
    variants = {"ours": []}
    # What `Demonstration.gradient` has; the comparison fails when it changes.
    nodes = 121
    arrows = 17

    def __init__(self, size):
        path = os.path.join(os.path.dirname(__file__), "..", "Documentation", "Data", "iris.csv")
        columns = numpy.genfromtxt(path, delimiter=",", skip_header=1, usecols=(0, 2))
        names = numpy.genfromtxt(path, delimiter=",", skip_header=1, usecols=4, dtype=str)
        self.flowers = {name: columns[names == name] for name in dict.fromkeys(names)}
        self.means = columns.mean(axis=0)
        self.peers = {"matplotlib": self.matplotlib}
        self.work = "iris gradient, 121×121 in 10 bands, 17×17 arrows, 150 points, colour bar, legend → SVG"

    def hill(self, x, y):
        return numpy.exp(-((x - self.means[0]) ** 2 + (y - self.means[1]) ** 2) / 2)

    def samples(self):
        x, y = (numpy.linspace(mean - 3.3, mean + 3.3, self.nodes) for mean in self.means)
        return x, y, self.hill(*numpy.meshgrid(x, y))

    def slopes(self):
        places = 6.6 * (numpy.arange(self.arrows) + 0.5) / self.arrows - 3.3
        x, y = numpy.meshgrid(*(mean + places for mean in self.means))
        height = self.hill(x, y)
        return x, y, -(x - self.means[0]) * height, -(y - self.means[1]) * height

    def matplotlib(self):
        # Letters stay letters, as in ours; as outlines they would take longer still.
        with matplotlib.rc_context({"svg.fonttype": "none"}):
            figure = matplotlib.figure.Figure(figsize=(7.2, 6.9), dpi=100, layout="constrained")
            axes = figure.add_subplot(aspect="equal")
            levels = numpy.linspace(0, 1, 11)
            bands = axes.contourf(*self.samples(), levels=levels, cmap="PuBuGn", vmin=0, vmax=1.2)
            arrows = axes.quiver(*self.slopes(), pivot="middle")
            axes.quiverkey(arrows, 0.9, 1.02, 0.5, "|∇f| = 0.5 per cm")
            for (name, places), marker in zip(self.flowers.items(), "os^"):
                axes.scatter(places[:, 0], places[:, 1], marker=marker, edgecolors="white", label=name)
            figure.colorbar(bands, label="f")
            axes.set(xlabel="sepal length x (cm)", ylabel="petal length y (cm)")
            axes.legend()
            figure.suptitle("The gradient points straight uphill")
            file = io.StringIO()
            figure.savefig(file, format="svg")
            return file.getvalue()

    def compare(self, check, result):
        counts = {"columns": self.nodes, "rows": self.nodes, "levels": 11, "arrows": self.arrows**2}
        counts.update({f"points {name}": len(places) for name, places in self.flowers.items()})
        unequal = [name for name, count in counts.items() if check.get(name) != count]
        slope = sum(float(numpy.abs(part).sum()) for part in self.slopes()[2:])
        error = max(abs(check["hill"] / float(self.samples()[2].sum()) - 1), abs(check["slope"] / slope - 1))
        text = f"sums of samples and arrows: relative difference {error:.1e} (allowed 1e-12)"
        if unequal:
            text += f"; not as many: {', '.join(unequal)}"
        size = len(self.matplotlib().encode())
        return Outcome(
            error <= 1e-12 and not unequal and result.startswith(b"<svg"),
            f"{text}; SVG of {len(result) // 1000} KB (peer {size // 1000} KB)",
        )

    def floor(self, machine, threads):
        return None


class Particles:
    """One RK4 step in single precision."""

    name = "particles"
    size = 100_000
    iterations = 5
    needs_result = True
    variants = {"ours": []}

    def __init__(self, size):
        self.size = size
        self.x = (3 * signed(size, 0)).astype(numpy.float32)
        self.y = (3 * signed(size, 1)).astype(numpy.float32)
        self.time = numpy.float32(0.01)
        self.peers = {"NumPy": self.step}
        self.work = f"one RK4 step of {size:.0e} particles, Float"

    @staticmethod
    def field(x, y):
        half, a, b = numpy.float32(0.5), numpy.float32(1.7), numpy.float32(1.3)
        return half * numpy.sin(a * x) - y, half * numpy.sin(b * y) + x

    def advance(self, x, y):
        time, half = self.time, self.time / numpy.float32(2)
        u1, v1 = self.field(x, y)
        u2, v2 = self.field(x + half * u1, y + half * v1)
        u3, v3 = self.field(x + half * u2, y + half * v2)
        u4, v4 = self.field(x + time * u3, y + time * v3)
        two, sixth = numpy.float32(2), time / numpy.float32(6)
        return x + sixth * (u1 + two * (u2 + u3) + u4), y + sixth * (v1 + two * (v2 + v3) + v4)

    def step(self):
        self.x, self.y = self.advance(self.x, self.y)

    def compare(self, check, result):
        x0, y0, x1, y1, born = numpy.frombuffer(result, dtype="<f4").reshape(5, -1)
        x, y = self.advance(x0, y0)
        alive = born == 0
        error = max(float(numpy.abs(x - x1)[alive].max()), float(numpy.abs(y - y1)[alive].max()))
        share = alive.mean()
        return Outcome(
            error <= 1e-6 and share > 0.9,
            f"largest difference {error:.1e} (allowed 1e-06); {share:.0%} compared, the others were born anew",
        )

    def floor(self, machine, threads):
        return max(16 * self.size / machine["copy"], 8 * self.size / machine["log-float"])


class Streamlines:
    """Streamlines of a picture of 1000 × 700; similar work, not equal."""

    name = "streamlines"
    size = 12
    iterations = 1
    needs_result = False
    variants = {"ours": []}

    def __init__(self, size):
        self.x = numpy.linspace(-5, 5, 201)
        self.y = numpy.linspace(-3.5, 3.5, 141)
        x, y = numpy.meshgrid(self.x, self.y)
        self.u = 0.25 * x - numpy.sin(x) * numpy.sin(y)
        self.v = -0.25 * y - numpy.cos(x) * numpy.cos(y)
        self.peers = {"matplotlib": self.streamplot}
        self.work = "streamlines 12 px apart, 1000×700; peer: streamplot, density 2, 201×141 samples (similar work)"

    def streamplot(self):
        axes = matplotlib.figure.Figure(figsize=(10, 7), dpi=100).add_axes((0, 0, 1, 1))
        return axes.streamplot(self.x, self.y, self.u, self.v, density=2)

    def compare(self, check, result):
        lines = joined(self.streamplot().lines.get_segments())
        # The axes of the peer fill its picture of 10 × 7 units and 1000 × 700 pixels, as ours do.
        length = 100 * sum(float(numpy.hypot(*numpy.diff(line, axis=0).T).sum()) for line in lines)
        drift = 0.0
        for x, y in (line.T for line in lines):
            drift = max(drift, float(numpy.ptp(numpy.sin(x) * numpy.cos(y) + 0.25 * x * y)))
        return Outcome(
            check["drift"] <= 1e-5,
            f"ψ drifts by {check['drift']:.0e} (allowed 1e-05; peer {drift:.0e}); "
            f"{check['lines']:.0f} lines of {check['length']:.0f} px in all (peer {len(lines)}, {length:.0f} px)",
        )

    def floor(self, machine, threads):
        return None


MODULES = [matplotlib, numexpr, numpy, scipy]
ROWS = [Expression, Hessian, Grid, Figure, Particles, Streamlines, *flow_peers.ROWS, *information_peers.ROWS]
