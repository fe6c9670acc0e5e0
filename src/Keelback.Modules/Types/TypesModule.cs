using Keelback.Vm;

namespace Keelback.Modules.Types;

/// <summary>The _types module: built-in types that have no name in builtins.</summary>
[PyModule("_types", Doc = "Define names for built-in types.")]
internal static partial class TypesModule
{
    private static void Initialize(PyThread thread, PyModule module)
    {
        module.Add("AsyncGeneratorType", AsyncGeneratorType.TypeObject);
        module.Add("BuiltinFunctionType", PyBuiltinFunction.TypeObject);
        module.Add("BuiltinMethodType", PyBuiltinFunction.TypeObject);
        module.Add("CapsuleType", PyCapsule.TypeObject);
        module.Add("CellType", PyCell.TypeObject);
        module.Add("ClassMethodDescriptorType", PyClassMethodDescriptor.TypeObject);
        module.Add("CodeType", PyCode.TypeObject);
        module.Add("CoroutineType", CoroutineType.TypeObject);
        module.Add("EllipsisType", PyEllipsis.TypeObject);
        module.Add("FrameType", PyFrame.TypeObject);
        module.Add("FunctionType", PyFunction.TypeObject);
        module.Add("GeneratorType", GeneratorType.TypeObject);
        module.Add("GenericAlias", PyGenericAlias.TypeObject);
        module.Add("GetSetDescriptorType", PyGetSetDescriptor.TypeObject);
        module.Add("LambdaType", PyFunction.TypeObject);
        module.Add("MappingProxyType", PyMappingProxy.TypeObject);
        module.Add("MemberDescriptorType", PyMemberDescriptor.TypeObject);
        module.Add("MethodDescriptorType", PyMethodDescriptor.TypeObject);
        module.Add("MethodType", PyMethod.TypeObject);
        module.Add("MethodWrapperType", PyMethodWrapper.TypeObject);
        module.Add("ModuleType", PyModule.TypeObject);
        module.Add("NoneType", PyNone.TypeObject);
        module.Add("NotImplementedType", PyNotImplemented.TypeObject);
        module.Add("SimpleNamespace", PySimpleNamespace.TypeObject);
        module.Add("TracebackType", PyTraceback.TypeObject);
        module.Add("UnionType", PyUnion.TypeObject);
        module.Add("WrapperDescriptorType", PySlotWrapper.TypeObject);
    }
}

/// <summary>The type of CPython's capsules; native code here hands its objects over without them, so there are none.</summary>
[PyType("builtins.PyCapsule", Doc = "An opaque reference of native code.", Flags = TypeFlags.NoInstantiation | TypeFlags.Final)]
internal sealed partial class PyCapsule : PyObject
{
    private PyCapsule()
        : base(TypeObject)
    {
    }
}
