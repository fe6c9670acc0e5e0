namespace Keelback.Vm;

/// <summary>What the methods of generators, coroutines and their wrappers have in common.</summary>
internal static class GeneratorMethods
{
    private static readonly PyStr s_throw = PyStr.Intern("throw");
    private static readonly PyStr s_close = PyStr.Intern("close");

    /// <summary>About how many bytes a generator takes, with the places of its frame.</summary>
    public static long SizeOf(PyGenerator generator) => 128 + (16 * generator.Function.Code.Executable.FrameSize);

    /// <summary>send(): the next value, or StopIteration pending.</summary>
    public static PyValue Send(PyThread thread, PyGenerator generator, PyValue value) =>
        SendTo(thread, generator, value, out var result) switch
        {
            SendStatus.Yield => result,
            SendStatus.Return => thread.Raise(result.IsNone ? Raise.StopIteration() : Raise.StopIteration(result)),
            _ => default,
        };

    /// <summary>Resumes a generator with a value.</summary>
    public static SendStatus SendTo(PyThread thread, PyGenerator generator, PyValue value, out PyValue result)
    {
        result = default;
        if (generator.State == GeneratorState.Finished)
        {
            if (generator.Kind == GeneratorKind.Coroutine)
            {
                thread.Raise(Raise.RuntimeError("cannot reuse already awaited coroutine"));
                return SendStatus.Error;
            }

            result = PyValue.None;
            return SendStatus.Return;
        }

        if (generator.State == GeneratorState.Created && !value.IsNone)
        {
            thread.Raise(Raise.TypeError($"can't send non-None value to a just-started {generator.Description}"));
            return SendStatus.Error;
        }

        var yielded = generator.Next(thread, value, out var returned);
        return Status(yielded, returned, out result);
    }

    /// <summary>throw(): what comes of raising an exception where the generator stands.</summary>
    public static PyValue Throw(PyThread thread, PyGenerator generator, PyValue type, PyValue value, PyValue traceback)
    {
        var exception = MakeException(thread, type, value, traceback);
        return ThrowTo(thread, generator, exception, out var result) switch
        {
            SendStatus.Yield => result,
            SendStatus.Return => thread.Raise(result.IsNone ? Raise.StopIteration() : Raise.StopIteration(result)),
            _ => default,
        };
    }

    /// <summary>Raises an exception in a generator; one that delegates hands it on to what it waits for.</summary>
    public static SendStatus ThrowTo(PyThread thread, PyGenerator generator, PyBaseException exception, out PyValue result)
    {
        result = default;
        var inner = generator.Delegate;
        if (!inner.IsMissing && generator.State == GeneratorState.Suspended)
        {
            if (TryDelegate(thread, generator, inner, exception, out var status, out result))
                return status;
            if (thread.HasError)
                exception = thread.TakePending();
        }

        if (generator.State == GeneratorState.Finished)
        {
            thread.SetPending(generator.Kind == GeneratorKind.Coroutine
                ? Raise.RuntimeError("cannot reuse already awaited coroutine").Value
                : exception);
            return SendStatus.Error;
        }

        if (generator.State == GeneratorState.Created)
        {
            generator.Discard();
            thread.SetPending(exception);
            return SendStatus.Error;
        }

        var yielded = generator.Throw(thread, exception, out var returned);
        return Status(yielded, returned, out result);
    }

    /// <summary>close(): ends a generator by GeneratorExit; gives what it returned.</summary>
    public static PyValue Close(PyThread thread, PyGenerator generator)
    {
        if (generator.State == GeneratorState.Finished)
            return PyValue.None;
        if (generator.State == GeneratorState.Created)
        {
            generator.Discard();
            return PyValue.None;
        }

        switch (ThrowTo(thread, generator, Raise.GeneratorExit().Value, out var result))
        {
            case SendStatus.Yield:
                return thread.Raise(Raise.RuntimeError($"{generator.Description} ignored GeneratorExit"));
            case SendStatus.Return:
                return result;
            default:
                if (thread.Pending!.Type.IsSubtypeOf(ExceptionTypes.GeneratorExit)
                    || thread.Pending.Type.IsSubtypeOf(ExceptionTypes.StopIteration))
                {
                    thread.ClearPending();
                    return PyValue.None;
                }

                return default;
        }
    }

