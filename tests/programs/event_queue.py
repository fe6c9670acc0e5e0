"""A discrete event simulation of a shop's tills: heapq, deque, OrderedDict, ChainMap, Counter arithmetic."""
import heapq
import itertools
import random
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque, namedtuple

Event = namedtuple("Event", "time order kind customer", defaults=[None])


class Simulation:
    def __init__(self, tills, seed):
        self.random = random.Random(seed)
        self.queue = []
        self.order = itertools.count()
        self.now = 0
        self.free = tills
        self.waiting = deque()
        self.arrived = {}
        self.waits = []
        self.longest = 0

    def at(self, delay, kind, customer=None):
        heapq.heappush(self.queue, Event(self.now + delay, next(self.order), kind, customer))

    def run(self, until):
        self.at(0, "arrive", 1)
        while self.queue and self.queue[0].time <= until:
            event = heapq.heappop(self.queue)
            self.now = event.time
            getattr(self, "on_" + event.kind)(event.customer)

    def on_arrive(self, customer):
        self.arrived[customer] = self.now
        self.waiting.append(customer)
        self.longest = max(self.longest, len(self.waiting))
        self.at(self.random.randint(1, 5), "arrive", customer + 1)
        self.serve()

    def on_leave(self, customer):
        self.free += 1
        self.serve()

    def serve(self):
        while self.free and self.waiting:
            customer = self.waiting.popleft()
            self.free -= 1
            self.waits.append(self.now - self.arrived[customer])
            self.at(self.random.randint(3, 9), "leave", customer)


class LeastRecentlyUsed(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.size:
            self.popitem(last=False)


class Insensitive(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def __contains__(self, key):
        return key.lower() in self.data


class Rotating(UserList):
    def __getitem__(self, index):
        return self.data[index % len(self.data)] if isinstance(index, int) else super().__getitem__(index)


def main():
    for tills in (1, 2, 3):
        simulation = Simulation(tills, seed=99)
        simulation.run(until=240)
        waits = simulation.waits
        print(f"{tills} tills: {len(waits)} served, mean wait {sum(waits) / len(waits):.2f}, longest queue {simulation.longest}")
    print(Event(1, 2, "x"), Event._fields, Event(3, 0, "y") > Event(1, 9, "z"), Event._field_defaults)
    ring = deque(range(5), maxlen=5)
    ring.append(5)
    ring.rotate(2)
    ring.extendleft("ab")
    print(ring, ring.maxlen, ring[0], ring.count(4), deque("abc") + deque("d"), list(reversed(deque([1, 2, 3]))))
    ring.remove("a")
    ring.insert(1, "new")
    print(ring, ring.index("new"), ring.pop(), len(ring))
    stock, sold = Counter(apple=5, pear=2, fig=1), Counter("pear pear fig plum".split())
    print(stock - sold, stock + sold, stock & sold, stock | sold, +Counter(a=-1, b=1), sold.total())
    stock.subtract(sold)
    print(stock, stock.most_common(2), sorted(stock.elements()), Counter("abca") == Counter("caab"), Counter(a=1) <= Counter(a=2))
    cache = LeastRecentlyUsed(2)
    cache["a"], cache["b"] = 1, 2
    cache["a"]
    cache["c"] = 3
    print(list(cache), cache, list(reversed(cache.items())))
    settings = ChainMap({"user": "ann"}, {"user": "root", "shell": "sh"})
    child = settings.new_child({"shell": "fish"})
    child["extra"] = 1
    print(child["user"], child["shell"], settings["shell"], sorted(child), len(child.maps), settings.get("extra"))
    headers = Insensitive({"Content-Type": "text"})
    headers["ACCEPT"] = "*"
    print(headers["content-TYPE"], "accept" in headers, headers, headers.pop("accept"), len(headers))
    rotating = Rotating("xyz")
    print(rotating[4], rotating[-1], rotating[0:2], rotating + ["w"], len(rotating))
    nested = defaultdict(lambda: defaultdict(list))
    nested["a"]["x"].append(1)
    nested["a"]["y"] += [2, 3]
    print({key: dict(value) for key, value in nested.items()}, "b" in nested, nested["b"], len(nested), defaultdict(int, {"k": 1}))
    merged = {"a": 1} | {"b": 2, "a": 3}
    merged |= [("c", 4)]
    print(merged, list(merged.keys() & {"a", "z"}), merged.items() - {("a", 3)} == {("b", 2), ("c", 4)}, merged.setdefault("d", []), merged.popitem())
    for bad in (lambda: ring.remove("zz"), lambda: deque().pop(), lambda: merged["zz"], lambda: Counter()["none"], lambda: {}.popitem(),
                lambda: {[]: 1}, lambda: OrderedDict().popitem(), lambda: namedtuple("N", "a a"), lambda: Event(1), lambda: heapq.heappop([])):
        try:
            print(bad())
        except (ValueError, IndexError, KeyError, TypeError) as error:
            print(type(error).__name__, error)


main()
