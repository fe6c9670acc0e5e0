namespace Keelback.Vm;

/// <summary>The type coroutine. What its instances do when they are resumed is GeneratorMethods's.</summary>
internal static partial class CoroutineType
{
    private static partial PyValue Repr(PyThread thread, PyValue self) => PyStr.From(
        $"<coroutine object {((PyGenerator)self.Ref!).QualifiedName.Value} at {ObjectIdentity.Address(thread, self)}>");

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

    private static partial SendStatus SendTo(PyThread thread, PyValue self, PyValue value, out PyValue result) =>
        GeneratorMethods.SendTo(thread, (PyGenerator)self.Ref!, value, out result);

    private static partial PyValue Send(PyThread thread, PyValue self, PyValue value) =>
        GeneratorMethods.Send(thread, (PyGenerator)self.Ref!, value);

    private static partial PyValue Throw(PyThread thread, PyValue self, PyValue type, PyValue value, PyValue traceback) =>
        GeneratorMethods.Throw(thread, (PyGenerator)self.Ref!, type, value, traceback);

    private static partial PyValue Close(PyThread thread, PyValue self) =>
        GeneratorMethods.Close(thread, (PyGenerator)self.Ref!);

    private static partial PyValue GetOrigin(PyThread thread, PyValue self) => PyValue.None;

    private static partial PyValue Await(PyThread thread, PyValue self) => new PyCoroutineWrapper((PyGenerator)self.Ref!);

    private static partial long SizeOf(PyThread thread, PyValue self) => GeneratorMethods.SizeOf((PyGenerator)self.Ref!);

    private static partial PyValue ClassGetItem(PyThread thread, PyType cls, PyValue @object) =>
        new PyGenericAlias(cls, @object);
}
