"""A while loop over small ints with arithmetic and a branch."""
from timing import measure


def int_loop(n):
    total = i = 0
    while i < n:
        if i % 3 == 0:
            total += i
        else:
            total -= 1
        i += 1
    return total


measure("int_loop", int_loop, 1_000_000)
