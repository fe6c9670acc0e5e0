"""Methods of instances, inherited ones too, and a property."""
from timing import measure


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        self.value += n
        return self

    def get(self):
        return self.value


class Twice(Counter):
    def add(self, n):
        return super().add(2 * n)

    @property
    def half(self):
        return self.value // 2


def method_calls(n):
    counter, twice = Counter(), Twice()
    total = 0
    for i in range(n):
        total += counter.add(i).get()
        twice.add(1)
        total += twice.half
    return total


measure("method_calls", method_calls, 200_000)
