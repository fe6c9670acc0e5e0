"""Context managers: classes, generators, stacks, suppression, redirection and their order."""
import contextlib
import io
from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress


class Resource:
    opened = []

    def __init__(self, name, fail=None, swallow=False):
        self.name, self.fail, self.swallow = name, fail, swallow

    def __enter__(self):
        if self.fail == "enter":
            raise OSError(f"cannot open {self.name}")
        Resource.opened.append(self.name)
        print("open", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        Resource.opened.remove(self.name)
        print("close", self.name, kind.__name__ if kind else None, value, traceback is not None)
        if self.fail == "exit":
            raise RuntimeError(f"cannot close {self.name}")
        return self.swallow

    def close(self):
        print("closing", self.name)


@contextmanager
def tag(name, out):
    out.append(f"<{name}>")
    try:
        yield name.upper()
    except KeyError as error:
        out.append(f"!{error}")
    finally:
        out.append(f"</{name}>")


@contextmanager
def changed(mapping, **values):
    missing = object()
    old = {key: mapping.get(key, missing) for key in values}
    mapping.update(values)
    try:
        yield mapping
    finally:
        for key, value in old.items():
            if value is missing:
                del mapping[key]
            else:
                mapping[key] = value


class Indented(contextlib.ContextDecorator):
    depth = 0

    def __enter__(self):
        Indented.depth += 1
        return self

    def __exit__(self, *exc):
        Indented.depth -= 1
        return False

    @staticmethod
    def say(text):
        print("  " * Indented.depth + text)


@Indented()
def inner(n):
    Indented.say(f"inner {n}")
    if n:
        inner(n - 1)


def early_return():
    for i in range(3):
        with Resource(f"loop{i}"):
            if i == 0:
                continue
            if i == 1:
                return "left at 1"
    return "never"


def main():
    with Resource("a") as a, Resource("b") as b:
        print("inside", a.name, b.name, Resource.opened)
    try:
        with Resource("outer"), Resource("inner", fail="exit"):
            raise ValueError("body")
    except RuntimeError as error:
        print(repr(error), "while", repr(error.__context__))
    with Resource("swallower", swallow=True):
        raise LookupError("gone")
    try:
        with Resource("first"), Resource("second", fail="enter"):
            print("never")
    except OSError as error:
        print(error, Resource.opened)
    out = []
    with tag("p", out) as name, tag("b", out):
        out.append(name)
        raise KeyError("k")
    print(" ".join(out))
    print(early_return())
    with (
        suppress(ZeroDivisionError),
        nullcontext(5) as five,
    ):
        print(five)
        1 / 0
    buffer = io.StringIO()
    with redirect_stdout(buffer):
        print("hidden", end="")
    print(repr(buffer.getvalue()))
    settings = {"a": 1}
    with changed(settings, a=2, b=3) as now:
        print(now)
    print(settings)
    inner(2)
    with ExitStack() as stack:
        for name in "xyz":
            stack.enter_context(Resource(name))
        stack.callback(print, "callback", sep="-")
        kept = stack.pop_all()
    print(Resource.opened)
    kept.close()
    with closing(Resource("closed")) as resource:
        print(resource.name)
    try:
        with object():
            pass
    except TypeError as error:
        print(error)
    manager = tag("once", [])
    with manager:
        pass
    try:
        with manager:
            pass
    except RuntimeError as error:
        print(error)
    except AttributeError as error:
        print("AttributeError", error)


main()
