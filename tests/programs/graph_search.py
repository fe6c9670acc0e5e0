"""Searches in graphs: breadth and depth first, Dijkstra, A*, topological order, components, spanning trees."""
import heapq
from collections import defaultdict, deque
from itertools import count

ROADS = """
Arad Zerind 75; Arad Sibiu 140; Arad Timisoara 118; Zerind Oradea 71; Oradea Sibiu 151; Timisoara Lugoj 111
Lugoj Mehadia 70; Mehadia Drobeta 75; Drobeta Craiova 120; Craiova Rimnicu 146; Craiova Pitesti 138
Sibiu Fagaras 99; Sibiu Rimnicu 80; Rimnicu Pitesti 97; Fagaras Bucharest 211; Pitesti Bucharest 101
Bucharest Giurgiu 90; Bucharest Urziceni 85; Urziceni Hirsova 98; Hirsova Eforie 86; Urziceni Vaslui 142
"""


def read(text):
    graph = defaultdict(dict)
    for entry in text.replace("\n", ";").split(";"):
        if entry.strip():
            a, b, length = entry.split()
            graph[a][b] = graph[b][a] = int(length)
    return graph


def breadth_first(graph, start, goal):
    queue, came = deque([start]), {start: None}
    while queue:
        place = queue.popleft()
        if place == goal:
            break
        for neighbour in sorted(graph[place]):
            if neighbour not in came:
                came[neighbour] = place
                queue.append(neighbour)
    return path(came, goal)


def path(came, goal):
    route = []
    while goal is not None:
        route.append(goal)
        goal = came[goal]
    return route[::-1]


def depth_first(graph, place, seen=None):
    seen = set() if seen is None else seen
    seen.add(place)
    yield place
    for neighbour in sorted(graph[place]):
        if neighbour not in seen:
            yield from depth_first(graph, neighbour, seen)


def dijkstra(graph, start):
    distance, came, queue = {start: 0}, {start: None}, [(0, start)]
    while queue:
        so_far, place = heapq.heappop(queue)
        if so_far > distance[place]:
            continue
        for neighbour, length in graph[place].items():
            total = so_far + length
            if total < distance.get(neighbour, float("inf")):
                distance[neighbour], came[neighbour] = total, place
                heapq.heappush(queue, (total, neighbour))
    return distance, came


def a_star(grid, start, goal):
    order = count()
    guess = lambda p: abs(p[0] - goal[0]) + abs(p[1] - goal[1])
    queue, cost, came = [(guess(start), next(order), start)], {start: 0}, {start: None}
    while queue:
        _, _, (x, y) = heapq.heappop(queue)
        if (x, y) == goal:
            return path(came, goal)
        for step in ((x + 1, y), (x, y + 1), (x - 1, y), (x, y - 1)):
            if 0 <= step[1] < len(grid) and 0 <= step[0] < len(grid[0]) and grid[step[1]][step[0]] != "#":
                new = cost[x, y] + 1
                if new < cost.get(step, 10**9):
                    cost[step], came[step] = new, (x, y)
                    heapq.heappush(queue, (new + guess(step), next(order), step))
    return None


def topological(needs):
    done, order, active = set(), [], []

    def visit(node):
        if node in active:
            raise ValueError("cycle: " + " -> ".join(active[active.index(node):] + [node]))
        if node not in done:
            active.append(node)
            for need in needs.get(node, ()):
                visit(need)
            active.pop()
            done.add(node)
            order.append(node)

    for node in needs:
        visit(node)
    return order


def spanning_tree(graph):
    parent = {place: place for place in graph}

    def find(place):
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    edges = sorted((length, a, b) for a in graph for b, length in graph[a].items() if a < b)
    for length, a, b in edges:
        if (root := find(a)) != (other := find(b)):
            parent[root] = other
            yield length, a, b


def main():
    graph = read(ROADS)
    print(len(graph), "towns,", sum(map(len, graph.values())) // 2, "roads")
    print(" > ".join(breadth_first(graph, "Arad", "Bucharest")))
    print(" > ".join(depth_first(graph, "Arad")))
    distance, came = dijkstra(graph, "Arad")
    print(" > ".join(path(came, "Bucharest")), distance["Bucharest"])
    for town, length in sorted(distance.items(), key=lambda item: -item[1])[:4]:
        print(f"  {town:<12}{length:>5}")
    tree = list(spanning_tree(graph))
    print(len(tree), "edges,", sum(edge[0] for edge in tree), "km:", *tree[:3])
    grid = ["....#...", ".##.#.#.", ".#....#.", ".#.####.", "...#...."]
    route = a_star(grid, (0, 0), (7, 4))
    print("\n".join("".join("*" if (x, y) in route else c for x, c in enumerate(row)) for y, row in enumerate(grid)))
    print(len(route) - 1, "steps; blocked:", a_star(["..#.", "..#."], (0, 0), (3, 0)))
    needs = {"shoes": ["socks", "trousers"], "jacket": ["shirt", "belt"], "belt": ["trousers"], "tie": ["shirt"]}
    print(topological(needs))
    try:
        topological({"a": ["b"], "b": ["c"], "c": ["a"]})
    except ValueError as error:
        print(error)


main()
