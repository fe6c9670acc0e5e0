@a.b(c)
@d
async def f():
    async with a as b, c: pass
    async for x in y: await z
    return [i async for i in j if await k]
