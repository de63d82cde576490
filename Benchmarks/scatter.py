"""Numbers that look random and are the same in every language."""

import numpy


def scattered(count, stream):
    """Whole numbers modulo 2³², as `Scatter.whole` makes them."""
    index = numpy.arange(1, count + 1, dtype=numpy.uint64)
    multiplier = numpy.uint64((3_242_174_889, 2_447_445_413)[stream])
    return (index * multiplier) & numpy.uint64(0xFFFF_FFFF)


def signed(count, stream):
    """Numbers in [−1, 1), as `Scatter.signed` makes them."""
    return scattered(count, stream).astype(numpy.float64) / 2.0**31 - 1
