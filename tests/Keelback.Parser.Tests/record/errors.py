"""Records what CPython says of broken sources.

usage: PYTHON errors.py CASES OUT

CASES has a line "---- MODE" before each source; the line end behind a source is not part of it. OUT gets one JSON
object a line: mode, source, and the error's type, message, lineno, offset, end_lineno and end_offset, or no type where
the source parses.
"""
import ast
import json
import sys
import warnings

warnings.simplefilter("ignore")
cases = []
with open(sys.argv[1], encoding="utf-8", newline="\n") as file:
    for line in file:
        if line.startswith("---- "):
            cases.append((line[5:].strip(), []))
        else:
            cases[-1][1].append(line)
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for mode, lines in cases:
        source = "".join(lines)[:-1]
        case = {"mode": mode, "source": source}
        try:
            compile(source, "<case>", mode, ast.PyCF_ONLY_AST, dont_inherit=True)
        except SyntaxError as e:
            case.update(type=type(e).__name__, message=e.msg, line=e.lineno, offset=e.offset,
                        end_line=e.end_lineno, end_offset=e.end_offset)
        out.write(json.dumps(case, ensure_ascii=False) + "\n")
