def f(): pass
def f(a): pass
def f(a, b=1, *, c, d=2): pass
def f(a, b=1, /, c=2, *args, d, e=3, **kw): pass
def f(a, /): pass
def f(a, /, b): pass
def f(a=1, /): pass
def f(a=1, /, b=2, *, c): pass
def f(*args): pass
def f(*, a): pass
def f(*, a=1, **kw): pass
def f(**kw): pass
def f(a, *args, b, **kw,): pass
def f(a: int, b: str = 'x', /, *args: float, c: bytes = b'', **kw: dict) -> list[int]: pass
def f(*args: *Ts): pass
def f(*args: *tuple[int, ...], a: int = 1) -> (yield): pass
def f(
    a,  # comment
    b,
):
    """Docstring."""
    return a
def f[T](a: T) -> T: return a
def f[T: int, *Ts, **P](a: T, *b: *Ts, **c: P): pass
def f[T: (int, str) = int, *Ts = *tuple[int], **P = []](): pass
async def f(a, *, b): await a
async def f[T](): yield
@a
def f(): pass
@a.b.c
@d(e, f=1)
@g[0]
@h if i else j
@(k := l)
@lambda x: x
async def f(): pass
@a
class C: pass
class C[T](B[T], metaclass=M):
    x: int = 1
    def f(self):
        class D:
            def g(self): return 1
        return D
    @property
    def h(self): pass
class C[T: int]: pass
class C(*a, **b): pass
def f():
    global a
    def g():
        nonlocal b
        return lambda: (yield)
    return g
def f():
	if a:
		return 1
	else:
		return 2
