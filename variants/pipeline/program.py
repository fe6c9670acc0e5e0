"""The pipeline operator at work: x |> f is f(x), unless an operand defines __pipe__ or __rpipe__."""


def double(n):
    return n * 2


def take(count):
    return lambda items: list(items)[:count]


class Stage:
    def __init__(self, name):
        self.name = name

    def __rpipe__(self, value):
        return f"{self.name}({value})"


class Source:
    def __pipe__(self, other):
        return "piped into " + (other.name if isinstance(other, Stage) else other.__name__)


class Declines:
    def __pipe__(self, other):
        return NotImplemented

    def __repr__(self):
        return "<declines>"


print(5 |> double)
print(5 |> double |> double |> str |> len)
print(range(10) |> reversed |> take(3))
print("text" |> str.upper, [3, 1, 2] |> sorted |> tuple)
print(1 + 2 |> double, 1 | 2 |> double, (2 |> double) == 4, 3 |> double > 5)
print("x" |> Stage("first") |> Stage("second"))
print(Source() |> double, Source() |> Stage("stage"))
print(Declines() |> repr)
print([n |> double for n in range(3)], (lambda x: x |> double)(21))
try:
    1 |> 2
except TypeError as error:
    print(error)


def looked(x):
    return x


# LOAD_FAST_POP_TOP, the instruction that the overlay adds, put in front of a function's first load.
code = looked.__code__
start = code.co_code.index(bytes([128, 0])) + 2
changed = code.co_code[:start] + bytes([121, 0]) + code.co_code[start:]
looked.__code__ = code.replace(co_code=changed)
print(looked("seen"))
