#!/usr/bin/env python3
"""Writes Tests/LinearAlgebraTests/LinearAlgebraReferences.swift: solutions, determinants and eigenvalues by NumPy.

    python3 Scripts/linear-algebra-reference.py > Tests/LinearAlgebraTests/LinearAlgebraReferences.swift
"""
import numpy as np

random = np.random.default_rng(7)


def literal(values):
    return "[" + ", ".join(repr(float(value)) for value in np.asarray(values).ravel()) + "]"


def matrices():
    for size in (1, 2, 2, 2, 3, 3, 3, 3, 4, 5, 6, 8, 12):
        yield random.standard_normal((size, size)).round(3)
    # Rates far apart, as in stiff systems and badly scaled units.
    for size in (2, 3, 4):
        scales = 10.0 ** random.uniform(-4, 4, size)
        yield np.diag(scales) @ random.standard_normal((size, size)) @ np.diag(1 / scales)
    # Rotations about an axis, a companion matrix of 1 … 5, a permutation on which shifts of size 0 go in circles.
    yield np.array([[0.0, -1, 0], [1, 0, 0], [0, 0, 1]])
    yield np.vstack([np.array([15.0, -85, 225, -274, 120]), np.eye(5)[:4]])
    yield np.roll(np.eye(4), 1, axis=0)


def main():
    print(f"// Written by Scripts/linear-algebra-reference.py with NumPy {np.__version__}.")
    print("// swift-format-ignore-file\n")
    print("/// A matrix row after row, a right side with its solution, and what NumPy says of the matrix.")
    print("struct LinearAlgebraReference: Sendable {")
    print("  let elements: [Double]\n  let right: [Double]\n  let solution: [Double]\n  let determinant: Double")
    print("  let realParts: [Double]\n  let imaginaryParts: [Double]\n  let symmetricValues: [Double]\n}\n")
    print("/// The symmetric values are those of A + Aᵀ; complex ones are in rising order of their parts.")
    print("let linearAlgebraReferences: [LinearAlgebraReference] = [")
    for matrix in matrices():
        size = len(matrix)
        right = random.integers(-5, 6, size).astype(float)
        values = sorted(np.linalg.eigvals(matrix), key=lambda value: (round(value.real, 9), value.imag))
        print("  LinearAlgebraReference(")
        print(f"    elements: {literal(matrix)},")
        print(f"    right: {literal(right)}, solution: {literal(np.linalg.solve(matrix, right))},")
        print(f"    determinant: {float(np.linalg.det(matrix))!r},")
        print(f"    realParts: {literal(np.real(values))},")
        print(f"    imaginaryParts: {literal(np.imag(values))},")
        print(f"    symmetricValues: {literal(np.linalg.eigvalsh(matrix + matrix.T))}),")
    print("]")


main()
