# Attributes, descriptors, calls and class creation.


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class Data:
    def __set_name__(self, owner, name):
        self.name = name
        print("set_name", owner.__name__, name)

    def __get__(self, instance, owner=None):
        if instance is None:
            return "class access"
        return ("data", instance.__dict__.get(self.name))

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value * 2

    def __delete__(self, instance):
        del instance.__dict__[self.name]


class NonData:
    def __get__(self, instance, owner=None):
        return "nondata"


class Holder:
    data = Data()
    nondata = NonData()
    plain = 1

    def method(self):
        return "method"


holder = Holder()
holder.data = 4
print(holder.data, Holder.data, holder.__dict__)
holder.nondata = "own"
print(holder.nondata, Holder().nondata, Holder.nondata)
del holder.data
print(holder.data)
holder.plain = 2
print(holder.plain, Holder.plain)
del holder.plain
print(holder.plain)
attempt(lambda: holder.missing)
attempt(lambda: delattr(holder, "missing"))
attempt(lambda: setattr(1, "real", 2))
attempt(lambda: setattr(object(), "x", 1))
attempt(lambda: setattr(object(), "__eq__", 1))
attempt(lambda: int.missing)
attempt(lambda: setattr(int, "x", 1))
attempt(lambda: getattr(1, 2))
print(getattr(1, "missing", "default"), hasattr(1, "real"), hasattr(1, "imagine"))


class Fallback:
    def __getattr__(self, name):
        if name.startswith("no_"):
            raise AttributeError(f"refused {name}")
        return "made " + name

    present = "present"

    @property
    def failing(self):
        raise AttributeError("inside")


f = Fallback()
print(f.present, f.absent, f.failing)
attempt(lambda: f.no_way)
print(hasattr(f, "no_way"), hasattr(f, "way"))


class Tracing:
    def __getattribute__(self, name):
        print("get", name)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)


t = Tracing()
t.x = 1
print(t.x)
del t.x
attempt(lambda: t.x)


class Slotted:
    __slots__ = ("a", "b")


s = Slotted()
s.a = 1
print(s.a)
attempt(lambda: s.b)
attempt(lambda: setattr(s, "c", 1))
print(hasattr(s, "__dict__"))


class Callable:
    def __call__(self, *args, **kwargs):
        return args, kwargs


print(Callable()(1, 2, x=3))
c = Callable()
c.__call__ = lambda: "ignored"
print(c())
attempt(lambda: Holder()())


class Made:
    def __new__(cls, *args):
        print("new", args)
        return super().__new__(cls)

    def __init__(self, *args):
        print("init", args)


Made(1, 2)


class Other:
    def __new__(cls):
        return 42

    def __init__(self):
        print("never")


print(Other())


class BadInit:
    def __init__(self):
        return 1


attempt(BadInit)
attempt(lambda: object(1))
attempt(lambda: Holder(1))


class Meta(type):
    def __call__(cls, *args):
        print("meta call", cls.__name__)
        return super().__call__(*args)

    def __getattr__(cls, name):
        return "meta " + name

    def __instancecheck__(cls, instance):
        return instance == 5

    def __len__(cls):
        return 7


class WithMeta(metaclass=Meta):
    pass


WithMeta()
print(WithMeta.anything, isinstance(5, WithMeta), isinstance(6, WithMeta), len(WithMeta))
print(isinstance(True, int), isinstance(1, (str, int)), issubclass(bool, int), isinstance(1, int | str))
attempt(lambda: isinstance(1, 3))
attempt(lambda: issubclass(1, int))
attempt(lambda: issubclass(int, 3))


class Registered:
    def __init_subclass__(cls, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        print("subclass", cls.__name__, tag)


class Tagged(Registered, tag="x"):
    pass


class Texts:
    def __repr__(self):
        return "repr"

    def __format__(self, spec):
        return "<" + spec + ">"


print(str(Texts()), f"{Texts()}", f"{Texts():abc}", f"{Texts()!r:>6}", "%s %r" % (Texts(), Texts()))


class BadTexts:
    def __repr__(self):
        return 1

    def __str__(self):
        return 2

    def __format__(self, spec):
        return 3


attempt(lambda: repr(BadTexts()))
attempt(lambda: str(BadTexts()))
attempt(lambda: format(BadTexts()))
print(ascii("aé\u1234\U00012345"))


class Numbers:
    def __int__(self):
        return 3

    def __float__(self):
        return 2.5

    def __complex__(self):
        return 1j


print(int(Numbers()), float(Numbers()), complex(Numbers()))


class BadNumbers:
    def __int__(self):
        return "a"

    def __float__(self):
        return "a"

    def __index__(self):
        return 1.0


attempt(lambda: int(BadNumbers()))
attempt(lambda: float(BadNumbers()))
attempt(lambda: range(BadNumbers()))
attempt(lambda: float(10 ** 400))
print(float(2 ** 53 + 1), float(2 ** 64 + 2 ** 11), float(2 ** 64 + 2 ** 11 + 1), 10 ** 22 / 1)

# expect: set_name Holder data
# expect: ('data', 8) class access {'data': 8}
# expect: own nondata nondata
# expect: ('data', None)
# expect: 2 1
# expect: 1
# expect: AttributeError 'Holder' object has no attribute 'missing'
# expect: AttributeError 'Holder' object has no attribute 'missing'
# expect: AttributeError attribute 'real' of 'int' objects is not writable
# expect: AttributeError 'object' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: AttributeError 'object' object attribute '__eq__' is read-only
# expect: AttributeError type object 'int' has no attribute 'missing'
# expect: TypeError cannot set 'x' attribute of immutable type 'int'
# expect: TypeError attribute name must be string, not 'int'
# expect: default True False
# expect: present made absent made failing
# expect: AttributeError refused no_way
# expect: False True
# expect: set x 1
# expect: get x
# expect: 1
# expect: del x
# expect: get x
# expect: AttributeError 'Tracing' object has no attribute 'x'
# expect: 1
# expect: AttributeError 'Slotted' object has no attribute 'b'
# expect: AttributeError 'Slotted' object has no attribute 'c' and no __dict__ for setting new attributes
# expect: False
# expect: ((1, 2), {'x': 3})
# expect: ((), {})
# expect: TypeError 'Holder' object is not callable
# expect: new (1, 2)
# expect: init (1, 2)
# expect: 42
# expect: TypeError __init__() should return None, not 'int'
# expect: TypeError object() takes no arguments
# expect: TypeError Holder() takes no arguments
# expect: meta call WithMeta
# expect: meta anything True False 7
# expect: True True True True
# expect: TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: TypeError issubclass() arg 1 must be a class
# expect: TypeError issubclass() arg 2 must be a class, a tuple of classes, or a union
# expect: subclass Tagged x
# expect: repr <> <abc>   repr repr repr
# expect: TypeError __repr__ returned non-string (type int)
# expect: TypeError __str__ returned non-string (type int)
# expect: TypeError __format__ must return a str, not int
# expect: 'a\xe9\u1234\U00012345'
# expect: 3 2.5 1j
# expect: TypeError __int__ returned non-int (type str)
# expect: TypeError BadNumbers.__float__ returned non-float (type str)
# expect: TypeError __index__ returned non-int (type float)
# expect: OverflowError int too large to convert to float
# expect: 9007199254740992.0 1.8446744073709552e+19 1.8446744073709556e+19 1e+22
