"""Records what the methods of str, bytes, bytearray and memoryview give: one call per line.

Usage: python3.14 record_text_methods.py > ../text-methods.json
A value is written as JSON where it can be, else as an object that names its type.
"""

import json
import sys


def encode(value):
    if value is None or value is True or value is False:
        return value
    if type(value) is int:
        return value if abs(value) < 2**53 else {"int": str(value)}
    if type(value) is float:
        return {"float": repr(value)}
    if type(value) is str:
        return value if value.isascii() else {"str": [ord(c) for c in value]}
    if type(value) in (bytes, bytearray):
        return {type(value).__name__: value.hex()}
    if type(value) is memoryview:
        return {"memoryview": value.hex()}
    if type(value) in (tuple, list):
        return {type(value).__name__: [encode(item) for item in value]}
    if type(value) is dict:
        return {"dict": [[encode(k), encode(v)] for k, v in value.items()]}
    if type(value) is slice:
        return {"slice": [encode(value.start), encode(value.stop), encode(value.step)]}
    raise TypeError(type(value))


lines = []


def call(receiver, method, *arguments, **keywords):
    line = {"self": encode(receiver), "method": method, "args": [encode(a) for a in arguments]}
    if keywords:
        line["keywords"] = {k: encode(v) for k, v in keywords.items()}
    try:
        result = getattr(receiver, method)(*arguments, **keywords)
        line["result"] = repr(bytes(result)) if type(result) is memoryview else repr(result)
    except Exception as error:
        line["result"] = f"{type(error).__name__}: {error}"
    if isinstance(receiver, bytearray):
        line["after"] = repr(receiver)
    lines.append(json.dumps(line))


TEXTS = ["", "a", "Hello World", "  spam  ", "ÀÉß straße", "ΑΣ ΣΑΣ. ὈΔΥΣΣΕΎΣ", "ǆ ǅungla", "ﬁﬀ ŉ", "İıſ", "x\U0001F600y\U00010400",
         "one\ttwo\nthree\r\nfour\x0bfive\x85six\u2028", "1²½५四", "_id9", "\ud800\udc00", "A1 b2\u00a0C3", "ᲀᏰꭰ ᾳᾼ", "ℵⅣⓐ"]
PLAIN = ["upper", "lower", "title", "capitalize", "swapcase", "casefold", "strip", "lstrip", "rstrip", "split", "rsplit",
         "splitlines", "expandtabs", "isalpha", "isalnum", "isdecimal", "isdigit", "isnumeric", "isspace", "islower", "isupper",
         "istitle", "isidentifier", "isprintable", "isascii", "__repr__", "__len__", "__str__", "__getnewargs__", "__sizeof__"]
for text in TEXTS:
    for method in PLAIN:
        call(text, method)
    for width in (3, 8, 11):
        call(text, "center", width)
        call(text, "zfill", width)
        call(text, "ljust", width, "\U0001F600")
        call(text, "rjust", width, "é")
    for index in (0, 3, -1, slice(1, 5), slice(None, None, -1), slice(8, 1, -2), slice(-4, None)):
        call(text, "__getitem__", index)
    for codec in ("utf-8", "ascii", "latin-1", "utf-16", "utf-16-be", "utf-32-le"):
        for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "surrogateescape", "surrogatepass")[:7 if text > "x" else 1]:
            call(text, "encode", codec, errors)
    for other in ("a", " ", "ΣΑ", "\U00010400", "")[:5 if text[:1] in "xΑ1H" else 2]:
        for method in ("find", "rfind", "count", "__contains__", "startswith", "endswith", "removeprefix", "removesuffix",
                       "partition", "rpartition", "split", "rsplit", "__add__", "__eq__", "__lt__", "__ge__", "strip"):
            call(text, method, other)
        call(text, "replace", other, "-")
        call(text, "replace", other, "<>", 2)
        call(text, "join", [other, other])
    call(text, "translate", {ord("a"): "xx", ord("l"): None, 0x1F600: 0x3A3, ord("1"): ord("0")})
    call(text, "__mul__", 3)

