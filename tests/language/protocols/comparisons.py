# Comparison, equality and hashing.


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class Number:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        if not isinstance(other, Number):
            return NotImplemented
        print("lt", self.value, other.value)
        return self.value < other.value

    def __eq__(self, other):
        if not isinstance(other, Number):
            return NotImplemented
        return self.value == other.value


class Sub(Number):
    def __gt__(self, other):
        print("Sub.gt", self.value, other.value)
        return self.value > other.value


print(Number(1) < Number(2), Number(1) > Number(2))
print(Number(1) < Sub(2))
print(Number(1) == Number(1), Number(1) != Number(1), Number(1) == 1, Number(1) != 1)
attempt(lambda: Number(1) < 1)
attempt(lambda: Number(1) <= Number(2))
attempt(lambda: hash(Number(1)))
attempt(lambda: {Number(1): 2})
attempt(lambda: {Number(1)})
print(Number.__hash__, Sub.__hash__)


class Hashed(Number):
    __hash__ = Number.__bases__[0].__hash__


h = Hashed(3)
print(hash(h) == hash(h), {h: "found"}[h])


class Same:
    def __hash__(self):
        return 2 ** 70

    def __eq__(self, other):
        return isinstance(other, Same)


print(hash(Same()) == hash(2 ** 70), {Same(): 1}[Same()], len({Same(), Same()}))


class BadHash:
    def __hash__(self):
        return "a"


attempt(lambda: hash(BadHash()))
attempt(lambda: hash([]))
attempt(lambda: hash({}))
print(hash(True) == hash(1) == hash(1.0), hash(-1))


class Odd:
    def __eq__(self, other):
        return "equal"

    def __ne__(self, other):
        return []

    def __le__(self, other):
        return None


print(Odd() == 1, Odd() != 1, Odd() <= 2, 1 >= Odd(), not (Odd() != 1))
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan])
print(1 == 1.0, 1 == True, "1" == 1, None == None, [] == (), (1, 2) < (1, 3), [1, 2] < [1])
print(object() == 1, 1 != object())
print(sorted([3, 1, 2]), max("b", "a"), min([2, 1]))
print((1).__lt__(2), (1).__lt__("a"), object.__eq__(1, 1), object().__ne__(1))
attempt(lambda: (1).__lt__())
attempt(lambda: sorted([1, "a"]))


class Chain:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        print("asked", self.value)
        return self.value < other.value


print(Chain(1) < Chain(2) < Chain(3))
print(Chain(2) < Chain(1) < Chain(3))

# expect: lt 1 2
# expect: lt 2 1
# expect: True False
# expect: Sub.gt 2 1
# expect: True
# expect: True False False True
# expect: TypeError '<' not supported between instances of 'Number' and 'int'
# expect: TypeError '<=' not supported between instances of 'Number' and 'Number'
# expect: TypeError unhashable type: 'Number'
# expect: TypeError cannot use 'Number' as a dict key (unhashable type: 'Number')
# expect: TypeError cannot use 'Number' as a set element (unhashable type: 'Number')
# expect: None None
# expect: True found
# expect: True 1 1
# expect: TypeError __hash__ method should return an integer
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'dict'
# expect: True -2
# expect: equal [] None None True
# expect: False True True
# expect: True True False True False True False
# expect: False True
# expect: [1, 2, 3] b 1
# expect: True NotImplemented True NotImplemented
# expect: TypeError expected 1 argument, got 0
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: asked 1
# expect: asked 2
# expect: True
# expect: asked 2
# expect: False
