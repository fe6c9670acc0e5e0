"""Texts made by formatting, joined, split and appended to."""
from timing import measure


def string_joining(n):
    parts = []
    for i in range(n):
        parts.append(f"{i}:{i * 2}")
    text = ",".join(parts)
    grown = ""
    for part in text.split(","):
        grown += part[0]
    return len(text) + len(grown)


measure("string_joining", string_joining, 100_000)