for text, method, arguments in [
    ("abcabc", "find", ("c", 3)), ("abcabc", "find", ("c", -1)), ("abcabc", "rfind", ("a", 0, 3)), ("abc", "find", ("", 3)),
    ("abc", "find", ("", 4)), ("abc", "count", ("", 1)), ("abc", "index", ("x",)), ("abc", "rindex", ("x",)), ("a", "find", (1,)),
    ("a", "find", ("a", 1.5)), ("abc", "startswith", (("x", "a"),)), ("abc", "startswith", ("", 4)), ("abc", "startswith", (1,)),
    ("abc", "endswith", ((1,),)), ("abc", "endswith", ("bc", 1, 3)), ("a", "split", (1,)), ("a", "split", ("",)),
    (" a  b c ", "split", (None, 1)), (" a  b c ", "rsplit", (None, 1)), ("a,b,c", "split", (",", 1)), ("a,b,c", "rsplit", (",", 1)),
    ("a,b,c", "split", (",", 0)), (" a b ", "split", (None, 0)), (" a b ", "rsplit", (None, 0)), ("a", "partition", ("",)),
    ("a", "partition", (1,)), ("a", "join", (1,)), ("a", "join", (["b", 1],)), (", ", "join", (("x", "y", "z"),)), ("a", "center", (3, "ab")),
    ("a", "center", (3, 1)), ("a", "strip", (1,)), ("xyaxy", "strip", ("yx",)), ("a", "maketrans", (1,)), ("a", "maketrans", ("a", 1)),
    ("a", "maketrans", ("a", "bc")), ("a", "maketrans", ("ab", "cd", "e")), ("a", "maketrans", ({"ab": 1},)), ("a", "maketrans", ({1.5: 1},)),
    ("a", "maketrans", ({"a": "b", 98: None},)), ("a", "maketrans", (1, "b")), ("a", "translate", ({97: 1.5},)), ("a", "translate", ({97: 0x110000},)),
    ("a", "translate", (3,)), ("a", "__getitem__", ("b",)), ("a", "__getitem__", (1,)), ("a", "__getitem__", (slice(0, "x"),)),
    ("a", "__getitem__", (slice(None, None, 0),)), ("a", "expandtabs", ("x",)), ("a\tb", "expandtabs", (3,)), ("a\tb", "expandtabs", (0,)),
    ("a", "__add__", (1,)), ("a", "__contains__", (1,)), ("a", "encode", ("foo bar",)), ("a\xe9", "encode", ("ascii", "foo")),
    ("a", "encode", (1,)), ("a", "replace", ("a", 2)), ("aaa", "replace", ("a", "b", 0)), ("a", "zfill", ("x",)), ("+5", "zfill", (5,)),
    ("-", "zfill", (5,)), ("a", "splitlines", (1, 2)), ("a\n\nb\r", "splitlines", (True,)), ("a", "__mul__", (-1,)), ("ab", "__lt__", ("a\U0001F600",)),
    ("\uffff", "__lt__", ("\U0001F600",)), ("a", "__eq__", (1,)), ("a", "removeprefix", (1,)), ("abc", "removesuffix", ("",)),
]:
    call(text, method, *arguments)
call("a b", "split", sep=" ", maxsplit=1)
call("é", "encode", errors="replace", encoding="ascii")
call("aaa", "replace", "a", "b", count=1)

