"""One small function for each thing that bytecode can do; compiled by the reference for the tests beside this."""
import os.path as paths
from collections import *
from string import ascii_letters as letters, digits

LIMIT = 300
RATIO = -0.0
HUGE = 2 ** 70 + 1
WAVES = 1.5j
TEXT = "na\u00efve \U0001f40d \udc80"
BYTES = b"ab\x00c", b"", b"x"


def parameters(a, /, b, *rest, c=1, d, **others):
    return a, b, rest, c, d, others


def arithmetic(a, b):
    a += b; a -= b; a *= b; a /= b; a //= b; a %= b; a **= b; a @= b
    a <<= b; a >>= b; a &= b; a |= b; a ^= b
    return (a + b - b * a / b // a % b ** a @ b << a >> b & a | b ^ a, -a, +a, ~a, not a)


def comparisons(a, b, c):
    if a < b <= c != a or a is not b or a in c and b not in c:
        return a == b, a > b, a >= b, a is None, b is not None
    return bool(a > b) if a else None


def slices(items, i, j):
    items[i:j] = items[j:i:2]
    del items[0], items[i:j]
    return items[1:2], items[-1], items[:], items[i, j]


def containers(a, b):
    return [a, *b], {a, *b}, {a: b, **b}, (*a, *b), [1, 2, 3, 4], {"k": a, "m": b}


def unpacking(value):
    first, second = value
    head, *middle, tail = value
    (x, [y, z]), w = value
    first, second, x = x, first, second
    return head, middle, tail, w, y, z


def formatting(name, width):
    return f"{name!r:>{width}} {name!s} {name!a} {name:x} {name} {{}}" f"{width=}"


def template(name):
    return t"a {name} b {name!r:>{name}}"


def attributes(obj):
    obj.one = obj.two.three
    del obj.four
    obj.five.method(1).other(key=2)
    return obj.six


def calls(function, args, kwargs):
    function()
    function(1, 2)
    function(1, key=2)
    function(*args, **kwargs)
    function(1, *args, key=2, **kwargs)
    return print(args, sep="")


def loops(items):
    total = 0
    for i, item in enumerate(items):
        if not item:
            continue
        if item is None:
            break
        total += i
    else:
        total = -1
    while total > 0:
        total -= 1
        while True:
            if total:
                break
    return total


def comprehensions(items, scale):
    squares = [item * scale for item in items if item]
    table = {key: value for key, value in items for _ in range(value)}
    unique = {item for item in items}
    return squares, table, unique, sum(x for x in items), [lambda: x for x in items]


def closures(start):
    count = start

    def add(step=1):
        nonlocal count
        count += step
        return count

    def forget():
        nonlocal count
        del count

    return add, forget


def globals_and_deletes():
    global LIMIT
    LIMIT = 1
    local = LIMIT
    del local
    assert LIMIT, "a message"
    return letters, digits, paths, undefined_name


def handlers(function):
    try:
        function()
    except (ValueError, TypeError) as error:
        raise RuntimeError("again") from error
    except KeyError:
        raise
    return None


def groups(function):
    try:
        function()
    except* ValueError as group:
        print(group)
    except* TypeError:
        raise


def finally_paths(items):
    for item in items:
        try:
            if item:
                continue
            return item
        finally:
            print(item)


def managers(a, b):
    with a as x, b:
        return x
    with a:
        pass


def generator(items):
    got = yield 1
    yield from items
    return got


async def coroutine(source):
    async with source as s:
        async for item in s:
            await item
    return [x async for x in s], [await x for x in source]


async def async_generator(source):
    async for item in source:
        yield item


def matching(subject):
    match subject:
        case [1, 2, *rest] if rest:
            return rest
        case {"key": value, **others}:
            return value, others
        case complex(real=0.0) | str() as number:
            return number
        case -1 | None | True | "text":
            return 1
        case (a, b):
            return a, b
        case _:
            return None


class Base[T: int = str]:
    """A class with a type parameter."""

    field: T = None
    __slots__ = ()

    def method(self, value: T) -> list[T]:
        return super().method(value), super(Base, self).other, __class__

    @property
    def name(self):
        return self._name

    @classmethod
    def make(cls, /, *args, **kwargs):
        return cls(*args, **kwargs)


class Derived(Base, metaclass=type, key=1):
    x = [i for i in range(3)]
    y: int

    def __init__(self, a=1, *, b: int = 2):
        self.__private = a, b


type Alias[K, *Ts, **P] = dict[K, tuple[*Ts]]


def generic[A, B: (int, str)](a: A, b: B = None) -> A:
    return a


def walrus(items):
    return [y := f, y ** 2] if (f := len(items)) > 3 else (lambda q, /, *, r=1: q + r)


def many_constants():
    return {
        "a": (1, 2.5, "x", b"y", None, ..., True, (1, (2, ()))), "b": 257, "c": -1, "d": 10 ** 30, "e": 1e308 * 10,
    }


def long_jump(a):
    while a:
        a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3)
        a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3)
        a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3)
        a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3); a.b(1, 2, 3)
