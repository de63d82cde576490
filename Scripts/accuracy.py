#!/usr/bin/env python3
"""Judges the results of the Double functions of Elementary against mpmath.

    swift run -c release accuracy --cases 20000 | python3 Scripts/accuracy.py

Reads lines "name argument… result" of bit patterns in hexadecimal, prints a table of the worst errors in units in
the last place of the true value, and fails when a special value is wrong or an error exceeds the bound.
Needs mpmath (gmpy2 makes it several times faster).
"""
import math
import struct
import sys

import mpmath
from mpmath import mp, mpf

BOUND = 2.0


def double(text):
    return struct.unpack("<d", struct.pack("<Q", int(text, 16)))[0]


def special_unary(name, x):
    """The value that Annex F asks for, or None where the function is to be computed."""
    nan, inf = math.nan, math.inf
    if math.isnan(x):
        return nan
    if x == 0:
        if name in ("exp", "exp2", "cos", "cosh"):
            return 1.0
        if name in ("log", "log2", "log10"):
            return -inf
        if name == "acos":
            return None
        return nan if name == "acosh" else x
    if math.isinf(x):
        if name in ("sin", "cos", "tan", "asin", "acos", "atanh"):
            return nan
        if name in ("exp", "exp2"):
            return inf if x > 0 else 0.0
        if name == "expm1":
            return inf if x > 0 else -1.0
        if name in ("log", "log2", "log10", "log1p", "acosh"):
            return inf if x > 0 else nan
        if name in ("tanh", "erf"):
            return math.copysign(1.0, x)
        if name == "atan":
            return None
        return inf if name == "cosh" else x
    if name in ("log", "log2", "log10") and x < 0:
        return nan
    if name == "log1p" and x <= -1:
        return -inf if x == -1 else nan
    if name in ("asin", "acos") and abs(x) > 1:
        return nan
    if name == "acosh" and x < 1:
        return nan
    if name == "acosh" and x == 1 or name in ("log", "log2", "log10") and x == 1 or name == "acos" and x == 1:
        return 0.0
    if name == "atanh" and abs(x) >= 1:
        return math.copysign(inf, x) if abs(x) == 1 else nan
    return None


def special_binary(name, x, y):
    nan, inf = math.nan, math.inf
    if name == "pow":
        try:
            if x == 0 or math.isinf(x) or math.isinf(y) or math.isnan(x) or math.isnan(y) or y == 0 or x == 1:
                return math.pow(x, y)
        except (ValueError, ZeroDivisionError):
            odd = y == math.floor(y) and abs(y) < 2 ** 53 and int(y) % 2 == 1
            return math.copysign(inf, x) if odd else inf
        if x < 0 and y != math.floor(y):
            return nan
        return None
    if name == "hypot":
        if math.isinf(x) or math.isinf(y):
            return inf
        if math.isnan(x) or math.isnan(y):
            return nan
        return 0.0 if x == 0 and y == 0 else None
    if math.isnan(x) or math.isnan(y):
        return nan
    if x == 0 or y == 0 or math.isinf(x) or math.isinf(y):
        return math.atan2(x, y)
    return None


def exact(name, x, y=None):
    """The true value; the precision is raised where the argument is huge or the result cancels."""
    size = abs(math.frexp(x)[1]) if x and not math.isinf(x) else 0
    mp.prec = 160
    if name in ("sin", "cos", "tan"):
        mp.prec = 240 + max(0, size)
    if name in ("expm1", "log1p", "asinh", "atanh", "sinh", "tanh", "acosh", "asin", "atan", "erf"):
        mp.prec = 160 + min(2 * size, 2400)
    a = mpf(x)
    if name == "exp":
        return mpmath.exp(a) if x > -2000 else mpf(2) ** -2000
    if name == "exp2":
        return mpf(2) ** a if abs(x) < 5000 else mpf(2) ** (5000 if x > 0 else -5000)
    if name in ("sinh", "cosh", "expm1", "exp") and x > 2000:
        return mpf(2) ** 2000
    if name in ("sinh", "cosh", "expm1") and x < -2000:
        return {"sinh": -mpf(2) ** 2000, "cosh": mpf(2) ** 2000, "expm1": mpf(-1)}[name]
    if name in ("tanh", "erf") and abs(x) > 2000:
        return mpf(math.copysign(1, x))
    if name == "log2":
        return mpmath.log(a) / mpmath.log(2)
    if name == "cbrt":
        return mpmath.sign(a) * mpmath.cbrt(abs(a))
    if name == "pow":
        b = mpf(y)
        mp.prec = 240
        power = b * mpmath.log(abs(a))
        power = max(min(power, mpf(2000)), mpf(-2000))
        value = mpmath.exp(power)
        return -value if x < 0 and abs(y) < 2 ** 53 and int(y) % 2 == 1 else value
    if name == "atan2":
        mp.prec = 2400 if abs(size) > 300 or abs(math.frexp(y)[1]) > 300 else 300
        return mpmath.atan2(a, mpf(y))
    if name == "hypot":
        mp.prec = 300
        return mpmath.sqrt(a * a + mpf(y) ** 2)
    return getattr(mpmath, name)(a)


def unit(value):
    """The weight of the last place at this magnitude."""
    if value == 0:
        return mpf(2) ** -1074
    exponent = max(int(mpmath.floor(mpmath.log(abs(value), 2))), -1022)
    if mpf(2) ** (exponent + 1) <= abs(value):
        exponent += 1
    return mpf(2) ** (max(exponent, -1022) - 52)


def same(a, b):
    if math.isnan(a) or math.isnan(b):
        return math.isnan(a) and math.isnan(b)
    return a == b and math.copysign(1, a) == math.copysign(1, b)


def error(true, result):
    """In units in the last place; infinity counts as 2^1024."""
    if math.isnan(result):
        return math.inf
    if math.isinf(result):
        if true * mpmath.sign(mpf(1 if result > 0 else -1)) >= mpf(2) ** 1024 - mpf(2) ** 970:
            return 0.0
        return math.inf
    if abs(true) >= mpf(2) ** 1024:
        return float(abs(mpf(result) - mpmath.sign(true) * mpf(2) ** 1024) / mpf(2) ** 971)
    return float(abs(mpf(result) - true) / unit(true))


def main():
    table = {}
    wrong = 0
    for line in sys.stdin:
        name, *words = line.split()
        *arguments, result = map(double, words)
        row = table.setdefault(name, [0, 0.0, arguments, result])
        row[0] += 1
        expected = special_unary(name, *arguments) if len(arguments) == 1 else special_binary(name, *arguments)
        if expected is not None:
            if not same(expected, result):
                wrong += 1
                if wrong < 60:
                    print(f"wrong: {name}{tuple(arguments)} = {result}, should be {expected}")
            continue
        size = error(exact(name, *arguments), result)
        if size > row[1]:
            row[1:] = [size, arguments, result]
    print(f"{'function':10}{'type':8}{'arguments':>10}  {'worst ulp':>10}  where")
    for name, (count, worst, arguments, result) in table.items():
        where = ", ".join(x.hex() for x in arguments)
        print(f"{name:10}{'Double':8}{count:10}  {worst:10.3f}  {where}")
    beyond = [name for name, row in table.items() if row[1] > BOUND]
    if wrong or beyond:
        sys.exit(f"{wrong} special values are wrong; beyond {BOUND} ulp: {beyond}")


if __name__ == "__main__":
    main()
