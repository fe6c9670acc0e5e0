namespace Keelback.Vm;

/// <summary>StopIteration takes its value from the first argument.</summary>
internal partial class PyStopIteration
{
    internal override void Initialize(PyThread? thread, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        base.Initialize(thread, arguments, keywordNames);
        Value = arguments.Length > 0 ? arguments[0] : PyValue.None;
    }
}

/// <summary>SystemExit takes its code from the argument, or from all where there are several.</summary>
internal partial class PySystemExit
{
    internal override void Initialize(PyThread? thread, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        base.Initialize(thread, arguments, keywordNames);
        if (arguments.Length > 0)
            Code = arguments.Length == 1 ? arguments[0] : Arguments;
    }
}

/// <summary>KeyError shows its key as repr() does: an empty str would else be no message at all.</summary>
internal partial class PyKeyError
{
    internal override PyStr ToText(PyThread thread) =>
        Arguments.Count == 1 ? Operators.Repr(thread, Arguments[0]) : base.ToText(thread);

    static unsafe partial void FillOwnSlots(TypeSlots slots) => slots.TpStr = &Text;

    private static PyValue Text(PyThread thread, PyValue self) => ((PyBaseException)self.Ref!).ToText(thread);
}
