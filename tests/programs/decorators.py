"""Decorators: with and without arguments, on classes, stacked, stateful, and those of functools."""
import functools
import operator
from functools import cached_property, lru_cache, partial, singledispatch, total_ordering, wraps

CALLS = []


def traced(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        inside = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())])
        CALLS.append(f"{function.__name__}({inside})")
        return function(*args, **kwargs)
    wrapper.plain = function
    return wrapper


def repeat(times, *, collect=list):
    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            return collect(function(*args, **kwargs) for _ in range(times))
        return wrapper
    return decorate


def checked(**kinds):
    def decorate(function):
        names = function.__code__.co_varnames[:function.__code__.co_argcount]

        @wraps(function)
        def wrapper(*args, **kwargs):
            for name, value in {**dict(zip(names, args)), **kwargs}.items():
                if name in kinds and not isinstance(value, kinds[name]):
                    raise TypeError(f"{function.__qualname__}: {name} must be {kinds[name].__name__}, not {type(value).__name__}")
            return function(*args, **kwargs)
        return wrapper
    return decorate


class Counted:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function
        self.count = 0

    def __call__(self, *args):
        self.count += 1
        return self.function(*args)

    def __get__(self, instance, owner):
        return self if instance is None else partial(self, instance)


def registry(cls):
    cls.handlers = {name[3:]: member for name, member in vars(cls).items() if name.startswith("on_")}
    return cls


def singleton(cls):
    instance = None

    @wraps(cls, updated=())
    def make(*args):
        nonlocal instance
        if instance is None:
            instance = cls(*args)
        return instance
    return make


@traced
@repeat(3, collect=tuple)
def greet(name, punctuation="!"):
    """Say hello."""
    return "hello " + name + punctuation


@checked(width=int, name=str)
def banner(name, width=10):
    return name.center(width, "-")


@registry
class Handler:
    @Counted
    def on_open(self, what):
        return f"opened {what}"

    def on_close(self, what):
        return f"closed {what}"

    @staticmethod
    def static(x):
        return x * 2

    @classmethod
    def build(cls, *parts):
        return cls.__name__ + "/".join(parts)


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    @cached_property
    def text(self):
        CALLS.append("text computed")
        return ".".join(map(str, self.parts))


@singledispatch
def describe(value):
    return f"something: {value!r}"


@describe.register
def _(value: int):
    return f"number {value}"


@describe.register(list)
@describe.register(tuple)
def _(value):
    return "sequence of " + ", ".join(map(describe, value))


@describe.register
def _(value: str | bytes):
    return f"text of {len(value)}"


@lru_cache(maxsize=2)
def slow(n):
    CALLS.append(f"slow {n}")
    return n * n


@singleton
class Config:
    def __init__(self, name="default"):
        self.name = name


def main():
    print(greet("Ann", punctuation="?"), greet.__name__, greet.__doc__, greet.plain is greet.__wrapped__)
    print(banner("hi"), banner(name="x", width=5))
    for bad in (lambda: banner(5), lambda: banner("a", width="b"), lambda: greet()):
        try:
            bad()
        except TypeError as error:
            print(error)
    handler = Handler()
    print([function(handler, "door") for function in Handler.handlers.values()], Handler.on_open.count, handler.on_open("box"))
    print(Handler.on_open.count, Handler.on_open.__name__, handler.static(4), Handler.build("a", "b"), Handler.__dict__["static"].__func__(2))
    a, b = Version("3.14.2"), Version("3.9")
    print(a > b, a >= b, a <= b, max(a, b).text, a.text, a != Version("3.14.2"))
    print([describe(v) for v in (1, [1, "ab", (2.5,)], b"xyz", None, True)])
    print([slow(n) for n in (1, 2, 1, 3, 2)], slow.cache_info())
    print(Config("first").name, Config("second").name)
    add = partial(operator.add, 10)
    print(add(5), add, partial(print, sep="-").keywords, functools.reduce(operator.mul, range(1, 6)))
    print(CALLS)
    compose = lambda *fs: functools.reduce(lambda f, g: lambda x: g(f(x)), fs)
    print(compose(str, len, partial(pow, 2))(12345), operator.itemgetter(1, 0)("ab"), operator.attrgetter("parts")(b),
          operator.methodcaller("split", ",")("a,b"))


main()
