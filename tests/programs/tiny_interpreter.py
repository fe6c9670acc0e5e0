"""An interpreter of a small language: tokens, a Pratt parser, an evaluator with closures."""
import re
from dataclasses import dataclass, field

TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_]\w*)|(?P<string>\"[^\"]*\")"
                   r"|(?P<op>==|!=|<=|>=|->|[-+*/%<>=(){},;!]))")
KEYWORDS = {"let", "fn", "if", "else", "while", "print", "return", "true", "false", "nil"}
BINDING = {"=": 1, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6, "(": 8}


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    position: int = field(compare=False, default=0)


@dataclass
class Node:
    kind: str
    value: object = None
    parts: tuple = ()


class LangError(Exception):
    pass


class Return(Exception):
    def __init__(self, value):
        self.value = value


def tokenize(source):
    position = 0
    while source[position:].strip():
        match = TOKEN.match(source, position)
        if not match:
            raise LangError(f"unexpected character at {position}: {source[position:].lstrip()[0]!r}")
        kind, text = match.lastgroup, match[match.lastgroup]
        yield Token("keyword" if text in KEYWORDS else kind, text, match.start(kind))
        position = match.end()
    yield Token("end", "", position)


class Parser:
    def __init__(self, source):
        self.tokens = list(tokenize(source))
        self.at = 0

    @property
    def token(self):
        return self.tokens[self.at]

    def take(self, text=None):
        token = self.token
        if text is not None and token.text != text:
            raise LangError(f"expected {text!r}, found {token.text or 'the end'!r} at {token.position}")
        self.at += 1
        return token

    def program(self):
        body = []
        while self.token.kind != "end":
            body.append(self.statement())
        return Node("block", parts=tuple(body))

    def block(self):
        self.take("{")
        body = []
        while self.token.text != "}":
            body.append(self.statement())
        self.take("}")
        return Node("block", parts=tuple(body))

    def statement(self):
        match self.token.text:
            case "let":
                self.take()
                name = self.take().text
                self.take("=")
                node = Node("let", name, (self.expression(),))
            case "print" | "return" as word:
                self.take()
                node = Node(word, parts=(self.expression(),))
            case "while":
                self.take()
                return Node("while", parts=(self.expression(), self.block()))
            case "if":
                return self.conditional()
            case _:
                node = Node("expression", parts=(self.expression(),))
        self.take(";")
        return node

    def conditional(self):
        self.take("if")
        parts = [self.expression(), self.block()]
        if self.token.text == "else":
            self.take()
            parts.append(self.conditional() if self.token.text == "if" else self.block())
        return Node("if", parts=tuple(parts))

    def expression(self, power=0):
        left = self.prefix()
        while BINDING.get(self.token.text, 0) > power and self.token.kind == "op":
            op = self.take().text
            if op == "(":
                arguments = []
                while self.token.text != ")":
                    arguments.append(self.expression())
                    if self.token.text != ")":
                        self.take(",")
                self.take(")")
                left = Node("call", parts=(left, *arguments))
            elif op == "=":
                if left.kind != "name":
                    raise LangError("cannot assign to this")
                left = Node("assign", left.value, (self.expression(BINDING[op] - 1),))
            else:
                left = Node("binary", op, (left, self.expression(BINDING[op])))
        return left

    def prefix(self):
        match self.take():
            case Token("number", text):
                return Node("constant", float(text) if "." in text else int(text))
            case Token("string", text):
                return Node("constant", text[1:-1])
            case Token("name", text):
                return Node("name", text)
            case Token("keyword", "true" | "false" | "nil" as word):
                return Node("constant", {"true": True, "false": False, "nil": None}[word])
            case Token("op", "-" | "!" as op):
                return Node("unary", op, (self.expression(7),))
            case Token("op", "("):
                inner = self.expression()
                self.take(")")
                return inner
            case Token("keyword", "fn"):
                self.take("(")
                names = []
                while self.token.text != ")":
                    names.append(self.take().text)
                    if self.token.text != ")":
                        self.take(",")
                self.take(")")
                return Node("function", names, (self.block(),))
            case other:
                raise LangError(f"unexpected {other.text or 'end'!r} at {other.position}")


