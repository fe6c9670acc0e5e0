namespace Keelback.Vm;

/// <summary>classmethod: a function in a class that is called with the class.</summary>
internal partial class PyClassMethod : PyObject
{
    private InstanceAttributes _attributes;

    public PyClassMethod(PyValue function, PyType? type = null)
        : base(type ?? TypeObject)
    {
        Function = function;
    }

    [PyField]
    public partial PyValue Function { get; private set; }

    internal override ref InstanceAttributes Attributes => ref _attributes;

    private static partial PyValue NewRaw(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        new PyClassMethod(PyValue.None, cls);

    private static partial void Initialize(PyThread thread, PyClassMethod self, PyValue function)
    {
        self.Function = function;
        WrappedFunction.CopyMetadata(thread, self, function);
    }

    private static partial PyValue Repr(PyThread thread, PyValue self) =>
        PyStr.From($"<classmethod({Operators.Repr(thread, ((PyClassMethod)self.Ref!).Function).Value})>");

    private static partial PyValue Bind(PyThread thread, PyValue descriptor, PyValue instance, PyValue owner) =>
        new PyMethod(((PyClassMethod)descriptor.Ref!).Function, owner.IsMissing ? instance.Type : owner);

    private static partial PyValue GetFunction(PyThread thread, PyClassMethod self) => self.Function;

    private static partial bool IsAbstract(PyThread thread, PyClassMethod self) =>
        WrappedFunction.IsAbstract(thread, self.Function);

    private static partial PyValue GetAnnotations(PyThread thread, PyClassMethod self) =>
        WrappedFunction.GetAttribute(thread, self, self.Function, Names.Annotations);

    private static partial void SetAnnotations(PyThread thread, PyClassMethod self, PyValue value) =>
        WrappedFunction.SetAttribute(self, Names.Annotations, value);

    private static partial PyValue GetAnnotate(PyThread thread, PyClassMethod self) =>
        WrappedFunction.GetAttribute(thread, self, self.Function, Names.Annotate);

    private static partial void SetAnnotate(PyThread thread, PyClassMethod self, PyValue value) =>
        WrappedFunction.SetAttribute(self, Names.Annotate, value);

    private static partial PyValue ClassGetItem(PyThread thread, PyType cls, PyValue @object) =>
        new PyGenericAlias(cls, @object);

    private static partial PyValue GetDict(PyThread thread, PyClassMethod self) => self.Attributes.ToDict();

    private static partial void SetDict(PyThread thread, PyClassMethod self, PyValue value) => InstanceDict.Set(self, value);
}
