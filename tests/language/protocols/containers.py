# Lengths, items, membership, truth and iteration.


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class Table:
    def __init__(self):
        self.items = {}

    def __len__(self):
        return len(self.items)

    def __getitem__(self, key):
        return self.items[key]

    def __setitem__(self, key, value):
        self.items[key] = value

    def __delitem__(self, key):
        del self.items[key]

    def __contains__(self, key):
        return key in self.items and "yes"


table = Table()
print(bool(table), len(table))
table["a"] = 1
table[1, 2] = 3
table[1:2] = 4
print(bool(table), len(table), table["a"], table[1, 2], table[1:2], "a" in table, "b" in table)
del table["a"]
print(len(table))
attempt(lambda: table["a"])


class Sequence:
    def __getitem__(self, index):
        if index >= 3:
            raise IndexError(index)
        return index * 10


print(list(Sequence()), 20 in Sequence(), 25 in Sequence(), [*Sequence()], Sequence()["a":"b"] if False else "")
first, *rest = Sequence()
print(first, rest)
iterator = iter(Sequence())
print(next(iterator), next(iterator), next(iterator), next(iterator, "end"))


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.start == 0:
            raise StopIteration("done")
        self.start -= 1
        return self.start


print(list(Countdown(3)), 1 in Countdown(3), sum(Countdown(4)), dict(enumerate(Countdown(2))))
try:
    next(Countdown(0))
except StopIteration as stop:
    print("value", stop.value)


def delegate():
    result = yield from Countdown(2)
    print("result", result)


print(list(delegate()))


class Sizes:
    def __init__(self, length=None, truth=None):
        self.length = length
        self.truth = truth

    def __len__(self):
        return self.length

    def __bool__(self):
        return self.truth


attempt(lambda: bool(Sizes(truth=1)))
attempt(lambda: bool(Sizes(truth=True)))
attempt(lambda: len(Sizes(-1)))
attempt(lambda: len(Sizes(1.5)))
attempt(lambda: len(Sizes("a")))
attempt(lambda: len(Sizes(True)))


class Refusing:
    __iter__ = None
    __contains__ = None
    __len__ = None


attempt(lambda: iter(Refusing()))
attempt(lambda: 1 in Refusing())
attempt(lambda: len(Refusing()))


class BadIterator:
    def __iter__(self):
        return 3


attempt(lambda: iter(BadIterator()))

for test in (
    lambda: 3[0],
    lambda: None["a"],
    lambda: int[0],
    lambda: len(3),
    lambda: iter(3),
    lambda: next(3),
    lambda: 1 in 3,
    lambda: "abc"["a"],
    lambda: [1, 2][5],
    lambda: [1]["a"],
    lambda: [1][2 ** 70],
    lambda: (1, 2)[-3],
    lambda: {}["missing"],
    lambda: [*3],
    lambda: dict(3),
    lambda: list(5),
    lambda: (1)(2),
):
    attempt(test)

for text in ("x = 3\nx[0] = 1", "x = 'abc'\nx[0] = 'd'", "x = (1,)\ndel x[0]", "x = 5\ndel x[0]", "x, y = 3", "x, y = [1]", "x, y = 1, 2, 3"):
    try:
        exec(text)
    except (TypeError, ValueError) as error:
        print(error)


class Generic:
    def __class_getitem__(cls, key):
        return (cls.__name__, key)


print(Generic[1, 2], Generic["a"])


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


print([1, 2, 3][Index(1)], "abc"[Index(-1)], list(range(Index(3))), (1, 2, 3)[Index(0):Index(2)], [0] * Index(2))
attempt(lambda: [1][Index("a")])
attempt(lambda: hex(Index(255)))

# expect: False 0
# expect: True 3 1 3 4 True False
# expect: 2
# expect: KeyError 'a'
# expect: [0, 10, 20] True False [0, 10, 20] 
# expect: 0 [10, 20]
# expect: 0 10 20 end
# expect: [2, 1, 0] True 6 {0: 1, 1: 0}
# expect: value done
# expect: result done
# expect: [1, 0]
# expect: TypeError __bool__ should return bool, returned int
# expect: True
# expect: ValueError __len__() should return >= 0
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: 1
# expect: TypeError 'Refusing' object is not iterable
# expect: TypeError 'Refusing' object is not a container
# expect: TypeError 'NoneType' object is not callable
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError 'int' object is not subscriptable
# expect: TypeError 'NoneType' object is not subscriptable
# expect: TypeError type 'int' is not subscriptable
# expect: TypeError object of type 'int' has no len()
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not an iterator
# expect: TypeError argument of type 'int' is not a container or iterable
# expect: TypeError string indices must be integers, not 'str'
# expect: IndexError list index out of range
# expect: TypeError list indices must be integers or slices, not str
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError tuple index out of range
# expect: KeyError 'missing'
# expect: TypeError Value after * must be an iterable, not int
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not callable
# expect: 'int' object does not support item assignment
# expect: 'str' object does not support item assignment
# expect: 'tuple' object doesn't support item deletion
# expect: 'int' object does not support item deletion
# expect: cannot unpack non-iterable int object
# expect: not enough values to unpack (expected 2, got 1)
# expect: too many values to unpack (expected 2, got 3)
# expect: ('Generic', (1, 2)) ('Generic', 'a')
# expect: 2 c [0, 1, 2] (1, 2) [0, 0]
# expect: TypeError __index__ returned non-int (type str)
# expect: '0xff'
