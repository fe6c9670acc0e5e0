# The built-in exceptions: constructors, attributes, texts.


def attempt(function):
    try:
        print(repr(function()))
    except BaseException as error:
        print(type(error).__name__, repr(error))


print(repr(ValueError()), repr(ValueError(1)), repr(ValueError(1, "a")), str(ValueError(1, 2)), str(ValueError("x")))
print(ValueError(1, 2).args, str(KeyError("a")), str(KeyError(1, 2)), repr(KeyError("a")))
print(StopIteration(1, 2).value, StopIteration().value, SystemExit(3).code, SystemExit(1, 2).code, SystemExit().code)
attempt(lambda: ValueError(x=1))

error = OSError(2, "No such file", "name")
print(type(error).__name__, error.errno, error.strerror, error.filename, error.args, error)
print(OSError(2, "a", "f", None, "g"), OSError(1), OSError("a", "b"), repr(OSError(13, "x")))
print(type(OSError(17, "x")).__name__, type(OSError(110, "x")).__name__, type(OSError(9999, "x")).__name__, IOError is OSError)
print(BlockingIOError(11, "a", 5).characters_written)
attempt(lambda: BlockingIOError(11, "a").characters_written)

print(ImportError("m", name="n", path="p").path, ImportError("m").msg, ImportError("a", "b"), ImportError("m", name="x").name)
attempt(lambda: ImportError("m", foo=1))
print(NameError("m", name="n").name, AttributeError("m", name="n", obj=3).obj)
attempt(lambda: NameError("m", nam=1))
try:
    undefined_name
except NameError as e:
    print(e, e.name)
try:
    (5).nothing
except AttributeError as e:
    print(e, e.name, e.obj)

print(UnicodeDecodeError("utf-8", b"abc", 1, 2, "bad"), UnicodeDecodeError("utf-8", b"abc", 0, 2, "bad"))
print(UnicodeEncodeError("ascii", "a\u1234", 1, 2, "bad"), UnicodeTranslateError("abc", 0, 2, "bad"))
attempt(lambda: UnicodeDecodeError("a"))
attempt(lambda: UnicodeEncodeError("a", b"", 1, 2, "x"))

place = ("dir/file.py", 3, 4, "text\n", 3, 6)
syntax = SyntaxError("wrong", place)
print(syntax, syntax.lineno, syntax.offset, syntax.text, syntax.end_lineno, syntax.end_offset, syntax.filename)
print(SyntaxError("only"), SyntaxError(), SyntaxError("m", (None, 3, 2, "t")), SyntaxError("m", ("f", None, 2, "t")))
attempt(lambda: SyntaxError("m", (1, 2)))
attempt(lambda: SyntaxError("m", ("f", 1, 2, "t", 3)))


class Mixed(ValueError, KeyError):
    pass


class WithFields(OSError):
    def __init__(self, code):
        super().__init__(code, "message")
        self.extra = "extra"


print(str(Mixed("a")), Mixed.__mro__[1:4], isinstance(Mixed(), LookupError))
w = WithFields(2)
print(w, w.errno, w.extra, type(w).__name__)

e = ValueError("base")
e.add_note("first")
e.add_note("second")
print(e.__notes__)
attempt(lambda: e.add_note(1))
e.colour = "red"
print(e.__dict__, e.__reduce__())
e.args = [1, 2]
print(e.args)
attempt(lambda: setattr(e, "__cause__", 3))
attempt(lambda: setattr(e, "__traceback__", 3))
attempt(lambda: delattr(e, "args"))
print(e.with_traceback(None) is e, e.__suppress_context__)

try:
    try:
        raise KeyError("inner")
    except KeyError as inner:
        raise ValueError("outer") from inner
except ValueError as outer:
    print(repr(outer.__cause__), repr(outer.__context__), outer.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise TypeError("while handling")
except TypeError as outer:
    print(repr(outer.__cause__), repr(outer.__context__), outer.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise TypeError("hidden") from None
except TypeError as outer:
    print(repr(outer.__cause__), repr(outer.__context__), outer.__suppress_context__)

for name in ("EnvironmentError", "RecursionError", "TabError", "BrokenPipeError", "EncodingWarning", "PythonFinalizationError"):
    cls = eval(name)
    print(name, [base.__name__ for base in cls.__mro__])

# expect: ValueError() ValueError(1) ValueError(1, 'a') (1, 2) x
# expect: (1, 2) 'a' (1, 2) KeyError('a')
# expect: 1 None 3 (1, 2) None
# expect: TypeError TypeError('ValueError() takes no keyword arguments')
# expect: FileNotFoundError 2 No such file name (2, 'No such file') [Errno 2] No such file: 'name'
# expect: [Errno 2] a: 'f' -> 'g' 1 [Errno a] b PermissionError(13, 'x')
# expect: FileExistsError TimeoutError OSError True
# expect: 5
# expect: AttributeError AttributeError('characters_written')
# expect: p m ('a', 'b') x
# expect: TypeError TypeError("ImportError() got an unexpected keyword argument 'foo'")
# expect: n 3
# expect: TypeError TypeError("NameError() got an unexpected keyword argument 'nam'. Did you mean 'name'?")
# expect: name 'undefined_name' is not defined undefined_name
# expect: 'int' object has no attribute 'nothing' nothing 5
# expect: 'utf-8' codec can't decode byte 0x62 in position 1: bad 'utf-8' codec can't decode bytes in position 0-1: bad
# expect: 'ascii' codec can't encode character '\u1234' in position 1: bad can't translate characters in position 0-1: bad
# expect: TypeError TypeError('function takes exactly 5 arguments (1 given)')
# expect: TypeError TypeError('argument 2 must be str, not bytes')
# expect: wrong (file.py, line 3) 3 4 text
# expect:  3 6 dir/file.py
# expect: only None m (line 3) m (f)
# expect: TypeError TypeError('function takes at least 4 arguments (2 given)')
# expect: TypeError TypeError('end_offset must be provided when end_lineno is provided')
# expect: 'a' (<class 'ValueError'>, <class 'KeyError'>, <class 'LookupError'>) True
# expect: [Errno 2] message 2 extra WithFields
# expect: ['first', 'second']
# expect: TypeError TypeError('add_note() argument must be str, not int')
# expect: {'__notes__': ['first', 'second'], 'colour': 'red'} (<class 'ValueError'>, ('base',), {'__notes__': ['first', 'second'], 'colour': 'red'})
# expect: (1, 2)
# expect: TypeError TypeError('exception cause must be None or derive from BaseException')
# expect: TypeError TypeError('__traceback__ must be a traceback or None')
# expect: TypeError TypeError('args may not be deleted')
# expect: True False
# expect: KeyError('inner') KeyError('inner') True
# expect: None ZeroDivisionError('division by zero') False
# expect: None ZeroDivisionError('division by zero') True
# expect: EnvironmentError ['OSError', 'Exception', 'BaseException', 'object']
# expect: RecursionError ['RecursionError', 'RuntimeError', 'Exception', 'BaseException', 'object']
# expect: TabError ['TabError', 'IndentationError', 'SyntaxError', 'Exception', 'BaseException', 'object']
# expect: BrokenPipeError ['BrokenPipeError', 'ConnectionError', 'OSError', 'Exception', 'BaseException', 'object']
# expect: EncodingWarning ['EncodingWarning', 'Warning', 'Exception', 'BaseException', 'object']
# expect: PythonFinalizationError ['PythonFinalizationError', 'RuntimeError', 'Exception', 'BaseException', 'object']