class Scope(dict):
    def __init__(self, outer=None):
        super().__init__()
        self.outer = outer

    def __missing__(self, name):
        if self.outer is None:
            raise LangError(f"unknown name {name!r}")
        return self.outer[name]

    def assign(self, name, value):
        scope = self
        while scope is not None and name not in scope.keys():
            scope = scope.outer
        if scope is None:
            raise LangError(f"unknown name {name!r}")
        scope[name] = value


class Interpreter:
    def __init__(self):
        self.output = []
        self.steps = 0

    def run(self, node, scope):
        self.steps += 1
        return getattr(self, "do_" + node.kind)(node, scope)

    def do_block(self, node, scope):
        inner = Scope(scope)
        for part in node.parts:
            self.run(part, inner)

    def do_let(self, node, scope):
        scope[node.value] = self.run(node.parts[0], scope)

    def do_assign(self, node, scope):
        value = self.run(node.parts[0], scope)
        scope.assign(node.value, value)
        return value

    def do_print(self, node, scope):
        self.output.append(self.run(node.parts[0], scope))

    def do_return(self, node, scope):
        raise Return(self.run(node.parts[0], scope))

    def do_expression(self, node, scope):
        self.run(node.parts[0], scope)

    def do_while(self, node, scope):
        while self.run(node.parts[0], scope):
            self.run(node.parts[1], scope)

    def do_if(self, node, scope):
        if self.run(node.parts[0], scope):
            self.run(node.parts[1], scope)
        elif len(node.parts) == 3:
            self.run(node.parts[2], scope)

    def do_constant(self, node, scope):
        return node.value

    def do_name(self, node, scope):
        return scope[node.value]

    def do_unary(self, node, scope):
        value = self.run(node.parts[0], scope)
        return -value if node.value == "-" else not value

    def do_binary(self, node, scope):
        left, right = (self.run(part, scope) for part in node.parts)
        try:
            return self.OPERATORS[node.value](left, right)
        except (TypeError, ZeroDivisionError) as error:
            raise LangError(str(error)) from error

    OPERATORS = {
        "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
        "%": lambda a, b: a % b, "<": lambda a, b: a < b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b,
        ">=": lambda a, b: a >= b, "==": lambda a, b: a == b, "!=": lambda a, b: a != b,
    }

    def do_function(self, node, scope):
        def call(*arguments):
            if len(arguments) != len(node.value):
                raise LangError(f"expected {len(node.value)} arguments, got {len(arguments)}")
            local = Scope(scope)
            local.update(zip(node.value, arguments))
            try:
                self.run(node.parts[0], local)
            except Return as result:
                return result.value
        return call

    def do_call(self, node, scope):
        function, *arguments = (self.run(part, scope) for part in node.parts)
        if not callable(function):
            raise LangError("not a function")
        return function(*arguments)


PROGRAM = """
let fib = fn(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); };
let counter = fn() { let n = 0; return fn() { n = n + 1; return n; }; };
let a = counter(); let b = counter();
a(); a();
print a(); print b();
let i = 0;
while i < 15 { if i % 7 == 0 { print "seven " + "divides"; } else if i == 9 { print fib(i); } i = i + 1; }
print -(2 + 3) * 4 - 10 / 4;
print !(1 == 1.0);
print fn(x, y) { return x * y; }(6, 7);
"""


def main():
    interpreter = Interpreter()
    interpreter.run(Parser(PROGRAM).program(), Scope())
    print(interpreter.output)
    print(interpreter.steps, "steps")
    print(Parser("1 + 2 * 3;").program())
    for bad in ("print 1 +;", "let = 3;", "print x;", "1 = 2;", "print 1 / 0;", "print 1 + \"a\";", "3(4);",
                "fn(a) { }(1, 2);", "print 2 $ 3;", "{"):
        try:
            Interpreter().run(Parser(bad).program(), Scope())
        except LangError as error:
            print(f"{bad:20} {error}")


main()
