#!/usr/bin/env python3
"""References for Tests/FlowsTests and for the gallery's figures of flows. Prints Swift.

    python3 Scripts/flow-reference.py > Tests/FlowsTests/FlowReferences.swift
    python3 Scripts/flow-reference.py gallery

Smooth problems are followed by Taylor series in 40 digits (mpmath.odefun). Stiff ones go by collocation at the seven
Radau points (order 13) in 40 digits on a mesh of growing steps, once more on a mesh twice as fine; only digits that both
agree on are printed. The relaxation oscillation and HIRES go by SciPy's Radau with a relative tolerance of 1e-13, and
are compared with the test set for IVP solvers of Mazzia and Magherini (2008).
"""
import sys

import mpmath
import numpy
import scipy
import sympy
from scipy.integrate import solve_ivp

mpmath.mp.dps = 40
M = mpmath.mpf


# --- Smooth problems -------------------------------------------------------------------------------------------------

def taylor(field, start, time):
    return [v for v in mpmath.odefun(lambda t, y: field(*y), 0, [M(str(v)) for v in start], tol=M(10) ** -30)(M(str(time)))]


def lorenz(x, y, z):
    return [10 * (y - x), x * (28 - z) - y, x * y - M(8) / 3 * z]


def lotka(x, y):
    return [M("1.5") * x - x * y, x * y - 3 * y]


def rigid(x, y, z):
    return [-2 * y * z, M("1.25") * x * z, M("-0.5") * x * y]


# --- Stiff problems --------------------------------------------------------------------------------------------------

def radau_points(count):
    x = sympy.symbols("x")
    polynomial = sympy.diff(x ** (count - 1) * (x - 1) ** count, x, count - 1)
    roots = sympy.Poly(polynomial, x).nroots(n=50, maxsteps=500)
    return sorted(M(str(sympy.re(r))) for r in roots)


def collocation(nodes):
    """a[i][j]: the integral from 0 to c_i of the Lagrange polynomial of node j."""
    count = len(nodes)
    matrix = mpmath.matrix(count, count)
    for j in range(count):
        others = [nodes[k] for k in range(count) if k != j]
        coefficients = [M(1)]
        for root in others:
            coefficients = [a - root * b for a, b in zip(coefficients + [M(0)], [M(0)] + coefficients)]
        scale = mpmath.fprod(nodes[j] - r for r in others)
        integral = [c / scale / (count - k) for k, c in enumerate(coefficients)] + [M(0)]
        for i in range(count):
            matrix[i, j] = mpmath.polyval(integral, nodes[i])
    return matrix


NODES = radau_points(7)
WEIGHTS = collocation(NODES)


def radau_step(field, jacobian, y, h):
    """One step, or nothing where the iteration does not settle."""
    if y is None:
        return None
    size, count = len(y), len(NODES)
    stages = [list(y) for _ in NODES]
    slopes = jacobian(*y)
    system = mpmath.eye(size * count)
    for i in range(count):
        for j in range(count):
            for r in range(size):
                for c in range(size):
                    system[i * size + r, j * size + c] -= h * WEIGHTS[i, j] * slopes[r][c]
    inverse = system ** -1
    for _ in range(80):
        values = [field(*s) for s in stages]
        residual = mpmath.matrix(size * count, 1)
        for i in range(count):
            for r in range(size):
                moved = h * mpmath.fsum(WEIGHTS[i, j] * values[j][r] for j in range(count))
                residual[i * size + r] = y[r] + moved - stages[i][r]
        change = inverse * residual
        for i in range(count):
            for r in range(size):
                stages[i][r] += change[i * size + r]
        if max(abs(c) for c in change) < M(10) ** -34:
            return stages[-1]
    return None


def radau(field, jacobian, start, times, first, ratio):
    """The points at rising times; the mesh grows by a ratio from a first step."""
    y, t, h, found = [M(str(v)) for v in start], M(0), M(str(first)), []
    for time in times:
        time = M(str(time))
        while t < time:
            step = time - t if t + h * M("1.2") >= time else h
            y = radau_step(field, jacobian, y, step)
            t += step
            if step == h:
                h *= ratio
        t = time
        found.append(list(y))
    return found


def stiff(field, jacobian, start, times, first, ratio):
    coarse = radau(field, jacobian, start, times, first, M(str(ratio)))
    fine = radau(field, jacobian, start, times, first / 2, mpmath.sqrt(M(str(ratio))))
    for a, b in zip(coarse, fine):
        for u, v in zip(a, b):
            if abs(u - v) > abs(v) * M(10) ** -15:
                raise ArithmeticError(f"the meshes do not agree: {u} {v}")
    return fine


