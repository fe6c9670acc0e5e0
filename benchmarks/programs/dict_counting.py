"""Words counted in a dict."""
from timing import measure

WORDS = ("the quick brown fox jumps over the lazy dog and the cat sat on the mat " * 2000).split()


def dict_counting(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    for word in words:
        if word in counts:
            counts[word] += 1
    return counts["the"]


measure("dict_counting", dict_counting, WORDS)
