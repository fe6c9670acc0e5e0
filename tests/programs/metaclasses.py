"""Metaclasses and class creation: registries, __prepare__, __init_subclass__, class_getitem, abstract classes."""
import abc
from collections.abc import Iterable, Mapping, Sequence, Sized


class Registry(type):
    known = {}

    def __new__(meta, name, bases, namespace, *, tag=None, **options):
        cls = super().__new__(meta, name, bases, dict(namespace))
        cls.tag = tag or name.lower()
        cls.options = options
        meta.known[cls.tag] = cls
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        instance = super().__call__(*args, **kwargs)
        instance.made_by = cls.__name__
        return instance

    def __iter__(cls):
        return iter(sorted(cls.known))

    def __len__(cls):
        return len(cls.known)

    def __contains__(cls, tag):
        return tag in cls.known

    def __getitem__(cls, tag):
        return cls.known[tag]

    def __repr__(cls):
        return f"<registered {cls.__name__}>"

    @property
    def upper(cls):
        return cls.__name__.upper()


class Element(metaclass=Registry):
    def __init__(self, text=""):
        self.text = text

    def render(self):
        return f"<{self.tag}>{self.text}</{self.tag}>"


class Paragraph(Element, tag="p", block=True):
    pass


class Bold(Element, tag="b"):
    def render(self):
        return super().render().replace(" ", "_")


class Ordered(type):
    @classmethod
    def __prepare__(meta, name, bases):
        class Recorder(dict):
            def __init__(self):
                self.order = []

            def __setitem__(self, key, value):
                if not key.startswith("__"):
                    self.order.append(key)
                super().__setitem__(key, value)
        return Recorder()

    def __new__(meta, name, bases, namespace):
        cls = super().__new__(meta, name, bases, namespace)
        cls.order = namespace.order
        return cls


class Steps(metaclass=Ordered):
    boil = 1
    def pour(self): ...
    stir = boil + 1
    boil = 3


class Plugin:
    plugins = []

    def __init_subclass__(cls, /, priority=0, **keywords):
        super().__init_subclass__(**keywords)
        Plugin.plugins.append((priority, cls.__name__))


class First(Plugin, priority=2): ...
class Second(Plugin): ...
class Third(First, priority=1): ...


class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{getattr(item, '__name__', item)}]"


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...

    @property
    @abc.abstractmethod
    def name(self): ...

    @classmethod
    def __subclasshook__(cls, other):
        if cls is Shape and any("area" in base.__dict__ for base in other.__mro__):
            return True
        return NotImplemented


class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2


class Duck:
    area = 5


class Deck(Sequence):
    def __init__(self, cards):
        self.cards = list(cards)

    def __getitem__(self, index):
        return self.cards[index]

    def __len__(self):
        return len(self.cards)


class A:
    def who(self): return ["A"]
class B(A):
    def who(self): return ["B"] + super().who()
class C(A):
    def who(self): return ["C"] + super().who()
class D(B, C):
    def who(self): return ["D"] + super().who()


def main():
    print(list(Element), len(Element), "p" in Element, Element["b"], Paragraph.options, Paragraph.upper)
    print([Element[tag]("some text").render() for tag in Element], Bold("x").made_by, type(Bold) is Registry)
    print(Steps.order, Steps.boil, Steps.stir)
    print(sorted(Plugin.plugins), Box[int], Box["any"])
    for make in (lambda: Shape(), lambda: type("Half", (Shape,), {"area": lambda self: 1})(), lambda: Paragraph.nothing,
                 lambda: type("X", (A, B), {}), lambda: type("Y", (int, str), {}), lambda: type("Z", (bool,), {}),
                 lambda: type("M", (Element, Shape), {})):
        try:
            print(make())
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, "-", error)
    print(Square(3).area(), isinstance(Square(1), Shape), issubclass(Duck, Shape), issubclass(A, Shape), Shape.__abstractmethods__ == {"area", "name"})
    deck = Deck("abcb")
    print("b" in deck, deck.index("c"), deck.count("b"), list(reversed(deck)), isinstance(deck, Iterable), isinstance(deck, Mapping), isinstance(deck, Sized))
    print(D().who(), [cls.__name__ for cls in D.__mro__], D.__bases__, B.__subclasses__())
    Dynamic = type("Dynamic", (A,), {"x": 5, "double": lambda self: self.x * 2, "__doc__": "made at run time"})
    print(Dynamic().double(), Dynamic.__doc__, Dynamic.__name__, Dynamic.__qualname__, Dynamic().who())
    instance = A()
    instance.__class__ = D
    print(instance.who(), isinstance(instance, B), type(instance).__name__)
    A.who = lambda self: ["changed"]
    print(D().who(), Dynamic().who())

    class Meta(type):
        def __instancecheck__(cls, other):
            return other == 42
    class Answer(metaclass=Meta): ...
    print(isinstance(42, Answer), isinstance(41, Answer))
    print(Element, Registry, type(type), object.__class__, Square.__class__.__name__)


main()
