"""Sorting: keys, stability, several fields, comparison functions, bisection, and sorts written out."""
import bisect
import functools
import heapq
import operator
import random

PEOPLE = [
    ("Ann", 31, 1.68), ("bob", 25, 1.81), ("Cy", 31, 1.75), ("dora", 19, 1.62), ("Eve", 25, 1.70), ("Zoë", 40, 1.66), ("Åsa", 25, 1.81),
]


def by(*keys):
    def compare(a, b):
        for key, reverse in keys:
            x, y = key(a), key(b)
            if x != y:
                return (1 if x > y else -1) * (-1 if reverse else 1)
        return 0
    return functools.cmp_to_key(compare)


def insertion(items):
    items = items[:]
    for i in range(1, len(items)):
        item, j = items[i], i
        while j and items[j - 1] > item:
            items[j] = items[j - 1]
            j -= 1
        items[j] = item
    return items


def quick(items):
    if len(items) < 2:
        return items
    pivot, *rest = items
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])


def shell(items):
    items = list(items)
    gap = len(items) // 2
    while gap:
        for i in range(gap, len(items)):
            for j in range(i - gap, -1, -gap):
                if items[j] <= items[j + gap]:
                    break
                items[j], items[j + gap] = items[j + gap], items[j]
        gap //= 2
    return items


def radix(items):
    width = len(str(max(items)))
    for digit in range(width):
        buckets = [[] for _ in range(10)]
        for item in items:
            buckets[item // 10 ** digit % 10].append(item)
        items = [item for bucket in buckets for item in bucket]
    return items


def heap(items):
    queue = list(items)
    heapq.heapify(queue)
    return [heapq.heappop(queue) for _ in range(len(queue))]


class Loud:
    compared = 0

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Loud.compared += 1
        return self.value < other.value

    def __repr__(self):
        return f"L{self.value}"


def natural(text):
    parts, digits = [], ""
    for c in text + " ":
        if c.isdigit():
            digits += c
        else:
            if digits:
                parts.append((0, int(digits), ""))
                digits = ""
            parts.append((1, 0, c))
    return parts


def grade(score, limits=(60, 70, 80, 90), grades="FDCBA"):
    return grades[bisect.bisect(limits, score)]


def main():
    print(sorted(PEOPLE))
    print([name for name, *_ in sorted(PEOPLE, key=lambda p: (p[1], -p[2]))])
    print([p[0] for p in sorted(PEOPLE, key=operator.itemgetter(1), reverse=True)])
    print([p[0] for p in sorted(PEOPLE, key=by((lambda p: p[1], True), (lambda p: p[0].lower(), False)))])
    print(sorted("the Quick brown fox Jumps".split(), key=str.lower), sorted("hello", reverse=True))
    print(sorted(["file10", "file9", "File2", "file1b", "file1a"], key=natural))
    numbers = random.Random(7).sample(range(1000), 200)
    reference = sorted(numbers)
    print(all(sort(numbers) == reference for sort in (insertion, quick, shell, radix, heap)), reference[:5], reference[-3:])
    letters = [("b", 1), ("a", 1), ("b", 0), ("a", 0), ("c", 1)]
    letters.sort(key=lambda pair: pair[1])
    print(letters)
    letters.sort(key=lambda pair: pair[0], reverse=True)
    print(letters)
    loud = [Loud(n) for n in (3, 1, 2, 5, 4)]
    loud.sort()
    print(loud, Loud.compared, max(loud), min(loud, key=lambda l: -l.value))
    print([grade(score) for score in (33, 99, 77, 70, 89, 90, 100)])
    table = []
    for word in "pear apple fig banana cherry date apple".split():
        bisect.insort(table, word)
    print(table, bisect.bisect_left(table, "apple"), bisect.bisect_right(table, "apple"))
    keyed = [("a", 5), ("b", 10), ("c", 20)]
    print(bisect.bisect_left(keyed, 10, key=lambda pair: pair[1]), bisect.bisect(keyed, 10, key=lambda pair: pair[1]))
    print(heapq.nlargest(3, numbers), heapq.nsmallest(2, PEOPLE, key=lambda p: p[2]), list(heapq.merge([1, 4, 9], [2, 3, 10], [0])))
    for bad in ([1, "a"], [None, None], [1j, 2j], [{}, {}]):
        try:
            sorted(bad)
        except TypeError as error:
            print(error)
    mixed = [3, 1.5, True, 0, -2.5, 2**70, False]
    print(sorted(mixed), max(mixed), min(mixed), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], []]))
    scores = {"ann": 3, "bob": 5, "cy": 1}
    print(sorted(scores, key=scores.get), max(scores, key=scores.get), dict(sorted(scores.items(), key=lambda kv: -kv[1])))
    print(list(reversed(sorted(set("mississippi")))), max("apple", "fig", key=len), min([], default="empty"), sum([[1], [2]], []))
    victim = [3, 2, 1]
    try:
        victim.sort(key=lambda n: victim.append(n) or n)
    except ValueError as error:
        print(error)


main()
