namespace Keelback.Vm;

/// <summary>staticmethod: a function in a class that is called as it is.</summary>
internal partial class PyStaticMethod : PyObject
{
    private InstanceAttributes _attributes;

    public PyStaticMethod(PyValue function, PyType? type = null)
        : base(type ?? TypeObject)
    {
        Function = function;
    }

    [PyField]
    public partial PyValue Function { get; private set; }

    internal override ref InstanceAttributes Attributes => ref _attributes;

    private static partial PyValue NewRaw(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        new PyStaticMethod(PyValue.None, cls);

    private static partial void Initialize(PyThread thread, PyStaticMethod self, PyValue function)
    {
        self.Function = function;
        WrappedFunction.CopyMetadata(thread, self, function);
    }

    private static partial PyValue Repr(PyThread thread, PyValue self) =>
        PyStr.From($"<staticmethod({Operators.Repr(thread, ((PyStaticMethod)self.Ref!).Function).Value})>");

    private static partial PyValue Call(
        PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        thread.Invoke(((PyStaticMethod)callee.Ref!).Function, arguments, keywordNames);

    private static partial PyValue Bind(PyThread thread, PyValue descriptor, PyValue instance, PyValue owner) =>
        ((PyStaticMethod)descriptor.Ref!).Function;

    private static partial PyValue GetFunction(PyThread thread, PyStaticMethod self) => self.Function;

    private static partial bool IsAbstract(PyThread thread, PyStaticMethod self) =>
        WrappedFunction.IsAbstract(thread, self.Function);

    private static partial PyValue GetAnnotations(PyThread thread, PyStaticMethod self) =>
        WrappedFunction.GetAttribute(thread, self, self.Function, Names.Annotations);

    private static partial void SetAnnotations(PyThread thread, PyStaticMethod self, PyValue value) =>
        WrappedFunction.SetAttribute(self, Names.Annotations, value);

    private static partial PyValue GetAnnotate(PyThread thread, PyStaticMethod self) =>
        WrappedFunction.GetAttribute(thread, self, self.Function, Names.Annotate);

    private static partial void SetAnnotate(PyThread thread, PyStaticMethod self, PyValue value) =>
        WrappedFunction.SetAttribute(self, Names.Annotate, value);

    private static partial PyValue ClassGetItem(PyThread thread, PyType cls, PyValue @object) =>
        new PyGenericAlias(cls, @object);

    private static partial PyValue GetDict(PyThread thread, PyStaticMethod self) => self.Attributes.ToDict();

    private static partial void SetDict(PyThread thread, PyStaticMethod self, PyValue value) => InstanceDict.Set(self, value);
}
