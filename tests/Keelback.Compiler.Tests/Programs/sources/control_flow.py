"""Branches, loops, and conditions that jump."""
import sys

LIMIT = 10 if sys.maxsize > 2**32 else 5


def branches(a, b, c):
    if a and b or not c:
        x = 1
    elif (a or b) and not (b and c):
        x = 2
    else:
        x = 3
    if 0 < a < b <= c != 7:
        x += 1
    y = a if b else c if a else None
    if (a if b else c):
        return x, y
    while a < b < c:
        a += 1
    return not x, a is not b, a not in (1, 2, 3), b in [1, 2], c is None


def loops(rows, *, skip=()):
    for row in rows:
        if row in skip:
            continue
        for i, (head, *tail) in enumerate(row):
            if not head:
                break
            elif head == 3:
                return i
        else:
            print("no break")
    else:
        rows = None
    while True:
        try:
            if rows:
                break
            continue
        finally:
            rows = 1
    while 0:
        print("never")
    while not rows:
        pass
    return [
        rows
    ]


def constants():
    if __debug__:
        print("debug")
    assert LIMIT, "limit"
    assert (
        LIMIT
        > 0
    )
    "a string statement"
    1 + 2 * 3 - -4, (1, 2, (3, 4)), [1, 2, 3], {1, 2, 3}, "ab" * 3, 2 ** 100, 7 // 2, 1e3 / 7, 3j * 2, "abc"[1], ~5
    for x in [1, 2, 3]:
        pass
    for x in {"a", "b"}:
        print(x in {1, 2}, x not in ["q", "r"])
    return ...


def unwind(items):
    for item in items:
        with open(item) as handle, handle:
            try:
                for line in handle:
                    if line:
                        return line
                    break
            except OSError as error:
                continue
            finally:
                print(item)
    return
