"""Floats in attributes of instances, read and written in a loop."""
from timing import measure


class Body:
    def __init__(self, x, v):
        self.x = x
        self.v = v


def float_attributes(n):
    body = Body(0.0, 1.0)
    for _ in range(n):
        body.v = body.v * 0.999 - body.x * 0.01
        body.x = body.x + body.v * 0.01
    return body.x


measure("float_attributes", float_attributes, 400_000)
