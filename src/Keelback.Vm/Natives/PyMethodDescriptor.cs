using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>A method of a built-in type, as it stands in the type's dict (<c>method_descriptor</c>): <c>list.append</c>.</summary>
internal sealed partial class PyMethodDescriptor : PyDescriptor
{
    public PyMethodDescriptor(PyType owner, NativeFunction function)
        : base(TypeObject, owner, function.Name)
    {
        Function = function;
    }

    /// <summary>What is called.</summary>
    public NativeFunction Function { get; }

    /// <summary>Whether the function may be called with an instance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Accepts(PyValue instance) => ReferenceEquals(instance.Type, Owner) || instance.Type.IsSubtypeOf(Owner);

    private static partial PyValue Call(PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var method = Unsafe.As<PyMethodDescriptor>(callee.Ref!);
        if (arguments.Length - (keywordNames?.Count ?? 0) < 1)
            throw Raise.TypeError($"unbound method {method.QualifiedName}() needs an argument");
        method.CheckInstance(arguments[0]);
        return method.Function.Call(thread, arguments[0], arguments[1..], keywordNames);
    }

    private static partial PyValue Bind(PyThread thread, PyValue descriptor, PyValue instance, PyValue owner)
    {
        if (instance.IsMissing)
            return descriptor;
        var method = Unsafe.As<PyMethodDescriptor>(descriptor.Ref!);
        method.CheckInstance(instance);
        return new PyBuiltinFunction(method.Function, instance, null);
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var method = (PyMethodDescriptor)self.Ref!;
        return PyStr.From($"<method '{method.Name}' of '{method.Owner.Name}' objects>");
    }

    private static partial string GetName(PyThread thread, PyMethodDescriptor self) => self.Name;

    private static partial PyType GetOwner(PyThread thread, PyMethodDescriptor self) => self.Owner;

    private static partial string GetQualifiedName(PyThread thread, PyMethodDescriptor self) => self.QualifiedName;

    private static partial string? GetDoc(PyThread thread, PyMethodDescriptor self) => self.Function.Doc;

    private static partial string? GetTextSignature(PyThread thread, PyMethodDescriptor self) => self.Function.TextSignature;

    private static partial PyValue Reduce(PyThread thread, PyMethodDescriptor self) => self.Reduction(thread);
}

/// <summary>A class method of a built-in type (<c>classmethod_descriptor</c>): <c>dict.__dict__['fromkeys']</c>.</summary>
internal sealed partial class PyClassMethodDescriptor : PyDescriptor
{
    public PyClassMethodDescriptor(PyType owner, NativeFunction function)
        : base(TypeObject, owner, function.Name)
    {
        Function = function;
    }

    /// <summary>What is called.</summary>
    public NativeFunction Function { get; }

    private static partial PyValue Call(PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var method = (PyClassMethodDescriptor)callee.Ref!;
        if (arguments.Length - (keywordNames?.Count ?? 0) < 1)
            throw Raise.TypeError($"descriptor '{method.Name}' of '{method.Owner.Name}' object needs an argument");
        return method.Function.Call(thread, method.CheckClass(arguments[0]), arguments[1..], keywordNames);
    }

    private static partial PyValue Bind(PyThread thread, PyValue descriptor, PyValue instance, PyValue owner)
    {
        var method = (PyClassMethodDescriptor)descriptor.Ref!;
        if (owner.IsMissing || owner.IsNone)
        {
            if (instance.IsMissing || instance.IsNone)
                throw Raise.TypeError($"descriptor '{method.Name}' for type '{method.Owner.Name}' needs either an object or a type");
            owner = instance.Type;
        }

        return new PyBuiltinFunction(method.Function, method.CheckClass(owner), null);
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var method = (PyClassMethodDescriptor)self.Ref!;
        return PyStr.From($"<method '{method.Name}' of '{method.Owner.Name}' objects>");
    }

    private static partial string GetName(PyThread thread, PyClassMethodDescriptor self) => self.Name;

    private static partial PyType GetOwner(PyThread thread, PyClassMethodDescriptor self) => self.Owner;

    private static partial string GetQualifiedName(PyThread thread, PyClassMethodDescriptor self) => self.QualifiedName;

    private static partial string? GetDoc(PyThread thread, PyClassMethodDescriptor self) => self.Function.Doc;

    private static partial string? GetTextSignature(PyThread thread, PyClassMethodDescriptor self) => self.Function.TextSignature;

    private PyType CheckClass(PyValue value)
    {
        if (value.Ref is not PyType type)
            throw Raise.TypeError($"descriptor '{Name}' for type '{Owner.Name}' needs a type, not a '{value.Type.Name}' as arg 2");
        return type.IsSubtypeOf(Owner)
            ? type
            : throw Raise.TypeError($"descriptor '{Name}' requires a subtype of '{Owner.Name}' but received '{type.Name}'");
    }
}
