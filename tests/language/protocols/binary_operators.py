# Binary operators: who is asked first, what NotImplemented leads to, and the words of the errors.


class Base:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        print("Base.__add__", self.name)
        return NotImplemented

    def __radd__(self, other):
        print("Base.__radd__", self.name)
        return "radd " + self.name


class Derived(Base):
    def __radd__(self, other):
        print("Derived.__radd__", self.name)
        return NotImplemented


class Plain(Base):
    pass


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


print(Base("a") + Derived("b") if False else "start")
attempt(lambda: Base("a") + Derived("b"))
attempt(lambda: Base("a") + Plain("b"))
attempt(lambda: Base("a") + Base("b"))
attempt(lambda: 1 + Base("b"))
attempt(lambda: Base("a") + 1)


class InPlace:
    def __init__(self):
        self.items = []

    def __iadd__(self, other):
        self.items.append(other)
        return self

    def __imul__(self, other):
        return NotImplemented

    def __mul__(self, other):
        return ("mul", other)

    def __ipow__(self, other):
        return ("ipow", other)


value = InPlace()
value += 1
value += "x"
print(value.items)
value *= 3
print(value)
value = InPlace()
value **= 4
print(value)
value = [1]
alias = value
value += (2, 3)
value *= 2
print(alias is value, alias)


class Powers:
    def __pow__(self, other, modulus=None):
        return ("pow", other, modulus)

    def __rpow__(self, other, modulus=None):
        return ("rpow", other, modulus)


print(Powers() ** 2, 2 ** Powers(), pow(Powers(), 3, 5), pow(2, Powers()))


class Everything:
    def __getattr__(self, name):
        raise AttributeError("operators do not ask instances: " + name)

    def __matmul__(self, other):
        return "matmul"

    def __floordiv__(self, other):
        return "floordiv"

    def __rmod__(self, other):
        return "rmod"

    def __divmod__(self, other):
        return "divmod"

    def __rdivmod__(self, other):
        return "rdivmod"

    def __lshift__(self, other):
        return "lshift"

    def __rrshift__(self, other):
        return "rrshift"

    def __and__(self, other):
        return "and"

    def __ror__(self, other):
        return "ror"

    def __xor__(self, other):
        return "xor"

    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __abs__(self):
        return "abs"


