"""A pipeline of generators over log lines: parse, filter, group, window, and send back."""
import itertools
import re
from collections import defaultdict, namedtuple

Entry = namedtuple("Entry", "time level source message")
LINE = re.compile(r"(\d\d):(\d\d):(\d\d) (\w+) +\[(\w+)\] (.*)")


def raw_lines():
    levels = itertools.cycle(["INFO", "DEBUG", "INFO", "WARN", "INFO", "ERROR"])
    sources = itertools.cycle(["web", "db", "web", "cache"])
    for second, level, source in zip(range(0, 600, 17), levels, sources):
        yield f"08:{second // 60:02}:{second % 60:02} {level:5} [{source}] event {second * 7919 % 97} happened\n"
        if second % 5 == 0:
            yield "   continued on the next line\n"
        if second % 119 == 0:
            yield "garbage\n"


def joined(lines):
    pending = None
    for line in lines:
        if line.startswith(" ") and pending is not None:
            pending = pending.rstrip("\n") + " / " + line.strip() + "\n"
            continue
        if pending is not None:
            yield pending
        pending = line
    if pending is not None:
        yield pending


def parsed(lines, rejected):
    for line in lines:
        match = LINE.match(line)
        if match is None:
            rejected.append(line.strip())
            continue
        hours, minutes, seconds, level, source, message = match.groups()
        yield Entry(int(hours) * 3600 + int(minutes) * 60 + int(seconds), level, source, message)


def at_least(entries, level, order=("DEBUG", "INFO", "WARN", "ERROR")):
    limit = order.index(level)
    return (entry for entry in entries if order.index(entry.level) >= limit)


def windows(entries, seconds):
    for start, group in itertools.groupby(entries, key=lambda entry: entry.time // seconds * seconds):
        yield start, list(group)


def running_average():
    total, n, average = 0, 0, None
    try:
        while True:
            value = yield average
            if value is None:
                continue
            total += value
            n += 1
            average = total / n
    except GeneratorExit:
        print("average closed after", n, "values")
        raise
    finally:
        print("cleaned up")


def counting(iterable):
    n = 0
    for item in iterable:
        n += 1
        yield item
    return n


def delegating(results, *parts):
    for part in parts:
        size = yield from counting(part)
        results.append(size)


def main():
    rejected = []
    entries = list(parsed(joined(raw_lines()), rejected))
    print(len(entries), "entries,", len(rejected), "rejected", rejected[:2])
    print(entries[0])
    print(entries[0]._replace(level="NONE")._asdict())
    for start, group in windows(at_least(entries, "WARN"), 120):
        print(f"{start // 3600:02}:{start % 3600 // 60:02}", *(f"{e.level[0]}{e.time - start}" for e in group))
    by_source = defaultdict(lambda: defaultdict(int))
    for entry in entries:
        by_source[entry.source][entry.level] += 1
    for source, levels in sorted(by_source.items()):
        print(source, dict(sorted(levels.items())))
    average = running_average()
    next(average)
    for gap in (b.time - a.time for a, b in itertools.pairwise(entries)):
        latest = average.send(gap)
    print("average gap", latest)
    average.close()
    sizes = []
    print(sum(1 for _ in delegating(sizes, "abc", range(5), ())), sizes)
    first, second = itertools.tee(e.time for e in entries)
    print(list(itertools.islice(zip(first, itertools.islice(second, 3, None)), 3)))
    print(list(itertools.accumulate([1, 2, 3, 4], lambda a, b: a * b)), list(itertools.batched("abcdefg", 3)))
    print(list(itertools.chain.from_iterable(itertools.combinations("abc", n) for n in range(4))))
    print(list(itertools.takewhile(lambda n: n < 20, (n * n for n in itertools.count(1)))),
          list(itertools.zip_longest("ab", "xyz", fillvalue="-")), list(itertools.starmap(pow, [(2, 5), (3, 2)])))
    thrower = counting([1, 2, 3])
    next(thrower)
    try:
        thrower.throw(RuntimeError("stop it"))
    except RuntimeError as error:
        print("thrown out:", error, list(thrower))


main()
