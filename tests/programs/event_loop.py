"""async and await on an event loop of our own: sleeping, queues, gathering, cancelling, async iteration."""
import heapq
import itertools
from collections import deque
from types import coroutine


@coroutine
def trap(*request):
    return (yield request)


async def sleep(seconds):
    await trap("sleep", seconds)


class Cancelled(BaseException):
    pass


class Task:
    numbers = itertools.count(1)

    def __init__(self, coro, name=None):
        self.coro, self.name = coro, name or f"task-{next(self.numbers)}"
        self.done, self.result, self.error, self.waiters, self.cancelled = False, None, None, [], False

    def __await__(self):
        if not self.done:
            yield ("join", self)
        if self.error is not None:
            raise self.error
        return self.result


class Loop:
    def __init__(self):
        self.ready, self.sleeping, self.clock, self.order, self.switches = deque(), [], 0, itertools.count(), 0

    def spawn(self, coro, name=None):
        task = Task(coro, name)
        self.ready.append((task, None))
        return task

    def cancel(self, task):
        if not task.done:
            task.cancelled = True
            self.sleeping = [entry for entry in self.sleeping if entry[2] is not task]
            heapq.heapify(self.sleeping)
            self.ready.append((task, Cancelled()))

    def run(self, coro):
        main = self.spawn(coro, "main")
        while not main.done:
            if not self.ready:
                if not self.sleeping:
                    raise RuntimeError("deadlock")
                self.clock, _, task = heapq.heappop(self.sleeping)
                self.ready.append((task, None))
            self.step(*self.ready.popleft())
        if main.error:
            raise main.error
        return main.result

    def step(self, task, value):
        self.switches += 1
        try:
            request = task.coro.throw(value) if isinstance(value, BaseException) else task.coro.send(value)
        except StopIteration as stop:
            self.finish(task, stop.value, None)
        except (Exception, Cancelled) as error:
            self.finish(task, None, error)
        else:
            match request:
                case ("sleep", seconds):
                    heapq.heappush(self.sleeping, (self.clock + seconds, next(self.order), task))
                case ("join", other):
                    if other.done:
                        self.ready.append((task, None))
                    else:
                        other.waiters.append(task)
                case ("clock",):
                    self.ready.append((task, self.clock))
                case ("wait", waiters):
                    waiters.append(task)
                case _:
                    self.ready.append((task, RuntimeError(f"unknown request {request}")))

    def finish(self, task, result, error):
        task.done, task.result, task.error = True, result, error
        self.ready.extend((waiter, None) for waiter in task.waiters)


class Channel:
    def __init__(self, loop):
        self.loop, self.items, self.waiters, self.closed = loop, deque(), [], False

    async def put(self, item):
        self.items.append(item)
        self._wake()

    def close(self):
        self.closed = True
        self._wake()

    def _wake(self):
        self.loop.ready.extend((waiter, None) for waiter in self.waiters)
        self.waiters.clear()

    def __aiter__(self):
        return self

    async def __anext__(self):
        while not self.items:
            if self.closed:
                raise StopAsyncIteration
            await trap("wait", self.waiters)
        return self.items.popleft()


class Timer:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        self.start = await trap("clock")
        return self

    async def __aexit__(self, kind, value, tb):
        print(f"{self.name} took {await trap('clock') - self.start}", kind.__name__ if kind else "")
        return kind is KeyError


async def gather(loop, *coros):
    tasks = [loop.spawn(coro) for coro in coros]
    return [await task for task in tasks]


async def countdown(name, n, pause):
    while n:
        print(name, n)
        await sleep(pause)
        n -= 1
    return name.upper()


async def numbers(n):
    for i in range(n):
        await sleep(1)
        yield i


async def producer(channel, n):
    async for i in numbers(n):
        await channel.put(i * i)
    channel.close()


async def failing():
    await sleep(2)
    raise ValueError("it failed")


async def stubborn():
    try:
        await sleep(100)
    except Cancelled:
        print("cancelled, cleaning up")
        await sleep(1)
        raise
    finally:
        print("stubborn is done")


async def main(loop):
    print(await gather(loop, countdown("a", 3, 2), countdown("b", 2, 3)))
    channel = Channel(loop)
    loop.spawn(producer(channel, 5))
    print([item async for item in channel if item != 4], {i: i + 1 async for i in numbers(2)})
    async with Timer("block"):
        await sleep(7)
        raise KeyError("swallowed")
    try:
        await loop.spawn(failing())
    except ValueError as error:
        print("caught", error)
    task = loop.spawn(stubborn(), "stubborn")
    await sleep(1)
    loop.cancel(task)
    try:
        await task
    except Cancelled:
        print(task.name, task.cancelled)
    try:
        await trap("nonsense")
    except RuntimeError as error:
        print(error)
    agen = numbers(9)
    print(await agen.__anext__(), await anext(agen), await anext(agen))
    await agen.aclose()
    print(await anext(agen, "exhausted"), [await c for c in (sleep(1), sleep(2))])
    return loop.clock


if __name__ == "__main__":
    loop = Loop()
    print(loop.run(main(loop)), loop.switches)
    try:
        Loop().run(trap("wait", []).__class__ and Channel(loop).__anext__())
    except RuntimeError as error:
        print(error)
    pending = sleep(1)
    print(type(pending).__name__, pending.__name__, pending.cr_await)
    pending.close()
    try:
        pending.send(None)
    except RuntimeError as error:
        print(error)
