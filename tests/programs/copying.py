"""Copies shallow and deep: nested data, shared parts, cycles, classes with their own rules, __replace__."""
import copy
from collections import OrderedDict, defaultdict, deque
from dataclasses import dataclass, field


@dataclass
class Node:
    name: str
    children: list = field(default_factory=list)
    parent: "Node | None" = field(default=None, repr=False)

    def add(self, name):
        child = Node(name, parent=self)
        self.children.append(child)
        return child

    def walk(self, depth=0):
        yield depth, self
        for child in self.children:
            yield from child.walk(depth + 1)


class Connection:
    opened = 0

    def __init__(self, address, options):
        self.address, self.options = address, options
        Connection.opened += 1

    def __copy__(self):
        return Connection(self.address, self.options)

    def __deepcopy__(self, memo):
        return Connection(self.address, copy.deepcopy(self.options, memo))


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    __hash__ = None


class Cached:
    def __init__(self, value):
        self.value = value
        self.cache = {"expensive": value * 2}

    def __getstate__(self):
        return {"value": self.value}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.cache = "rebuilt"


class Stack(list):
    label = "none"


class Interval:
    def __init__(self, low, high):
        self.low, self.high = low, high

    def __reduce__(self):
        return Interval, (self.low, self.high), {"copied": True}

    def __replace__(self, /, **changes):
        return Interval(**{"low": self.low, "high": self.high, **changes})


class Kept:
    def __deepcopy__(self, memo):
        return self


def main():
    data = {"list": [1, [2, 3]], "tuple": (1, [2]), "set": {1, 2}}
    shallow, deep = copy.copy(data), copy.deepcopy(data)
    data["list"][1].append(4)
    data["tuple"][1].append(5)
    print(shallow, deep, shallow["list"] is data["list"], deep["list"] is data["list"], sep="\n")
    atoms = (1, "text", None, frozenset({1}), len, int, 2.5, b"x", ...)
    print(copy.copy(atoms) is atoms, copy.deepcopy(atoms) is atoms, copy.deepcopy(([],)) is not atoms)
    row = [0] * 3
    grid = [row, row, [1]]
    twin = copy.deepcopy(grid)
    twin[0][0] = 9
    print(twin, grid, twin[0] is twin[1], twin[0] is row)
    root = Node("root")
    leaf = root.add("branch").add("leaf")
    root.add("other")
    clone = copy.deepcopy(root)
    clone.children[0].name = "renamed"
    for depth, node in clone.walk():
        print("  " * depth + node.name, node.parent.name if node.parent else "-", node in list(clone.children))
    print(leaf.parent.name, clone.children[0].parent is clone, copy.copy(root).children is root.children)
    loop = [1]
    loop.append(loop)
    other = copy.deepcopy(loop)
    print(other, other[1] is other, other is loop)
    connection = Connection("host", {"retry": [1]})
    first, second = copy.copy(connection), copy.deepcopy(connection)
    print(Connection.opened, first.options is connection.options, second.options is connection.options, second.options)
    vector = Vector(1, [2])
    moved = copy.deepcopy(vector)
    print(moved == vector, moved.y is vector.y, copy.copy(vector).y is vector.y)
    cached = copy.copy(Cached(21))
    print(cached.value, cached.cache)
    stack = Stack([1, [2]])
    stack.label = "mine"
    again = copy.deepcopy(stack)
    print(type(again).__name__, again, again.label, again[1] is stack[1])
    span = copy.copy(Interval(1, 5))
    print(span.low, span.high, span.copied, copy.replace(span, high=9).high, copy.replace(Node("a"), name="b"))
    kept = Kept()
    print(copy.deepcopy([kept])[0] is kept)
    mixed = {"d": defaultdict(list, {"k": [1]}), "o": OrderedDict(b=1, a=2), "q": deque([1, [2]], maxlen=3), "b": bytearray(b"xy"), "r": range(3)}
    again = copy.deepcopy(mixed)
    again["d"]["new"].append(0)
    again["q"][1].append(3)
    again["b"][0] = 90
    print(again, mixed["q"], mixed["b"], again["d"].default_factory is list)
    print([1, 2][:], list("ab"), {1: 2}.copy(), {1}.copy() == {1}, bytearray(b"q").copy(), copy.copy(lambda: 1)())
    try:
        copy.deepcopy((n for n in "ab"))
    except TypeError as error:
        print(error)


main()
