"""Calls of a Python function with one argument, comparison and small ints."""
from timing import measure


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


measure("fib", fib, 24)