    /// <summary>The exception that the arguments of throw() name.</summary>
    public static PyBaseException MakeException(PyThread thread, PyValue type, PyValue value, PyValue traceback)
    {
        if (!traceback.IsMissing && !traceback.IsNone && traceback.Ref is not PyTraceback)
            throw Raise.TypeError("throw() third argument must be a traceback object");
        PyBaseException exception;
        if (type.Ref is PyType cls && cls.IsSubtypeOf(PyBaseException.TypeObject))
        {
            if (value.Ref is PyBaseException given && given.Type.IsSubtypeOf(cls))
            {
                exception = given;
            }
            else
            {
                var made = value.IsMissing || value.IsNone ? thread.Call(type)
                    : value.Ref is PyTuple arguments ? thread.Call(type, arguments.Items)
                    : thread.Call(type, value);
                exception = made.Ref as PyBaseException
                    ?? throw Raise.TypeError("exceptions must be classes or instances deriving from BaseException, not " + made.Type.Name);
            }
        }
        else if (type.Ref is PyBaseException instance)
        {
            if (!value.IsMissing && !value.IsNone)
                throw Raise.TypeError("instance exception may not have a separate value");
            exception = instance;
        }
        else
        {
            throw Raise.TypeError(
                $"exceptions must be classes or instances deriving from BaseException, not {type.Type.Name}");
        }

        if (traceback.Ref is PyTraceback shown)
            exception.Traceback = shown;
        return exception;
    }

    private static SendStatus Status(PyValue yielded, PyValue returned, out PyValue result)
    {
        result = yielded.IsMissing ? returned : yielded;
        return !yielded.IsMissing ? SendStatus.Yield : !returned.IsMissing ? SendStatus.Return : SendStatus.Error;
    }

    // False where the generator itself is to get the exception: the pending one where the delegate failed otherwise.
    private static bool TryDelegate(
        PyThread thread,
        PyGenerator generator,
        PyValue inner,
        PyBaseException exception,
        out SendStatus status,
        out PyValue result)
    {
        status = SendStatus.Error;
        result = default;
        if (exception.Type.IsSubtypeOf(ExceptionTypes.GeneratorExit))
        {
            CloseDelegate(thread, inner);
            return false;
        }

        PyValue answer;
        if (inner.Ref is PyGenerator { Kind: not GeneratorKind.AsyncGenerator } delegated)
        {
            status = ThrowTo(thread, delegated, exception, out answer);
        }
        else
        {
            if (!Operators.TryGetAttribute(thread, inner, s_throw, out var method))
                return false;
            answer = thread.Invoke(method, [exception], null);
            status = answer.IsMissing ? SendStatus.Error : SendStatus.Yield;
            if (answer.IsMissing && thread.Pending is PyStopIteration stop)
            {
                thread.ClearPending();
                status = SendStatus.Return;
                answer = stop.Value;
            }
        }

        if (status == SendStatus.Yield)
        {
            result = answer;
            return true;
        }

        if (status == SendStatus.Error)
            return false;

        // The delegate has returned: the generator goes on behind its yield from, with the value.
        var yielded = generator.FinishDelegation(thread, answer, out var returned);
        status = Status(yielded, returned, out result);
        return true;
    }

    private static void CloseDelegate(PyThread thread, PyValue inner)
    {
        if (inner.Ref is PyGenerator { Kind: not GeneratorKind.AsyncGenerator } generator)
            Close(thread, generator);
        else if (Operators.TryGetAttribute(thread, inner, s_close, out var method))
            thread.Invoke(method, [], null);
    }
}
