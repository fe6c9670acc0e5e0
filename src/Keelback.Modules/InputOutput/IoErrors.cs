using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>The errors of streams.</summary>
internal static class IoErrors
{
    /// <summary>io.UnsupportedOperation, both an OSError and a ValueError; each interpreter has its own.</summary>
    public static PyType UnsupportedOperation(PyThread thread) => thread.Interpreter.GetState<Types>().Get(thread);

    /// <summary>The stream cannot do what was asked.</summary>
    public static PyException Unsupported(PyThread thread, string message) =>
        new((PyBaseException)thread.Call(UnsupportedOperation(thread), PyStr.From(message)).Ref!);

    /// <summary>The stream is closed.</summary>
    public static PyException Closed(string what = "I/O operation on closed file.") => Raise.ValueError(what);

    private sealed class Types
    {
        private PyType? _unsupported;

        public PyType Get(PyThread thread)
        {
            if (_unsupported is not null)
                return _unsupported;
            var body = new PyDict();
            body[Names.Module] = PyStr.Intern("io");
            _unsupported = PyType.CreateHeap(
                thread,
                CoreTypes.Type,
                PyStr.Intern("UnsupportedOperation"),
                PyTuple.From(ExceptionTypes.OSError, ExceptionTypes.ValueError),
                body);
            return _unsupported;
        }
    }
}