FORMATS = [
    ("{} {1}", (1, 2)), ("{1} {}", (1, 2)), ("{0}{1}{0}", ("a", "b")), ("{}{}", ("a", "b")), ("{5}", (1,)), ("{a}", (1,)), ("{", ()), ("}", ()),
    ("{{}}", ()), ("{{}", (1,)), ("{0", (1,)), ("{0!}", (1,)), ("{!x}", (1,)), ("{!r:>5}", ("a",)), ("{!a}", ("é",)), ("{!s}", (1,)),
    ("{0!r:", (1,)), ("{0!rr}", (1,)), ("{0[}", (1,)), ("{0[1]}", ([1, 2],)), ("{0[a]}", ({"a": 3},)), ("{0[a]b}", ({"a": 1},)), ("{0[]}", (1,)),
    ("{0.}", (1,)), ("{0.real}", (5,)), ("{:{:{}}}", (1, 2, 3)), ("{:{}}|", ("a", 5)), ("{:{}{}}|", ("a", ">", 5)), ("{0:s}", ("x",)),
    ("{:d}", ("a",)), ("{:*^9}", ("mid",)), ("{:.2}", ("abc",)), ("{:10.2}|", ("abc",)), ("{:=5}", ("a",)), ("{:05}", ("a",)), ("{:<05}", ("a",)),
    ("{:+5}", ("a",)), ("{: 5}", ("a",)), ("{:#5}", ("a",)), ("{:,}", ("a",)), ("{:_}", ("a",)), ("{:,_}", ("a",)), ("{:.2q}", ("a",)), ("{:.}", ("a",)),
    ("{:z}", ("a",)), ("{:1 1}", ("a",)), ("{:99999999999999999999}", ("a",)), ("{99999999999999999999}", ()), ("{ 0}", (1,)), ("a{b}c{", (1,)),
    ("é{}\U0001F600{}", ("x", "\u0100")), ("{:é>4}", ("x",)), ("{:\U0001F600^4}", ("x",)), ("{:x}", (255,)), ("{:08.3f}|{:e}|{:g}", (3.14159, 2.5, 1e20)),
    ("{:,}", (1234567,)), ("{}", (None,)), ("{:5}", (None,)), ("{{{}}}", (1,)), ("{0.a.b}", (1,)), ("{a{b}}", (1,)), ("{:{!r}}", ("a", 1)),
]
for text, arguments in FORMATS:
    call(text, "format", *arguments)
call("{a} {b!r:>{w}}", "format", a=1, b="x", w=6)
call("{a}", "format_map", {"a": 1})
call("{}", "format_map", {})
call("{a}", "format_map", {})
call("{a}", "format_map", 1)

PERCENT = [
    ("%d", 1), ("%d", -1.7), ("%x", 1.5), ("%d", "a"), ("%x", "a"), ("%f", "a"), ("%c", 256), ("%c", "ab"), ("%c", -1), ("%c", 0x110000), ("%c", 1.5),
    ("%c", ""), ("%", ()), ("%z", 1), ("a%", 1), ("%(a)s", 1), ("%(a)s", {"a": 1}), ("%(a", {"a": 1}), ("%s %s", 1), ("%s", (1, 2)), ("%s", ()), ("a", 1),
    ("a", {}), ("a", [1]), ("a", "b"), ("%*d", (5, 3)), ("%-*d|", (5, 3)), ("%*d", (-5, 3)), ("%.*f", (2, 3.14159)), ("%*d", ("a", 3)), ("%+05d", 3),
    ("% 5d", 3), ("%#x", 255), ("%#X", 255), ("%#o", 8), ("%#08x", 255), ("%.5d", 3), ("%#.5x", -255), ("%08.5d", -3), ("%5.1s|", "abc"), ("%-5s|", "a"),
    ("%05s", "a"), ("%r %a", ("é", "é")), ("%.2r", "abc"), ("%%", ()), ("%5%", ()), ("%e", 1e100), ("%g", 1e-10), ("%G", 1e-10), ("%#g", 1.0),
    ("%F", float("nan")), ("%010f", float("-inf")), ("%ld", 5), ("%i %u", (1, 2)), ("%d", True), ("%x", 2**70), ("%o", 2**70), ("%d", -2**70), ("%.f", 1.5),
    ("%.d", 5), ("%(a)d %(a)d", {"a": 3}), ("%((a))s", {"(a)": 1}), ("%5c|", "a"), ("%-5c|", 97), ("% x", -10), ("%b", 1), ("%d", float("inf")), ("%s", None),
    ("é%s\U0001F600", "ü"), ("%(a)s%%", {"a": 3}), ("%(", {}), ("%5", 1), ("%.", 1), ("%l", 1), ("%-05d|", 3), ("%+.3e", 12345.678), ("%20.10f|", 1 / 3),
]
for text, value in PERCENT:
    call(text, "__mod__", value)
