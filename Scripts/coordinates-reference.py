#!/usr/bin/env python3
"""Writes Tests/FieldsTests/CoordinateReferences.swift: operators in polar, cylindrical and spherical form by SymPy.

    python3 Scripts/coordinates-reference.py > Tests/FieldsTests/CoordinateReferences.swift

Fields are carried over to cartesian coordinates, differentiated there, and the results are taken along the local unit
vectors: another way than the formulas for orthogonal coordinates.
"""
import sympy as sp

x, y, z = AXES = sp.symbols("x y z", real=True)
r, theta, phi = sp.symbols("r theta phi")
rho = sp.sqrt(x**2 + y**2)
distance = sp.sqrt(x**2 + y**2 + z**2)
LONGITUDE = (x / rho, y / rho)

SYSTEMS = {
    "polar": ((r, theta), (rho, sp.atan2(y, x)), [[LONGITUDE[0], LONGITUDE[1]], [-LONGITUDE[1], LONGITUDE[0]]]),
    "cylindrical": (
        (r, theta, z), (rho, sp.atan2(y, x), z),
        [[LONGITUDE[0], LONGITUDE[1], 0], [-LONGITUDE[1], LONGITUDE[0], 0], [0, 0, 1]]),
    "spherical": (
        (r, theta, phi), (distance, sp.acos(z / distance), sp.atan2(y, x)),
        [[x / distance, y / distance, z / distance],
         [x * z / rho / distance, y * z / rho / distance, -rho / distance], [-LONGITUDE[1], LONGITUDE[0], 0]]),
}
CASES = [
    ("polar", "r^2 sin(2theta) + theta", ["r theta", "cos(theta)/r"]),
    ("polar", "exp(-r) cos theta", ["sin(theta) r^2", "r^3 + theta"]),
    ("cylindrical", "r^2 z cos theta", ["r z sin theta", "z^2 + r^2", "theta r"]),
    ("cylindrical", "log(r) + z^3 theta", ["cos(theta)/r", "r z", "exp(-r) z"]),
    ("spherical", "r^2 sin(theta) cos(phi) + cos(theta)", ["r^2 cos theta", "r sin(theta) phi", "sin(phi) r"]),
    ("spherical", "exp(-r) sin(theta)^2 sin(2phi)", ["phi/r^2", "cos(theta) r^2", "r sin theta"]),
]
POINTS = {
    "polar": [(1.3, 0.7), (0.4, -2.1)], "cylindrical": [(1.3, 0.7, -0.6), (0.4, -2.1, 1.5)],
    "spherical": [(1.3, 0.7, -0.6), (0.4, 2.1, 1.5)],
}


def parse(text):
    from sympy.parsing.sympy_parser import (
        convert_xor, implicit_multiplication_application, parse_expr, standard_transformations)
    names = {"r": r, "theta": theta, "phi": phi, "z": z}
    return parse_expr(
        text, local_dict=names,
        transformations=standard_transformations + (convert_xor, implicit_multiplication_application))


def place(system, point):
    if system == "spherical":
        return {x: point[0] * sp.sin(point[1]) * sp.cos(point[2]), y: point[0] * sp.sin(point[1]) * sp.sin(point[2]),
                z: point[0] * sp.cos(point[1])}
    where = {x: point[0] * sp.cos(point[1]), y: point[0] * sp.sin(point[1])}
    return where | ({z: point[2]} if system == "cylindrical" else {})


def main():
    print(f"// Written by Scripts/coordinates-reference.py with SymPy {sp.__version__}.")
    print("// swift-format-ignore-file\n\nimport Fields\n")
    print("/// A scalar and a vector field in a coordinate system, a point, and their derivatives there.")
    print("struct CoordinateReference: Sendable {")
    print("  let system: CoordinateSystem\n  let scalar: String\n  let vector: [String]\n  let point: [Double]")
    print("  let gradient: [Double]\n  let laplacian: Double\n  let divergence: Double\n  let curl: [Double]")
    print("  let vectorLaplacian: [Double]\n}\n")
    print("let coordinateReferences: [CoordinateReference] = [")
    for system, scalar, vector in CASES:
        coordinates, inverse, frame = SYSTEMS[system]
        axes = AXES[:len(coordinates)]
        carry = dict(zip(coordinates, inverse))
        f = parse(scalar).subs(carry, simultaneous=True)
        local = [parse(component).subs(carry, simultaneous=True) for component in vector]
        field = [sum(local[i] * frame[i][a] for i in range(len(axes))) for a in range(len(axes))]
        if len(axes) == 2:
            curl = [sp.diff(field[1], x) - sp.diff(field[0], y)]
        else:
            curl = [sp.diff(field[2], y) - sp.diff(field[1], z), sp.diff(field[0], z) - sp.diff(field[2], x),
                    sp.diff(field[1], x) - sp.diff(field[0], y)]
        for point in POINTS[system]:
            exact = [sp.Rational(str(value)) for value in point]
            where = place(system, exact)

            def number(value):
                return float(sp.N(value.subs(where), 30)) if hasattr(value, "subs") else float(value)

            def along(components):
                values = [sp.N(component.subs(where), 30) for component in components]
                rows = [[sp.N(sp.sympify(entry).subs(where), 30) for entry in row] for row in frame]
                return [float(sum(row[a] * values[a] for a in range(len(axes)))) for row in rows]

            print("  CoordinateReference(")
            print(f"    system: .{system}, scalar: \"{scalar}\", vector: {str(vector).replace(chr(39), chr(34))},")
            print(f"    point: {list(point)}, gradient: {along([sp.diff(f, a) for a in axes])},")
            print(f"    laplacian: {number(sum(sp.diff(f, a, 2) for a in axes))!r},")
            print(f"    divergence: {number(sum(sp.diff(field[i], a) for i, a in enumerate(axes)))!r},")
            turning = [number(curl[0])] if len(axes) == 2 else along(curl)
            print(f"    curl: {turning},")
            bend = [sum(sp.diff(component, a, 2) for a in axes) for component in field]
            print(f"    vectorLaplacian: {along(bend)}),")
    print("]")


main()
