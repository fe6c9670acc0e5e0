"""Closures, scopes and parameters of every kind."""


def counter(start=0, *, step=1):
    value = start

    def advance():
        nonlocal value
        value += step
        return value

    def reset(to=start):
        nonlocal value
        value = to

    return advance, reset


def make_adders():
    late = [lambda x: x + n for n in range(3)]
    early = [lambda x, n=n: x + n for n in range(3)]
    return [f(10) for f in late], [f(10) for f in early]


def everything(a, b=2, /, c=3, *rest, d, e=5, **others):
    return a, b, c, rest, d, e, others


def accumulate(item, into=[]):
    into.append(item)
    return into


def memoize(function):
    cache = {}

    def wrapper(*key):
        if key not in cache:
            cache[key] = function(*key)
        return cache[key]

    wrapper.cache = cache
    return wrapper


@memoize
def paths(rows, columns):
    return 1 if 0 in (rows, columns) else paths(rows - 1, columns) + paths(rows, columns - 1)


def compose(*functions):
    def composed(value):
        for function in reversed(functions):
            value = function(value)
        return value
    return composed


def curry(function, *collected):
    def more(*args):
        merged = collected + args
        return function(*merged) if len(merged) >= function.__code__.co_argcount else curry(function, *merged)
    return more


TOTAL = 0


def add_to_total(n):
    global TOTAL
    TOTAL += n
    return TOTAL


class Scope:
    TOTAL = "class"
    seen = [TOTAL for _ in range(2)]
    outer = (lambda: TOTAL)()

    def method(self):
        return TOTAL, self.TOTAL

    class Inner:
        def where(self):
            return __class__.__qualname__


def unbound(flag):
    if flag:
        local = 1
    return local


def deleted():
    value = 1
    def read():
        return value
    first = read()
    del value
    try:
        read()
    except NameError as error:
        return first, str(error)


def walrus(numbers):
    if any((found := n) > 3 for n in numbers):
        return found, [y := 1, y + 1, (z := y * 5)], z
    return None


def church(n):
    return lambda f: lambda x: x if n == 0 else f(church(n - 1)(f)(x))


def main():
    advance, reset = counter(10, step=5)
    print(advance(), advance(), reset(), advance(), advance.__closure__[0].cell_contents, advance.__code__.co_freevars)
    print(*make_adders())
    print(everything(1, d=4), everything(1, 9, 8, 7, 6, d=0, z=1, a=2), everything(*[1, 2], **{"d": 3, "c": 4}))
    for call in (lambda: everything(), lambda: everything(1), lambda: everything(1, b=2, d=1) and everything(a=1, d=2),
                 lambda: counter(1, 2), lambda: counter(stop=1), lambda: counter(*[1], **{"start": 2}),
                 lambda: (lambda x, y: 0)(1), lambda: (lambda: 0)(1), lambda: (lambda *, k, j: 0)(),
                 lambda: unbound(False), lambda: undefined, lambda: everything(*5), lambda: everything(**{1: 2})):
        try:
            print(call())
        except (TypeError, NameError) as error:
            print(type(error).__name__ + ":", error)
    print(accumulate(1), accumulate(2), accumulate(3, []), accumulate.__defaults__, everything.__kwdefaults__)
    print(paths(6, 6), len(paths.cache), compose(str, abs, int)("-42") + "!", curry(lambda a, b, c: a + b * c)(1)(2, 3), curry(lambda a, b: a - b)(9)(4))
    print(add_to_total(5), add_to_total(6), TOTAL, Scope.seen, Scope.outer, Scope().method(), Scope.Inner().where())
    print(deleted(), walrus([1, 5, 2]), walrus([1]))
    print(church(4)(lambda n: n + 1)(0), church(3)(lambda s: s + "x")(""))
    x = "outer"
    print([x for x in range(3)], x, {k: [k * v for v in range(k)] for k in range(3)}, {c for c in "aab"} == {"a", "b"})
    first, *middle, (last, [deep, *_]) = 1, 2, 3, ("four", [5, 6, 7])
    print(first, middle, last, deep)
    a = b = [1]
    a += [2]
    a = a + [3]
    i, grid = 0, [[0] * 2 for _ in range(2)]
    i, grid[i][1] = 1, "set"
    print(a, b, i, grid, 1 < 2 < 3 > 2 != 4, 1 if [] else 2 if {} else 3, not 0 or 1 and [], (lambda *a, **k: (a, k))(1, b=2))
    for n in range(2, 12):
        for d in range(2, n):
            if n % d == 0:
                break
        else:
            print(n, end=" ")
    while n > 8:
        n -= 1
    else:
        print("| while else", n)
    print(main.__code__.co_name, everything.__code__.co_posonlyargcount, everything.__code__.co_kwonlyargcount, everything.__code__.co_varnames)


main()