for text, value in [(b"%b", b"a"), (b"%s", "a"), (b"%a", "é"), (b"%d", "a"), (b"%c", 300), (b"%c", b"ab"), (b"%c", b"a"), (b"%c", "a"), (b"%z", 1),
                    (b"%(a)s", {b"a": b"1"}), (b"%x", "s"), (b"%f", b""), (b"%s", 1), (b"%s %s", (b"a",)), (b"a", 1), (b"%5s|", b"a"), (b"%.1s", b"abc"),
                    (b"%r", "é"), (b"%05d", 3), (b"\xff%s", bytearray(b"\xfe")), (b"%s", memoryview(b"zz")), (b"%-5d|", 3)]:
    call(text, "__mod__", value)
    call(bytearray(text), "__mod__", value)

BYTES = [b"", b"a", b"Hello World", b"  spam\t\n ", b"one\r\ntwo\rthree\n", b"\x00\xff\x80", b"-12", b"aXbXc,"]
BYTE_METHODS = ["upper", "lower", "title", "capitalize", "swapcase", "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "expandtabs", "isalpha",
                "isalnum", "isdigit", "isspace", "islower", "isupper", "istitle", "isascii", "hex", "__repr__", "__len__"]
for data in BYTES:
    for make in (bytes, bytearray):
        for method in BYTE_METHODS:
            call(make(data), method)
        for width in (3, 9):
            call(make(data), "center", width, b"*")
            call(make(data), "ljust", width)
            call(make(data), "rjust", width)
            call(make(data), "zfill", width)
        for part in (b"a", b",", b"", b"X", 97, 256, "a"):
            for method in ("find", "rfind", "count", "index", "rindex", "__contains__"):
                call(make(data), method, part)
        for part in (b"a", b",", b"", "a", bytearray(b"X")):
            for method in ("startswith", "endswith", "split", "rsplit", "partition", "rpartition", "strip", "removeprefix", "removesuffix",
                           "__add__", "__eq__", "__lt__"):
                call(make(data), method, part)
            call(make(data), "replace", part, b"-", 2)
            call(make(data), "join", [part, part])
        for index in (0, -1, 5, slice(1, 4), slice(None, None, -1), slice(0, 9, 3), "a"):
            call(make(data), "__getitem__", index)
        call(make(data), "__mul__", 3)
        call(make(data), "translate", bytes(range(255, -1, -1)), b"a")
        call(make(data), "translate", None, b"l")
        call(make(data), "hex", ":", 2)
        call(make(data), "hex", "-", -2)
    for codec in ("utf-8", "ascii", "latin-1", "utf-16", "utf-32"):
        for errors in ("strict", "replace"):
            call(data, "decode", codec, errors)
for data in (b"\xff", b"\xc3", b"\xe2\x82", b"\xf0\x90a\x80", b"\xe0\x80", b"\xed\xa0\x80", b"a\xff\xf0\x80b", b"\xf0\x9f\x98\x80", b"\xf4\x90\x80\x80", b"\xc0\x80"):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "foo"):
        call(data, "decode", "utf-8", errors)
        call(data, "decode", "ascii", errors)
for data in (b"\x00", b"\xff\xfe\x00", b"\xfe\xff\x00a", b"\x00\xd8", b"\x00\xd8a\x00", b"\x00\xdca\x00", b"\x00\x00\x11\x00", b"\x00\xd8\x00\x00", b"=\xd8\x00\xde"):
    for codec in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"):
        for errors in ("strict", "replace", "surrogatepass"):
            call(data, "decode", codec, errors)
