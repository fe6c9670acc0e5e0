def match_all(subject):
    match subject:
        case 0 | 1 | -1 | 2.5 | 1 + 2j | -3 - 4j:
            return "number"
        case "text" | b"bytes":
            return "text"
        case None | True | False:
            return "singleton"
        case module.CONSTANT | module.sub.OTHER:
            return "dotted"
        case []:
            return "empty"
        case [x]:
            return x
        case [1, 2, *rest] if rest:
            return rest
        case (first, *_, last):
            return first, last
        case [*_, (a, b), {"k": [c]}]:
            return a, b, c
        case [_, _]:
            return "two"
        case {}:
            return "mapping"
        case {"a": 1, "b": value, module.KEY: _, **others}:
            return value, others
        case {-1: x, "s": y}:
            return x, y
        case Point():
            return "point"
        case Point(0, y=0, z=int() as z):
            return z
        case Point(x, _, label=str(label)):
            return x, label
        case (Point(x=x) as p) | [p, x]:
            return p, x
        case [a, b] | (Pair(b, a)):
            return a, b
        case (1 | 2) as number:
            return number
        case str() | bytes() if subject:
            return 1
        case anything if anything > 1:
            return 2
        case _:
            return "default"


def only_default(x):
    match x:
        case _:
            return 1


def two(x, y):
    match x, y:
        case (1, 2):
            pass
        case other:
            print(other)
    match x:
        case {"k": {"l": [a, *b]}, **r}:
            print(a, b, r)
    for i in x:
        match i:
            case 1:
                continue
            case 2:
                break
            case _ if y:
                return
