from __future__ import annotations

x: int
y: list[str, ...] = []
z: "quoted" = 1
if y:
    w: lambda a, /, b=1, *c, d=2, **e: (a if b else c)


def function(a: int | None, *args: *Ts, b: dict[str, "int"] = {}, **kwargs: str) -> -1 ** 2 + (3 * 4) - f(a, *b, c=d, **e):
    local: unevaluated[b]
    return local


class C:
    a: x.y[1:2, ::3, 4]
    b: not a and b or c < d <= e is not f not in g
    c: {1: 2, **d} | {3, 4} | [5, *f] | (6,) | ()
    d: [i for i in j if k if l] | {m: n for o in p for q in r} | (s for t in u) | {v for w in x}
    e: f"{a!r:>{b}} {{c}} 'd'"
    f: ("it's" "\n", b"\x00", 1.5 if 0 else 1e400)
    h: ~(a + b) * -c @ (d // e) % f << 1 >> 2 & 3 ^ 4 | 5
    i: a[b](c)(*d).e
    l: ...
    m: lambda: 0
    n: (lambda *, a: a)
    o: a if b else (c if d else e)
    p: (a if b else c) if d else e
    q: (-1) ** (-2) ** -3
    r: (a or b) and not (c and d)
    s: (a, b)[(c, d)]
    t: a[b, c]
    v: 1 .real + 2j.imag - 1.5.real
    w: x[a:b]
    x: (True, None, False)
    y: a[*b]
    z: a[*b, c]
    aa: lambda: 0
    ab: lambda **k: 0
    ac: lambda a, /: 0
    ad: t"{y!r:>{z}}" t"q"
    ae: t"{ {1: 2} }{a=}"
    af: f"{ {1}!s}{(lambda: 1)}"
    ag: u"kind"
    ah: (1.5j, -1e400, 1e400j)
    ai: f(x for x in y)
    aj: f(x, *y, z=1, **w)
    ak: a if b else lambda: c
    al: {**a, "b": c}
    am: not (not a)
    an: (a < b) < c
    ao: (a ** b) ** c ** d
    ap: "a" 'b"' "it's"
    aq: b"\xff'" if 0 else ...

    def method(self, other: C) -> __private: ...