def adaptive(field, jacobian, start, time):
    """The end by steps whose halves agree with them to 24 digits."""
    y, t, time, h = [M(str(v)) for v in start], M(0), M(str(time)), M("1e-4")
    while t < time:
        h = min(h, time - t)
        whole = radau_step(field, jacobian, y, h)
        half = radau_step(field, jacobian, radau_step(field, jacobian, y, h / 2), h / 2)
        if whole is None or half is None or max(abs(a - b) for a, b in zip(whole, half)) > M(10) ** -24:
            h /= 2
            continue
        y, t, h = half, t + h, h * M("1.3")
    return y


def robertson(x, y, z):
    return [M("-0.04") * x + 10000 * y * z, M("0.04") * x - 10000 * y * z - 3 * M(10) ** 7 * y * y, 3 * M(10) ** 7 * y * y]


def robertson_jacobian(x, y, z):
    return [[M("-0.04"), 10000 * z, 10000 * y],
            [M("0.04"), -10000 * z - 6 * M(10) ** 7 * y, -10000 * y],
            [M(0), 6 * M(10) ** 7 * y, M(0)]]


def relaxation(x, y):
    return [y, 1000 * (1 - x * x) * y - x]


def relaxation_jacobian(x, y):
    return [[M(0), M(1)], [-2000 * x * y - 1, 1000 * (1 - x * x)]]


def hires(t, y):
    a, b, c, d, e, f, g, h = y
    return [-1.71 * a + 0.43 * b + 8.32 * c + 0.0007, 1.71 * a - 8.75 * b, -10.03 * c + 0.43 * d + 0.035 * e,
            8.32 * b + 1.71 * c - 1.12 * d, -1.745 * e + 0.43 * f + 0.43 * g,
            -280 * f * h + 0.69 * d + 1.71 * e - 0.43 * f + 0.69 * g, 280 * f * h - 1.81 * g, -280 * f * h + 1.81 * g]


# --- Recurrences on the pass x² − y² + y⁴/2, as their papers write them ------------------------------------------------

def pass_loss(p):
    return p[0] ** 2 - p[1] ** 2 + p[1] ** 4 / 2


def pass_gradient(p):
    return [2 * p[0], -2 * p[1] + 2 * p[1] ** 3]


def gradient_descent(p, s, t, rate):
    return [c - rate * g for c, g in zip(p, pass_gradient(p))]


def momentum(p, s, t, rate, beta=0.9):
    s[:2] = [beta * v - rate * g for v, g in zip(s, pass_gradient(p))]
    return [c + v for c, v in zip(p, s)]


def nesterov(p, s, t, rate, beta=0.9):
    g = pass_gradient(p)
    s[:2] = [beta * v - rate * d for v, d in zip(s, g)]
    return [c + beta * v - rate * d for c, v, d in zip(p, s, g)]


def rmsprop(p, s, t, rate, rho=0.9):
    g = pass_gradient(p)
    s[:2] = [rho * a + (1 - rho) * d * d for a, d in zip(s, g)]
    return [c - rate * d / (a**0.5 + 1e-8) for c, d, a in zip(p, g, s)]


def adam(p, s, t, rate, b1=0.9, b2=0.999):
    g = pass_gradient(p)
    s[:2] = [b1 * a + (1 - b1) * d for a, d in zip(s, g)]
    s[2:] = [b2 * a + (1 - b2) * d * d for a, d in zip(s[2:], g)]
    return [c - rate * (a / (1 - b1**t)) / ((b / (1 - b2**t)) ** 0.5 + 1e-8) for c, a, b in zip(p, s, s[2:])]


def plateau(method, rate, y):
    """The first step at which the loss is below −1/4, from (1, y)."""
    p, s, t = [1.0, y], [0.0] * 4, 0
    while pass_loss(p) > -0.25 and t < 10**6:
        t += 1
        p = method(p, s, t, rate)
    return t


# --- Rosenbrock's valley and the double gyre ---------------------------------------------------------------------------

