"""Tracebacks as text: chains, notes, carets, frames, logging to a string."""
import io
import sys
import traceback


class ConfigError(Exception):
    def __init__(self, key, value):
        super().__init__(key, value)
        self.key = key

    def __str__(self):
        return f"bad value for {self.key}"


def parse(text):
    numbers = [int(part) for part in text.split(",")]
    return numbers[0] / numbers[1]


def load(key, text):
    try:
        return parse(text)
    except ValueError as error:
        raise ConfigError(key, text) from error


def cleanup(mapping):
    try:
        return mapping["missing"]
    finally:
        mapping.undefined


def hidden():
    try:
        {}["x"]
    except KeyError:
        raise RuntimeError("no context shown") from None


def several_lines(first, second):
    return (first
            + second *
            undefined_name)


def recurse(n):
    if n == 0:
        raise LookupError("bottom")
    recurse(n - 1)


def with_note():
    try:
        parse("1,0")
    except ZeroDivisionError as error:
        error.add_note("while reading the ratio")
        error.add_note("two lines\nof note")
        raise


def show(action):
    try:
        action()
    except Exception as error:
        print("".join(traceback.format_exception(error)), end="")
        print("-" * 20)
        return error


def main():
    show(lambda: load("ratio", "1,x"))
    show(lambda: cleanup({}))
    show(hidden)
    show(lambda: several_lines(1, 2))
    show(lambda: recurse(6))
    show(with_note)
    show(lambda: "abc".foo.bar + [1, 2][5])
    error = show(lambda: parse("1"))
    print(traceback.format_exception_only(error), len(traceback.extract_tb(error.__traceback__)))
    frame = traceback.extract_tb(error.__traceback__)[-1]
    print(frame.name, frame.line, frame.lineno > 0, frame.filename.endswith("tracebacks.py"), frame.colno, frame.end_colno)
    tb = error.__traceback__
    names = []
    while tb:
        names.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(names)
    summary = traceback.TracebackException.from_exception(ConfigError("a", 1))
    print(list(summary.format()), summary.exc_type_str)
    try:
        eval("1 +* 2")
    except SyntaxError as problem:
        print("".join(traceback.format_exception_only(problem)), problem.lineno, problem.offset, problem.text)
    try:
        compile("if x:\npass\n", "made.py", "exec")
    except IndentationError:
        traceback.print_exc(file=sys.stdout)
    buffer = io.StringIO()
    try:
        raise KeyError("key")
    except KeyError:
        traceback.print_exc(limit=1, file=buffer)
        print(sys.exc_info()[0].__name__, sys.exception())
    print(buffer.getvalue().splitlines()[-1], sys.exc_info())
    print(len(traceback.format_stack()) > 0, traceback.format_list([("file.py", 3, "function", "the line")]))
    try:
        raise ExceptionGroup("several", [ValueError("one"), ExceptionGroup("inner", [TypeError("two")])])
    except ExceptionGroup as group:
        print("".join(traceback.format_exception(group)), end="")
    for wrong in (AttributeError("message", name="spel", obj=[]), NameError("name 'pint' is not defined", name="pint"), ImportError("no", name="mod")):
        print(*traceback.format_exception_only(wrong), end="")


main()
