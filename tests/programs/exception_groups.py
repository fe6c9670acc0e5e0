"""Exception groups and except*, chaining, finally, re-raising, and exceptions with attributes."""


class Validation(ExceptionGroup):
    def derive(self, members):
        return Validation(self.message, members)


class FieldError(ValueError):
    def __init__(self, name, why):
        super().__init__(f"{name}: {why}")
        self.name = name


def validate(form):
    errors = []
    if not form.get("name"):
        errors.append(FieldError("name", "is empty"))
    try:
        if int(form.get("age", "0")) < 18:
            errors.append(FieldError("age", "too young"))
    except ValueError as error:
        errors.append(error)
    if "@" not in form.get("mail", ""):
        errors.append(LookupError("no mail host"))
    if errors:
        raise Validation("form is wrong", errors)
    return "accepted"


def handle(form):
    seen = []
    try:
        seen.append(validate(form))
    except* FieldError as group:
        seen.append("fields: " + ", ".join(e.name for e in group.exceptions))
    except* (ValueError, TypeError) as group:
        seen.append(f"values: {len(group.exceptions)}")
    except* LookupError as group:
        seen.append(f"lookup: {group.exceptions[0]} in {type(group).__name__}")
    else:
        seen.append("else")
    finally:
        seen.append("finally")
    return seen


def partly():
    try:
        try:
            raise ExceptionGroup("outer", [OSError(1, "one"), ExceptionGroup("inner", [KeyError("k"), OSError(2, "two")])])
        except* KeyError:
            print("keys handled")
    except ExceptionGroup as rest:
        return rest


def order(log):
    for i in range(3):
        try:
            log.append(f"try {i}")
            if i == 1:
                continue
            if i == 2:
                raise IndexError(i)
        except IndexError:
            log.append("except")
            break
        else:
            log.append("else")
        finally:
            log.append(f"finally {i}")
    return log


def overriding():
    try:
        return "try"
    finally:
        print("finally runs before the caller goes on")


def chain():
    try:
        try:
            1 / 0
        except ZeroDivisionError as error:
            raise KeyError("second") from error
    except KeyError as error:
        try:
            raise OSError(2, "No such file", "x.txt")
        except OSError as last:
            found = []
            at = last
            while at is not None:
                found.append(f"{type(at).__name__}({at})")
                at = at.__cause__ or at.__context__
            return found, last.errno, last.filename, type(last).__name__


def cleared():
    try:
        raise ValueError("x")
    except ValueError as error:
        kept = error
    try:
        error
    except UnboundLocalError as missing:
        return str(missing), repr(kept)


def main():
    print(handle({"name": "Ann", "age": "33", "mail": "a@b"}))
    print(handle({"age": "7"}))
    print(handle({"age": "x", "name": "B"}))
    rest = partly()
    print(repr(rest), rest.exceptions, len(rest.exceptions))
    group = ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [ValueError(3)])])
    match, others = group.split(ValueError)
    print(match, match.exceptions, others, group.subgroup(lambda e: e.args == (3,)).exceptions, group.subgroup(OSError), group.message)
    print(order([]), overriding(), chain(), cleared(), sep="\n")
    for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]),
                lambda: ExceptionGroup("x", ValueError()), lambda: BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError()])):
        try:
            print(repr(bad()))
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    try:
        try:
            raise ValueError("single")
        except* ValueError as wrapped:
            print(repr(wrapped))
            raise TypeError("new") from wrapped
    except TypeError as error:
        print(repr(error), repr(error.__cause__))
    try:
        raise
    except RuntimeError as error:
        print(error)
    for wrong in (5, int, None):
        try:
            raise wrong
        except TypeError as error:
            print(error)
    error = ValueError("with", "two", 3)
    error.add_note("a note")
    print(error.args, str(error), repr(error), error.__notes__, error.with_traceback(None) is error, error.__traceback__)
    print(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), KeyError("k"), StopIteration(5).value, SystemExit(3).code, OSError(13, "Denied"), isinstance(OSError(2, "x"), FileNotFoundError))
    assert not [], "never shown"
    try:
        assert 1 > 2, f"1 is not more than {2}"
    except AssertionError as failure:
        print(failure)


main()
