"""A warehouse with dataclasses and enums."""
import dataclasses
import enum
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, replace
from typing import ClassVar


class Kind(enum.Enum):
    TOOL = "tool"
    PART = "part"
    BULK = "bulk"

    @property
    def label(self):
        return self.value.capitalize()

    @classmethod
    def parse(cls, text):
        return cls[text.upper()]


class Priority(enum.IntEnum):
    LOW = 1
    NORMAL = enum.auto()
    HIGH = enum.auto()


class Flags(enum.Flag):
    FRAGILE = enum.auto()
    HEAVY = enum.auto()
    COLD = enum.auto()
    CAREFUL = FRAGILE | HEAVY


@enum.unique
class Planet(enum.Enum):
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300e-11 * self.mass / self.radius**2


class Level(enum.StrEnum):
    DEBUG = enum.auto()
    ERROR = enum.auto()


@dataclass(order=True)
class Item:
    name: str
    count: int = 0
    price: float = field(default=1.0, compare=False)
    kind: Kind = field(default=Kind.PART, compare=False)
    tags: list[str] = field(default_factory=list, repr=False, compare=False)
    total: ClassVar[int] = 0

    def __post_init__(self):
        if self.count < 0:
            raise ValueError(f"negative count of {self.name}")
        Item.total += self.count

    @property
    def worth(self):
        return self.count * self.price


@dataclass(frozen=True, slots=True)
class Place:
    aisle: str
    shelf: int

    def __str__(self):
        return f"{self.aisle}{self.shelf:02}"


@dataclass
class Delivery(Item):
    _: KW_ONLY
    place: Place = Place("Z", 0)
    priority: Priority = Priority.NORMAL
    discount: InitVar[float] = 0.0

    def __post_init__(self, discount):
        super().__post_init__()
        self.price *= 1 - discount


@dataclass(eq=False, repr=False, match_args=True)
class Bare:
    x: int
    y: int = 3


def main():
    items = [Item("saw", 3, 19.5, Kind.TOOL, ["steel"]), Item("bolt", 1000, 0.02, Kind.BULK), Item("cog")]
    for item in sorted(items):
        print(item, item.worth, item.kind.label)
    print(items[0] == Item("saw", 3), items[0] < items[1], Item.total)
    print(asdict(items[0]))
    print(astuple(items[1]), replace(items[2], count=5))
    delivery = Delivery("nail", 500, 0.1, place=Place("A", 7), discount=0.5, priority=Priority.HIGH)
    print(delivery, delivery.place, delivery.worth)
    print([f.name for f in dataclasses.fields(Delivery)], Bare.__match_args__, dataclasses.is_dataclass(delivery))
    shelves = {Place("A", 1): "nails", Place("B", 2): "cogs"}
    print(shelves[Place("A", 1)], Place("A", 1), repr(Place("A", 1)), Place("A", 1) == Place("A", 1))
    for bad in (lambda: setattr(Place("A", 1), "shelf", 2), lambda: Item("x", -1), lambda: Item(), lambda: Kind("none"),
                lambda: Kind.parse("nothing"), lambda: Delivery("a", 1, 1.0, Kind.TOOL, [], Place("A", 1)),
                lambda: Bare(1) < Bare(2)):
        try:
            bad()
        except Exception as error:
            print(type(error).__name__, "-", error)
    print(list(Kind), Kind.TOOL.name, Kind("part"), Kind.parse("bulk") is Kind.BULK, Kind.TOOL in Kind, len(Kind))
    print(Priority.HIGH > Priority.LOW, Priority.HIGH + 1, sorted(Priority, reverse=True), f"{Priority.LOW}", repr(Priority.LOW))
    careful = Flags.CAREFUL
    print(careful, Flags.FRAGILE in careful, careful & ~Flags.HEAVY, Flags.COLD | Flags.HEAVY, bool(careful & Flags.COLD), Flags(5), list(careful))
    print(f"{Planet.EARTH.gravity:.3f} {Planet.MARS.gravity:.3f}", Planet.MARS)
    print(Level.DEBUG, repr(Level.ERROR), Level.ERROR == "error", Level("debug").upper())
    print({kind.name: sum(i.count for i in items if i.kind is kind) for kind in Kind})
    Colour = enum.Enum("Colour", "RED GREEN BLUE")
    print(Colour.GREEN, Colour.GREEN.value, Colour["BLUE"], [c.name for c in Colour])
    try:
        class Twice(enum.Enum):
            A = 1
            A = 2
    except TypeError as error:
        print(error)
    Point = dataclasses.make_dataclass("Point", [("x", int), ("y", int, field(default=0))])
    print(Point(1), Point(1) == Point(1, 0))


main()
