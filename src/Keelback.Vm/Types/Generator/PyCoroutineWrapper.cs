namespace Keelback.Vm;

/// <summary>What a coroutine's __await__ gives: the coroutine as an iterator.</summary>
internal sealed partial class PyCoroutineWrapper : PyObject
{
    public PyCoroutineWrapper(PyGenerator coroutine)
        : base(TypeObject)
    {
        Coroutine = coroutine;
    }

    [PyField]
    private partial PyGenerator Coroutine { get; set; }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue Next(PyThread thread, PyValue self)
    {
        var status = GeneratorMethods.SendTo(thread, ((PyCoroutineWrapper)self.Ref!).Coroutine, PyValue.None, out var result);
        if (status == SendStatus.Return && !result.IsNone)
            return thread.Raise(Raise.StopIteration(result));
        return status == SendStatus.Yield ? result : default;
    }

    private static partial PyValue Send(PyThread thread, PyCoroutineWrapper self, PyValue value) =>
        GeneratorMethods.Send(thread, self.Coroutine, value);

    private static partial PyValue Throw(
        PyThread thread, PyCoroutineWrapper self, PyValue type, PyValue value, PyValue traceback) =>
        GeneratorMethods.Throw(thread, self.Coroutine, type, value, traceback);

    private static partial PyValue Close(PyThread thread, PyCoroutineWrapper self) =>
        GeneratorMethods.Close(thread, self.Coroutine);
}
