"""Compile samples.py with CPython 3.14 and write what it makes: python record_code.py FOLDER

samples.pyc is the file as py_compile writes it (checked hash); samples.*.txt are dis.dis with several options, without
the addresses of code objects; samples.json holds the derived attributes of every code object.
"""
import dis
import io
import json
import marshal
import py_compile
import re
import sys

folder = sys.argv[1]
source = folder + "/samples.py"
pyc = folder + "/samples.pyc"
py_compile.compile(source, pyc, "samples.py", doraise=True, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)
with open(pyc, "rb") as file:
    code = marshal.loads(file.read()[16:])

OPTIONS = {
    "plain": {},
    "caches": {"show_caches": True, "show_offsets": True},
    "positions": {"show_positions": True},
    "shallow": {"depth": 0},
}
for name, options in OPTIONS.items():
    text = io.StringIO()
    dis.dis(code, file=text, **options)
    shown = re.sub(r"(<code object .*?) at 0x[0-9a-f]+(?=, file)", r"\1", text.getvalue())
    with open(f"{folder}/samples.{name}.txt", "w") as file:
        file.write(shown)

rows = []


def walk(code):
    rows.append({
        "qualname": code.co_qualname,
        "varnames": code.co_varnames,
        "cellvars": code.co_cellvars,
        "freevars": code.co_freevars,
        "nlocals": code.co_nlocals,
        "positions": list(code.co_positions()),
        "stacksize": code.co_stacksize,
        "handlers": [[e.start, e.end, e.target, e.depth, e.lasti] for e in dis._parse_exception_table(code)],
        "instructions": [[i.offset, i.start_offset, i.opname, i.arg, i.jump_target] for i in dis.get_instructions(code)],
    })
    for const in code.co_consts:
        if hasattr(const, "co_code"):
            walk(const)


walk(code)
with open(folder + "/samples.json", "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")
