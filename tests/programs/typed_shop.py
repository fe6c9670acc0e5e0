"""A shop written with type hints: protocols, generics, typed dicts, overloads, new syntax for type parameters."""
from __future__ import annotations

import operator
import typing
from collections.abc import Callable, Iterable, Iterator
from typing import (Any, Final, Generic, Literal, NamedTuple, NewType, NotRequired, Optional, Protocol, TypedDict, TypeVar, Union,
                    cast, get_args, get_origin, get_type_hints, overload, runtime_checkable)

T = TypeVar("T")
K = TypeVar("K", bound="Priced")
UserId = NewType("UserId", int)
Mode = Literal["fast", "slow"]
LIMIT: Final = 3


@runtime_checkable
class Priced(Protocol):
    price: int

    def label(self) -> str: ...


class Line(TypedDict):
    item: str
    count: int
    note: NotRequired[str]


class Book(NamedTuple):
    title: str
    price: int = 10

    def label(self) -> str:
        return f"{self.title} at {self.price}"


class Stock(Generic[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self._items: list[T] = list(items)

    def add(self, item: T) -> Stock[T]:
        self._items.append(item)
        return self

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def best(self, key: Callable[[T], Any]) -> Optional[T]:
        return max(self._items, key=key, default=None)


class Pair[A, B]:
    def __init__(self, first: A, second: B):
        self.first, self.second = first, second

    def swap(self) -> Pair[B, A]:
        return Pair(self.second, self.first)


type Tree[V] = tuple[V, list[Tree[V]]]
type Number = int | float


def first[V](items: Iterable[V], default: V | None = None) -> V | None:
    return next(iter(items), default)


def depth[V](tree: Tree[V]) -> int:
    return 1 + max(map(depth, tree[1]), default=0)


@overload
def double(value: int) -> int: ...
@overload
def double(value: str) -> str: ...
def double(value):
    return value * 2


def total(lines: list[Line], prices: dict[str, int], mode: Mode = "fast") -> int:
    return sum(operator.mul(line["count"], prices[line["item"]]) for line in lines)


class Order:
    owner: UserId
    lines: list[Line]
    discount: Union[int, None] = None


def main() -> None:
    stock = Stock[Book]([Book("Dune", 12)]).add(Book("Emma")).add(Book("Ulysses", 20))
    print(stock.best(lambda book: book.price), [book.label() for book in stock], isinstance(Book("x"), Priced), isinstance(5, Priced))
    print(total([{"item": "a", "count": 2}, Line(item="b", count=1, note="gift")], {"a": 5, "b": 7}), UserId(5) + 1, LIMIT)
    print(Line.__required_keys__ == {"item", "count"}, Line.__optional_keys__, Book.__annotations__ != {}, Book._field_defaults)
    print(get_origin(dict[str, list[int]]), get_args(dict[str, list[int]]), get_args(Mode), get_origin(Optional[int]), list[int] == list[int])
    print(Optional[int], Union[int, str], int | None, Callable[[int], str], typing.List[int], tuple[int, ...], Literal["a", 1], Any)
    print(total.__annotations__["mode"], get_type_hints(double), Order.__annotations__, get_type_hints(Order)["discount"])
    print(Pair(1, "x").swap().first, Pair[int, str], Pair.__type_params__, Pair.__parameters__, first.__type_params__, first([], 5), first("ab"))
    print(Tree, Tree.__type_params__, Number.__value__, Tree.__name__, depth((1, [(2, [(3, [])]), (4, [])])), Tree[int])
    print(T, K.__bound__, T.__constraints__, Stock.__parameters__, Stock[int], Stock.__orig_bases__, double("ab"), cast(int, "unchanged"))
    for bad in (lambda: Generic[int], lambda: Priced(), lambda: Pair[int], lambda: isinstance([], list[int]), lambda: Union[()], lambda: Optional[1, 2]):
        try:
            print(bad())
        except TypeError as error:
            print(error)
    print(isinstance(3, int | str), issubclass(bool, int | None), list[int]([1, 2]), typing.TYPE_CHECKING, typing.NoReturn)


main()
