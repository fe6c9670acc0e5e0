using Keelback.Vm;

namespace Keelback.Modules.Codecs;

/// <summary>An error handler that every Python has, as a function.</summary>
[PyType("builtins.builtin_error_handler", Doc = "An error handler of the codecs.", Flags = TypeFlags.Final | TypeFlags.NoInstantiation)]
internal sealed partial class PyCodecErrorHandler : PyObject
{
    private readonly string _name;

    public PyCodecErrorHandler(string name)
        : base(TypeObject)
    {
        _name = name;
    }

    [PySlot("tp_call")]
    private static PyValue Call(PyThread thread, PyCodecErrorHandler self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        arguments.Length == 1 && keywordNames is null
            ? CodecErrors.Apply(thread, self._name, arguments[0])
            : throw Raise.TypeError($"{self._name}_errors() takes exactly one argument ({arguments.Length} given)");

    [PyGetter("__name__", Doc = "The name.")]
    private static PyValue GetName(PyThread thread, PyCodecErrorHandler self) => PyStr.From(self._name + "_errors");

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyCodecErrorHandler self) => PyStr.From($"<built-in function {self._name}_errors>");
}
