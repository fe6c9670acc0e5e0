if a:
    b
if a:
    b
elif c:
    d
elif (e := f):
    g
else:
    h
if a:
    if b:
        c
    else:
        d
# a comment

while a:
    b
else:
    c
for a in b:
    c
for a, b in c:
    d
else:
    e
for a, in b: c
for *a, b in c: d
for (a, b), [c] in d, e: f
for a.b in c: d
for a[0] in *c, d: e
for a in lambda: b: c
async def f():
    async for a in b:
        c
    else:
        d
    async with a as b, c:
        d
    async with (a as b, c as d,):
        e
    await a
    return [a async for b in c]
try:
    a
except:
    b
try:
    a
except B:
    c
except (D, E) as f:
    g
except H, I:
    j
except K, L, M,:
    n
else:
    o
finally:
    p
try:
    a
finally:
    b
try:
    a
except* B:
    c
except* D as e:
    f
except* G, H:
    i
else:
    j
finally:
    k
with a:
    b
with a as b, c as (d, e), f as [g, *h], i as j.k, l as m[0]:
    n
with (a):
    b
with (a, b):
    c
with (a, b) as c:
    d
with (a as b):
    c
with (a as b, c):
    d
with (a as b, c as d,):
    e
with (a), (b):
    c
with (a, b), c as d:
    e
with (yield): pass
with (a := b): pass
with (a for b in c): pass
with (a).b as c: pass
with (a)[b](c), d: pass
with (a if b else c) as d, e: pass
with (a or b): pass
with ((a, b)): pass
with () as a: pass
match a:
    case 1: pass
    case -1 | 2 | 1.5 | -3j | 1 + 2j | -1.5 - 3j: pass
    case 'a' 'b' | b'c': pass
    case None | True | False: pass
    case x: pass
    case _: pass
    case a.b | a.b.c: pass
    case (x): pass
    case (x | y) as z: pass
    case []: pass
    case [x]: pass
    case [x, *y, z]: pass
    case [*_]: pass
    case (): pass
    case (x,): pass
    case (x, *y): pass
    case x, y: pass
    case x,: pass
    case *x, y: pass
    case {}: pass
    case {'a': x, 1: y, -1: z, a.b: w, None: v, **rest}: pass
    case {**rest}: pass
    case {**rest,}: pass
    case {'a': 1,}: pass
    case {1 + 2j: x}: pass
    case C(): pass
    case C(x): pass
    case C(x, y,): pass
    case C(x, y=z): pass
    case a.C(x=1, y=C(2),): pass
    case x if x > 1: pass
    case x if (y := x): pass
    case 1 as x: pass
    case [1 as x, (2 | 3) as y] as z: pass
    case match: pass
    case case(match): pass
match a, b:
    case c:
        d
match *a, b:
    case _:
        pass
match (a):
    case _:
        pass
match [a]:
    case _: pass
match -a:
    case _: pass
match not a:
    case _: pass
match match:
    case case: pass
match a := b:
    case _: pass
