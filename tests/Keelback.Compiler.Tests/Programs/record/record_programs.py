"""Records what the reference makes of the programs, for tests that run without it.

Usage: PYTHON record_programs.py SOURCES_FOLDER DATA_FOLDER
Writes NAME.jsonl for each NAME.py: a line for each code object that compiling it gives, at optimization level 0 and,
marked so, at level 2; a code object comes before those among its constants.
"""

import json
import pathlib
import sys
import warnings


def text(value):
    """JSON text for a constant, with its type; the items of a set are sorted, as their order says nothing."""
    if hasattr(value, "co_code"):
        return "code:" + value.co_qualname
    if isinstance(value, tuple):
        return "tuple:(" + ", ".join(map(text, value)) + ")"
    if isinstance(value, frozenset):
        return "frozenset:{" + ", ".join(sorted(map(text, value))) + "}"
    return type(value).__name__ + ":" + ascii(value)


def objects(code):
    yield code
    for value in code.co_consts:
        if hasattr(value, "co_code"):
            yield from objects(value)


def row(code, level):
    return {
        "level": level,
        "qualname": code.co_qualname,
        "name": code.co_name,
        "firstlineno": code.co_firstlineno,
        "argcounts": [code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount],
        "stacksize": code.co_stacksize,
        "flags": code.co_flags,
        "names": code.co_names,
        "varnames": code.co_varnames,
        "freevars": code.co_freevars,
        "cellvars": code.co_cellvars,
        "consts": [text(value) for value in code.co_consts],
        "code": code.co_code.hex(),
        "exceptiontable": code.co_exceptiontable.hex(),
        "linetable": code.co_linetable.hex(),
    }


def main(sources, data):
    warnings.simplefilter("ignore")
    for path in sorted(pathlib.Path(sources).glob("*.py")):
        source = path.read_text(encoding="utf-8")
        with open(pathlib.Path(data, path.stem + ".jsonl"), "w", encoding="utf-8", newline="\n") as output:
            for level in (0, 2):
                module = compile(source, path.name, "exec", dont_inherit=True, optimize=level)
                for code in objects(module):
                    output.write(json.dumps(row(code, level)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
