"""Matrices with operators, exact elimination over fractions of our own, and powers."""
import math
import operator
from functools import reduce


class Ratio:
    __slots__ = ("top", "bottom")

    def __init__(self, top, bottom=1):
        if bottom == 0:
            raise ZeroDivisionError("Ratio(%s, 0)" % top)
        if bottom < 0:
            top, bottom = -top, -bottom
        divisor = math.gcd(top, bottom)
        self.top, self.bottom = top // divisor, bottom // divisor

    @staticmethod
    def of(value):
        return value if isinstance(value, Ratio) else Ratio(value)

    def __add__(self, other):
        if not isinstance(other, (int, Ratio)):
            return NotImplemented
        other = Ratio.of(other)
        return Ratio(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)

    __radd__ = __add__

    def __neg__(self):
        return Ratio(-self.top, self.bottom)

    def __sub__(self, other):
        return self + -Ratio.of(other)

    def __rsub__(self, other):
        return Ratio.of(other) - self

    def __mul__(self, other):
        if not isinstance(other, (int, Ratio)):
            return NotImplemented
        other = Ratio.of(other)
        return Ratio(self.top * other.top, self.bottom * other.bottom)

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = Ratio.of(other)
        return Ratio(self.top * other.bottom, self.bottom * other.top)

    def __eq__(self, other):
        other = Ratio.of(other)
        return (self.top, self.bottom) == (other.top, other.bottom)

    def __hash__(self):
        return hash((self.top, self.bottom))

    def __bool__(self):
        return self.top != 0

    def __repr__(self):
        return str(self.top) if self.bottom == 1 else f"{self.top}/{self.bottom}"


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows differ in length")

    @classmethod
    def identity(cls, size):
        return cls([[int(i == j) for j in range(size)] for i in range(size)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __getitem__(self, key):
        if isinstance(key, tuple):
            row, column = key
            return self.rows[row][column]
        return self.rows[key]

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        columns = list(zip(*other.rows))
        return Matrix([[sum(map(operator.mul, row, column)) for column in columns] for row in self.rows])

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(*pair)] for pair in zip(self.rows, other.rows)])

    def __mul__(self, factor):
        return Matrix([[value * factor for value in row] for row in self.rows])

    __rmul__ = __mul__

    def __pow__(self, exponent):
        result, base = Matrix.identity(len(self.rows)), self
        while exponent:
            if exponent & 1:
                result = result @ base
            base = base @ base
            exponent >>= 1
        return result

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def inverse(self):
        size = len(self.rows)
        work = [[Ratio.of(v) for v in row] + [Ratio(int(i == j)) for j in range(size)] for i, row in enumerate(self.rows)]
        for column in range(size):
            pivot = next((r for r in range(column, size) if work[r][column]), None)
            if pivot is None:
                raise ArithmeticError("singular matrix")
            work[column], work[pivot] = work[pivot], work[column]
            lead = work[column][column]
            work[column] = [value / lead for value in work[column]]
            for r in range(size):
                if r != column and work[r][column]:
                    factor = work[r][column]
                    work[r] = [a - factor * b for a, b in zip(work[r], work[column])]
        return Matrix([row[size:] for row in work])

    def determinant(self):
        if len(self.rows) == 1:
            return self.rows[0][0]
        return sum((-1) ** j * self.rows[0][j] * Matrix([row[:j] + row[j + 1:] for row in self.rows[1:]]).determinant()
                   for j in range(len(self.rows)))

    def __str__(self):
        cells = [[str(value) for value in row] for row in self.rows]
        widths = [max(map(len, column)) for column in zip(*cells)]
        return "\n".join("[" + "  ".join(c.rjust(w) for c, w in zip(row, widths)) + "]" for row in cells)


def main():
    m = Matrix([[2, 1, 0], [1, 3, 1], [0, 1, 4]])
    print(m, m.shape, m[1, 2], m[0], sep="\n")
    print("det", m.determinant())
    inverse = m.inverse()
    print(inverse)
    print(m @ inverse)
    print((Matrix([[1, 1], [1, 0]]) ** 90)[0, 1])
    print(3 * m + m.T * -1)
    print(reduce(operator.matmul, [Matrix([[0, 1], [1, 1]])] * 10))
    for bad in (lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: m @ Matrix([[1, 2]]), lambda: Matrix([[1], [2, 3]])):
        try:
            bad()
        except (ArithmeticError, ValueError) as error:
            print(type(error).__name__, error)
    angle = math.pi / 6
    turn = Matrix([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    print([[round(value, 9) + 0.0 for value in row] for row in (turn ** 12).rows])
    try:
        Ratio(1, 2) + "x"
    except TypeError as error:
        print(error)


main()
