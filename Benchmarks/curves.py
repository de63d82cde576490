"""Curves as matplotlib draws them."""

import numpy


def joined(segments):
    """Pieces of curves as whole curves: some versions of matplotlib keep a piece for each step."""
    lines = []
    for segment in segments:
        if lines and numpy.array_equal(lines[-1][-1][-1], segment[0]):
            lines[-1].append(segment[1:])
        else:
            lines.append([segment])
    return [numpy.concatenate(pieces) for pieces in lines]
