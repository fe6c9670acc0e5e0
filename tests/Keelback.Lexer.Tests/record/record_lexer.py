"""Records what the reference interpreter says of tokens, errors, literals and encodings.

Usage: PYTHON record_lexer.py, with the interpreter that is to be the reference. Writes ../recorded/*.json.
Columns are recorded in bytes of UTF-8, as the lexer counts them.
"""
import ast
import io
import json
import pathlib
import re
import struct
import tokenize
import warnings

import _tokenize

import cases

HERE = pathlib.Path(__file__).parent
OUT = HERE.parent / "recorded"


def byte_column(line, column):
    return len(line[:column].encode()) + max(0, column - len(line))


def lossless(source):
    lines = io.StringIO(source, newline="").readlines() + [""]
    result = []
    for t in tokenize.generate_tokens(io.StringIO(source, newline="").readline):
        (l, c), (el, ec) = t.start, t.end
        at = lambda n: lines[n - 1] if n <= len(lines) else ""
        result.append([t.exact_type, l, byte_column(at(l), c), el, byte_column(at(el), ec), t.string])
    return result


def compact(source):
    """The parser's own tokens. Those without text have no column here."""
    lines = io.StringIO(source, newline="").readlines() + [""]
    result = []
    for kind, _, (l, c), (el, ec), _ in _tokenize.TokenizerIter(io.StringIO(source, newline="").readline, extra_tokens=False):
        at = lambda n: lines[n - 1] if n <= len(lines) else ""
        result.append([kind, l, -1 if c < 0 else byte_column(at(l), c), el, -1 if ec < 0 else byte_column(at(el), ec)])
    return result


def number(value, otherwise):
    return otherwise if value is None else value


LEXER_ERRORS = re.compile(
    r"invalid (decimal|hexadecimal|octal|binary|imaginary) literal|invalid digit|leading zeros|prefixes are incompatible"
    r"|^unterminated|-string: expecting '}'$|single '}'|newlines are not|nested|unmatched|closing parenthesis|never closed"
    r"|line continuation character|unexpected EOF|tabs and spaces|unindent does not|too many|^invalid character"
    r"|non-printable|null bytes")
LEXER_WARNINGS = re.compile(r"literal$|\\[{}]\"")


def error(source):
    """None where the parser, not the lexer, refuses the source."""
    result = {"source": source, "error": None}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "f", "exec", ast.PyCF_ONLY_AST)
        except SyntaxError as e:
            if not LEXER_ERRORS.search(e.msg):
                return None
            result["error"] = [
                type(e).__name__, e.msg, number(e.lineno, -1), number(e.offset, 0),
                number(e.end_lineno, -1), number(e.end_offset, 0)]
    result["warnings"] = [
        [str(w.message), w.lineno] for w in caught if LEXER_WARNINGS.search(str(w.message))]
    return result


def literal(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            value = compile(source, "f", "eval", ast.PyCF_ONLY_AST).body.value
        except SyntaxError as e:
            return {"source": source, "error": e.msg, "warnings": [str(w.message) for w in caught]}
    match value:
        case str():
            text = "str " + " ".join(f"{ord(c):x}" for c in value)
        case bytes():
            text = "bytes " + value.hex()
        case int():
            text = "int " + format(value, "x")
        case float():
            text = "float " + struct.pack(">d", value).hex()
        case complex():
            text = "imaginary " + struct.pack(">d", value.imag).hex()
    return {"source": source, "value": text.rstrip(), "warnings": [str(w.message) for w in caught]}


def encoding(data):
    result = {"bytes": data.hex()}
    try:
        tree = compile(data, "f", "exec", ast.PyCF_ONLY_AST)
    except SyntaxError as e:
        result["error"] = [e.msg, number(e.lineno, -1), number(e.offset, 0), number(e.end_lineno, -1), number(e.end_offset, 0)]
    else:
        result["strings"] = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]
    return result


def write(name, value):
    text = ",\n".join(json.dumps(item, ensure_ascii=True) for item in value)
    (OUT / name).write_text("[\n" + text + "\n]\n")


OUT.mkdir(exist_ok=True)
snippets = {p.stem: p.read_bytes().decode() for p in sorted((HERE / "snippets").glob("*.py"))} | cases.ODD_SOURCES
write("tokens.json", [
    {"name": k, "source": v, "lossless": lossless(v), "compact": None if "\r" in v or not v else compact(v)} for k, v in snippets.items()])
write("errors.json", [e for e in map(error, cases.ERRORS) if e])
write("literals.json", [literal(s) for s in cases.LITERALS])
write("encodings.json", [encoding(b) for b in cases.ENCODINGS])
