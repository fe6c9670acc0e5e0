"""Records what the reference says of syntax trees, for tests that run without it.

Usage: PYTHON record_ast.py OUTPUT_FOLDER SOURCE...
Writes classes.json (the classes of the ast module) and trees.json (for each snippet of the sources, which are separated
by lines of '# ---', the tree, its dumps and its unparsed text).
"""

import ast
import json
import pathlib
import sys


def node_classes():
    for name, value in vars(ast).items():
        if isinstance(value, type) and issubclass(value, ast.AST) and value.__module__ == "ast":
            if value is ast.AST or "Deprecated" in (value.__doc__ or "Deprecated"):
                continue
            yield name, value


def field_type(value):
    return value.__name__ if isinstance(value, type) and not hasattr(value, "__origin__") else str(value)


def classes():
    return {
        name: {
            "base": cls.__bases__[0].__name__,
            "fields": list(cls._fields),
            "attributes": list(cls._attributes),
            "types": {field: field_type(kind) for field, kind in getattr(cls, "_field_types", {}).items()},
        }
        for name, cls in node_classes()
    }


def constant(value):
    match value:
        case None:
            return {"c": "None"}
        case bool():
            return {"c": "bool", "v": value}
        case int():
            return {"c": "int", "v": str(value)}
        case float():
            return {"c": "float", "v": value.hex()}
        case complex():
            return {"c": "complex", "v": [value.real.hex(), value.imag.hex()]}
        case str():
            return {"c": "str", "v": [ord(character) for character in value]}
        case bytes():
            return {"c": "bytes", "v": list(value)}
        case tuple():
            return {"c": "tuple", "v": [constant(item) for item in value]}
        case frozenset():
            return {"c": "frozenset", "v": [constant(item) for item in value]}
        case _ if value is ...:
            return {"c": "ellipsis"}
    raise TypeError(value)


def tree(value, is_constant=False):
    if is_constant:
        return constant(value)
    if isinstance(value, list):
        return [tree(item) for item in value]
    if not isinstance(value, ast.AST):
        return value
    name = type(value).__name__
    if isinstance(value, (ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.expr_context)):
        return name
    result = {"_": name}
    for field in value._fields:
        of_constant = (name, field) in {("Constant", "value"), ("MatchSingleton", "value"), ("Interpolation", "str")}
        result[field] = tree(getattr(value, field), of_constant)
    if value._attributes:
        result["@"] = [value.lineno, value.col_offset, value.end_lineno, value.end_col_offset]
    return result


def snippet(source):
    mode = "exec"
    if source.startswith("# mode: "):
        header, _, source = source.partition("\n")
        mode = header.removeprefix("# mode: ")
    parsed = ast.parse(source, mode=mode, type_comments=True)
    return {
        "source": source,
        "tree": tree(parsed),
        "unparse": ast.unparse(parsed),
        "dump": ast.dump(parsed),
        "dump_positional": ast.dump(parsed, annotate_fields=False),
        "dump_attributes": ast.dump(parsed, include_attributes=True, show_empty=True),
        "dump_indented": ast.dump(parsed, indent=2),
        "dump_positional_indented": ast.dump(parsed, annotate_fields=False, indent="\t", show_empty=True),
    }


def main():
    folder = pathlib.Path(sys.argv[1])
    (folder / "classes.json").write_text(json.dumps(classes(), indent=1) + "\n")
    snippets = []
    for name in sys.argv[2:]:
        for part in pathlib.Path(name).read_text(encoding="utf-8").split("# ---\n"):
            snippets.append(snippet(part))
    lines = ",\n".join(json.dumps(item) for item in snippets)
    (folder / "trees.json").write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    main()
