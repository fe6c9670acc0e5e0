"""Record what CPython 3.14's back end makes of the sequences that its code generator writes.

    python record_flow.py programs.py ../data        (run under the reference, a build with _testinternalcapi)

The programs of the file are separated by lines "# --- name". Each line of the two files is one code unit, before and
after: its instructions are (opcode, oparg or index of the target, line, end line, column, end column). units.jsonl has
whole code objects, byte strings as hex; graphs.jsonl has what the passes over the flow graph alone give. The latter
serve where a nested unit's constants before optimisation, which are not to be had, cannot be told from those behind it.
"""
import _testinternalcapi
import ast
import json
import os
import sys

from constants import encode

LOAD_CONST = 82
ANNOTATIONS_PLACEHOLDER = 256


def instructions(sequence):
    return [[part if part is not None else 0 for part in line] for line in sequence.get_instructions()]


def filled_up(constants, lines):
    used = max((line[1] for line in lines if line[0] == LOAD_CONST), default=-1) + 1
    return constants + ["unused %d" % i for i in range(used - len(constants))]


def whole(name, sequence, constants, code):
    return {
        "name": name + "/" + code.co_qualname,
        "instructions": instructions(sequence),
        "constants": [encode(constant) for constant in constants],
        "names": code.co_names,
        "varnames": code.co_varnames,
        "cellvars": sorted(code.co_cellvars),
        "freevars": code.co_freevars,
        "args": [code.co_argcount - code.co_posonlyargcount, code.co_posonlyargcount, code.co_kwonlyargcount],
        "flags": code.co_flags,
        "line": code.co_firstlineno,
        "code": code.co_code.hex(),
        "co_consts": [encode(constant) for constant in code.co_consts],
        "linetable": code.co_linetable.hex(),
        "exceptiontable": code.co_exceptiontable.hex(),
        "stacksize": code.co_stacksize,
        "kinds": list(map(list, _testinternalcapi.get_co_localskinds(code).items())),
    }


def graph(name, sequence, code):
    constants = filled_up([], instructions(sequence))
    row = {
        "name": name + "/" + code.co_qualname,
        "instructions": instructions(sequence),
        "constants": [encode(constant) for constant in constants],
        "varnames": code.co_varnames,
    }
    row["optimized"] = instructions(_testinternalcapi.optimize_cfg(sequence, constants, code.co_nlocals))
    row["co_consts"] = [encode(constant) for constant in constants]
    return row


def record(name, sequence, constants, code):
    lines = instructions(sequence)
    if constants is None:
        constants = filled_up(list(code.co_consts), lines)
        kept = list(constants)
        _testinternalcapi.optimize_cfg(sequence, kept, code.co_nlocals)
        if list(map(encode, kept)) != list(map(encode, code.co_consts)):
            constants = None
    if constants is None:
        print(json.dumps(graph(name, sequence, code)), file=graphs)
    else:
        print(json.dumps(whole(name, sequence, constants, code)), file=units)
    inner = sequence.get_nested()
    codes = [constant for constant in code.co_consts if hasattr(constant, "co_code")]
    if len(inner) != len(codes):
        return
    for sequence, code in zip(inner, codes):
        if not any(line[0] == ANNOTATIONS_PLACEHOLDER for line in instructions(sequence)):
            record(name, sequence, None, code)


with open(sys.argv[1]) as file:
    programs = file.read().split("# --- ")[1:]
units = open(os.path.join(sys.argv[2], "units.jsonl"), "w")
graphs = open(os.path.join(sys.argv[2], "graphs.jsonl"), "w")
for program in programs:
    name, _, source = program.partition("\n")
    code = compile(source, name, "exec", dont_inherit=True)
    sequence, metadata = _testinternalcapi.compiler_codegen(ast.parse(source), name, -1)
    record(name, sequence, metadata["consts"], code)
units.close()
graphs.close()
# The interpreter does not survive the sequences' end in an orderly way.
os._exit(0)
