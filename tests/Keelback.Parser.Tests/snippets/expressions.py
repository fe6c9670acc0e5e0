x
None, True, False, ...
1, 0xFF, 0o17, 0b101, 1_000_000, 12345678901234567890123, 1.5, 1e10, .5, 1., 3j, 1_0.2_5e-3J
'a', "b", '''c''', """d
e""", u'f', r'\g', b'h', rb'\i', Rb"j", b'k', b"\x00\xff", '\n\t\\\'\x41\u00e9\U0001F600\101'
'one' 'two' "three"
u'one' 'two'
b'one' b'two'
-x, +x, ~x, not x, - - x, not not x, -x ** -y ** 2, (-x) ** 2
a + b - c * d / e // f % g @ h
a | b ^ c & d << e >> f
a ** b ** c
a or b and not c or d
a < b <= c == d != e > f >= g is h is not i in j not in k
not a in b, not a is not b
a if b else c if d else e
(a if b else c) if d else e
lambda: 0
lambda a, b=1, *args, c, d=2, **kw: (a, b)
lambda a, /, b, *, c: a
lambda *a: a
lambda **k: k
lambda a=lambda b=1: b, /, *c: a
a.b.c.d
a[b], a[b, c], a[b,], a[:], a[1:], a[:1], a[1:2], a[::], a[1:2:3], a[:, 1], a[..., ::2], a[*b], a[*b, c], a[b := 1]
a(), a(b), a(b, c), a(b,), a(b=1), a(*b), a(**b), a(b, *c, d, e=1, *f, **g), a(b)(c)[d].e
a(b for b in c), a(b := 1), a(b, c := 2, d=(e := 3))
a(b, *c, d=e, **f, g=h, **i,)
()
(a)
(a,)
(a, b), (a, b,), (*a, b), (*a,)
(yield)
(a := 1)
((a := 1), (b := 2))
[], [a], [a, b,], [*a, b, *c], [a := 1, b]
{}, {a: b}, {a: b, **c, d: e,}, {**a}, {**a | b}
{a}, {a, b,}, {*a, b}, {a := 1}
[a for b in c]
[a for b in c if d if e for f in g if h]
[a for b, *c in d]
[a for (b, c), [d, e] in f]
[a for b.c in d for e[0] in f]
[a async for b in c]
[a for b in (c if d else e) if f or g]
[(a := b) for c in d]
{a for b in c}, {a: b for c in d}, {a: b async for c in d if e}
{(a := 1): (b := 2) for c in d}
(a for b in c), (a for b in c for d in e)
(a
 + b
 * (c,
    d)
 )
a if b else lambda: c
*a, b
*a, *b
a, *b, c
await a
await a ** b, -await a, await a.b(c)[d]
x.real.imag, 1 .real, 1.0.real, 'a'.b, [].c, {}.d
é, ñandú, 变量, ﬁ, ªb, µ, 𝔘𝔫𝔦
'é' + "日本語", é.ü, 'x' if é else ü
print, exec, match, case, type, _
match[1], match(1), match.a, case(2), type(x), type[x], type.y
match, 1
match * 2, match - 1, match or case
