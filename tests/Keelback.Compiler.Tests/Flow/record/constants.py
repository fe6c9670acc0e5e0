"""How the recorded data spell constants: a list of a letter and what belongs to it."""
import struct


def bits(value):
    return struct.pack(">d", value).hex()


def encode(value):
    kind = type(value)
    if value is None:
        return ["n"]
    if value is ...:
        return ["e"]
    if kind is bool:
        return ["b", value]
    if kind is int:
        return ["i", str(value)]
    if kind is float:
        return ["f", bits(value)]
    if kind is complex:
        return ["c", bits(value.real), bits(value.imag)]
    if kind is str:
        if len(value) > 50 and value == value[0] * len(value) and value[0] < "\x7f":
            return ["r", value[0], len(value)]
        if any("\ud800" <= character <= "\udfff" for character in value):
            return ["p", [ord(character) for character in value]]
        return ["s", value]
    if kind is bytes:
        return ["y", value.hex()]
    if kind is tuple:
        return ["t", [encode(item) for item in value]]
    if kind is frozenset:
        return ["z", sorted((encode(item) for item in value), key=str)]
    if kind is slice:
        return ["l", encode(value.start), encode(value.stop), encode(value.step)]
    return ["o", value.co_qualname, value.co_firstlineno]
