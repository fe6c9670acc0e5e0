"""Classes of every kind."""
from __future__ import generator_stop
import abc, collections.abc as cabc, os.path, os.path as osp, a.b.c as abc2
from . import sibling
from .. package import thing as other, thing2
from os.path import (join, split as divide)
from collections import *


class Empty: pass


class Base(metaclass=abc.ABCMeta, flag=True):
    """Base's docstring."""
    __slots__ = ("a", "__b")
    x: int = 1
    y: "str"
    __hidden = 2

    def __init__(self, a, __b=1):
        self.a = a
        self.__b = __b
        self.x.z = 1
        (self.q, [self.r, *self.s]) = a
        for self.loop in a:
            with a as self.w:
                self.__b += 1

    @property
    def prop(self) -> "Base":
        return self.__hidden

    @staticmethod
    def static(): return Base.__hidden

    @classmethod
    async def klass(cls):
        return [cls for cls in await cls]

    if x:
        conditional: int
        other: list[x] = []
    for i in range(3):
        looped: i
    values = [i * x for i in range(x)]
    nested = {x: [y for y in range(x)] for x in (1, 2)}
    lazy = (x for x in [1])


class Derived(Base, *other, **thing2, key=1):
    class Inner(Base):
        def method(self):
            self.attr = __class__
            return super().method(), super

        def other(self, method):
            class Local:
                method = method
                def m(self): return method
            return Local
    method = Inner.method
    global_name = global_name


@decorator
@module.decorator(1)
class Decorated(
    Base,
):
    attribute = 1


def function():
    class C(a, b, metaclass=M):
        x = x
        def __del__(self):
            return x, __class__
    return C
