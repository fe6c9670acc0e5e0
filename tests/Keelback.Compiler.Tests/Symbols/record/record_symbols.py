"""Records the symbol tables of the programs as the reference's symtable module shows them.

Usage: PYTHON record_symbols.py SOURCES_FOLDER OUTPUT
One JSON line for each program: the tree of its blocks. A symbol is the number that holds its flags and, above them, its
scope.
"""

import json
import pathlib
import symtable
import sys
import warnings

def block(table):
    return {
        "name": table.get_name(),
        "type": str(table.get_type().value),
        "line": table.get_lineno(),
        "nested": table.is_nested(),
        "symbols": table._table.symbols,
        "children": [block(child) for child in table.get_children()],
    }


def main(sources, output):
    warnings.simplefilter("ignore")
    with open(output, "w", encoding="utf-8", newline="\n") as file:
        for path in sorted(pathlib.Path(sources).glob("*.py")):
            table = symtable.symtable(path.read_text(encoding="utf-8"), path.name, "exec")
            file.write(json.dumps({"program": path.stem, "top": block(table)}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
