#!/usr/bin/env python3
"""Moves the vector constants of a WebAssembly module into its memory.

usage: pool-constants.py MODULE RESULT

V8 makes a `v128.const` anew wherever it stands, in loops too, with three instructions; a load from memory is one. A
polynomial on lanes is mostly constants, so that a sine is half as fast again this way. Each constant is kept once, in
the room that the linker leaves below the module's data (`--global-base` in wasm-toolset.json). 0 and −1 stay, which
every processor makes out of nothing.
"""

import sys

MAGIC = b"\0asm\1\0\0\0"
CODE, DATA, DATA_COUNT = 10, 11, 12
FIRST_ADDRESS = 1024
KEPT = (bytes(16), b"\xff" * 16)

# How many LEB128 numbers follow an instruction of one byte; one not named here and below has none.
INDEXED = {0x0C: 1, 0x0D: 1, 0x10: 1, 0x11: 2, 0x12: 1, 0x13: 2, 0xD0: 1, 0xD2: 1}
INDEXED.update({code: 1 for code in (0x02, 0x03, 0x04, 0x3F, 0x40, 0x41, 0x42, *range(0x20, 0x27))})
INDEXED.update({code: 2 for code in range(0x28, 0x3F)})
BULK = {8: 2, 9: 1, 10: 2, 11: 1, 12: 2, 13: 1, 14: 2, 15: 1, 16: 1, 17: 1}
UNKNOWN = {0x06, 0x07, 0x08, 0x09, 0x0A, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1D, 0x1E, 0x1F, 0x27}


def fail(message):
    sys.exit(f"pool-constants.py: {message}")


def unsigned(value):
    result = bytearray()
    while value > 127:
        result.append(value & 127 | 128)
        value >>= 7
    result.append(value)
    return bytes(result)


def signed(value):
    result = bytearray()
    while not -64 <= value < 64:
        result.append(value & 127 | 128)
        value >>= 7
    result.append(value & 127)
    return bytes(result)


class Reader:
    def __init__(self, data):
        self.data = data
        self.at = 0

    def number(self):
        """An unsigned LEB128 number; a signed one is passed over as well."""
        result, shift = 0, 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            result |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return result

    def skip_numbers(self, count):
        for _ in range(count):
            self.number()

    def take(self, count):
        self.at += count
        return self.data[self.at - count:self.at]


class Pool:
    """The constants met so far, each at its address."""

    def __init__(self):
        self.addresses = {}

    def load(self, constant):
        """i32.const address, v128.load align=16."""
        address = self.addresses.setdefault(constant, FIRST_ADDRESS + 16 * len(self.addresses))
        return b"\x41" + signed(address) + b"\xfd\x00\x04\x00"


def skip_vector_operands(reader, operation):
    if operation <= 11 or operation in (92, 93):
        reader.skip_numbers(2)
    elif operation in (12, 13):
        reader.take(16)
    elif 21 <= operation <= 34:
        reader.take(1)
    elif 84 <= operation <= 91:
        reader.skip_numbers(2)
        reader.take(1)


def skip_operands(reader, code):
    """Everything of an instruction after its first byte, vectors aside."""
    if code in UNKNOWN or 0xC5 <= code <= 0xCF or code in (0xFB, 0xFE, 0xFF):
        fail(f"unknown instruction {code:#x} at {reader.at - 1} of a function")
    elif code == 0x43:
        reader.take(4)
    elif code == 0x44:
        reader.take(8)
    elif code == 0x0E:
        reader.skip_numbers(reader.number() + 1)
    elif code == 0x1C:
        reader.skip_numbers(reader.number())
    elif code == 0xFC:
        reader.skip_numbers(BULK.get(reader.number(), 0))
    else:
        reader.skip_numbers(INDEXED.get(code, 0))


def pooled_function(body, pool):
    reader = Reader(body)
    for _ in range(reader.number()):
        reader.skip_numbers(2)
    result = bytearray(body[:reader.at])
    while reader.at < len(body):
        start = reader.at
        code = reader.take(1)[0]
        if code != 0xFD:
            skip_operands(reader, code)
        else:
            operation = reader.number()
            skip_vector_operands(reader, operation)
            constant = body[reader.at - 16:reader.at]
            if operation == 12 and constant not in KEPT:
                result += pool.load(constant)
                continue
        result += body[start:reader.at]
    return bytes(result)


def pooled_code(section, pool):
    reader = Reader(section)
    count = reader.number()
    result = bytearray(unsigned(count))
    for _ in range(count):
        body = pooled_function(reader.take(reader.number()), pool)
        result += unsigned(len(body)) + body
    return bytes(result)


def first_data(section):
    """The lowest address of the module's own data."""
    reader = Reader(section)
    lowest = 1 << 32
    for _ in range(reader.number()):
        if reader.number() != 0:
            fail("a data segment that is not placed at a constant address")
        if reader.take(1) != b"\x41":
            fail("a data segment whose address is computed")
        lowest = min(lowest, reader.number())
        reader.take(1)
        reader.take(reader.number())
    return lowest


def with_pool(section, pool):
    end = FIRST_ADDRESS + 16 * len(pool.addresses)
    if end > first_data(section):
        fail(f"{len(pool.addresses)} constants end at {end}, where data begins at {first_data(section)}: raise --global-base")
    reader = Reader(section)
    count = reader.number()
    data = b"".join(pool.addresses)
    segment = b"\x00\x41" + signed(FIRST_ADDRESS) + b"\x0b" + unsigned(len(data)) + data
    return unsigned(count + 1) + section[reader.at:] + segment


def pooled(module):
    if module[:8] != MAGIC:
        fail("no WebAssembly module")
    reader = Reader(module)
    reader.at = 8
    sections = []
    while reader.at < len(module):
        kind = reader.take(1)[0]
        sections.append((kind, reader.take(reader.number())))
    pool = Pool()
    sections = [(kind, pooled_code(body, pool) if kind == CODE else body) for kind, body in sections]
    result = bytearray(MAGIC)
    for kind, body in sections:
        if kind == DATA:
            body = with_pool(body, pool)
        elif kind == DATA_COUNT:
            body = unsigned(Reader(body).number() + 1)
        result += bytes([kind]) + unsigned(len(body)) + body
    return bytes(result)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], "rb") as file:
        module = file.read()
    with open(sys.argv[2], "wb") as file:
        file.write(pooled(module))


main()
