"""Records what CPython says of calls with wrong arguments, as data for ArgumentErrorTests.

    python3.14 record_argument_errors.py > ../argument-errors.json

Each case calls a function of the reference that has the signature of the same function in SpecimenNatives.cs.
"""

import builtins
import json
import math
import sys

INSTANCES = {"list": [], "str": "text", "dict": {}}
BIG = 2 ** 80


def case(target, *arguments, **keywords):
    return target, arguments, keywords


CASES = [
    # One required positional parameter.
    case("math.sqrt"), case("math.sqrt", 1, 2), case("math.sqrt", x=1), case("math.sqrt", "x"), case("math.sqrt", None),
    case("builtins.len"), case("builtins.len", 1, 2), case("builtins.len", obj=1), case("math.factorial", "x"),
    case("math.factorial", 1.5), case("list.append"), case("list.append", 1, 2), case("list.append", object=1),
    case("str.join"), case("str.join", 1, 2),
    # None.
    case("list.clear", 1), case("list.clear", 1, 2), case("list.clear", x=1),
    # Positional ones, optional or not.
    case("builtins.isinstance"), case("builtins.isinstance", 1), case("builtins.isinstance", 1, 2, 3),
    case("builtins.isinstance", 1, b=2), case("builtins.getattr"), case("builtins.getattr", 1),
    case("builtins.getattr", 1, 2, 3, 4), case("builtins.getattr", 1, name=2), case("builtins.divmod", 1),
    case("list.pop", 1, 2), case("list.pop", index=1), case("list.pop", "x"), case("list.pop", BIG),
    case("list.insert"), case("list.insert", 1), case("list.insert", "x", 1), case("list.insert", BIG, 1),
    case("list.insert", None, 1), case("dict.fromkeys"), case("dict.fromkeys", 1, 2, 3), case("dict.fromkeys", iterable=1),
    case("builtins.range"), case("builtins.range", 1, 2, 3, 4), case("builtins.range", stop=1), case("builtins.range", "x"),
    case("builtins.range", 1, 2, 0), case("builtins.range", None),
    # By position or name.
    case("math.isclose"), case("math.isclose", 1), case("math.isclose", b=1), case("math.isclose", 1, 2, 3),
    case("math.isclose", 1, 2, 3, 4), case("math.isclose", 1, 2, 3, 4, 5), case("math.isclose", 1, a=2, b=3),
    case("math.isclose", 1, 2, rel_tol=1, z=3), case("math.isclose", 1, 2, rel_tl=3), case("math.isclose", 1, 2, abstol=3),
    case("math.isclose", "x", 2), case("math.isclose", 1, 2, rel_tol=None), case("math.isclose", 1, 2, 3, rel_tol=4),
    case("builtins.pow"), case("builtins.pow", 1), case("builtins.pow", exp=1), case("builtins.pow", 1, 2, 3, 4),
    case("builtins.pow", 1, base=2), case("builtins.pow", 1, 2, modulus=3), case("builtins.pow", 1, 2, mo=3),
    case("builtins.round"), case("builtins.round", 1, 2, 3), case("builtins.round", number=1, z=1),
    case("builtins.round", 1, number=2), case("builtins.round", z=1),
    case("builtins.sum"), case("builtins.sum", [], 1, 2), case("builtins.sum", [], strat=1), case("builtins.sum", start=1),
    case("builtins.sum", [], iterable=3), case("builtins.sum", [], 1, start=2),
    case("str.split", None, 1, 2), case("str.split", sepp=1), case("str.split", "a", sep="b"), case("str.split", None, "x"),
    case("str.encode", 1), case("str.encode", "utf-8", 1), case("str.encode", encoding=1), case("str.encode", errors=None),
    case("str.encode", "utf-8", "strict", 1), case("str.encode", encodin="x"),
    case("str.replace"), case("str.replace", "a"), case("str.replace", 1, "b"), case("str.replace", "a", 2),
    case("str.replace", "a", "b", "c"), case("str.replace", "a", "b", 1, 2), case("str.replace", "a", "b", coun=1),
    case("str.replace", "a", "b", old="c"), case("str.replace", "a", "b", BIG),
    # By name alone, and any number.
    case("list.sort", 1), case("list.sort", 1, 2, 3), case("list.sort", kee=1), case("list.sort", x=1, y=2, z=3),
    case("builtins.print", sepp=1), case("builtins.print", 1, 2, x=1), case("builtins.print", en=1),
    case("builtins.exec"), case("builtins.exec", globals=1), case("builtins.exec", "", {}, {}, {}),
    case("builtins.exec", "", source=1), case("builtins.exec", "", {}, {}, closur=1),
]


def find(target):
    owner, _, name = target.partition(".")
    if owner in INSTANCES:
        return getattr(INSTANCES[owner], name)
    return getattr({"math": math, "builtins": builtins}[owner], name)


def main():
    entries = []
    for target, arguments, keywords in CASES:
        try:
            find(target)(*arguments, **keywords)
        except Exception as error:
            text = f"{type(error).__name__}: {error}"
        else:
            sys.exit(f"{target}{arguments}{keywords} is accepted")
        entries.append({"call": target, "arguments": arguments, "keywords": keywords, "error": text})
    print("[\n" + ",\n".join("  " + json.dumps(entry) for entry in entries) + "\n]")


main()
