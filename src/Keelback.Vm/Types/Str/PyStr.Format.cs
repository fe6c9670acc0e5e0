namespace Keelback.Vm;

/// <summary>Formatting: str.format, and a str in a field of one.</summary>
public partial class PyStr
{
    private static partial PyValue FormatArguments(PyThread thread, PyStr self, ReadOnlySpan<PyValue> args, PyDict? kwargs) =>
        new FormatRun(thread, args, kwargs).Format(self);

    private static partial PyValue FormatMap(PyThread thread, PyStr self, PyValue mapping) =>
        new FormatRun(thread, mapping).Format(self);

    private static partial PyValue FormatSelf(PyThread thread, PyStr self, PyStr formatSpec) =>
        formatSpec._length == 0 ? Operators.Str(thread, self) : TextFormat.Format(self, formatSpec);
}
