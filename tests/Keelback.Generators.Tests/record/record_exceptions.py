"""Writes the exception tree of a CPython: bases, members and aliases of each, and the default warning filters.

Usage: python3.14 -I record_exceptions.py > ../Exceptions/exceptions.json
"""
import builtins
import errno
import json
import types
import warnings


def main():
    exceptions = {}
    aliases = {}
    for name in dir(builtins):
        cls = getattr(builtins, name)
        if not isinstance(cls, type) or not issubclass(cls, BaseException):
            continue
        if cls.__name__ != name:
            aliases.setdefault(cls.__name__, []).append(name)
            continue
        members = [
            key for key, value in vars(cls).items()
            if isinstance(value, types.MemberDescriptorType) and not key.startswith("__")
        ]
        exceptions[name] = {"bases": [base.__name__ for base in cls.__bases__], "members": members}
    for name, others in aliases.items():
        exceptions[name]["aliases"] = others
    numbers = {}
    for number, name in sorted(errno.errorcode.items()):
        made = type(OSError(number, "")).__name__
        if made != "OSError":
            numbers[name] = [number, made]
    filters = [[action, category.__name__, module] for action, _, category, module, _ in warnings.filters]
    print(json.dumps({"exceptions": exceptions, "errno": numbers, "filters": filters}, indent=1))


main()
