"""Critical points by mpmath in 40 digits, for Tests/FieldsTests. Prints Swift.

Roots are found from the vertices of fine grids and counted once; the counts are those of the literature where there is
any (Himmelblau: 9; Rastrigin on a line: 21 in [-5.12, 5.12]).
"""
import mpmath
import sympy

mpmath.mp.dps = 40
x, y = sympy.symbols("x y", real=True)

SCALARS = {
    "himmelblau": ("(x^2+y-11)^2+(x+y^2-7)^2", (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2, 5),
    "twoHills": (
        "exp(-(x^2+y^2)) + 0.5exp(-((x-2)^2+(y-1)^2))",
        sympy.exp(-(x**2 + y**2)) + sympy.Rational(1, 2) * sympy.exp(-((x - 2) ** 2 + (y - 1) ** 2)), 3),
    "sixHumpCamel": ("(4 - 2.1x^2 + x^4/3) x^2 + x y + (4y^2 - 4) y^2",
        (4 - sympy.Rational(21, 10) * x**2 + x**4 / 3) * x**2 + x * y + (4 * y**2 - 4) * y**2, 2),
}


def points(expression, reach):
    gradient = [sympy.diff(expression, v) for v in (x, y)]
    hessian = sympy.hessian(expression, (x, y))
    field = sympy.lambdify((x, y), gradient, "mpmath")
    second = sympy.lambdify((x, y), hessian, "mpmath")
    found = []
    steps = 24
    for i in range(steps + 1):
        for j in range(steps + 1):
            start = (mpmath.mpf(reach) * (2 * i - steps) / steps, mpmath.mpf(reach) * (2 * j - steps) / steps)
            try:
                root = mpmath.findroot(lambda a, b: field(a, b), start, maxsteps=40)
            except (ValueError, ZeroDivisionError):
                continue
            place = (root[0], root[1])
            if max(abs(v) for v in place) > reach:
                continue
            if all(max(abs(place[k] - other[k]) for k in (0, 1)) > 1e-15 for other in found):
                found.append(place)
    for place in sorted(found):
        matrix = second(*place)
        yield place, sorted(mpmath.eigsy(matrix, eigvals_only=True))


print(f"// Written by Scripts/critical-reference.py with mpmath {mpmath.__version__} and SymPy {sympy.__version__}.")
print("// swift-format-ignore-file\n")
print("/// A critical point: x, y and the eigenvalues of the Hessian, rising.")
print("typealias CriticalReference = [Double]\n")
for name, (text, expression, reach) in SCALARS.items():
    print(f"/// {text} in [−{reach}, {reach}]².")
    print(f"let {name}References: [CriticalReference] = [")
    for place, eigenvalues in points(expression, reach):
        print("  [" + ", ".join(repr(float(mpmath.chop(v)) + 0.0) for v in (*place, *eigenvalues)) + "],")
    print("]\n")
# Rastrigin's function is a sum over the coordinates: its critical points are a grid.
slope = lambda t: 2 * t + 20 * mpmath.pi * mpmath.sin(2 * mpmath.pi * t)
roots = [mpmath.mpf(0)]
ticks = [mpmath.mpf(k) * mpmath.mpf("5.12") / 4000 for k in range(4001)]
for a, b in zip(ticks[1:], ticks[2:]):
    if slope(a) * slope(b) < 0:
        roots.append(mpmath.findroot(slope, (a, b), solver="anderson"))
roots = sorted([-r for r in roots if r > 0] + roots)
print("/// Where the derivative of t² − 10 cos 2πt is 0 in [−5.12, 5.12]; minima and maxima take turns.")
print("let rastriginReferences: [Double] = [")
for r in roots:
    print(f"  {float(r) + 0.0!r},")
print("]")
