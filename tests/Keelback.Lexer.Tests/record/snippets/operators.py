a + b - c * d / e // f % g @ h ** i << j >> k & l | m ^ ~n
a < b > c <= d >= e == f != g
a += 1; a -= 1; a *= 1; a /= 1; a //= 1; a %= 1; a @= 1
a **= 1; a <<= 1; a >>= 1; a &= 1; a |= 1; a ^= 1
x: int = ...; y = a.b[c:d, ::e]; (z := {**k})
@d
def f(*a, **k) -> int: ...
print(a if b else c, not d, a is not b, a not in b, -1, +1)
x = ....real
