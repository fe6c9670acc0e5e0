using Keelback.Vm;

namespace Keelback.Modules.Typing;

/// <summary>The _typing module: the classes of typing that the interpreter itself makes.</summary>
[PyModule("_typing", Doc = "Primitives and accelerators for the typing module.")]
internal static partial class TypingModule
{
    private static void Initialize(PyThread thread, PyModule module)
    {
        module.Add("TypeVar", PyTypeVar.TypeObject);
        module.Add("ParamSpec", PyParamSpec.TypeObject);
        module.Add("TypeVarTuple", PyTypeVarTuple.TypeObject);
        module.Add("ParamSpecArgs", PyParamSpecArgs.TypeObject);
        module.Add("ParamSpecKwargs", PyParamSpecKwargs.TypeObject);
        module.Add("TypeAliasType", PyTypeAlias.TypeObject);
        module.Add("Generic", PyGeneric.TypeObject);
        module.Add("Union", PyUnion.TypeObject);
        module.Add("NoDefault", PyNoDefault.Instance);
    }

    [PyFunction("_idfunc(x, /)", Doc = "Return the argument.")]
    private static PyValue Identity(PyValue x) => x;
}
