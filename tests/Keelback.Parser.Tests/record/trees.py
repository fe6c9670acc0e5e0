"""Records the trees of the snippets, one top-level statement a line.

usage: PYTHON trees.py SNIPPETS      (writes NAME.ast.txt beside each NAME.py)
"""
import ast
import pathlib
import sys
import warnings

warnings.simplefilter("ignore")
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.py")):
    source = path.read_bytes().decode("utf-8")
    tree = ast.parse(source, type_comments=path.stem == "typecomments")
    lines = [ast.dump(node, include_attributes=True) for node in tree.body + tree.type_ignores]
    path.with_suffix(".ast.txt").write_text("".join(line + "\n" for line in lines), encoding="utf-8")