for data, method, arguments in [
    (b"a", "split", (1,)), (b" a  b c ", "split", (None, 1)), (b" a  b c ", "rsplit", (None, 1)), (b"a,b,c", "split", (b",", 1)),
    (b"a,b,c", "rsplit", (b",", 1)), (bytearray(b" a b "), "split", (None, 0)), (b" a b ", "rsplit", (None, 0)), (b"a", "join", ("ab",)), (b"a", "join", (1,)), (b"a", "center", (5, "a")), (b"a", "center", (5, b"aa")), (b"a", "ljust", (5, 1)),
    (b"a", "translate", (b"a",)), (b"a", "translate", (1,)), (b"a", "maketrans", (b"a", b"bc")), (b"a", "maketrans", ("a", b"b")), (b"", "fromhex", ("a",)),
    (b"", "fromhex", ("ag",)), (b"", "fromhex", ("a é",)), (b"", "fromhex", (1,)), (b"", "fromhex", (b"aa bB\n0f",)), (b"abc", "hex", (1,)), (b"abc", "hex", ("ab",)),
    (b"abc", "hex", ("é",)), (b"a", "startswith", (("a",),)), (b"ab", "startswith", ((b"x", b"a"),)), (b"a", "startswith", (1,)), (b"a", "decode", (1,)),
    (b"abc", "find", (b"c", 1.5)), (b"abcabc", "find", (b"c", 3)), (b"abcabc", "rfind", (b"c", 0, 4)), (b"a", "__add__", (1,)), (b"a", "__getnewargs__", ()),
]:
    call(data, method, *arguments)
for arguments in [("append", 1), ("append", 256), ("append", "a"), ("extend", b"xy"), ("extend", [1, 2]), ("extend", [300]), ("extend", "a"), ("extend", 1),
                  ("insert", 1, 65), ("insert", -1, 65), ("insert", 99, 65), ("insert", "a", 1), ("pop",), ("pop", 0), ("pop", -9), ("remove", 98), ("remove", 5),
                  ("remove", 500), ("reverse",), ("clear",), ("copy",), ("resize", 1), ("resize", 6), ("resize", -1), ("__setitem__", 0, 66), ("__setitem__", 9, 1),
                  ("__setitem__", 0, 256), ("__setitem__", "a", 1), ("__setitem__", slice(0, 1), b"xyz"), ("__setitem__", slice(0, 3, 2), b"xy"),
                  ("__setitem__", slice(0, 3, 2), b"x"), ("__setitem__", slice(0, 1), "a"), ("__setitem__", slice(0, 1), 1), ("__setitem__", slice(1, 2), [1, 2]),
                  ("__setitem__", slice(5, 1), b"!"), ("__delitem__", 1), ("__delitem__", 9), ("__delitem__", slice(0, 9, 2)), ("__delitem__", slice(None, None, -2)),
                  ("__delitem__", slice(1, 2)), ("__iadd__", b"x"), ("__iadd__", 1), ("__imul__", 2), ("__imul__", 0), ("__reduce__",), ("__reduce_ex__", 4), ("__alloc__",)]:
    call(bytearray(b"abcd"), *arguments)
call(bytearray(), "pop")
VIEW = memoryview(b"abcdef")
for arguments in [("tobytes",), ("tolist",), ("hex",), ("hex", ":"), ("__len__",), ("__getitem__", 1), ("__getitem__", -1), ("__getitem__", 6), ("__getitem__", "a"),
                  ("__getitem__", (0, 0)), ("__getitem__", (2,)), ("__getitem__", slice(1, 4)), ("__getitem__", slice(None, None, -2)), ("__setitem__", 0, 1),
                  ("__eq__", b"abcdef"), ("__eq__", "a"), ("__ne__", b"x"), ("index", 99), ("index", 5), ("count", 97), ("cast", "x"), ("cast", "i"), ("cast", "b"),
                  ("cast", "H"), ("cast", "B", [2, 3]), ("cast", "B", [2, 2]), ("cast", "B", 1), ("cast", "B", ["a"]), ("cast", "B", [0]), ("tobytes", "X"),
                  ("__getitem__", slice(None, None, 0))]:
    call(VIEW, *arguments)

sys.stdout.write("[\n" + ",\n".join(lines) + "\n]\n")
