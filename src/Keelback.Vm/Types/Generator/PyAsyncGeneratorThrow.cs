namespace Keelback.Vm;

/// <summary>The awaitable of an asynchronous generator's athrow() and, without an exception, aclose().</summary>
internal sealed partial class PyAsyncGeneratorThrow : PyObject
{
    private bool _hasStarted;
    private bool _isDone;

    public PyAsyncGeneratorThrow(PyGenerator generator, PyBaseException? exception)
        : base(TypeObject)
    {
        Generator = generator;
        Exception = exception;
    }

    [PyField]
    private partial PyGenerator Generator { get; set; }

    /// <summary>What athrow() raises; null for aclose().</summary>
    [PyField]
    private partial PyBaseException? Exception { get; set; }

    private string Name => Exception is null ? "aclose()" : "athrow()";

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue Next(PyThread thread, PyValue self) =>
        Send(thread, (PyAsyncGeneratorThrow)self.Ref!, PyValue.None);

    private static partial PyValue Send(PyThread thread, PyAsyncGeneratorThrow self, PyValue value)
    {
        if (self._isDone)
            return thread.Raise(Raise.RuntimeError("cannot reuse already awaited aclose()/athrow()"));
        var generator = self.Generator;
        SendStatus status;
        PyValue result;
        if (self._hasStarted)
        {
            status = GeneratorMethods.SendTo(thread, generator, value, out result);
        }
        else
        {
            if (generator.IsAwaited)
            {
                self._isDone = true;
                return thread.Raise(Raise.RuntimeError($"{self.Name}: asynchronous generator is already running"));
            }

            if (generator.State == GeneratorState.Finished)
            {
                self._isDone = true;
                return thread.Raise(self.Exception is null ? Raise.StopIteration() : Raise.StopAsyncIteration());
            }

            if (!value.IsNone)
                return thread.Raise(Raise.RuntimeError("can't send non-None value to a just-started coroutine"));
            self._hasStarted = true;
            generator.IsAwaited = true;
            status = GeneratorMethods.ThrowTo(
                thread, generator, self.Exception ?? Raise.GeneratorExit().Value, out result);
        }

        return self.Answer(thread, status, result);
    }

    private static partial PyValue Throw(
        PyThread thread, PyAsyncGeneratorThrow self, PyValue type, PyValue value, PyValue traceback)
    {
        if (self._isDone)
            return thread.Raise(Raise.RuntimeError("cannot reuse already awaited aclose()/athrow()"));
        self._hasStarted = true;
        self.Generator.IsAwaited = true;
        var exception = GeneratorMethods.MakeException(thread, type, value, traceback);
        var status = GeneratorMethods.ThrowTo(thread, self.Generator, exception, out var result);
        return self.Answer(thread, status, result);
    }

    private static partial PyValue Close(PyThread thread, PyAsyncGeneratorThrow self)
    {
        if (self._isDone)
            return PyValue.None;
        var result = Throw(thread, self, ExceptionTypes.GeneratorExit, PyValue.None, PyValue.None);
        if (!result.IsMissing)
            return thread.Raise(Raise.RuntimeError("coroutine ignored GeneratorExit"));
        if (thread.Pending!.Type.IsSubtypeOf(ExceptionTypes.StopIteration)
            || thread.Pending.Type.IsSubtypeOf(ExceptionTypes.StopAsyncIteration)
            || thread.Pending.Type.IsSubtypeOf(ExceptionTypes.GeneratorExit))
        {
            thread.ClearPending();
            return PyValue.None;
        }

        return default;
    }

    private PyValue Answer(PyThread thread, SendStatus status, PyValue result)
    {
        if (Exception is not null)
        {
            var answer = AsyncGeneratorHooks.Answer(thread, Generator, status, result);
            _isDone = answer.IsMissing;
            return answer;
        }

        if (status == SendStatus.Yield && result.Ref is not PyAsyncGeneratorValue)
            return result;
        _isDone = true;
        Generator.IsAwaited = false;
        if (status == SendStatus.Yield)
            return thread.Raise(Raise.RuntimeError("async generator ignored GeneratorExit"));
        var isExpected = status == SendStatus.Return
            || thread.Pending!.Type.IsSubtypeOf(ExceptionTypes.GeneratorExit)
            || thread.Pending.Type.IsSubtypeOf(ExceptionTypes.StopAsyncIteration);
        if (!isExpected)
            return default;
        if (status == SendStatus.Error)
            thread.ClearPending();
        return thread.Raise(Raise.StopIteration());
    }
}
