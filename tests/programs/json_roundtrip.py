"""JSON out and back: documents, hooks, encoders of one's own, errors with positions."""
import json
import math
from datetime import date
from enum import IntEnum

DOCUMENT = {
    "title": "Überschrift \"quoted\" \\ \n\t\u2028 \U0001f40d",
    "numbers": [0, -1, 1.5, 1e100, -2.5e-8, 10**25, True, False, None],
    "nested": {"empty list": [], "empty": {}, "deep": [[[{"a": [1, [2]]}]]]},
    "": "empty key",
}


class Size(IntEnum):
    SMALL = 1


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)


class Encoder(json.JSONEncoder):
    def default(self, value):
        if isinstance(value, Point):
            return {"$point": [value.x, value.y]}
        if isinstance(value, (set, frozenset)):
            return sorted(value)
        if isinstance(value, date):
            return value.isoformat()
        return super().default(value)


def revive(mapping):
    if "$point" in mapping:
        return Point(*mapping["$point"])
    return mapping


def paths(value, at="$"):
    match value:
        case dict():
            for key, inner in value.items():
                yield from paths(inner, f"{at}.{key}")
        case list():
            for index, inner in enumerate(value):
                yield from paths(inner, f"{at}[{index}]")
        case _:
            yield at, value


def main():
    text = json.dumps(DOCUMENT)
    print(text)
    print(json.loads(text) == DOCUMENT, json.dumps(DOCUMENT, ensure_ascii=False)[:40])
    print(json.dumps(DOCUMENT["nested"], indent=4, sort_keys=True))
    print(json.dumps([1, {"b": 2, "a": [3]}], separators=(",", ":"), sort_keys=True), json.dumps([[], {}], indent="--"))
    shape = {"corner": Point(1, 2), "tags": {"b", "a"}, "day": date(2024, 2, 29), "size": Size.SMALL}
    encoded = json.dumps(shape, cls=Encoder)
    print(encoded, json.loads(encoded, object_hook=revive)["corner"] == Point(1, 2))
    print(json.loads('{"a": 1, "b": 2, "a": 3}', object_pairs_hook=list), json.loads("[1.10, 2]", parse_float=str, parse_int=lambda s: s + "!"))
    print(json.dumps({1: "int", 2.5: "float", None: "none", True: "bool"}), json.dumps((1, 2)), json.dumps("/</script>"))
    print(json.dumps([math.inf, -math.inf]), json.loads("NaN") != json.loads("NaN"), json.loads(b'"\\u00e9\\ud83d\\udc0d"'), json.loads(" [ 1 , 2 ] "))
    for bad in ("", "[1,]", '{"a" 1}', "{'a': 1}", '["abc', "[1] 2", "nul", '"\\x"', '"a\nb"', '{"a": 1,}', "01", "[1 2]"):
        try:
            print(json.loads(bad))
        except json.JSONDecodeError as error:
            print(f"{bad!r:12} {error} | {error.pos} {error.lineno} {error.colno}")
    for bad, options in ((Point(1, 1), {}), (math.nan, {"allow_nan": False}), ({(1, 2): 3}, {}), ([DOCUMENT, {1j}], {})):
        try:
            json.dumps(bad, **options)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    loop = []
    loop.append(loop)
    try:
        json.dumps(loop)
    except ValueError as error:
        print(error)
    print(json.dumps({"a": 1, (1,): 2}, skipkeys=True), list(json.JSONEncoder().iterencode([1, {"a": None}])))
    for path, value in paths(DOCUMENT["nested"]):
        print(path, value)
    print(json.JSONDecoder().raw_decode('{"x": [1]} tail'))


main()
