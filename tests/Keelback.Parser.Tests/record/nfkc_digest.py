"""Prints the digest in IdentifierTests.

usage: PYTHON nfkc_digest.py
"""
import hashlib
import unicodedata

digest = hashlib.sha256()
for i in range(0x80, 0x110000):
    if not 0xD800 <= i < 0xE000 and ("a" + chr(i)).isidentifier():
        text = "a" + chr(i) + "\u0327\u0301" + chr(i)
        digest.update(unicodedata.normalize("NFKC", text).encode())
print(digest.hexdigest())
