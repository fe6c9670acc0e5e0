namespace Keelback.Vm;

/// <summary>
/// A Python exception: its arguments, traceback, and what it came from. Exceptions that hold more derive from this class
/// (see exceptions.yaml); the others are of it, with another Python type. Attributes for Python code stand in
/// PyBaseException.Members.cs.
/// </summary>
public partial class PyBaseException : PyObject
{
    private InstanceAttributes _attributes;

    internal PyBaseException(PyType type)
        : base(type)
    {
        Arguments = PyTuple.Empty;
    }

    /// <summary>The arguments it was made with.</summary>
    [PyField]
    internal partial PyTuple Arguments { get; set; }

    /// <summary>The frames that it has left, the outermost first; null before it was raised.</summary>
    [PyField]
    internal partial PyTraceback? Traceback { get; set; }

    /// <summary>What <c>raise ... from</c> named.</summary>
    [PyField]
    internal partial PyBaseException? Cause { get; private set; }

    /// <summary>The exception that was being handled when this one was raised.</summary>
    [PyField]
    internal partial PyBaseException? Context { get; private set; }

    /// <summary>Whether tracebacks leave the context out.</summary>
    internal bool SuppressContext { get; set; }

    internal override ref InstanceAttributes Attributes => ref _attributes;

    /// <summary>The type's name and, where the only argument is a text, that text. Never runs Python code.</summary>
    public override string ToString() => Arguments.Count switch
    {
        0 => Type.Name,
        1 when Arguments[0].Ref is PyStr text => $"{Type.Name}: {text.Value}",
        1 when Arguments[0].Ref is Tag => $"{Type.Name}: {Arguments[0]}",
        _ => $"{Type.Name}: {Arguments.Count} arguments",
    };

    /// <summary>Says what it came from; null for nothing. Either way the context is no longer shown.</summary>
    internal void SetCause(PyBaseException? cause)
    {
        Cause = cause;
        SuppressContext = true;
    }

    /// <summary>
    /// Says what was being handled when it was raised. Where this exception is in the other's own chain already, the chain
    /// is cut there, so that none can run in a circle.
    /// </summary>
    internal void SetContext(PyBaseException? context)
    {
        // The hare runs twice as fast as the tortoise and meets it in a circle that Python code has made by hand.
        var tortoise = context;
        var advance = false;
        for (var hare = context; hare?.Context is { } next; hare = next)
        {
            if (ReferenceEquals(next, this))
            {
                hare.Context = null;
                break;
            }

            if (advance)
                tortoise = tortoise!.Context;
            advance = !advance;
            if (ReferenceEquals(next, tortoise))
                break;
        }

        Context = ReferenceEquals(context, this) ? Context : context;
    }

    /// <summary>Adds a frame that the exception leaves.</summary>
    internal void AddTraceback(PyThread thread, Frame frame, int instruction) =>
        Traceback = new PyTraceback(Traceback, PyFrame.Of(frame), instruction);

    /// <summary>Adds a line to what is shown below the message.</summary>
    internal void AddNote(PyThread thread, string note)
    {
        var notes = Operators.FindAttribute(thread, this, s_notes);
        if (notes.IsMissing)
        {
            notes = new PyList();
            Operators.SetAttribute(thread, this, s_notes, notes);
        }

        if (notes.Ref is not PyList list)
            throw Raise.TypeError("Cannot add note: __notes__ is not a list");
        list.Add(PyStr.From(note));
    }

    /// <summary>What __init__ does: takes the arguments. Derived classes take their attributes from them.</summary>
    internal virtual void Initialize(PyThread? thread, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (keywordNames is { Count: > 0 })
            throw Raise.TypeError($"{Type.Name}() takes no keyword arguments");
        Arguments = PyTuple.From(arguments);
    }

    /// <summary>What str() gives.</summary>
    internal virtual PyStr ToText(PyThread thread) => Arguments.Count switch
    {
        0 => PyStr.Empty,
        1 => Operators.Str(thread, Arguments[0]),
        _ => Operators.Str(thread, Arguments),
    };
}
