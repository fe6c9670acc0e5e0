def identity[T](x: T) -> T:
    return x


def bounded[T: int, U: (str, bytes), *Ts, **P](a: T, b: U = 1, *, c: Callable[P, T] = None, **d) -> tuple[*Ts]:
    def inner() -> T: return U
    return inner


async def defaults[T = int, *Ts = *tuple[int], **P = [int]](x: T): ...


class Generic[T, U: list[T] = dict](Base[T], metaclass=M):
    attribute: T = None
    def method[V: T](self, x: V, y: U) -> T:
        return super().method(x)
    type Alias[W] = dict[T, W]
    class Inner[X]: x: X | T


class Plain[T]: ...


@decorated
class __Private[__T]:
    x: __T
    def f(self, __a: __T): return __T


type Simple = int | str
type Recursive[T] = list[Recursive[T]] | T
type Lambda = lambda: Simple


def function():
    type Local[T: (int, str)] = dict[T, x]
    x = 1
    @decorator
    def nested[T](a=x, *, b=x): return T, a
    return Local, nested


class Scoped:
    y = 1
    type A = y
    def m[T: y](self, a: y) -> y: ...
    def k[T = [z for z in y]](self): ...
