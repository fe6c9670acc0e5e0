"""Write what CPython 3.14 says of its instructions to Reference/opcodes.json: python record_opcodes.py FOLDER"""
import _opcode
import dis
import importlib.util
import json
import opcode
import sys

OPARGS = (0, 1, 2, 3, 5, 16, 17, 255, 256, 259, 515, 4000)


def effect(number, oparg, jump):
    try:
        return dis.stack_effect(number, oparg, jump=jump)
    except ValueError:
        return None


rows = {
    "magic": int.from_bytes(importlib.util.MAGIC_NUMBER[:2], "little"),
    "have_argument": opcode.HAVE_ARGUMENT,
    "opmap": opcode.opmap,
    "specialized": opcode._specialized_opmap,
    "families": opcode._specializations,
    "caches": opcode._inline_cache_entries,
    "cache_format": opcode._cache_format,
    "nb_ops": opcode._nb_ops,
    "cmp_op": opcode.cmp_op,
    "intrinsic_1": opcode._intrinsic_1_descs,
    "intrinsic_2": opcode._intrinsic_2_descs,
    "special_methods": opcode._special_method_names,
    "common_constants": [item.__name__ for item in opcode._common_constants],
    "opargs": OPARGS,
    "effects": {},
}
for kind in ("arg", "jump", "local", "name", "const", "free", "exc", "compare"):
    rows["has" + kind] = getattr(opcode, "has" + kind)
for name, number in opcode.opmap.items():
    opargs = OPARGS if number in opcode.hasarg else (None,)
    rows["effects"][name] = [[effect(number, oparg, jump) for jump in (True, False, None)] for oparg in opargs]

with open(sys.argv[1] + "/opcodes.json", "w") as file:
    file.write("{\n" + ",\n".join(json.dumps(key) + ": " + json.dumps(value) for key, value in rows.items()) + "\n}\n")
