"""Writes what normal form KC does to the characters that identifiers may have.

usage: PYTHON nfkc.py > src/Keelback.Parser/Unicode/nfkc.txt

The Python that runs it gives the facts (its unicodedata). Lines, with all numbers in hexadecimal:
  D CHARACTER PART...          its full compatibility decomposition (Hangul syllables are computed)
  K CLASS FIRST-LAST,...       the characters of a combining class
  C FIRST SECOND CHARACTER     a composition
"""
import sys
import unicodedata

characters = [chr(i) for i in range(0x80, 0x110000)
              if not 0xD800 <= i < 0xE000 and not 0xAC00 <= i < 0xD7A4 and ("a" + chr(i)).isidentifier()]


def ranges(numbers):
    start = last = None
    for n in numbers:
        if last is not None and n == last + 1:
            last = n
            continue
        if start is not None:
            yield start, last
        start = last = n
    if start is not None:
        yield start, last


print("# Normal form KC of identifiers' characters, Unicode " + unicodedata.unidata_version
      + "; written by tests/Keelback.Parser.Tests/record/nfkc.py.")
parts = set()
for c in characters:
    d = unicodedata.normalize("NFKD", c)
    parts.update(d)
    if d != c:
        print("D %X %s" % (ord(c), " ".join("%X" % ord(x) for x in d)))
classes = {}
for c in sorted(parts | set(characters)):
    if unicodedata.combining(c):
        classes.setdefault(unicodedata.combining(c), []).append(ord(c))
for k in sorted(classes):
    print("K %X %s" % (k, ",".join("%X-%X" % r for r in ranges(classes[k]))))
for i in range(0x80, 0x110000):
    if 0xAC00 <= i < 0xD7A4 or 0xD800 <= i < 0xE000:
        continue
    c = chr(i)
    d = unicodedata.decomposition(c)
    if d and not d.startswith("<") and " " in d and unicodedata.normalize("NFC", c) == c:
        print("C %s %X" % (d, i))
sys.stdout.flush()
