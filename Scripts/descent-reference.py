"""References for Tests/DescentTests: critical points by SymPy and mpmath, steps of optimizers in plain Python, a fit by
mpmath, ends of L-BFGS by SciPy. Prints Swift.

All real critical points of a polynomial are found: the resultant of the two partial derivatives has every x among its
roots, and each is polished in 40 digits together with the y that belong to it. Those of Ackley's function are the ones
nearest to the origin on the axes and the diagonals, by Newton's method in 40 digits.
"""
import mpmath
import scipy
import sympy
from scipy.optimize import minimize, rosen, rosen_der

mpmath.mp.dps = 40
x, y = sympy.symbols("x y", real=True)
R = sympy.Rational
POLYNOMIALS = {
    "rosenbrock": (1 - x) ** 2 + 100 * (y - x**2) ** 2,
    "himmelblau": (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2,
    "beale": (R(3, 2) - x + x * y) ** 2 + (R(9, 4) - x + x * y**2) ** 2 + (R(21, 8) - x + x * y**3) ** 2,
    "ravine": (x**2 + 50 * y**2) / 2,
    "saddle": x**2 - y**2,
    "monkey": x**3 - 3 * x * y**2,
}


def polynomial_points(expression):
    first, second = [sympy.Poly(sympy.diff(expression, v), x, y) for v in (x, y)]
    resultant = sympy.resultant(first.as_expr(), second.as_expr(), y)
    # Without multiple roots, which a numerical search does not like.
    simple = sympy.Poly(resultant, x).sqf_part()
    lines = sorted({mpmath.mpf(str(r)) for r in simple.nroots(n=50, maxsteps=500) if r.is_real})
    found = []
    for line in lines:
        for part in (first, second):
            column = sympy.Poly(part.as_expr().subs(x, sympy.Float(str(line), 50)), y)
            if column.degree() < 1:
                continue
            for root in column.nroots(n=50, maxsteps=500):
                place = (line, mpmath.mpf(str(sympy.re(root))))
                values = [abs(mpmath.mpf(str(p.as_expr().evalf(50, {x: str(place[0]), y: str(place[1])}))))
                          for p in (first, second)]
                near = all(max(abs(place[k] - o[k]) for k in (0, 1)) > 1e-8 for o in found)
                if max(values) < 1e-8 and near:
                    found.append(place)
    return found


def ackley_function():
    r = sympy.sqrt((x**2 + y**2) / 2)
    waves = (sympy.cos(2 * sympy.pi * x) + sympy.cos(2 * sympy.pi * y)) / 2
    return -20 * sympy.exp(-r / 5) - sympy.exp(waves) + 20 + sympy.E


def newton_points(expression, starts):
    slopes = sympy.lambdify((x, y), [sympy.diff(expression, v) for v in (x, y)], "mpmath")
    for start in starts:
        root = mpmath.findroot(lambda a, b: slopes(a, b), start)
        yield (root[0], root[1])


def describe(expression, place):
    subs = {x: sympy.Float(str(place[0]), 40), y: sympy.Float(str(place[1]), 40)}
    hessian = mpmath.matrix(2, 2)
    for i, a in enumerate((x, y)):
        for j, b in enumerate((x, y)):
            hessian[i, j] = mpmath.mpf(str(sympy.diff(expression, a, b).evalf(40, subs)))
    eigenvalues = sorted(mpmath.eigsy(hessian, eigvals_only=True))
    value = mpmath.mpf(str(expression.evalf(40, subs)))
    numbers = [place[0], place[1], value, *eigenvalues]
    return [float(mpmath.chop(v, 1e-12)) + 0.0 for v in numbers]


def rows(name, numbers):
    print(f"let {name}References: [[Double]] = [")
    for row in numbers:
        print("  [" + ", ".join(repr(v) for v in row) + "],")
    print("]\n")


print(f"// Written by Scripts/descent-reference.py with SymPy {sympy.__version__}, mpmath {mpmath.__version__} and SciPy {scipy.__version__}.")
print("// swift-format-ignore-file\n")
print("// Critical points: x, y, value and the eigenvalues of the Hessian, rising.\n")
for name, expression in POLYNOMIALS.items():
    rows(name, [describe(expression, p) for p in polynomial_points(expression)])
ackley = ackley_function()
STARTS = [(0.96, 0.001), (-0.96, 0.001), (0.001, 0.96), (0.001, -0.96)]
STARTS += [(a * 0.96, b * 0.96) for a in (1, -1) for b in (1, -1)]
rows("ackley", [describe(ackley, p) for p in newton_points(ackley, STARTS)])
slope = lambda t: 2 * t + 20 * mpmath.pi * mpmath.sin(2 * mpmath.pi * t)
ticks = [mpmath.mpf(k) * mpmath.mpf("5.12") / 4000 for k in range(1, 4001)]
roots = [mpmath.findroot(slope, (a, b), solver="anderson")
         for a, b in zip(ticks, ticks[1:]) if slope(a) * slope(b) < 0]
print("/// The critical points above 0 of t² − 10 cos 2πt + 10 up to 5.12.")
print("let rastriginLineReferences: [Double] = [" + ", ".join(repr(float(r)) for r in roots) + "]\n")


# Steps of the recurrences as their papers write them, in plain Python, on Beale's function from (1, 1).
def beale_gradient(p):
    a, b = p
    r = (1.5 - a + a * b, 2.25 - a + a * b**2, 2.625 - a + a * b**3)
    return [2 * (r[0] * (b - 1) + r[1] * (b**2 - 1) + r[2] * (b**3 - 1)),
            2 * (r[0] * a + r[1] * 2 * a * b + r[2] * 3 * a * b**2)]


def momentum(p, state, t, rate=0.01, beta=0.9):
    state[:] = [beta * v - rate * g for v, g in zip(state, beale_gradient(p))]
    return [c + v for c, v in zip(p, state)]


def nesterov(p, state, t, rate=0.01, beta=0.9):
    # Sutskever's form: the gradient ahead of the point; what is compared is the place ahead, θ + βv.
    if t == 1:
        state[:] = [0.0, 0.0, *p]
    ahead = [c + beta * v for c, v in zip(state[2:], state[:2])]
    velocity = [beta * v - rate * g for v, g in zip(state[:2], beale_gradient(ahead))]
    state[:] = [*velocity, *[c + v for c, v in zip(state[2:], velocity)]]
    return [c + beta * v for c, v in zip(state[2:], velocity)]


def rmsprop(p, state, t, rate=0.01, rho=0.9, eps=1e-8):
    g = beale_gradient(p)
    state[:] = [rho * s + (1 - rho) * d**2 for s, d in zip(state, g)]
    return [c - rate * d / (s**0.5 + eps) for c, d, s in zip(p, g, state)]


def adamw(p, state, t, rate=0.01, b1=0.9, b2=0.999, eps=1e-8, decay=0.1):
    g = beale_gradient(p)
    if t == 1:
        state[:] = [0.0] * 4
    m = [b1 * a + (1 - b1) * d for a, d in zip(state[:2], g)]
    s = [b2 * a + (1 - b2) * d**2 for a, d in zip(state[2:], g)]
    state[:] = m + s
    return [c - rate * (a / (1 - b1**t) / ((b / (1 - b2**t)) ** 0.5 + eps) + decay * c) for c, a, b in zip(p, m, s)]


def adam(p, state, t):
    return adamw(p, state, t, decay=0.0)


print("// Points of an optimizer on Beale's function from (1, 1) after 1, 10 and 100 steps.\n")
for step in (momentum, nesterov, rmsprop, adam, adamw):
    point, state, kept = [1.0, 1.0], [0.0, 0.0], []
    for t in range(1, 101):
        point = step(point, state, t)
        if t in (1, 10, 100):
            kept.append(point)
    rows(step.__name__ + "Steps", kept)

# A fit of a·exp(−b·t) + c to data that no such curve meets: its optimum by Newton's method in 40 digits.
DATA = [(0, 3.1), (1, 2.0), (2, 1.2), (3, 0.9), (4, 0.6), (5, 0.55)]
a, b, c = sympy.symbols("a b c")
loss = sum((a * sympy.exp(-b * t) + c - sympy.Rational(str(v))) ** 2 for t, v in DATA) / 2
slopes = sympy.lambdify((a, b, c), [sympy.diff(loss, v) for v in (a, b, c)], "mpmath")
fit = mpmath.findroot(lambda *p: slopes(*p), (2.7, 0.5, 0.3))
value = loss.subs({a: fit[0], b: fit[1], c: fit[2]}).evalf(30)
print("/// a, b, c and ½|r|² of the best a·exp(−b·t) + c through (0, 3.1), (1, 2), (2, 1.2), (3, 0.9), (4, 0.6), (5, 0.55).")
print("let exponentialFitReference: [Double] = [" + ", ".join(repr(float(v)) for v in (*fit, value)) + "]\n")

# Where SciPy's L-BFGS ends: Rosenbrock's function in 2 and 100 dimensions.
print("/// Dimension, iterations, and the greatest |xᵢ − 1| at the end of SciPy's L-BFGS-B on Rosenbrock's function.")
found = []
for n in (2, 100):
    start = [-1.2 if i % 2 == 0 else 1.0 for i in range(n)]
    end = minimize(rosen, start, jac=rosen_der, method="L-BFGS-B", options={"gtol": 1e-9, "ftol": 0, "maxiter": 1000, "maxfun": 5000})
    found.append([float(n), float(end.nit), float(max(abs(v - 1) for v in end.x))])
rows("scipyRosenbrock", found)
