x = 1  # type: int
x = y = []  # type: list[int]
for a in b:  # type: str
    pass
with a as b:  # type: str
    pass
with (a as b):  # type: str
    pass
def f(a):
    # type: (int) -> str
    pass
def f(a):  # type: (int) -> str
    pass
def f(a,  # type: int
      b=1,  # type: str
      *args,  # type: float
      c,  # type: bytes
      **kw  # type: dict
      ):
    # type: (...) -> None
    pass
async def f():  # type: () -> None
    async for a in b:  # type: int
        pass
    async with c as d:  # type: int
        pass
x = 2  # type: ignore
y = 3  # type: ignore[abc]
z = 4  # not a type comment
