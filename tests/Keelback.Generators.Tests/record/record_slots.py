"""Writes which slot wrappers the built-in types of a CPython have, with their signatures.

Usage: python3.14 record_slots.py > ../Slots/slot_wrappers.json
"""
import json
import types


def all_types(cls, seen):
    if cls in seen or not hasattr(cls, "__subclasses__"):
        return
    seen.add(cls)
    for derived in type.__subclasses__(cls):
        all_types(derived, seen)


def main():
    seen = set()
    all_types(object, seen)
    wrappers = {}
    for cls in seen:
        for name, value in vars(cls).items():
            if isinstance(value, types.WrapperDescriptorType) and name == value.__name__:
                wrappers.setdefault(name, set()).add(value.__text_signature__)
    print(json.dumps({name: sorted(found) for name, found in sorted(wrappers.items())}, indent=1))


main()
