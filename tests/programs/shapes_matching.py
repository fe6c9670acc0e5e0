"""Structural pattern matching on shapes, commands, trees and JSON."""
from dataclasses import dataclass
from enum import Enum


@dataclass
class Point:
    x: float
    y: float


@dataclass
class Circle:
    centre: Point
    radius: float


@dataclass
class Polygon:
    points: list


class Colour(Enum):
    RED = 1
    BLUE = 2


class Positional:
    __match_args__ = ("first", "second")

    def __init__(self, first, second):
        self.first, self.second = first, second


def area(shape):
    match shape:
        case Circle(radius=0) | Polygon([]) | Polygon([_]) | Polygon([_, _]):
            return 0.0
        case Circle(Point(0, 0), r):
            return 3 * r * r
        case Circle(_, r) if r < 0:
            raise ValueError("negative radius")
        case Circle(centre=Point(x=x), radius=r):
            return 3 * r * r + x
        case Polygon(points=[Point(x0, y0), *rest]):
            total = 0
            for point in [*rest, Point(x0, y0)]:
                match point:
                    case Point(x=x1, y=y1):
                        total += x0 * y1 - x1 * y0
                        x0, y0 = x1, y1
            return abs(total) / 2
        case _:
            return None


def command(line):
    match line.split():
        case []:
            return "nothing"
        case ["quit" | "exit" | "q"]:
            return "bye"
        case ["go", ("north" | "south" | "east" | "west") as direction]:
            return f"going {direction}"
        case ["go", other]:
            return f"cannot go {other}"
        case ["take", *items, "and", last]:
            return f"took {len(items)} things and {last}"
        case ["take", *items] if len(items) > 2:
            return "too much: " + "+".join(items)
        case ["take", item]:
            return f"took {item}"
        case [verb, *_]:
            return f"do not know how to {verb}"


def simplify(node):
    match node:
        case int() | float() | str():
            return node
        case ("+", left, right):
            match simplify(left), simplify(right):
                case (0, other) | (other, 0):
                    return other
                case (int(a), int(b)):
                    return a + b
                case pair:
                    return ("+", *pair)
        case ("*", left, right):
            match simplify(left), simplify(right):
                case (0, _) | (_, 0):
                    return 0
                case (1, other) | (other, 1):
                    return other
                case (int(a), int(b)):
                    return a * b
                case pair:
                    return ("*", *pair)
        case _:
            raise TypeError(f"cannot simplify {node!r}")


def describe(value):
    match value:
        case None:
            return "nothing"
        case True | False:
            return f"flag {value}"
        case -1 | 1.5 | 2 + 3j:
            return "special number"
        case int(n) if n > 1000:
            return "large"
        case int() | float() as n:
            return f"number {n}"
        case "":
            return "empty text"
        case str(text):
            return f"text {text}"
        case Colour.RED:
            return "red!"
        case Colour():
            return "other colour"
        case {"type": "user", "name": str(name), "tags": [first, *_], **rest}:
            return f"user {name} tagged {first}, {sorted(rest)}"
        case {"type": kind}:
            return f"a {kind}"
        case {}:
            return f"mapping of {len(value)}"
        case [[a, b], [c, d]]:
            return f"2x2 {a * d - b * c}"
        case [_, *middle, _] if middle:
            return f"sequence around {middle}"
        case (x, y):
            return f"pair {x} {y}"
        case [*everything]:
            return f"short {everything}"
        case Positional(1, second=s):
            return f"first is one, second {s}"
        case Positional(a, b):
            return f"{a}~{b}"
        case set() | frozenset():
            return "set " + ",".join(map(str, sorted(value)))
        case object(real=r):
            return f"has real {r}"
        case _:
            return type(value).__name__


def main():
    square = Polygon([Point(0, 0), Point(2, 0), Point(2, 2), Point(0, 2)])
    for shape in (Circle(Point(0, 0), 2), Circle(Point(1, 0), 1), Circle(Point(9, 9), 0), square, Polygon([]), "line"):
        print(area(shape))
    try:
        area(Circle(Point(1, 1), -1))
    except ValueError as error:
        print(error)
    for line in ("", "q", "go north", "go up", "take lamp", "take a b c and d", "take a b c", "take", "dance now"):
        print(f"{line!r:22}{command(line)}")
    print(simplify(("+", ("*", 1, "x"), ("*", 0, ("+", "y", 2)))), simplify(("*", ("+", 2, 3), ("+", "z", 0))))
    try:
        simplify([1])
    except TypeError as error:
        print(error)
    for value in (None, True, -1, 1.5, 2 + 3j, 5000, 7, 2.25, "", "hi", Colour.RED, Colour.BLUE,
                  {"type": "user", "name": "Ann", "tags": ("x", "y"), "id": 3, "age": 9}, {"type": "robot"}, {"a": 1}, {},
                  [[1, 2], [3, 4]], [1, 2, 3, 4], (1, 2), [1], [], Positional(1, 2), Positional(3, 4), {3, 1, 2}, 1j, b"bytes", range(3)):
        print(describe(value))
    match 5:
        case x if x > 9:
            print("no")
    print(x, "is bound although the guard failed")


main()
