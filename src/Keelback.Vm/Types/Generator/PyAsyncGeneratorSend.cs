namespace Keelback.Vm;

/// <summary>The awaitable of an asynchronous generator's __anext__() and asend().</summary>
internal sealed partial class PyAsyncGeneratorSend : PyObject
{
    private bool _hasStarted;
    private bool _isDone;

    public PyAsyncGeneratorSend(PyGenerator generator, PyValue value)
        : base(TypeObject)
    {
        Generator = generator;
        Value = value;
    }

    [PyField]
    private partial PyGenerator Generator { get; set; }

    [PyField]
    private partial PyValue Value { get; set; }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue Next(PyThread thread, PyValue self) =>
        Send(thread, (PyAsyncGeneratorSend)self.Ref!, PyValue.None);

    private static partial PyValue Send(PyThread thread, PyAsyncGeneratorSend self, PyValue value)
    {
        if (self._isDone)
            return thread.Raise(Raise.RuntimeError("cannot reuse already awaited __anext__()/asend()"));
        if (!self._hasStarted)
        {
            if (self.Generator.IsAwaited)
            {
                self._isDone = true;
                return thread.Raise(Raise.RuntimeError("anext(): asynchronous generator is already running"));
            }

            if (value.IsNone)
                value = self.Value;
            self._hasStarted = true;
            self.Generator.IsAwaited = true;
        }

        var status = GeneratorMethods.SendTo(thread, self.Generator, value, out var result);
        return self.Finish(AsyncGeneratorHooks.Answer(thread, self.Generator, status, result));
    }

    private static partial PyValue Throw(
        PyThread thread, PyAsyncGeneratorSend self, PyValue type, PyValue value, PyValue traceback)
    {
        if (self._isDone)
            return thread.Raise(Raise.RuntimeError("cannot reuse already awaited __anext__()/asend()"));
        if (!self._hasStarted)
        {
            if (self.Generator.IsAwaited)
            {
                self._isDone = true;
                return thread.Raise(Raise.RuntimeError("anext(): asynchronous generator is already running"));
            }

            self._hasStarted = true;
            self.Generator.IsAwaited = true;
        }

        var exception = GeneratorMethods.MakeException(thread, type, value, traceback);
        var status = GeneratorMethods.ThrowTo(thread, self.Generator, exception, out var result);
        return self.Finish(AsyncGeneratorHooks.Answer(thread, self.Generator, status, result));
    }

    private static partial PyValue Close(PyThread thread, PyAsyncGeneratorSend self)
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

    private PyValue Finish(PyValue answer)
    {
        _isDone = answer.IsMissing;
        return answer;
    }
}
