"""Values of Γ and the polygamma functions by mpmath, for Tests/SpecialFunctionsTests. Prints Swift."""
import random

import mpmath

mpmath.mp.dps = 40
random.seed(3)


def arguments():
    yield from [0.5, 1.0, 1.5, 2.0, 3.0, 10.0, 19.999, 20.0, 20.5, 100.25, 170.5, 171.5, 1e-8, -0.5, -1.5, -19.5, -20.5]
    yield from (random.uniform(0.01, 40) for _ in range(40))
    yield from (random.uniform(-30, 0) for _ in range(40))


print("// Written by Scripts/special-reference.py with mpmath " + mpmath.__version__ + ".")
print("// swift-format-ignore-file\n")
print("/// An argument, its Γ, and ψ, ψ′, ψ″ and ψ⁗ there.")
print("let specialReferences: [[Double]] = [")
for x in arguments():
    values = [mpmath.gamma(x)] + [mpmath.psi(n, x) for n in (0, 1, 2, 4)]
    print("  [" + ", ".join([repr(x)] + [repr(float(v)) for v in values]) + "],")
print("]")
