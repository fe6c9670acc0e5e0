"""Rabbits and foxes on a torus: a small simulation with a fixed seed."""
import random
import statistics
from collections import Counter

WIDTH, HEIGHT = 16, 8
DIRECTIONS = [(-1, 0), (1, 0), (0, -1), (0, 1)]


class Animal:
    symbol = "?"
    count = 0

    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.age = 0
        type(self).count += 1

    def step(self, world):
        self.age += 1
        dx, dy = world.random.choice(DIRECTIONS)
        self.x = (self.x + dx) % WIDTH
        self.y = (self.y + dy) % HEIGHT

    @property
    def place(self):
        return self.x, self.y

    def __repr__(self):
        return f"{type(self).__name__}({self.x}, {self.y}, age={self.age})"


class Rabbit(Animal):
    symbol = "r"

    def step(self, world):
        super().step(world)
        if self.age % 4 == 0 and len(world.animals) < 90:
            world.born.append(Rabbit(self.x, self.y))


class Fox(Animal):
    symbol = "F"

    def __init__(self, x, y, energy=6):
        super().__init__(x, y)
        self.energy = energy

    def step(self, world):
        super().step(world)
        self.energy -= 1
        for other in world.at(self.place):
            if isinstance(other, Rabbit) and other not in world.dead:
                world.dead.add(other)
                self.energy += 4
                break
        if self.energy <= 0:
            world.dead.add(self)
        elif self.energy > 12:
            self.energy //= 2
            world.born.append(Fox(self.x, self.y, self.energy))


class World:
    def __init__(self, seed, rabbits, foxes):
        self.random = random.Random(seed)
        self.animals = []
        self.born = []
        self.dead = set()
        for kind, number in ((Rabbit, rabbits), (Fox, foxes)):
            for _ in range(number):
                self.animals.append(kind(self.random.randrange(WIDTH), self.random.randrange(HEIGHT)))

    def at(self, place):
        return [animal for animal in self.animals if animal.place == place]

    def step(self):
        self.born.clear()
        self.dead.clear()
        for animal in self.animals:
            if animal not in self.dead:
                animal.step(self)
        self.animals = [a for a in self.animals if a not in self.dead] + self.born

    def census(self):
        return Counter(type(animal).__name__ for animal in self.animals)

    def draw(self):
        rows = [["."] * WIDTH for _ in range(HEIGHT)]
        for animal in self.animals:
            rows[animal.y][animal.x] = animal.symbol
        return "\n".join("".join(row) for row in rows)


def main():
    world = World(seed=2024, rabbits=30, foxes=4)
    print(world.draw())
    history = []
    for day in range(1, 31):
        world.step()
        census = world.census()
        history.append(census["Rabbit"])
        if day % 5 == 0:
            print(f"day {day:2}: rabbits {census['Rabbit']:3} foxes {census['Fox']:2}")
    print(world.draw())
    print("mean", round(statistics.mean(history), 3), "stdev", round(statistics.stdev(history), 3))
    print("median", statistics.median(history), "max on day", history.index(max(history)) + 1)
    print("ever born:", Rabbit.count, Fox.count, Animal.count)
    oldest = max(world.animals, key=lambda animal: (animal.age, animal.place))
    print("oldest:", oldest)


if __name__ == "__main__":
    main()
