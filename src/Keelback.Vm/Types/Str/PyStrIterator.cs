namespace Keelback.Vm;

/// <summary>The iterator over the characters of a str.</summary>
internal sealed partial class PyStrIterator : PyObject
{
    private int _next;

    public PyStrIterator(PyStr text)
        : base(TypeObject)
    {
        Text = text;
    }

    [PyField]
    private partial PyStr? Text { get; set; }

    /// <summary>The next character; no value at the end.</summary>
    public PyValue Next()
    {
        if (Text is not { } text)
            return default;
        if (_next < text.Length)
            return PyStr.FromCodePoint(text[_next++]);
        Text = null;
        return default;
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue TakeNext(PyThread thread, PyValue self) => ((PyStrIterator)self.Ref!).Next();

    private static partial long LengthHint(PyThread thread, PyStrIterator self) => self.Text is { } text ? text.Length - self._next : 0;

    private static partial PyValue Reduce(PyThread thread, PyStrIterator self) =>
        IteratorState.Reduce(thread, self.Text is { } text ? text : default(PyValue), self._next, PyStr.Empty);

    private static partial void SetState(PyThread thread, PyStrIterator self, PyValue @object) =>
        self._next = self.Text is { } text ? IteratorState.PlaceOf(thread, @object, text.Length) : self._next;
}

/// <summary>The iterator over the characters of a str that are all ASCII: they need not be made.</summary>
internal sealed partial class PyStrAsciiIterator : PyObject
{
    private int _next;

    public PyStrAsciiIterator(PyStr text)
        : base(TypeObject)
    {
        Text = text;
    }

    [PyField]
    private partial PyStr? Text { get; set; }

    /// <summary>The next character; no value at the end.</summary>
    public PyValue Next()
    {
        if (Text is not { } text)
            return default;
        var chars = text.Chars;
        if (_next < chars.Length)
            return PyStr.FromCodePoint(chars[_next++]);
        Text = null;
        return default;
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue TakeNext(PyThread thread, PyValue self) => ((PyStrAsciiIterator)self.Ref!).Next();

    private static partial long LengthHint(PyThread thread, PyStrAsciiIterator self) =>
        self.Text is { } text ? text.Length - self._next : 0;

    private static partial PyValue Reduce(PyThread thread, PyStrAsciiIterator self) =>
        IteratorState.Reduce(thread, self.Text is { } text ? text : default(PyValue), self._next, PyStr.Empty);

    private static partial void SetState(PyThread thread, PyStrAsciiIterator self, PyValue @object) =>
        self._next = self.Text is { } text ? IteratorState.PlaceOf(thread, @object, text.Length) : self._next;
}
