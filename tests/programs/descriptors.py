"""Properties and descriptors: data and non-data, validation, lazy values, slots, attribute hooks."""


class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        self.name = name
        self.store = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.store, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, got {value!r}")
        self.check(value)
        setattr(instance, self.store, value)

    def __delete__(self, instance):
        try:
            delattr(instance, self.store)
        except AttributeError:
            raise AttributeError(self.name) from None

    def check(self, value):
        pass


class Ranged(Typed):
    def __init__(self, low, high):
        super().__init__(int, low)
        self.low, self.high = low, high

    def check(self, value):
        if not self.low <= value <= self.high:
            raise ValueError(f"{self.name} must be between {self.low} and {self.high}")


class Lazy:
    def __init__(self, function):
        self.function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.function(instance)
        return value


class Character:
    name = Typed(str, "nobody")
    level = Ranged(1, 20)

    def __init__(self, name, level):
        self.name = name
        self.level = level
        self.computed = 0

    @Lazy
    def power(self):
        """Computed once."""
        self.computed += 1
        return self.level ** 2

    @property
    def title(self):
        """What others call them."""
        return f"{self.name} the {'Great' if self.level > 10 else 'Small'}"

    @title.setter
    def title(self, value):
        self.name, _, rank = value.partition(" the ")
        self.level = 20 if rank == "Great" else 1

    @title.deleter
    def title(self):
        del self.name


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


class Extended(Slotted):
    __slots__ = ("z", "__dict__")


class Record:
    """Unknown attributes are kept in a table and every touch is written down."""

    def __init__(self):
        object.__setattr__(self, "log", [])
        object.__setattr__(self, "table", {})

    def __getattr__(self, name):
        self.log.append("get " + name)
        try:
            return self.table[name]
        except KeyError:
            raise AttributeError(f"no {name} here", name=name, obj=self) from None

    def __setattr__(self, name, value):
        self.log.append(f"set {name}")
        self.table[name] = value

    def __delattr__(self, name):
        self.log.append(f"del {name}")
        del self.table[name]

    def __dir__(self):
        return sorted(self.table)


class Celsius:
    degrees = property(lambda self: self._d, lambda self, value: setattr(self, "_d", value), doc="degrees")
    fahrenheit = property(lambda self: self._d * 9 / 5 + 32)


class Proxy:
    def __init__(self, target):
        self.__target = target

    def __getattribute__(self, name):
        if name.startswith("_"):
            return super().__getattribute__(name)
        value = getattr(self.__target, name)
        return (lambda *args: f"proxied {value(*args)!r}") if callable(value) else value


def attempt(action):
    try:
        return action()
    except (AttributeError, TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


def main():
    hero = Character("Ann", 12)
    print(hero.name, hero.level, hero.title, hero.__dict__)
    print(hero.power, hero.power, hero.computed, Character.power.__doc__, Character.title.__doc__)
    print(attempt(lambda: setattr(hero, "level", 99)), attempt(lambda: setattr(hero, "name", 5)), attempt(lambda: setattr(hero, "level", "x")))
    hero.title = "Bob the Small"
    print(hero.name, hero.level, hero.title)
    del hero.title
    print(hero.name, attempt(lambda: delattr(hero, "title")))
    hero.__dict__["name"] = "shadow"
    hero.__dict__["power"] = "shadow"
    print(hero.name, hero.power, type(Character.name).__name__, Character.level.high)
    slotted = Slotted(1)
    print(slotted.x, attempt(lambda: slotted.y), attempt(lambda: setattr(slotted, "w", 1)), attempt(lambda: slotted.__dict__))
    extended = Extended(2)
    extended.z, extended.free = 3, 4
    print(extended.x, extended.z, extended.__dict__, Slotted.x.__get__(extended), Slotted.x)
    record = Record()
    record.colour = "red"
    print(record.colour, attempt(lambda: record.size), hasattr(record, "shape"), getattr(record, "shape", "none"), dir(record))
    del record.colour
    print(record.log)
    water = Celsius()
    water.degrees = 100
    print(water.fahrenheit, attempt(lambda: setattr(water, "fahrenheit", 1)), attempt(lambda: delattr(water, "degrees")), Celsius.degrees.__doc__)
    proxy = Proxy([3, 1, 2])
    print(proxy.index(1), proxy._Proxy__target, attempt(lambda: proxy.nothing))
    bound = hero.__init__
    print(bound.__self__ is hero, bound.__func__ is Character.__init__, Character.__init__.__get__(hero)("Cy", 3), hero.level)
    print(attempt(lambda: None.missing), attempt(lambda: (5).real.imagine), attempt(lambda: Character.nothing), attempt(lambda: "text".uper()))


main()
