using Keelback.Vm;

namespace Keelback.Modules.ContextVariables;

/// <summary>The _contextvars module: variables whose values belong to a context.</summary>
[PyModule("_contextvars", Doc = "Variables whose values belong to a context.")]
internal static partial class ContextVariablesModule
{
    private static void Initialize(PyThread thread, PyModule module)
    {
        module.Add("Context", PyContext.TypeObject);
        module.Add("ContextVar", PyContextVariable.TypeObject);
        module.Add("Token", PyContextToken.TypeObject);
        PyContextToken.TypeObject.Dict[PyStr.Intern("MISSING")] = PyMissingMarker.Instance;
    }

    [PyFunction("copy_context()", Doc = "Return a copy of the present context.")]
    private static PyValue CopyContext(PyThread thread) => PyContext.Current(thread).Copied();
}
