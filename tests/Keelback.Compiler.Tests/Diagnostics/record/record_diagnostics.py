"""Records the errors and warnings that the reference has for snippets, for tests that run without it.

Usage: PYTHON record_diagnostics.py SNIPPETS OUTPUT
The snippets stand between lines of '# ---'. Each must parse: what is recorded is said by the symbol table or by the
code generator. Positions are lineno, offset, end_lineno and end_offset of the error.
"""

import json
import pathlib
import sys
import warnings


def record(source):
    result = {"source": source}
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            compile(source, "snippet", "exec", dont_inherit=True)
        except SyntaxError as error:
            result["error"] = error.msg
            result["position"] = [error.lineno, error.offset, error.end_lineno, error.end_offset]
    result["warnings"] = [[str(warning.message), warning.lineno] for warning in seen]
    return result


def main(snippets, output):
    sources = pathlib.Path(snippets).read_text(encoding="utf-8").split("# ---\n")
    with open(output, "w", encoding="utf-8", newline="\n") as file:
        for source in sources:
            file.write(json.dumps(record(source)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
