"""Record which operations on constants CPython 3.14's compiler evaluates, and with what result.

    python record_folding.py > ../data/folding.jsonl         (run under the reference)

The first line is a list of values, the second a list of subscripts. Any other is [operator, index of the left operand,
results by right operand]; null as a result says that the operation stays in the code.
"""
import ast
import json

from constants import encode

VALUES = [
    "None", "...", "True", "False", "0", "1", "2", "5", "255", "256", str(2**64), str(2**127), str(2**53 + 1), str(10**400),
    "0.0", "1.5", "1e308", "1e309", "5e-324", "3.0", "0j", "2j", "1.5+2j", "1e309j",
    "''", "'ab'", "'\\U0001f40d'", "'\\ud83d'", "'\\udc0d'", "'x'*4000", "b''", "b'ab'", "()", "(1,'a')", "((1,),2.5)",
]
NEGATIVE = ["-1", "-7", "-2.5", "-0.0", "-1j"]
OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "|", "^", "&"]
SUBSCRIPTS = ["0", "1", "-1", "2", "True", "None", "1.0", str(10**30)]
SLICES = ["1:", ":1", "::2", "1:5:3", "::0", "None:None", str(10**30) + ":", ":" + str(10**30), "'a':", "True:"]


def result_of(source):
    code = compile(source, "", "eval", dont_inherit=True)
    raw = code.co_code[::2]
    if len(raw) == 3 and raw[1] == 94:
        return code.co_code[3]
    if len(raw) == 3 and raw[1] == 82:
        return code.co_consts[code.co_code[3]]
    return result_of


def line(operator, left, sources):
    results = [result_of(source) for source in sources]
    print(json.dumps([operator, left, [None if result is result_of else encode(result) for result in results]]))


def main():
    values = [(text, eval(text)) for text in VALUES + NEGATIVE]
    values = [(text, value) for text, value in values if result_of(text) is not result_of]
    slices = [[part or "None" for part in (parts.split(":") + ["", ""])[:3]] for parts in SLICES]
    subscripts = [eval(index) for index in SUBSCRIPTS] + [eval("slice(%s)" % ",".join(parts)) for parts in slices]
    print(json.dumps([encode(value) for _, value in values]))
    print(json.dumps([encode(value) for value in subscripts]))
    for index, (left, _) in enumerate(values):
        # The test of what is itself folded only later stays in the code.
        for operator in ("-", "+", "~", "not ")[: 4 if isinstance(ast.parse(left, mode="eval").body, ast.Constant) else 3]:
            line(operator.strip() + "x", index, ["%s(%s)" % (operator, left)])
        # The formatting of a str is not the back end's affair.
        for operator in [operator for operator in OPERATORS if (operator, left[0]) != ("%", "'")]:
            line(operator, index, ["(%s) %s (%s)" % (left, operator, right) for right, _ in values])
        line("[]", index, ["(%s)[%s]" % (left, text) for text in SUBSCRIPTS + SLICES])


main()
