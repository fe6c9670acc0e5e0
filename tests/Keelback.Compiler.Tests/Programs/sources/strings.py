def formats(a, b, width, rows):
    f""
    x = f"plain"
    y = f"{a}{b!r}{a!s:>10}{b!a}{a:{width}.{b}f} and {{braces}} {a=} {a + b = !r:^5}"
    z = "implicit " f"{a}" " join"
    w = f"{f'{a}' + f"{b:{width}}"}"
    multi = f"""{
        a
    } text
    {b:
    }"""
    many = f"{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}x"
    return f"{lambda_ := 1}" if x else f"{(lambda: a)()}{[r for r in rows]}{ {'k': a}['k'] }"


def percent(a, b):
    return ("%s" % (a,), "%s and %r" % (a, b), "%-5s|%10r|%.3a|%5.2s" % (a, b, a, b), "%d" % (a,), "%s %s" % (a,),
            "%%" % (), "100%% %s" % (a,), "%s" % a, "%(k)s" % (a,), "plain" % (), "%s %" % (a, b), "%+s" % (a,),
            "%1000s" % (a,), "%s%s" % (*a,), "\u00e9%s" % (a,), "%05s" % (a,), "%s" % (), "%.s" % (a,))


def templates(a, b):
    t"" ; t"text" ; t"{a}" ; t"x{a}y{b!r:>{a}}z{a=}" ; t"{a}{b}" t"more"
    return t"{
        a + b
    :fmt}"


def constants():
    return ("\ud800", "\U0001f600", b"\x00\xff", 0x10, 1_000, 1e400, -0.0, 0.0, 1e-5, 5e-324, 3.0j, 10**30, (1, (2.0, "3")),
            "a" "b", 255, 256, -1, True, None, ..., "x" * 20)
