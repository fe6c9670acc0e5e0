using Keelback.Vm;

namespace Keelback.Modules.Codecs;

/// <summary>The _codecs module: the registry of codecs and error handlers. The codecs themselves stand in rooms by kind.</summary>
[PyModule("_codecs", Doc = "Codecs, and their registry.")]
internal static partial class CodecsModule
{
    private static void Initialize(PyThread thread, PyModule module)
    {
        var registry = CodecRegistry.Of(thread);
        foreach (var name in CodecErrors.BuiltinNames)
            registry.RegisterErrorHandler(name, new PyCodecErrorHandler(name));
    }

    [PyFunction("register(search_function, /)", Doc = "Register a function that finds codecs by name.")]
    private static void Register(PyThread thread, PyValue searchFunction)
    {
        if (!Operators.IsCallable(searchFunction))
            throw Raise.TypeError("argument must be callable");
        CodecRegistry.Of(thread).SearchFunctions.Add(searchFunction);
    }

    [PyFunction("unregister(search_function, /)", Doc = "Take a function that finds codecs away, and forget what was found.")]
    private static void Unregister(PyThread thread, PyValue searchFunction)
    {
        var registry = CodecRegistry.Of(thread);
        var functions = registry.SearchFunctions;
        var rest = functions.AsSpan().ToArray().Where(known => !known.Is(searchFunction)).ToArray();
        if (rest.Length == functions.Count)
            return;
        functions.Replace(rest, rest.Length);
        registry.ClearFound();
    }

    [PyFunction("lookup(encoding, /)", Doc = "Return the codec of a name.")]
    private static PyValue Lookup(PyThread thread, string encoding) => CodecRegistry.Of(thread).Lookup(thread, encoding);

    [PyFunction("encode(obj, encoding='utf-8', errors='strict')", Doc = "Encode an object by the codec of a name.")]
    private static PyValue Encode(PyThread thread, PyValue obj, string encoding, string errors) =>
        Apply(thread, CodecRegistry.Of(thread).Lookup(thread, encoding)[0], obj, errors, "encoder");

    [PyFunction("decode(obj, encoding='utf-8', errors='strict')", Doc = "Decode an object by the codec of a name.")]
    private static PyValue Decode(PyThread thread, PyValue obj, string encoding, string errors) =>
        Apply(thread, CodecRegistry.Of(thread).Lookup(thread, encoding)[1], obj, errors, "decoder");

    [PyFunction("register_error(errors, handler, /)", Doc = "Register an error handler.")]
    private static void RegisterError(PyThread thread, string errors, PyValue handler)
    {
        if (!Operators.IsCallable(handler))
            throw Raise.TypeError("handler must be callable");
        CodecRegistry.Of(thread).RegisterErrorHandler(errors, handler);
    }

    [PyFunction("_unregister_error(errors, /)", Doc = "Take an error handler away; False where there is none of the name.")]
    private static bool UnregisterError(PyThread thread, string errors)
    {
        if (CodecErrors.BuiltinNames.Contains(errors))
            throw Raise.ValueError($"cannot un-register built-in error handler '{errors}'");
        return CodecRegistry.Of(thread).UnregisterErrorHandler(errors);
    }

    [PyFunction("lookup_error(name, /)", Doc = "Return an error handler.")]
    private static PyValue LookupError(PyThread thread, string name) => CodecRegistry.Of(thread).GetErrorHandler(name);

    private static PyValue Apply(PyThread thread, PyValue coder, PyValue obj, string errors, string kind) =>
        thread.Call(coder, obj, PyStr.From(errors)).Ref is PyTuple { Count: 2 } pair
            ? pair[0]
            : throw Raise.TypeError($"{kind} must return a tuple (object, integer)");

    private static string Errors(PyValue errors) => errors.IsMissing || errors.IsNone
        ? "strict"
        : (errors.Ref as PyStr ?? throw Raise.TypeError($"argument 'errors' must be str or None, not {errors.Type.Name}")).Value;

    private static PyValue Pair(PyValue value, long used) => PyTuple.From(value, PyValue.FromInt(used));
}
