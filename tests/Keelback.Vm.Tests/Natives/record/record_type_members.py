"""Records the dicts of CPython's built-in types, as data for TypeMembersTests.

    python3.14 -I -S record_type_members.py > ../type-members.json

A member is the type of what stands in the dict, with its __text_signature__ where it has one.
"""

import json


def walk(cls, found):
    for sub in type.__subclasses__(cls):
        if sub.__module__ in ("builtins", "types") and sub not in found and not sub.__flags__ & 1 << 9:
            found.append(sub)
            walk(sub, found)


def describe(value):
    signature = getattr(value, "__text_signature__", None)
    kind = type(value).__name__
    return f"{kind} {signature}" if isinstance(signature, str) and kind != "type" else kind


def main():
    types = [object]
    walk(object, types)
    entries = {}
    for cls in sorted(types, key=lambda cls: cls.__name__):
        if not issubclass(cls, BaseException):
            members = vars(cls).items()
            entries[cls.__name__] = {
                "base": cls.__base__.__name__ if cls.__base__ else None,
                "final": not cls.__flags__ & 1 << 10,
                "members": {name: describe(value) for name, value in sorted(members)},
            }
    print(json.dumps(entries, indent=1))


main()
