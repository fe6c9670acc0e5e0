from functools import wraps


def parameters(a, b=1, /, c=2, *args, d, e=3, **kwargs) -> tuple[int, ...]:
    return a, b, c, args, d, e, kwargs


def positional_only(a, /): return a


def keyword_only(*, __private=1): return __private


async def coroutine(a: int, *args: "str", b: float = 1.0, **kwargs: dict[str, int]) -> None:
    await a
    return args


def closures(n):
    total = 0
    unused = n

    def add(k):
        nonlocal total
        total += k * n

        def inner():
            return total, k
        return inner

    def recurse(m):
        return recurse(m - 1) if m else add

    lambda x, *y, z=total, **w: (x, y, z, w, n)
    del unused
    return add, recurse


def decorated(flag):
    @wraps(
        flag
    )
    @(lambda f: f)
    def inner(a, b=[], *c):
        """A docstring

            with indentation
          	and a tab.
        """
        return inner
    return inner


def generator(items):
    received = yield
    for item in items:
        received = yield item, received
    yield from (x for x in items if x)
    try:
        result = yield from generator(items)
    except StopIteration as stop:
        return stop.value
    return result


async def asynchronous(source):
    async with source as (a, b), a.lock():
        async for item in source:
            if item:
                yield await item
            else:
                break
        else:
            yield
    values = [x async for x in source if await x]
    other = {k: v for k in values async for v in k}
    lazy = (await y async for y in source)
    return


def scopes():
    global counter, missing
    counter = 1
    del missing
    try:
        name = name
    except NameError as e:
        print(e)
    else:
        del name
    return counter


class Holder:
    counter = counter
    def method(self, x=counter):
        return __class__, super().method, super(Holder, self).method(), super().other(1, k=2).__class__
    f = lambda self: super


def deep():
    def a():
        def b():
            def c():
                return x
            return c
        return b
    x = 1
    return a
