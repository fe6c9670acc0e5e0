"""Recursion: towers, queens, permutations, knapsack, sudoku, flood fill, and what happens when it never ends."""
import sys

SUDOKU = """
53..7.... 6..195... .98....6. 8...6...3 4..8.3..1 7...2...6 .6....28. ...419..5 ....8..79
"""


def hanoi(n, source="A", target="C", spare="B"):
    if n:
        yield from hanoi(n - 1, source, spare, target)
        yield source + target
        yield from hanoi(n - 1, spare, target, source)


def queens(size, row=0, columns=(), result=None):
    result = [] if result is None else result
    if row == size:
        result.append(columns)
    for column in range(size):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(columns)):
            queens(size, row + 1, columns + (column,), result)
    return result


def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for index, item in enumerate(items):
        for rest in permutations(items[:index] + items[index + 1:]):
            yield item + rest


def knapsack(items, capacity):
    if not items:
        return 0, ()
    (name, weight, value), *rest = items
    without = knapsack(rest, capacity)
    if weight > capacity:
        return without
    total, chosen = knapsack(rest, capacity - weight)
    return max(without, (total + value, (name, *chosen)))


def solve(board):
    try:
        spot = board.index(".")
    except ValueError:
        return board
    row, column = divmod(spot, 9)
    box = row // 3 * 27 + column // 3 * 3
    used = set(board[row * 9:row * 9 + 9]) | set(board[column::9]) | {board[box + r * 9 + c] for r in range(3) for c in range(3)}
    for digit in "123456789":
        if digit not in used and (done := solve(board[:spot] + digit + board[spot + 1:])):
            return done
    return None


def flatten(value):
    return [leaf for part in value for leaf in flatten(part)] if isinstance(value, (list, tuple)) else [value]


def fill(rows, x, y):
    if 0 <= y < len(rows) and 0 <= x < len(rows[0]) and rows[y][x] == ".":
        rows[y][x] = "~"
        return 1 + sum(fill(rows, x + dx, y + dy) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)))
    return 0


def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


def is_even(n):
    return n == 0 or is_odd(n - 1)


def is_odd(n):
    return n != 0 and is_even(n - 1)


def forever(n):
    return forever(n + 1) + 1


class Endless:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __repr__(self):
        return repr(self)


def merge_sort(items, key=lambda item: item):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right = merge_sort(items[:middle], key), merge_sort(items[middle:], key)
    merged = []
    while left and right:
        merged.append((left if key(left[0]) <= key(right[0]) else right).pop(0))
    return merged + left + right


def tree(depth, indent=""):
    print(indent + f"level {depth}")
    if depth:
        for _ in range(2 if depth == 1 else 1):
            tree(depth - 1, indent + "  ")


def main():
    moves = list(hanoi(5))
    print(len(moves), " ".join(moves[:8]))
    print(len(queens(6)), queens(6)[0], len(queens(7)))
    print(" ".join(permutations("abcd")))
    print(knapsack([("gold", 5, 60), ("silver", 4, 40), ("lamp", 3, 38), ("rope", 2, 15), ("map", 1, 9)], 9))
    solved = solve(SUDOKU.replace(" ", "").strip())
    for start in range(0, 81, 27):
        print(solved[start:start + 9], solved[start + 9:start + 18], solved[start + 18:start + 27])
    print(flatten([1, [2, (3, [4, []]), 5], "six"]), ackermann(2, 6), is_even(300), is_odd(300))
    rows = [list(row) for row in ("..#..", ".##.#", "#....")]
    print(fill(rows, 0, 0), fill(rows, 4, 0), ["".join(row) for row in rows])
    print(merge_sort([5, 2, 9, 1, 5, 6]), merge_sort("the Quick brown Fox".split(), str.lower))
    tree(3)
    for endless in (lambda: forever(0), lambda: repr(Endless()), lambda: Endless().a):
        try:
            endless()
        except RecursionError as error:
            print("RecursionError", str(error).startswith("maximum recursion depth exceeded"))
    deep = []
    for _ in range(50):
        deep = [deep]
    print(len(repr(deep)), sys.getrecursionlimit())
    own = [1]
    own.append(own)
    mapping = {"self": own}
    mapping["map"] = mapping
    print(own, mapping)


main()
