import module


def calls(f, args, kwargs, obj):
    f()
    f(1, 2, a=3)
    f(*args)
    f(*args, **kwargs)
    f(1, *args, 2, a=1, **kwargs, b=2)
    f(**kwargs, c=4)
    obj.method()
    obj.method(1, x=2)
    obj.method(*args)
    obj.a.b.c(1)(2)[3](4)
    obj.method(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31)
    f(a1=1, a2=1, a3=1, a4=1, a5=1, a6=1, a7=1, a8=1, a9=1, b1=1, b2=1, b3=1, b4=1, b5=1, b6=1, b7=1)
    module.function(1)
    (obj
     .first(1)
     .second(
         2)
     .third)
    print(all(x for x in args), any(x > 1 for x in args), tuple(x for x in args), sum(x for x in args))
    return lambda: f(f)(f)


def targets(a, b, obj):
    x = y = z = a
    a, b = b, a
    a, b, c = b, c, a
    [d, *e], f = a
    obj.attr, obj[a], obj[a:b], obj[1:2], obj[:, ::2], obj[...] = a
    obj.attr += 1
    obj[a] -= 2
    obj[a:b] *= 3
    obj[1:2] //= 4
    x **= 2; x @= 2; x %= 2; x /= 2; x >>= 1; x <<= 1; x &= 1; x |= 1; x ^= 1
    del a, obj.attr, obj[0], obj[a:b], (c, [d])
    (obj
        .long).name = 1
    if (n := len(obj)) > 1 and (m := n):
        print(n, m)
    obj.x: int = 3
    obj[0]: str
    (z): int = 4
    local: undefined_name
    return -x, +x, ~x, not x, x[1:2:3], x[a:b:c], x[:], x[a:], x[1, 2:3]


def displays(a, b):
    return ([], (), {}, {1}, [a, *b], (*a,), (*a, *b), {*a, b}, {**a}, {1: a, **b, 2: 3},
            {"k": a, "l": b}, [*a], [1, 2, a], (a, b, 1), [[]], ({},), [1, 2, 3, 4],
            [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31],
            (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, a),
            {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, a},
            {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, 10: 1, 11: 1, 12: 1, 13: 1, 14: 1, 15: 1, 16: 1, 17: a})


def comprehensions(rows, n):
    a = [x for x in rows]
    b = {x: y for x, y in rows if x if not y}
    c = {y for x in rows for y in x if y > n}
    d = [[y for y in x] for x in rows]
    e = [z for x in rows for z in [x + 1] if z]
    f = [(lambda: x) for x in rows]
    g = [x := n for n in rows]
    h = list(x for x in rows for y in (n, x) for _ in [y])
    i = [rows for rows in rows]
    j = [lambda n=n: (n, k) for k in rows]
    return [
        x
        for x
        in rows
        if (x and
            n)
    ]


print([x for x in range(3)], [y for y in [1] if (z := y)], {k: v for k, v in {}.items()})
