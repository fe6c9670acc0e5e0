"""Regular expressions at work: a tokenizer, a calculator, templates, a tiny Markdown, and the corners of re."""
import keyword
import re
from typing import Iterator, NamedTuple


class Token(NamedTuple):
    kind: str
    value: str
    line: int
    column: int


SPEC = [
    ("NUMBER", r"0[xX][0-9a-fA-F]+|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?"),
    ("STRING", r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\""),
    ("NAME", r"[^\W\d]\w*"),
    ("COMMENT", r"\#[^\n]*"),
    ("OP", r"\*\*=?|//=?|>>=?|<<=?|[-+*/%@&|^=<>!]=?|[()\[\]{},:.;~]"),
    ("NEWLINE", r"\n"),
    ("SKIP", r"[ \t]+"),
    ("MISMATCH", r"."),
]
PATTERN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in SPEC))


def tokenize(code: str) -> Iterator[Token]:
    line, start = 1, 0
    for match in PATTERN.finditer(code):
        kind, value = match.lastgroup, match.group()
        column = match.start() - start
        match kind:
            case "NEWLINE":
                start, line = match.end(), line + 1
                continue
            case "SKIP" | "COMMENT":
                continue
            case "NAME" if keyword.iskeyword(value):
                kind = value.upper()
            case "NAME" if keyword.issoftkeyword(value):
                kind = "soft:" + value
            case "MISMATCH":
                raise SyntaxError(f"{value!r} unexpected on line {line}")
        yield Token(kind, value, line, column)


def calculate(text):
    number = re.compile(r"-?\d+(?:\.\d+)?")
    while match := re.search(r"\(([^()]+)\)", text):
        text = text[:match.start()] + calculate(match[1]) + text[match.end():]
    for operators in (r"\*\*", r"[*/]", r"[-+]"):
        pattern = re.compile(rf"({number.pattern})\s*({operators})\s*({number.pattern})")
        while match := pattern.search(text):
            a, op, b = match.groups()
            a, b = float(a), float(b)
            value = {"**": lambda: a ** b, "*": lambda: a * b, "/": lambda: a / b, "+": lambda: a + b, "-": lambda: a - b}[op]()
            text = f"{text[:match.start()]}{value:.10f}{text[match.end():]}"
    return text


def markdown(text):
    text = re.sub(r"^(#{1,3}) (.+)$", lambda m: f"<h{len(m[1])}>{m[2]}</h{len(m[1])}>", text, flags=re.MULTILINE)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"(?<!\*)\*([^*]+)\*(?!\*)", r"<i>\g<1></i>", text)
    text = re.sub(r"\[(?P<label>[^\]]+)\]\((?P<url>[^)]+)\)", r'<a href="\g<url>">\g<label></a>', text)
    return text


ADDRESS = re.compile(r"""
    (?P<user> [\w.+-]+ )      # before the at sign
    @
    (?P<host> [\w-]+ (?: \. [\w-]+ )+ )
    """, re.VERBOSE)


def main():
    code = "for i in range(0x10):  # loop\n    total += i ** 2.5e-3 if i != 'a\\'b' else \"x\"\nmatch total: pass\n"
    for token in tokenize(code):
        print(*token, end=" | ")
    print()
    try:
        list(tokenize("a\nb $ c"))
    except SyntaxError as error:
        print(error.msg)
    print(float(calculate("2 * (3 + 4) ** 2 / (7 - 0.5 * 4)")), float(calculate("1 - 2 - 3")))
    print(markdown("# Title\nSome **bold** and *italic* text with [a link](http://x.example/).\n### Small"))
    found = ADDRESS.search("Write to ann.lee+news@mail.example.org or bob@x.example!")
    print(found["user"], found.group("host"), found.span("host"), found.groupdict(), found.re.groups, found.lastgroup)
    print([m.group() for m in ADDRESS.finditer("a@b.c, d@e, f@g.h.i")], ADDRESS.groupindex["host"])
    print(re.split(r"(\s*[,;]\s*)", "a , b;c"), re.split(r"x*", "axbc"), re.split(",", "a,b,c", maxsplit=1))
    print(re.findall(r"(\w)(\d)?", "a1b2c"), re.findall(r"\b\w{3}\b", "the cat sat down"), re.subn(r"\d", "#", "a1b22", count=2))
    print(re.fullmatch(r"(?i)[a-f]+", "CaFe"), re.match("b", "ab"), re.search("b", "ab"), re.fullmatch(r"\d+", "12a"))
    print(re.sub(r"(?P<first>\w+) (?P<second>\w+)", r"\g<second> \g<first>", "hello world"), re.escape("a.b*c[d]"), re.sub("", "-", "abc"))
    print(re.findall(r"(?<=\$)\d+(?=\.)", "$12.50 and $7 and $300.0"), re.findall(r"a.c", "abc a\nc", re.DOTALL), re.findall(r"^\w", "x\ny", re.M))
    print(re.match(r"(a+)+?b?(?:c|d){2,3}", "aaabcdc").groups(), re.match(r"(.)(.)?(?(2)z|y)", "ay"), re.match(r"(\w)\1", "aab")[0])
    print(re.match(r"a++b", "aab"), re.match(r"(?>a+)ab", "aab"), re.search(r"\w+(?!\w|!)", "ab! cde").group())
    print(re.findall(rb"[\x80-\xff]+", b"abc\xe9\xffx"), re.compile("é+", re.I).findall("ÉéE"), re.findall(r"\w+", "naïve Straße 日本", re.A))
    print(re.compile(r"\d{2,}", re.I | re.M), re.compile("a").pattern, re.compile("x").match("axx", 1).span(), repr(re.compile(b"q")))
    for bad in ("(", "*a", "[z-a]", r"(?P<1>x)", "a{2,1}", r"\8", "(?<=a+)b", "(?z)", "a**"):
        try:
            re.compile(bad)
        except re.PatternError as error:
            print(f"{bad:10} {error} | {error.pos}")
    scanner = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"[a-z]+", lambda s, t: t.upper()), (r"\s+", None)])
    print(scanner.scan("12 abc 3 !rest"))
    print(keyword.kwlist[:5], len(keyword.kwlist), keyword.softkwlist)


main()
