namespace Keelback.Vm;

/// <summary>
/// The codecs and error handlers of one interpreter: what the module codecs registers. Search functions are asked in
/// turn and what they find is kept; the first look-up imports the package encodings, which brings the usual one.
/// </summary>
internal sealed class CodecRegistry
{
    private static readonly PyStr s_encodings = PyStr.Intern("encodings");
    private static readonly PyStr s_isText = PyStr.Intern("_is_text_encoding");

    private readonly Dictionary<string, PyTuple> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PyValue> _errorHandlers = new(StringComparer.Ordinal);
    private bool _isLoaded;

    /// <summary>The functions that look for codecs, in order.</summary>
    public PyList SearchFunctions { get; } = new();

    /// <summary>The registry of the thread's interpreter.</summary>
    public static CodecRegistry Of(PyThread thread) => thread.Interpreter.GetState<CodecRegistry>();

    /// <summary>Forgets what has been found.</summary>
    public void ClearFound() => _found.Clear();

    /// <summary>The codec of a name: encoder, decoder, and how to make a stream reader and writer.</summary>
    public PyTuple Lookup(PyThread thread, string encoding)
    {
        var name = Codecs.Normalize(encoding);
        if (_found.TryGetValue(name, out var known))
            return known;
        if (!_isLoaded)
            Load(thread);

        for (var i = 0; i < SearchFunctions.Count; i++)
        {
            var found = thread.Call(SearchFunctions.Items[i], PyStr.From(name));
            if (found.IsNone)
                continue;
            if (found.Ref is not PyTuple { Count: 4 } codec)
                throw Raise.TypeError("codec search functions must return 4-tuples");
            _found[name] = codec;
            return codec;
        }

        throw Raise.LookupError($"unknown encoding: {encoding}");
    }

    /// <summary>The same for str.encode() and bytes.decode(), which want codecs between text and bytes.</summary>
    public PyTuple LookupText(PyThread thread, string encoding, string alternative)
    {
        var codec = Lookup(thread, encoding);
        if (!ReferenceEquals(codec.Type, PyTuple.TypeObject)
            && Operators.TryGetAttribute(thread, codec, s_isText, out var isText)
            && !Operators.IsTrue(thread, isText))
        {
            throw Raise.LookupError(
                $"'{encoding}' is not a text encoding; use {alternative} to handle arbitrary codecs");
        }

        return codec;
    }

    /// <summary>Registers an error handler.</summary>
    public void RegisterErrorHandler(string name, PyValue handler) => _errorHandlers[name] = handler;

    /// <summary>Takes a registered error handler away; false where there is none.</summary>
    public bool UnregisterErrorHandler(string name) => _errorHandlers.Remove(name);

    /// <summary>A registered error handler; no value where there is none of the name.</summary>
    public PyValue FindErrorHandler(string name) => _errorHandlers.GetValueOrDefault(name);

    /// <summary>A registered error handler.</summary>
    public PyValue GetErrorHandler(string name) =>
        _errorHandlers.TryGetValue(name, out var handler)
            ? handler
            : throw Raise.LookupError($"unknown error handler name '{name}'");

    // Where there is no such package the native codecs are all that there are.
    private void Load(PyThread thread)
    {
        _isLoaded = true;
        try
        {
            thread.Checked(thread.Interpreter.Imports.GetOrLoad(thread, s_encodings));
        }
        catch (PyException exception) when (exception.Value.Type.IsSubtypeOf(ExceptionTypes.ImportError))
        {
            _isLoaded = false;
        }
    }
}
