#!/usr/bin/env python3
"""Writes Tests/FieldsTests/GridReferences.swift: differences of samples from NumPy.

    python3 Scripts/grid-reference.py > Tests/FieldsTests/GridReferences.swift

Needs NumPy.
"""
import numpy


def rows(name, comment, values):
    print(f"/// {comment}")
    print(f"let {name}: [Double] = [")
    flat = values.ravel()
    for start in range(0, flat.size, 4):
        print("  " + ", ".join(repr(float(v)) for v in flat[start : start + 4]) + ",")
    print("]\n")


random = numpy.random.default_rng(7)
# Indexed [y, x] and [z, y, x]: x runs fastest, as in a UniformGrid.
plane = random.uniform(-1, 1, (5, 7))
space = random.uniform(-1, 1, (4, 5, 6))

print("// Written by Scripts/grid-reference.py with NumPy " + numpy.__version__ + ".")
print("// swift-format-ignore-file\n")
rows("planeSamples", "Samples of a plane of 7 × 5 points, x fastest.", plane)
along_y, along_x = numpy.gradient(plane, 0.5, 0.25, edge_order=2)
rows("planeByX", "numpy.gradient along x, spacing 0.25, edge_order 2.", along_x)
rows("planeByY", "numpy.gradient along y, spacing 0.5, edge_order 2.", along_y)
rows("spaceSamples", "Samples of space, 6 × 5 × 4 points, x fastest.", space)
along_z, along_y, along_x = numpy.gradient(space, 2.0, 0.5, 0.125, edge_order=2)
rows("spaceByX", "numpy.gradient along x, spacing 0.125, edge_order 2.", along_x)
rows("spaceByY", "numpy.gradient along y, spacing 0.5, edge_order 2.", along_y)
rows("spaceByZ", "numpy.gradient along z, spacing 2, edge_order 2.", along_z)
