namespace Keelback.Vm;

/// <summary>
/// OSError: two to five arguments are error number, the system's words, file, Windows' own number, and second file; the
/// number chooses a more exact class where OSError itself is called.
/// </summary>
internal partial class PyOSError
{
    private const int MinParts = 2;
    private const int MaxParts = 5;

    /// <summary>How much a non-blocking write has written; null where that was not said.</summary>
    internal long? CharactersWritten { get; private set; }

    internal override void Initialize(PyThread? thread, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        base.Initialize(thread, arguments, keywordNames);
        if (arguments.Length is < MinParts or > MaxParts)
            return;
        Errno = arguments[0];
        Strerror = arguments[1];
        if (arguments.Length == MinParts || arguments[2].IsNone)
            return;
        if (Type.IsSubtypeOf(ExceptionTypes.BlockingIOError) && Operators.IsIndex(arguments[2]))
        {
            CharactersWritten = arguments[2].IsSmallInt || thread is null
                ? arguments[2].Bits
                : Operators.ToInt64(thread, arguments[2]);
            return;
        }

        Filename = arguments[2];
        if (arguments.Length == MaxParts && !arguments[4].IsNone)
            Filename2 = arguments[4];
        // The files are shown by themselves.
        Arguments = PyTuple.From(arguments[..MinParts]);
    }

    internal override PyStr ToText(PyThread thread)
    {
        if (Errno.IsMissing && Strerror.IsMissing)
            return base.ToText(thread);
        var message = $"[Errno {Show(thread, Errno)}] {Show(thread, Strerror)}";
        if (Filename.IsMissing)
            return PyStr.From(message);
        message += $": {Operators.Repr(thread, Filename).Value}";
        return PyStr.From(Filename2.IsMissing ? message : $"{message} -> {Operators.Repr(thread, Filename2).Value}");
    }

    static unsafe partial void FillOwnSlots(TypeSlots slots)
    {
        slots.TpNew = &NewChosen;
        slots.TpStr = &Text;
    }

    static unsafe partial void AddOwnMembers(TypeMembers members)
    {
        members.AddMethod(ExceptionMethods.NoArguments("__reduce__", null, &Reduce));
        members.AddGetter("characters_written", null, &GetCharactersWritten, &SetCharactersWritten);
    }

    private static PyValue NewChosen(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var positional = PositionalArguments(arguments, keywordNames);
        if (ReferenceEquals(cls, ExceptionTypes.OSError) && positional.Count is >= MinParts and <= MaxParts
            && positional[0].IsSmallInt)
            cls = ExceptionTypes.ForErrno(positional[0].Bits) ?? cls;
        return new PyOSError(cls) { Arguments = positional };
    }

    private static string Show(PyThread thread, PyValue value) => value.IsMissing ? "None" : Operators.Str(thread, value).Value;

    private static PyValue Text(PyThread thread, PyValue self) => ((PyBaseException)self.Ref!).ToText(thread);

    private static PyValue Reduce(PyThread thread, PyValue self)
    {
        var error = (PyOSError)self.Ref!;
        var arguments = error.Arguments;
        if (arguments.Count == MinParts && !error.Filename.IsMissing)
        {
            arguments = error.Filename2.IsMissing
                ? PyTuple.From(arguments[0], arguments[1], error.Filename)
                : PyTuple.From(arguments[0], arguments[1], error.Filename, PyValue.None, error.Filename2);
        }

        return error.Attributes.IsEmpty
            ? PyTuple.From(error.Type, arguments)
            : PyTuple.From(error.Type, arguments, error.Attributes.ToDict());
    }

    private static PyValue GetCharactersWritten(PyThread thread, PyValue self) =>
        ((PyOSError)self.Ref!).CharactersWritten is { } written
            ? PyValue.FromInt(written)
            : throw Raise.AttributeError("characters_written");

    private static void SetCharactersWritten(PyThread thread, PyValue self, PyValue value)
    {
        var error = (PyOSError)self.Ref!;
        if (value.IsMissing && error.CharactersWritten is null)
            throw Raise.AttributeError("characters_written");
        error.CharactersWritten = value.IsMissing ? null : Operators.ToIndex(thread, value, Raise.ValueError);
    }
}
