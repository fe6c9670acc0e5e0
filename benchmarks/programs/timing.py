"""Warms a function up in the process, then times it: prints name, best and median in seconds."""
import sys
import time


def measure(name, function, *arguments, warmup=3, runs=7):
    expected = function(*arguments)
    for _ in range(warmup - 1):
        function(*arguments)
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        result = function(*arguments)
        times.append(time.perf_counter() - start)
        if result != expected:
            sys.exit(f"{name}: the result changed")
    times.sort()
    print(name, repr(times[0]), repr(times[len(times) // 2]), expected)
