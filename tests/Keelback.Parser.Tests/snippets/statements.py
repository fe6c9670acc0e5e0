x = 1
x = y = z = 1
x, y = y, x
(x, y), [z, *w] = a
*x, y = a
*x, = a
[x, y] = (z) = a
x.y = x[0] = x[1:2] = a
(x) = 1
((x)) = (yield)
x = yield
x = yield y, z
x = yield from y
x = *a, b
x: int
x: int = 1
(x): int = 1
x.y: int
x[0]: int = 1
(x.y): int = yield
x: tuple = 1, 2
x: tuple[int, ...] = *a, b
x += 1; x -= 1; x *= 1; x /= 1; x //= 1; x %= 1; x @= 1; x &= 1; x |= 1; x ^= 1; x <<= 1; x >>= 1; x **= 1
x.y += yield z
x[0] -= 1, 2
(x) += 1
x; y; z;
pass; break
continue
return
return x
return x, *y
raise
raise x
raise x from y
del x
del x,
del x, y.z, w[0]
del (x), (y, z), [a, b], ()
assert x
assert x, y
import a
import a, b.c.d as e, f as g
from a import b
from a.b import c as d, e
from . import a
from .. import a, b
from ... import a
from .... import a
from .a.b import (c, d as e,)
from a import *
from __future__ import annotations
global a, b
nonlocal c
yield
yield x
yield from x
await x
type X = int
type X[T] = list[T]
type X[T: int, *Ts, **P] = a
type X[T = int, *Ts = *tuple[int, ...], **P = [int]] = b
type X[T: (int, str) = int] = c
type = 1
type, x = 1, 2
type (x)
type[x] = 1
type.x
match = 1
match.x = 1
match[x] = 1
match, x = 1, 2
match (x)
match: int = 1
case = 2
_ = 3
"""docstring"""
x = (
    1
)
x = 1 \
    + 2
if x: pass
while x: y; z
for x in y: pass
class C: pass
class C(): pass
class C(A, B, metaclass=M, *args, **kw): x = 1
def f(): pass
