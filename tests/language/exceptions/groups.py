# Exception groups and except*.


def attempt(function):
    try:
        print(repr(function()))
    except BaseException as error:
        print(type(error).__name__, error)


group = ExceptionGroup("several", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [ValueError(2), KeyError("k")])])
print(group, repr(group.message), len(group.exceptions))
print(repr(group))
match, rest = group.split(ValueError)
print(repr(match))
print(repr(rest))
print(repr(group.subgroup(lambda e: isinstance(e, KeyError))), group.subgroup(OSError))
print(repr(group.subgroup((TypeError, KeyError))))
print(repr(group.derive([OSError("x")])))
group.add_note("noted")
print(group.subgroup(TypeError).__notes__)

for test in (
    lambda: ExceptionGroup("a", []),
    lambda: ExceptionGroup("a", [1]),
    lambda: ExceptionGroup(1, [ValueError()]),
    lambda: ExceptionGroup("a", 3),
    lambda: ExceptionGroup("a"),
    lambda: ExceptionGroup("a", [KeyboardInterrupt()]),
    lambda: BaseExceptionGroup("a", [KeyboardInterrupt()]),
    lambda: BaseExceptionGroup("a", [ValueError()]),
    lambda: group.split(3),
):
    attempt(test)
print([cls.__name__ for cls in ExceptionGroup.__mro__])


class Special(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def derive(self, exceptions):
        return Special(self.message, exceptions, self.code)


special = Special("special", [ValueError(1), OSError(2)], 7)
print(type(special.subgroup(ValueError)).__name__, special.subgroup(ValueError).code)


def handle(raised):
    try:
        try:
            raise raised
        except* ValueError as e:
            print("values", repr(e.exceptions))
        except* (TypeError, KeyError) as e:
            print("types or keys", repr(e))
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as e:
        print("left", repr(e))


handle(group)
handle(ValueError("naked"))
handle(OSError("unmatched"))
handle(ExceptionGroup("partly", [ValueError(1), OSError("o")]))


def reraising(raised):
    try:
        try:
            raise raised
        except* ValueError:
            raise
        except* TypeError:
            raise KeyError("new")
    except BaseException as e:
        print(repr(e))


reraising(ExceptionGroup("both", [ValueError(1), TypeError(2)]))
reraising(ExceptionGroup("one", [ValueError(1), OSError(2)]))
reraising(TypeError("single"))


def invalid():
    try:
        raise ValueError()
    except* ExceptionGroup:
        pass


attempt(invalid)

# expect: several (3 sub-exceptions) 'several' 3
# expect: ExceptionGroup('several', [ValueError(1), TypeError('t'), ExceptionGroup('inner', [ValueError(2), KeyError('k')])])
# expect: ExceptionGroup('several', [ValueError(1), ExceptionGroup('inner', [ValueError(2)])])
# expect: ExceptionGroup('several', [TypeError('t'), ExceptionGroup('inner', [KeyError('k')])])
# expect: ExceptionGroup('several', [ExceptionGroup('inner', [KeyError('k')])]) None
# expect: ExceptionGroup('several', [TypeError('t'), ExceptionGroup('inner', [KeyError('k')])])
# expect: ExceptionGroup('several', [OSError('x')])
# expect: ['noted']
# expect: ValueError second argument (exceptions) must be a non-empty sequence
# expect: ValueError Item 0 of second argument (exceptions) is not an exception
# expect: TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
# expect: TypeError second argument (exceptions) must be a sequence
# expect: TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
# expect: TypeError Cannot nest BaseExceptions in an ExceptionGroup
# expect: BaseExceptionGroup('a', [KeyboardInterrupt()])
# expect: ExceptionGroup('a', [ValueError()])
# expect: TypeError expected an exception type, a tuple of exception types, or a callable (other than a class)
# expect: ['ExceptionGroup', 'BaseExceptionGroup', 'Exception', 'BaseException', 'object']
# expect: Special 7
# expect: values (ValueError(1), ExceptionGroup('inner', [ValueError(2)]))
# expect: types or keys ExceptionGroup('several', [TypeError('t'), ExceptionGroup('inner', [KeyError('k')])])
# expect: finally
# expect: values (ValueError('naked'),)
# expect: finally
# expect: finally
# expect: left OSError('unmatched')
# expect: values (ValueError(1),)
# expect: finally
# expect: left ExceptionGroup('partly', [OSError('o')])
# expect: ExceptionGroup('', [KeyError('new'), ExceptionGroup('both', [ValueError(1)])])
# expect: ExceptionGroup('one', [ValueError(1), OSError(2)])
# expect: KeyError('new')
# expect: TypeError catching ExceptionGroup with except* is not allowed. Use except instead.
