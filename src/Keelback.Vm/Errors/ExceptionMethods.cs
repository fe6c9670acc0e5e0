namespace Keelback.Vm;

/// <summary>Makes the native functions of exceptions' few methods, whose types no types/*.type.yaml describes.</summary>
internal static unsafe class ExceptionMethods
{
    /// <summary>A method without arguments.</summary>
    public static NativeFunction NoArguments(string name, string? doc, delegate*<PyThread, PyValue, PyValue> body) => new()
    {
        Name = name,
        Kind = NativeKind.Method,
        Doc = doc,
        TextSignature = "($self, /)",
        Invoke = Unusable(0),
        InvokeNoArguments = body,
    };

    /// <summary>A method with one positional argument.</summary>
    public static NativeFunction OneArgument(
        string name, string parameter, string? doc, delegate*<PyThread, PyValue, PyValue, PyValue> body) => new()
    {
        Name = name,
        Kind = NativeKind.Method,
        Doc = doc,
        TextSignature = $"($self, {parameter}, /)",
        Invoke = Unusable(1),
        InvokeOne = body,
    };

    // The quick form serves every call that is right, so what comes here is wrong.
    private static delegate*<PyThread, PyValue, ReadOnlySpan<PyValue>, PyTuple?, PyValue> Unusable(int count) =>
        count == 0 ? &RefuseAny : &RefuseAllButOne;

    private static PyValue RefuseAny(PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        throw ArgumentErrors.TakesNoArguments($"{self.Type.Name} method", arguments.Length, keywordNames);

    private static PyValue RefuseAllButOne(PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        throw ArgumentErrors.TakesOneArgument($"{self.Type.Name} method", arguments.Length, keywordNames);
}
