namespace Keelback.Vm;

/// <summary>Raising, matching and leaving exceptions, and the exit of with statements.</summary>
internal static unsafe partial class Ops
{
    internal static partial void RaiseVarargs(PyThread thread, Span<PyValue> args)
    {
        if (args.Length == 0)
        {
            if (thread.Handled is { } handled)
            {
                thread.RestorePending(handled);
                thread.IsReraising = false;
            }
            else
            {
                thread.Raise(Raise.RuntimeError("No active exception to reraise"));
            }

            return;
        }

        if (MakeException(thread, args[0], "exceptions must derive from BaseException") is not { } exception)
            return;
        if (args.Length > 1)
        {
            if (args[1].IsNone)
            {
                exception.SetCause(null);
            }
            else
            {
                if (MakeException(thread, args[1], "exception causes must derive from BaseException") is not { } cause)
                    return;
                exception.SetCause(cause);
            }
        }

        thread.SetPending(exception);
    }

    internal static partial void Reraise(PyThread thread, Span<PyValue> values, PyValue exception)
    {
        // Where the exception came from, which the value below it says, is in its traceback already.
        thread.RestorePending((PyBaseException)exception.Ref!);
        thread.IsReraising = true;
    }

    internal static partial PyValue PushExcInfo(PyThread thread, PyValue exception)
    {
        var previous = thread.Handled;
        thread.Handled = (PyBaseException)exception.Ref!;
        return previous is null ? PyValue.None : previous;
    }

    internal static partial void PopExcept(PyThread thread, PyValue previous) =>
        thread.Handled = previous.Ref as PyBaseException;

    internal static partial PyValue CheckExcMatch(PyThread thread, PyValue exception, PyValue matchType)
    {
        if (matchType.Ref is PyType type && type.IsSubtypeOf(PyBaseException.TypeObject))
            return PyValue.FromBool(exception.Type.IsSubtypeOf(type));
        if (matchType.Ref is PyTuple tuple)
        {
            foreach (var item in tuple.Items)
            {
                if (item.Ref is not PyType candidate || !candidate.IsSubtypeOf(PyBaseException.TypeObject))
                    return thread.Raise(CannotCatch());
            }

            foreach (var item in tuple.Items)
            {
                if (exception.Type.IsSubtypeOf((PyType)item.Ref!))
                    return PyValue.True;
            }

            return PyValue.False;
        }

        return thread.Raise(CannotCatch());
    }

    internal static partial PyValue CheckEgMatch(PyThread thread, PyValue exception, PyValue matchType, out PyValue match) =>
        ExceptionGroups.Split(thread, exception, matchType, out match);

    internal static partial PyValue WithExceptStart(
        PyThread thread, PyValue exitFunction, PyValue exitSelf, PyValue lastInstruction, PyValue exception)
    {
        var traceback = ((PyBaseException)exception.Ref!).Traceback;
        PyValue shown = traceback is null ? PyValue.None : traceback;
        return exitSelf.IsMissing
            ? thread.Invoke(exitFunction, [exception.Type, exception, shown], null)
            : thread.Invoke(exitFunction, [exitSelf, exception.Type, exception, shown], null);
    }

    private static PyException CannotCatch() =>
        Raise.TypeError("catching classes that do not inherit from BaseException is not allowed");

    // An instance as it is, or the instance that calling a class gives; null with an exception pending for anything else.
    private static PyBaseException? MakeException(PyThread thread, PyValue value, string message)
    {
        if (value.Ref is PyBaseException exception)
            return exception;
        if (value.Ref is PyType type && type.IsSubtypeOf(PyBaseException.TypeObject))
        {
            var made = thread.Invoke(value, [], null);
            if (made.IsMissing)
                return null;
            if (made.Ref is PyBaseException instance)
                return instance;
            thread.Raise(Raise.TypeError(
                $"calling <class '{type.FullName}'> should have returned an instance of BaseException, not <class '{made.Type.FullName}'>"));
            return null;
        }

        thread.Raise(Raise.TypeError(message));
        return null;
    }
}
