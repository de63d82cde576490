#!/usr/bin/env python3
"""Writes reference cases for Decimal, with Python's own correctly rounded conversions as the truth.

    Scripts/decimal-reference.py [count] > Tests/Fixtures/Decimal.txt

Lines: `parse TEXT BITS`, `text DIGITS BITS TEXT`, `fixed PLACES BITS TEXT`; BITS is the double in hexadecimal.
The fixture in the project has 2000 cases of each kind; the test takes a file of any size (100000 take a second).
"""
import random
import struct
import sys
from fractions import Fraction

random.seed(1936)
COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 2000


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def double(b):
    return struct.unpack("<d", struct.pack("<Q", b))[0]


def exact(value):
    """The finite decimal expansion of a dyadic fraction, as digits and an exponent."""
    shift = value.denominator.bit_length() - 1
    return str(value.numerator * 5**shift), -shift


def random_double():
    kind = random.randrange(4)
    if kind == 0:
        return double(random.getrandbits(63) % 0x7FF0000000000000)
    if kind == 1:
        return double(random.getrandbits(random.randrange(1, 53)))
    if kind == 2:
        return double(random.randrange(1, 2046) << 52 | random.choice([0, 1, 2**52 - 1]))
    return random.uniform(-1, 1) * 10 ** random.randrange(-12, 12)


def layout(digits, exponent):
    """Writes digits · 10^exponent in one of several spellings."""
    kind = random.randrange(3)
    if kind == 0:
        return f"{digits}e{exponent}"
    if kind == 1:
        return f"{digits[0]}.{digits[1:]}E{exponent + len(digits) - 1:+d}"
    point = len(digits) + exponent
    if 0 < point <= len(digits):
        return f"{digits[:point]}.{digits[point:]}"
    if -400 < point <= 0:
        return f".{'0' * -point}{digits}"
    return f"{digits}e{exponent}"


def parse_case():
    kind = random.randrange(6)
    if kind == 0:
        return repr(random_double())
    if kind == 1:
        digits = "".join(random.choice("0123456789") for _ in range(random.randrange(1, 40)))
        return layout(digits, random.randrange(-360, 320))
    if kind == 2:
        return f"{random.getrandbits(random.randrange(1, 64))}e{random.randrange(-350, 310)}"
    b = bits(abs(random_double()))
    middle = (Fraction(double(b)) + Fraction(double(b + 1))) / 2 if b < 0x7FEFFFFFFFFFFFFF else \
        Fraction(2**1024 - 2**970)
    digits, exponent = exact(middle)
    if kind == 3:
        return layout(digits, exponent)
    if kind == 4:
        if random.random() < 0.5:
            zeros = random.randrange(30)
            return f"{digits}{'0' * zeros}1e{exponent - zeros - 1}"
        return f"{int(digits) - 1}e{exponent}"
    cut = random.randrange(17, 24)
    return layout(digits[:cut], exponent + max(len(digits) - cut, 0))


def strip(digits):
    return digits.rstrip("0") or "0"


def text(x, count):
    if x == 0:
        return "0"
    head, exponent = f"{x:.{count - 1}e}".split("e")
    exponent = int(exponent)
    sign = "-" if head[0] == "-" else ""
    digits = strip(head.replace("-", "").replace(".", ""))
    if exponent < -4 or exponent >= max(count, 6):
        return f"{sign}{digits[0]}{'.' + digits[1:] if len(digits) > 1 else ''}e{exponent}"
    if exponent < 0:
        return f"{sign}0.{'0' * (-exponent - 1)}{digits}"
    whole = digits.ljust(exponent + 1, "0")
    return f"{sign}{whole[:exponent + 1]}{'.' + whole[exponent + 1:] if len(whole) > exponent + 1 else ''}"


def fixed(x, places):
    result = f"{x:.{places}f}"
    return result[1:] if result.startswith("-") and not result.strip("-0.") else result


EDGES = ["0", "-0", "1", "1e308", "1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308",
         "1.797693134862315807e308", "1.797693134862315808e308", "1e309", "-1e999999999999999999999", "1e-999999",
         "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "2.2250738585072011e-308",
         "2.2250738585072014e-308", "9007199254740993", "9007199254740993.0000000000000000000000000000001",
         "0." + "0" * 400 + "1e401", "1" + "0" * 400 + "e-400", "6.02214076e23", "123456789012345678901234567890",
         "8.5e-23", "9.5367431640625e-7", "0000000000000000000000000000001.5", "5e-324", "3e-324", "2e-324"]

for case in EDGES + [parse_case() for _ in range(COUNT)]:
    print("parse", case, f"{bits(float(case)):x}")
for _ in range(COUNT):
    x = random_double()
    if random.random() < 0.3:
        x = float(f"{x:.{random.randrange(4)}f}") if abs(x) < 1e15 else x
    n = random.randrange(1, 18)
    print("text", n, f"{bits(x):x}", text(x, n))
    places = random.randrange(0, 20)
    x = random.choice([x, random.randrange(-10**6, 10**6) / 8, random.uniform(-10, 10)])
    print("fixed", places, f"{bits(x):x}", fixed(x, places))