e = Everything()
print(e @ 1, e // 1, 1 % e, divmod(e, 1), divmod(1, e), e << 1, 1 >> e, e & 1, 1 | e, e ^ 1)
print(-e, +e, ~e, abs(e))

for test in (
    lambda: 1 + "a",
    lambda: "a" + 1,
    lambda: [1] + (2,),
    lambda: (1,) + [2],
    lambda: b"a" + "b",
    lambda: 1 - "a",
    lambda: None * 2,
    lambda: [1] * 1.5,
    lambda: [1] * [2],
    lambda: "ab" * 2,
    lambda: 2 * "ab",
    lambda: 2 ** "a",
    lambda: pow(1, 2, "a"),
    lambda: divmod(1, "a"),
    lambda: 1 @ 2,
    lambda: 1 << 1.0,
    lambda: -"a",
    lambda: ~1.5,
    lambda: abs("a"),
    lambda: 1 < "a",
    lambda: [] >= (),
    lambda: {} < {},
    lambda: Base("a") < Base("b"),
):
    attempt(test)

n = 1
for text in ("n += 'a'", "n @= 2", "n **= 'a'", "n >>= 1.5"):
    try:
        exec(text)
    except TypeError as error:
        print(error)


# A special method that comes later fills the slot; one that goes empties it.
class Late:
    pass


attempt(lambda: Late() + 1)
Late.__add__ = lambda self, other: ("late", other)
print(Late() + 1)


class LateChild(Late):
    pass


print(LateChild() + 2)
del Late.__add__
attempt(lambda: LateChild() + 3)
LateChild.__radd__ = lambda self, other: ("child", other)
print(4 + LateChild())


# Calling the wrappers themselves.
print(int.__add__(1, 2), (1).__radd__(2), int.__sub__(5, 3), int.__rsub__(5, 3))
print((1).__add__("a"), (5).__pow__(3, 7), int.__rpow__(2, 3))
for test in (
    lambda: (1).__add__(),
    lambda: (1).__add__(1, 2),
    lambda: (1).__add__(other=2),
    lambda: (1).__pow__(),
    lambda: (1).__neg__(2),
    lambda: int.__add__(),
    lambda: int.__add__("a", 1),
    lambda: [].__setitem__(1),
    lambda: [].__len__(1),
    lambda: [].__mul__("a"),
):
    attempt(test)

# expect: start
# expect: Derived.__radd__ b
# expect: Base.__add__ a
# expect: TypeError unsupported operand type(s) for +: 'Base' and 'Derived'
# expect: Base.__add__ a
# expect: Base.__radd__ b
# expect: 'radd b'
# expect: Base.__add__ a
# expect: TypeError unsupported operand type(s) for +: 'Base' and 'Base'
# expect: Base.__radd__ b
# expect: 'radd b'
# expect: Base.__add__ a
# expect: TypeError unsupported operand type(s) for +: 'Base' and 'int'
# expect: [1, 'x']
# expect: ('mul', 3)
# expect: ('ipow', 4)
# expect: True [1, 2, 3, 1, 2, 3]
# expect: ('pow', 2, None) ('rpow', 2, None) ('pow', 3, 5) ('rpow', 2, None)
# expect: matmul floordiv rmod divmod rdivmod lshift rrshift and ror xor
# expect: neg pos invert abs
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError can only concatenate str (not "int") to str
# expect: TypeError can only concatenate list (not "tuple") to list
# expect: TypeError can only concatenate tuple (not "list") to tuple
# expect: TypeError can't concat str to bytes
# expect: TypeError unsupported operand type(s) for -: 'int' and 'str'
# expect: TypeError unsupported operand type(s) for *: 'NoneType' and 'int'
# expect: TypeError can't multiply sequence by non-int of type 'float'
# expect: TypeError can't multiply sequence by non-int of type 'list'
# expect: 'abab'
# expect: 'abab'
# expect: TypeError unsupported operand type(s) for ** or pow(): 'int' and 'str'
# expect: TypeError unsupported operand type(s) for ** or pow(): 'int', 'int', 'str'
# expect: TypeError unsupported operand type(s) for divmod(): 'int' and 'str'
# expect: TypeError unsupported operand type(s) for @: 'int' and 'int'
# expect: TypeError unsupported operand type(s) for <<: 'int' and 'float'
# expect: TypeError bad operand type for unary -: 'str'
# expect: TypeError bad operand type for unary ~: 'float'
# expect: TypeError bad operand type for abs(): 'str'
# expect: TypeError '<' not supported between instances of 'int' and 'str'
# expect: TypeError '>=' not supported between instances of 'list' and 'tuple'
# expect: TypeError '<' not supported between instances of 'dict' and 'dict'
# expect: TypeError '<' not supported between instances of 'Base' and 'Base'
# expect: unsupported operand type(s) for +=: 'int' and 'str'
# expect: unsupported operand type(s) for @=: 'int' and 'int'
# expect: unsupported operand type(s) for **=: 'int' and 'str'
# expect: unsupported operand type(s) for >>=: 'int' and 'float'
# expect: TypeError unsupported operand type(s) for +: 'Late' and 'int'
# expect: ('late', 1)
# expect: ('late', 2)
# expect: TypeError unsupported operand type(s) for +: 'LateChild' and 'int'
# expect: ('child', 4)
# expect: 3 3 2 -2
# expect: NotImplemented 6 9
# expect: TypeError expected 1 argument, got 0
# expect: TypeError expected 1 argument, got 2
# expect: TypeError wrapper __add__() takes no keyword arguments
# expect: TypeError expected 1 or 2 arguments, got 0
# expect: TypeError expected 0 arguments, got 1
# expect: TypeError descriptor '__add__' of 'int' object needs an argument
# expect: TypeError descriptor '__add__' requires a 'int' object but received a 'str'
# expect: TypeError __setitem__ expected 2 arguments, got 1
# expect: TypeError expected 0 arguments, got 1
# expect: TypeError 'str' object cannot be interpreted as an integer
