"""Tables and formats: every way of putting a value into a string."""
import math
from string import Formatter

ROWS = [
    ("Widget", 12, 3.5, 0.125), ("Gadget, large", 3, 1249.99, -0.05), ("Überschall-Düse", 1, 1e6, 0.333333),
    ("bolt", 100000, 0.01, 1.0), ("nut", 0, 0.0, math.inf),
]


def table(rows, headers, formats):
    cells = [[format(value, spec) for value, spec in zip(row, formats)] for row in rows]
    widths = [max(len(row[i]) for row in [headers, *cells]) for i in range(len(headers))]
    rule = "+".join("-" * (width + 2) for width in widths)
    yield f"+{rule}+"
    yield "|" + "|".join(f" {head:^{width}} " for head, width in zip(headers, widths)) + "|"
    yield f"+{rule.replace('-', '=')}+"
    for row, values in zip(cells, rows):
        yield "|" + "|".join(
            f" {cell:<{width}} " if isinstance(value, str) else f" {cell:>{width}} "
            for cell, width, value in zip(row, widths, values)) + "|"
    yield f"+{rule}+"


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        if spec.startswith("$"):
            return "$" + format(self.cents / 100, spec[1:] or ",.2f")
        if spec == "words":
            return f"{self.cents // 100} dollars and {self.cents % 100} cents"
        return format(str(self), spec)

    def __str__(self):
        return f"{self.cents / 100:.2f}"

    def __repr__(self):
        return f"Money({self.cents})"


class Defaults(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}?>")
        return super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == "u" else super().convert_field(value, conversion)


def main():
    for line in table(ROWS, ["item", "count", "price", "margin"], ["", ",d", ",.2f", "+.1%"]):
        print(line)
    value, name, width = 1234.5678, "x", 12
    print(f"{value:.2f}|{value:10.1f}|{value:<12.3e}|{value:^+14,.2f}|{value:012.3f}|{value:g}|{value:.3g}|{value!r:>12}")
    print(f"{value=:.1f} {name = } {width=!s:>4} {1 + 1 = }")
    print(f"{'nested':*^{width}}|{value:{width}.{3}f}|{name!r:<5}|{'é'!a}|{{literal}}|{'a' 'b'}")
    print(f"{f"{name}{'quote "inside"'}"}")
    print(f"{42:b} {42:o} {42:x} {42:#06x} {42:c} {42:n} {-42:=+6d} {42: d} {True:d} {True} {1_000_000:_}")
    for number in (0.1, 1e16, 1e15, 1e-5, 0.0001, 123456789.0, 1 / 3, -0.0, 5e-324, 1.7976931348623157e308, math.nan):
        print(number, f"{number:g}", f"{number:.3f}" if abs(number) < 1e10 or number != number else "-", f"{number:e}", sep="  ")
    print(2.5.__round__(), round(0.5), round(1.5), round(2.675, 2), f"{2.675:.2f}", f"{0.5:.0f}", f"{1.5:.0f}", 1e22, 1e21 + 1)
    print(3 + 4j, complex(0, -1), f"{1.5 + 2j:.1f}", (1 + 2j) * (3 - 1j), abs(3 + 4j), 1j ** 2)
    print("%s %r %d %5.1f %-6s| %+d %x %o %e %c %%" % ("text", "text", 3.9, 2.25, "left", 5, 255, 8, 12345.678, "z"))
    print("%(name)s is %(age)03d" % {"name": "Ann", "age": 7}, "%*d" % (6, 42), "%.3s" % "abcdef", "%#x" % 255)
    print("{0} {1} {0} {last}".format("a", "b", last="z"), "{:>8}{:<8}|".format(1, 2), "{0[1]} {0.real}".format([1, 2]) if 0 else
          "{0[1]} {1.real} {2[key]}".format([1, 2], 5, {"key": "v"}))
    print(f"{Money(123456):$} {Money(99):$.1f} {Money(250):words} {Money(5):>8} {Money(7)!r}")
    print(Defaults().format("{who!u} owes {0} to {whom}", Money(1999), who="Ann"))
    print(list(Formatter().parse("a{b!r:>{w}}c")))
    print("tab\tend".expandtabs(8), "7".zfill(3), "-7".zfill(4), "mid".center(9, "."), "a,b,,c".split(","), "k=v=w".partition("="))
    print(repr("quote's \"both\" \\ \n\t\x00\x7f é \u200b \U0001f40d"), ascii("é\U0001f40d"), repr(b"by\x00te's\n"))
    print([1.0, None, True, "s", b"b", (1,), {2: [3]}, {4}, frozenset(), range(3), slice(1, None), ..., int, len])
    for spec, bad in ((".2d", 5), ("q", "text"), (",", "text"), ("=5", "text"), ("d", 1.5), ("", None)):
        try:
            print(format(bad, spec))
        except (ValueError, TypeError) as error:
            print(f"{spec!r}: {error}")
    for template, arguments in (("%d", ("x",)), ("%s %s", (1,)), ("%s", (1, 2)), ("%(a)s", ({},)), ("%y", (1,))):
        try:
            print(template % arguments if template != "%(a)s" else template % {})
        except (TypeError, ValueError, KeyError) as error:
            print(f"{template!r}: {type(error).__name__}: {error}")


main()