def valley_steps(method, rate, goal=1e-6):
    """The first step of a recurrence from (−1.2, 1) at which (1 − x)² + 100(y − x²)² is at most the goal."""
    global pass_gradient
    kept, p, s, t = pass_gradient, [-1.2, 1.0], [0.0] * 4, 0
    pass_gradient = lambda p: [-2 * (1 - p[0]) - 400 * p[0] * (p[1] - p[0] ** 2), 200 * (p[1] - p[0] ** 2)]
    while (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2 > goal:
        t += 1
        p = method(p, s, t, rate)
    pass_gradient = kept
    return t


def gyre(t, y):
    """The double gyre and, as a 2 × 2 matrix, how its paths move with their starts."""
    a, b = 0.25 * numpy.sin(0.2 * numpy.pi * t), 1 - 0.5 * numpy.sin(0.2 * numpy.pi * t)
    f, d = numpy.pi * (a * y[0] ** 2 + b * y[0]), 2 * a * y[0] + b
    sf, cf, sy, cy = numpy.sin(f), numpy.cos(f), numpy.sin(numpy.pi * y[1]), numpy.cos(numpy.pi * y[1])
    c, p = 0.1 * numpy.pi, numpy.pi
    jacobian = numpy.array([[-c * p * d * cf * cy, c * p * sf * sy],
                            [c * (-p * d * d * sf + 2 * a * cf) * sy, c * p * d * cf * cy]])
    return numpy.concatenate([[-c * sf * cy, c * d * cf * sy], (jacobian @ y[2:].reshape(2, 2)).ravel()])


def gyre_exponent(time):
    found = solve_ivp(gyre, (0, time), [0.9, 0.3, 1, 0, 0, 1], method="DOP853", rtol=1e-13, atol=1e-13)
    return numpy.log(numpy.linalg.svd(found.y[2:, -1].reshape(2, 2))[1][0]) / abs(time)


def oscillator():
    """Van der Pol's limit cycle, μ = 1: period, amplitude and exp ∮(1 − x²) dt."""
    field = lambda t, y: [y[1], (1 - y[0] ** 2) * y[1] - y[0], 1 - y[0] ** 2]
    top = lambda t, y: y[1]
    top.direction = -1
    found = solve_ivp(field, (0, 200), [2, 0, 0], method="DOP853", rtol=1e-13, atol=1e-13, events=top)
    times, places = found.t_events[0], found.y_events[0]
    return [times[-1] - times[-2], places[-1][0], numpy.exp(places[-1][2] - places[-2][2])]


# --- Printing --------------------------------------------------------------------------------------------------------

def show(numbers):
    return "[" + ", ".join(repr(float(v)) for v in numbers) + "]"


def tests():
    print(f"// Written by Scripts/flow-reference.py with mpmath {mpmath.__version__} and SciPy {scipy.__version__}.")
    print("// swift-format-ignore-file\n")
    times = [0.4, 40, 4000, 400000]
    print("/// Robertson's reaction at the times 0.4, 40, 4000, 400000.")
    print("let robertsonReferences: [[Double]] = [")
    for row in stiff(robertson, robertson_jacobian, [1, 0, 0], times, 1e-6, 1.12):
        print(f"  {show(row)},")
    print("]\n")
    field = lambda t, y: [y[1], 1000 * (1 - y[0] ** 2) * y[1] - y[0]]
    jacobian = lambda t, y: [[0, 1], [-2000 * y[0] * y[1] - 1, 1000 * (1 - y[0] ** 2)]]
    found = solve_ivp(field, (0, 2000), [2, 0], method="Radau", jac=jacobian, rtol=1e-13, atol=1e-15)
    print("/// Van der Pol's oscillation, μ = 1000, at the time 2000; the test set has 1.706167732170483, −0.8928097010247975·10⁻³.")
    print(f"let relaxationReference: [Double] = {show(found.y[:, -1])}\n")
    found = solve_ivp(hires, (0, 321.8122), [1, 0, 0, 0, 0, 0, 0, 0.0057], method="Radau", rtol=1e-13, atol=1e-16)
    print("/// HIRES at the time 321.8122; the test set begins 0.7371312573325668·10⁻³.")
    print(f"let hiresReference: [Double] = {show(found.y[:, -1])}")


def gallery():
    print("lorenz, from (1, 1, 1) to 2:", show(taylor(lorenz, [1, 1, 1], 2)))
    print("Lotka-Volterra, from (1, 1) to 10:", show(taylor(lotka, [1, 1], 10)))
    print("rigid body, from (1, 0, 0.9) to 12:", show(taylor(rigid, [1, 0, "0.9"], 12)))
    print("Van der Pol, mu = 1000, from (1.1, -0.005) to 12:", show(adaptive(relaxation, relaxation_jacobian, ["1.1", "-0.005"], 12)))
    for name, method in [("gradient descent", gradient_descent), ("momentum", momentum), ("Nesterov", nesterov),
                         ("RMSProp", rmsprop), ("Adam", adam)]:
        print("steps over the pass,", name, [plateau(method, 0.02, 10.0 ** -k) for k in (3, 6, 12)])
    for name, method, rate in [("gradient descent", gradient_descent, 0.001), ("momentum", momentum, 0.001), ("Adam", adam, 0.02)]:
        print("steps along Rosenbrock's valley,", name, valley_steps(method, rate))
    print("double gyre from (0.9, 0.3), 10 forward and backward:", show([gyre_exponent(10), gyre_exponent(-10)]))
    print("limit cycle, mu = 1: period, amplitude, multiplier:", show(oscillator()))
    density = lambda x: mpmath.exp(-((x * x - 1) ** 2) / M("0.3"))
    mass = mpmath.quad(density, [-4, -1, 0, 1, 4])
    print("double well at T = 0.3: Z, mean of x2, share of |x| < 0.5:", show([
        mass, mpmath.quad(lambda x: x * x * density(x), [-4, -1, 0, 1, 4]) / mass,
        mpmath.quad(density, [M("-0.5"), 0, M("0.5")]) / mass]))


gallery() if "gallery" in sys.argv else tests()
