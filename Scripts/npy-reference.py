#!/usr/bin/env python3
"""Prints what NPYArrayTests reads: files as NumPy writes them, with their shape and numbers.

    .venv/bin/python Scripts/npy-reference.py > Tests/Fixtures/NPY.txt

A line is name; shape; bits of the numbers as doubles in C order; the file in base 64.
"""

import base64
import io

import numpy as np


def show(name, array, version=None):
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, array, version=version, allow_pickle=True)
    shape = " ".join(map(str, array.shape))
    numbers = ""
    if array.dtype.kind in "fiub":
        bits = array.flatten(order="C").astype("<f8").view("<u8")
        numbers = " ".join(f"{x:x}" for x in bits)
    print(f"{name};{shape};{numbers};{base64.b64encode(buffer.getvalue()).decode()}")


for kind in ["<f8", "<f4", ">f8", ">f4"]:
    show(kind, np.array([[0.5, -1.25, 3e10], [0.0, 1e-3, -7.0]]).astype(kind))
for kind in ["i1", "<i2", "<i4", "<i8", ">i2", ">i8", "u1", "<u2", "<u4", "<u8", ">u4"]:
    info = np.iinfo(np.dtype(kind))
    show(kind, np.array([info.min, 0, 1, info.max], dtype=kind))
show("bool", np.array([True, False, True]))
show("Fortran order", np.asfortranarray(np.arange(24.0).reshape(2, 3, 4).astype("<i2")))
show("version 2", np.arange(3.0), version=(2, 0))
show("version 3", np.arange(3.0), version=(3, 0))
show("one number", np.array(2.5))
show("no numbers", np.zeros((0, 3)))
show("texts", np.array(["a", "bc"]))
show("objects", np.array([None], dtype=object))
show("complex", np.array([1j]))
show("records", np.zeros(1, dtype=[("a", "<f8"), ("b", "<i4")]))
