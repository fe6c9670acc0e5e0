"""Lists made by append and by comprehension, indexed and summed."""
from timing import measure


def list_building(n):
    squares = []
    for i in range(n):
        squares.append(i * i)
    evens = [value for value in squares if value % 2 == 0]
    total = 0
    for i in range(len(evens)):
        total += evens[i]
    return total


measure("list_building", list_building, 300_000)
