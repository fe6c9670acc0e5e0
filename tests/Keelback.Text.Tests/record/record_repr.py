"""Records the reference's repr of constants and its printable characters.

Usage: PYTHON record_repr.py OUTPUT_FOLDER
"""

import json
import math
import pathlib
import random
import struct
import sys
import unicodedata


def floats():
    yield from (0.0, -0.0, 1.0, -1.5, 0.1, 1e16, 9999999999999998.0, 1e15, 123456789012345.6, 0.0001, 0.00001, 1e22, 1e23)
    yield from (5e-324, sys.float_info.max, sys.float_info.min, math.pi, 2.0**53, 2.0**63, 1 / 3, 1e100, 1.5e-7)
    yield from (math.inf, -math.inf, math.nan)
    source = random.Random(5)
    for _ in range(300):
        yield struct.unpack("<d", source.randbytes(8))[0]
    for _ in range(100):
        yield round(source.uniform(-1e6, 1e6), source.randrange(8))


def bits(value):
    return struct.unpack("<q", struct.pack("<d", value))[0]


def printable_ranges():
    ranges = []
    for point in range(0x110000):
        if not chr(point).isprintable():
            if ranges and ranges[-1][1] == point - 1:
                ranges[-1][1] = point
            else:
                ranges.append([point, point])
    return ranges


def main():
    complexes = [complex(a, b) for a in (0.0, -0.0, 1.5, math.inf, math.nan) for b in (0.0, -0.0, 2.0, -1e20, math.inf, -math.inf, math.nan)]
    strings = ["", "a", "'", '"', "'\"", "\\", "\t\n\r\0\x7f", "é\xa0\xad", "\u2028\u200b", "\U0001f600", "\ud800", "\udc00\ud800", "\ue000", "'\n"]
    byte_strings = [b"", b"abc", b"'", b'"', b"'\"", bytes(range(256))]
    data = {
        "unicode": unicodedata.unidata_version,
        "floats": [[bits(value), repr(value)] for value in floats()],
        "complexes": [[bits(value.real), bits(value.imag), repr(value)] for value in complexes],
        "strings": [[[ord(character) for character in value], repr(value)] for value in strings],
        "bytes": [[list(value), repr(value)] for value in byte_strings],
        "not_printable": printable_ranges(),
    }
    text = "{\n" + ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in data.items()) + "\n}\n"
    (pathlib.Path(sys.argv[1]) / "repr.json").write_text(text)


if __name__ == "__main__":
    main()
