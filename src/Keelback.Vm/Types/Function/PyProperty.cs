namespace Keelback.Vm;

/// <summary>property: an attribute that functions get, set and delete.</summary>
internal partial class PyProperty : PyObject
{
    private bool _docIsGetters;

    private protected PyProperty(PyType type)
        : base(type)
    {
    }

    [PyField]
    public partial PyValue Getter { get; private set; }

    [PyField]
    public partial PyValue Setter { get; private set; }

    [PyField]
    public partial PyValue Deleter { get; private set; }

    [PyField]
    private partial PyValue Doc { get; set; }

    [PyField]
    private partial PyValue GivenName { get; set; }

    private static partial PyValue NewRaw(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        ReferenceEquals(cls, TypeObject) ? new PyProperty(cls) : new PyPropertySubclass(cls);

    private static partial void Initialize(
        PyThread thread, PyProperty self, PyValue fget, PyValue fset, PyValue fdel, PyValue doc)
    {
        self.Getter = fget.IsNone ? default : fget;
        self.Setter = fset.IsNone ? default : fset;
        self.Deleter = fdel.IsNone ? default : fdel;
        self.Doc = doc;
        self._docIsGetters = false;
        self.GivenName = default;
        if (doc.IsNone && !self.Getter.IsMissing
            && Operators.TryGetAttribute(thread, self.Getter, Names.Doc, out var inherited) && !inherited.IsNone)
        {
            self.Doc = inherited;
            self._docIsGetters = true;
        }

        // An instance of a subclass has its docstring among its attributes, where the class's own does not hide it.
        if (self.HasAttributes)
            self.Attributes.ToDict().Set(Names.Doc, self.Doc);
    }

    private static partial PyValue Bind(PyThread thread, PyValue descriptor, PyValue instance, PyValue owner)
    {
        if (instance.IsMissing || (instance.IsNone && !ReferenceEquals(owner.Ref, PyNone.TypeObject)))
            return descriptor;
        var self = (PyProperty)descriptor.Ref!;
        return self.Getter.IsMissing
            ? thread.Raise(self.Lacks(thread, instance, "getter"))
            : thread.Invoke(self.Getter, [instance], null);
    }

    private static partial void Store(PyThread thread, PyValue descriptor, PyValue instance, PyValue value)
    {
        var self = (PyProperty)descriptor.Ref!;
        var function = value.IsMissing ? self.Deleter : self.Setter;
        if (function.IsMissing)
            throw self.Lacks(thread, instance, value.IsMissing ? "deleter" : "setter");
        if (value.IsMissing)
            thread.Call(function, instance);
        else
            thread.Call(function, instance, value);
    }

    private static partial PyValue GetGetter(PyThread thread, PyProperty self) => self.Getter.OrNone();

    private static partial PyValue GetSetter(PyThread thread, PyProperty self) => self.Setter.OrNone();

    private static partial PyValue GetDeleter(PyThread thread, PyProperty self) => self.Deleter.OrNone();

    private static partial PyValue GetDoc(PyThread thread, PyProperty self) => self.Doc.OrNone();

    private static partial void SetDoc(PyThread thread, PyProperty self, PyValue value) => self.Doc = value;

    private static partial bool IsAbstract(PyThread thread, PyProperty self) =>
        WrappedFunction.IsAbstract(thread, self.Getter)
        || WrappedFunction.IsAbstract(thread, self.Setter)
        || WrappedFunction.IsAbstract(thread, self.Deleter);

    private static partial PyValue GetName(PyThread thread, PyProperty self)
    {
        var name = self.FindName(thread);
        return name.IsMissing
            ? throw Raise.AttributeError("'property' object has no attribute '__name__'")
            : name;
    }

    private static partial void SetName(PyThread thread, PyProperty self, PyValue value) => self.GivenName = value;

    private static partial PyValue WithGetter(PyThread thread, PyProperty self, PyValue @object) =>
        self.Copy(thread, @object, self.Setter, self.Deleter);

    private static partial PyValue WithSetter(PyThread thread, PyProperty self, PyValue @object) =>
        self.Copy(thread, self.Getter, @object, self.Deleter);

    private static partial PyValue WithDeleter(PyThread thread, PyProperty self, PyValue @object) =>
        self.Copy(thread, self.Getter, self.Setter, @object);

    private static partial void OnSetName(PyThread thread, PyProperty self, PyValue owner, PyValue name) => self.GivenName = name;

    private PyValue Copy(PyThread thread, PyValue getter, PyValue setter, PyValue deleter)
    {
        var doc = _docIsGetters && !getter.IsMissing ? PyValue.None : Doc;
        var copy = thread.Call(Type, getter.OrNone(), setter.OrNone(), deleter.OrNone(), doc);
        if (copy.Ref is PyProperty property)
            property.GivenName = GivenName;
        return copy;
    }

    private PyValue FindName(PyThread thread)
    {
        if (!GivenName.IsMissing)
            return GivenName;
        return !Getter.IsMissing && Operators.TryGetAttribute(thread, Getter, Names.Name, out var name) ? name : default;
    }

    private PyException Lacks(PyThread thread, PyValue instance, string what)
    {
        var name = FindName(thread);
        return Raise.AttributeError(name.IsMissing
            ? $"property of '{instance.Type.Name}' object has no {what}"
            : $"property {Operators.Repr(thread, name).Value} of '{instance.Type.Name}' object has no {what}");
    }
}

/// <summary>An instance of a Python subclass of property.</summary>
internal sealed class PyPropertySubclass(PyType type) : PyProperty(type)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
