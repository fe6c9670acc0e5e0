"""Chance with a fixed seed: dice, cards, Monte Carlo, a random walk, and what statistics makes of them."""
import math
import random
import statistics
from collections import Counter
from fractions import Fraction


def roll(dice, source):
    return sum(source.randint(1, 6) for _ in range(dice))


def exact(dice):
    ways = {0: 1}
    for _ in range(dice):
        following = Counter()
        for total, count in ways.items():
            for face in range(1, 7):
                following[total + face] += count
        ways = following
    return {total: Fraction(count, 6 ** dice) for total, count in ways.items()}


def estimate_pi(n, source):
    inside = sum(math.hypot(source.random(), source.random()) <= 1 for _ in range(n))
    return 4 * inside / n


def walk(steps, source):
    x = y = 0
    for _ in range(steps):
        dx, dy = source.choice([(0, 1), (0, -1), (1, 0), (-1, 0)])
        x, y = x + dx, y + dy
    return x, y, math.dist((0, 0), (x, y))


def bar(value, scale=200):
    return "#" * round(float(value) * scale)


def main():
    source = random.Random(12345)
    seen = Counter(roll(2, source) for _ in range(2000))
    for total, chance in sorted(exact(2).items()):
        print(f"{total:2} {float(chance):.4f} {seen[total] / 2000:.4f} {bar(chance)}")
    print(estimate_pi(5000, source), walk(500, source))
    deck = [rank + suit for suit in "SHDC" for rank in "A23456789TJQK"]
    source.shuffle(deck)
    print(deck[:5], source.sample(deck, 3), source.choices("abc", weights=[5, 1, 1], k=10), source.randrange(0, 100, 7))
    print([round(value, 6) for value in (source.random(), source.uniform(2, 3), source.gauss(0, 1), source.expovariate(2), source.triangular(0, 10, 5),
                                         source.betavariate(2, 3), source.normalvariate(5, 2), source.gammavariate(2, 1))])
    state = source.getstate()
    first = [source.getrandbits(40) for _ in range(3)]
    source.setstate(state)
    print(first == [source.getrandbits(40) for _ in range(3)], first, source.randbytes(4))
    random.seed("text seed")
    print(random.randint(1, 10**6), random.random(), random.Random(b"x").randint(0, 9), random.Random(1.5).random())
    heights = [168.0, 181.5, 175.25, 162.0, 170.0, 166.5, 181.5]
    print(statistics.mean(heights), statistics.median(heights), statistics.mode(heights), statistics.pstdev(heights), statistics.variance(heights))
    print(statistics.fmean(heights), statistics.geometric_mean([1, 2, 4]), statistics.harmonic_mean([40, 60]), statistics.quantiles(heights, n=4))
    print(statistics.mean([Fraction(1, 3), Fraction(1, 6)]), statistics.multimode("aabbc"), statistics.median_low([1, 2, 3, 4]), statistics.median_high([1, 2, 3, 4]))
    slope, intercept = statistics.linear_regression([1, 2, 3, 4], [2.1, 3.9, 6.2, 7.8])
    print(round(slope, 10), round(intercept, 10), round(statistics.correlation([1, 2, 3], [2, 4, 7]), 10), statistics.covariance([1, 2, 3], [1, 5, 9]))
    normal = statistics.NormalDist(100, 15)
    print(round(normal.cdf(130), 6), round(normal.inv_cdf(0.9), 6), normal + 5, round(normal.overlap(statistics.NormalDist(110, 15)), 6))
    for bad in (lambda: statistics.mean([]), lambda: statistics.stdev([1]), lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randint(5, 1)):
        try:
            print(bad())
        except (ValueError, IndexError) as error:
            print(type(error).__name__, error)
    print(math.fsum([0.1] * 10), sum([0.1] * 10), math.prod([1, 2, 3.5]), math.isclose(0.1 + 0.2, 0.3), math.floor(-2.5), math.ceil(2.1), math.trunc(-2.9))
    print(math.modf(3.25), math.frexp(10.0), math.ldexp(0.5, 4), math.copysign(3, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.degrees(math.pi), math.erf(0.5))


main()
