namespace Keelback.Vm;

/// <summary>The type async_generator. What its instances do when they are resumed is PyAsyncGeneratorSend and PyAsyncGeneratorThrow's.</summary>
internal static partial class AsyncGeneratorType
{
    private static partial PyValue Repr(PyThread thread, PyValue self) => PyStr.From(
        $"<async_generator object {((PyGenerator)self.Ref!).QualifiedName.Value} at {ObjectIdentity.Address(thread, self)}>");

    private static partial PyValue GetCode(PyThread thread, PyValue self) => ((PyGenerator)self.Ref!).Function.Code;

    private static partial PyValue GetName(PyThread thread, PyValue self) => ((PyGenerator)self.Ref!).Name;

    private static partial void SetName(PyThread thread, PyValue self, PyValue value) =>
        ((PyGenerator)self.Ref!).Name = value.Ref as PyStr ?? throw Raise.TypeError("__name__ must be set to a string object");

    private static partial PyValue GetQualifiedName(PyThread thread, PyValue self) => ((PyGenerator)self.Ref!).QualifiedName;

    private static partial void SetQualifiedName(PyThread thread, PyValue self, PyValue value) =>
        ((PyGenerator)self.Ref!).QualifiedName = value.Ref as PyStr ?? throw Raise.TypeError("__qualname__ must be set to a string object");

    private static partial PyValue GetAwaited(PyThread thread, PyValue self) =>
        ((PyGenerator)self.Ref!).Delegate.OrNone();

    private static partial bool IsRunning(PyThread thread, PyValue self) =>
        ((PyGenerator)self.Ref!).State == GeneratorState.Running;

    private static partial PyValue GetFrame(PyThread thread, PyValue self) =>
        ((PyGenerator)self.Ref!).Frame is { } frame ? PyFrame.Of(frame) : PyValue.None;

    private static partial bool IsSuspended(PyThread thread, PyValue self) =>
        ((PyGenerator)self.Ref!).State == GeneratorState.Suspended;

    private static partial void Finalize(PyThread thread, PyValue self)
    {
        var generator = (PyGenerator)self.Ref!;
        if (generator.State == GeneratorState.Suspended && GeneratorMethods.Close(thread, generator).IsMissing)
            thread.Interpreter.ReportUnraisable(thread, thread.TakePending(), self);
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue Next(PyThread thread, PyValue self) =>
        AsyncGeneratorHooks.Begin(thread, (PyGenerator)self.Ref!)
            ? new PyAsyncGeneratorSend((PyGenerator)self.Ref!, PyValue.None)
            : default;

    private static partial PyValue Send(PyThread thread, PyValue self, PyValue value) =>
        AsyncGeneratorHooks.Begin(thread, (PyGenerator)self.Ref!)
            ? new PyAsyncGeneratorSend((PyGenerator)self.Ref!, value)
            : default;

    private static partial PyValue Throw(PyThread thread, PyValue self, PyValue type, PyValue value, PyValue traceback) =>
        AsyncGeneratorHooks.Begin(thread, (PyGenerator)self.Ref!)
            ? new PyAsyncGeneratorThrow(
                (PyGenerator)self.Ref!, GeneratorMethods.MakeException(thread, type, value, traceback))
            : default;

    private static partial PyValue Close(PyThread thread, PyValue self) =>
        AsyncGeneratorHooks.Begin(thread, (PyGenerator)self.Ref!)
            ? new PyAsyncGeneratorThrow((PyGenerator)self.Ref!, null)
            : default;

    private static partial PyValue ClassGetItem(PyThread thread, PyType cls, PyValue @object) => new PyGenericAlias(cls, @object);

    private static partial long SizeOf(PyThread thread, PyValue self) => GeneratorMethods.SizeOf((PyGenerator)self.Ref!);
}
