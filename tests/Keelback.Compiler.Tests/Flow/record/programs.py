# --- expressions
a = b + c * -d ** 2 // 3 % e @ f
g = a < b <= c != d
h = not a or b and not (c or d)
i = a if b else c if d else e
j = a is None, b is not None, c in d, e not in f
k = (lambda x, *y, z=1, **w: x)(1, *a, z=2, **b)
l = a[1:2], a[b:c:d], a[1], a[b, 1:], -a, ~b, +c
m = f"{a}{b!r:>{c}} text {d=}", f"", f"{a:x}"
n = {**a, 'b': c}, {1, 2, *d}, [*a, 1, *b], (*a, b)
print(a, end='', **b)
a.b.c(d)(e).f = g
del a.b, c[d], e

# --- folding
a = 1 + 2 * 3, 2 ** 10, 7 // -2, -7 % 3, 1 / 3, 1 << 70, ~5, -0.0, +True, not 0
b = "a" * 3 + "b", b"x" * 2, (1, 2) * 2 + (3,), "abc"[1], "abcd"[::-2], (1, 2, 3)[0:2], b"ab"[0]
c = 1j * 2, (1 + 2j) ** 2, 3 - 0j, 2 ** -1, 10 ** 40, 1e308 * 10, 5 % 0, "a" % 1, 2 ** 1000
d = [1, 2, 3], {1, 2, 3}, [1, 2], {"a", "b", "c", "a"}, ((1, 2), (3, (4,))), ()
for x in [1, 2, a]: pass
for x in {1, 1.0, True, 2}: pass
for x in (a, b): pass
if x in [1, 2] or x not in {3, 4}: print(1)
if 1: a
if 0: b
elif "": c
else: d
while 0: e
a = None if 1 else 2
if None is None: a
if x is None: b
elif x is not None: c
a, b = b, a
a, b, c = c, b, a
a, = 1,
(a, b), c = (c, a), b
x = 1 if not a is None else 2
x = (a is not None) and (not b in c)

# --- large displays
a = [100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131]
for b in [1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015, 1016, 1017, 1018, 1019, 1020, 1021, 1022, 1023, 1024, 1025, 1026, 1027, 1028, 1029, 1030, 1031]: pass
if b in {1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015, 1016, 1017, 1018, 1019, 1020, 1021, 1022, 1023, 1024, 1025, 1026, 1027, 1028, 1029, 1030, 1030}: pass
c = (1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015, 1016, 1017, 1018, 1019, 1020, 1021, 1022, 1023, 1024, 1025, 1026, 1027, 1028, 1029, 1030, 1031)
for d in (1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015, 1016, 1017, 1018, 1019, 1020, 1021, 1022, 1023, 1024, 1025, 1026, 1027, 1028, 1029, 1030, a): pass

# --- loops
for i in a:
    if i: continue
    if b: break
    while c:
        if d: break
        else: continue
        e
    else:
        f
else:
    g
while True:
    h
    if i: break
while a and (b or not c):
    for j in k:
        for l in m:
            if n: break
        else:
            continue
        break

# --- exceptions
try:
    a
except B as c:
    d
except (E, F):
    raise
except:
    g
else:
    h
finally:
    i
try:
    try: a
    finally: b
except* C as d:
    e
except* F:
    pass
with a as b, c as (d, e):
    f
    with g: raise h from i
for x in y:
    try:
        continue
    finally:
        if z: break
assert a, b
assert c

# --- functions
def plain(a, b, /, c, d=1, *e, f, g=2, **h):
    "What it does."
    if a:
        return b
    x = c + d
    y = x
    del x
    try:
        z = y
    except E as error:
        print(error)
    print(z, e, f, g, h, x)
    return [i for i in a if i], {j: k for j, k in b}, (m for m in c)

def early(a):
    while a:
        if a > b:
            return a
        elif a < c:
            a = f(a)
        else:
            with d as e:
                return e
    for q in a:
        try:
            return q
        finally:
            a = q
    return

def swaps(a, b, c):
    a, b = b, a
    a, b, c = c, a, b
    a, a, b = b, c, a
    x = y = z = a
    x, (y, *z) = a, b
    del z
    return x, y, z

def outer(a, b):
    c = 1
    d = lambda: a
    def inner(e, a=a):
        nonlocal c
        c = e
        def innermost():
            return c, e, b, a
        return innermost
    class Inner(Base, key=b):
        x = c
        def method(self):
            return super().method(b), __class__
        y: int = 1
    return inner, d, Inner, [c for q in a]

def generator(a):
    b = yield a
    c = yield from b
    try:
        yield c
    finally:
        yield
    return (yield)

async def coroutine(a):
    await a
    async with b as c, d:
        await c
    async for e in f:
        if e: continue
        await e
    else:
        g
    return [x async for x in a if await x]

async def asynchronous(a):
    async for b in a:
        yield b
    try:
        yield await a
    except E:
        return

# --- matching
def match(a):
    match a:
        case 1 | 2:
            return 1
        case [x, y, *z] if z:
            return x, y
        case {"k": v, **rest}:
            return v, rest
        case Point(x=0, y=q):
            return q
        case (x, [y, (z, w)]):
            return w, z, y, x
        case None | True | "s":
            pass
        case str() as s:
            return s
        case _:
            return 0
    match a:
        case []: pass

# --- many locals
def many():
    a00 = a01 = a02 = a03 = a04 = a05 = a06 = a07 = a08 = a09 = a10 = a11 = a12 = a13 = a14 = a15 = 0
    b00 = b01 = b02 = b03 = b04 = b05 = b06 = b07 = b08 = b09 = b10 = b11 = b12 = b13 = b14 = b15 = 0
    c00 = c01 = c02 = c03 = c04 = c05 = c06 = c07 = c08 = c09 = c10 = c11 = c12 = c13 = c14 = c15 = 0
    d00 = d01 = d02 = d03 = d04 = d05 = d06 = d07 = d08 = d09 = d10 = d11 = d12 = d13 = d14 = d15 = 0
    e00 = e01 = a00
    if e00:
        e02 = e01
        del e00
    print(e00, e01, e02, d15, d14, a14, a15, a16)
    return e00, e01, e02, d15

# --- type parameters
type Alias[T: int, *U, **V] = dict[T, U]
def generic[T = int](a: T) -> T:
    return a
class Generic[T]:
    b: T
    def c(self) -> T: ...

# --- class
@decorator(a)
class C(D):
    "Doc."
    x = 1
    for i in x:
        y = [i for j in x]
    def f(self): return self.x
    if x:
        z = 2
