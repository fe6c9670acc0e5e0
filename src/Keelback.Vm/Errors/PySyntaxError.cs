namespace Keelback.Vm;

/// <summary>SyntaxError takes its message and, as a sequence, the place: file, line, column, text, and where it ends.</summary>
internal partial class PySyntaxError
{
    internal override void Initialize(PyThread? thread, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        base.Initialize(thread, arguments, keywordNames);
        if (arguments.Length > 0)
            Msg = arguments[0];
        if (arguments.Length != 2)
            return;
        var place = arguments[1].Ref as PyTuple
            ?? (thread is null ? throw Raise.TypeError("the place must be a tuple") : Operators.ToTuple(thread, arguments[1]));
        if (place.Count is < 4 or > 7)
        {
            var bound = place.Count < 4 ? "least 4" : "most 7";
            throw Raise.TypeError($"function takes at {bound} arguments ({place.Count} given)");
        }

        (Filename, Lineno, Offset, Text) = (place[0], place[1], place[2], place[3]);
        EndLineno = place.Count > 4 ? place[4] : default;
        EndOffset = place.Count > 5 ? place[5] : default;
        Metadata = place.Count > 6 ? place[6] : default;
        if (place.Count == 5)
            throw Raise.TypeError("end_offset must be provided when end_lineno is provided");
    }

    internal override PyStr ToText(PyThread thread)
    {
        var message = Operators.Str(thread, OrNone(Msg));
        var file = Filename.Ref is PyStr path ? path.Value[(path.Value.LastIndexOf('/') + 1)..] : null;
        var line = Lineno.IsSmallInt ? Lineno.Bits : (long?)null;
        return (file, line) switch
        {
            (null, null) => message,
            (null, _) => PyStr.From($"{message.Value} (line {line})"),
            (_, null) => PyStr.From($"{message.Value} ({file})"),
            _ => PyStr.From($"{message.Value} ({file}, line {line})"),
        };
    }

    static unsafe partial void FillOwnSlots(TypeSlots slots) => slots.TpStr = &GetText;

    private static PyValue GetText(PyThread thread, PyValue self) => ((PyBaseException)self.Ref!).ToText(thread);
}
