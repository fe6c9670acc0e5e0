"""Annotations, evaluated late."""
x: int
y: list[str] = []
(z): float = 1
obj.attr: int = 2

if y:
    w: dict[str, x] = {}
for i in y:
    v: i


def function(a: int, /, b: "str" = 1, *args: *Ts, c: list[int], d=2, **kwargs: "Any") -> Result[int]:
    local: unevaluated[b]
    other: int = 1
    return local


class C:
    a: int
    b: C = None
    __private: int
    if x:
        c: __private
    else:
        d: int = 1

    def method(self, other: C, __p: a) -> "C":
        inner: a = 1
        def nested(q: a, r: other) -> __class__: pass
        return nested

    class Inner:
        e: a


def outer(T):
    class D:
        f: T
        def g(self, h: T) -> D: ...
    def i(j: T) -> lambda: T: ...
    return D, i


async def coroutine(k: int) -> [x for x in y]: ...
