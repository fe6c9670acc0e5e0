using System.Runtime.CompilerServices;
using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>
/// A native function that Python calls (<c>builtin_function_or_method</c>): a function of a module, or a method of a
/// built-in type bound to an instance or a class.
/// </summary>
internal sealed partial class PyBuiltinFunction : PyObject
{
    public PyBuiltinFunction(NativeFunction function, PyValue self, PyStr? module)
        : base(TypeObject)
    {
        Function = function;
        Self = self;
        Module = module is null ? PyValue.None : module;
    }

    /// <summary>What is called.</summary>
    public NativeFunction Function { get; }

    /// <summary>The module, instance or class that the function receives; missing for none.</summary>
    [PyField]
    public partial PyValue Self { get; private set; }

    /// <summary>The name of the function's module; None for a bound method.</summary>
    [PyField]
    public partial PyValue Module { get; private set; }

    /// <summary>The function's name.</summary>
    public string Name => Function.Name;

    /// <summary>The name with its class: a bound method's is that of the instance.</summary>
    public string QualifiedName => Self switch
    {
        { IsMissing: true } or { Ref: PyModule } => Function.Name,
        { Ref: PyType type } => $"{type.QualifiedName}.{Function.Name}",
        _ => $"{Self.Type.QualifiedName}.{Function.Name}",
    };

    private static partial PyValue Call(PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var builtin = Unsafe.As<PyBuiltinFunction>(callee.Ref!);
        return builtin.Function.Call(thread, builtin.Self, arguments, keywordNames);
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var builtin = (PyBuiltinFunction)self.Ref!;
        return PyStr.From(builtin.Self.IsMissing || builtin.Self.Ref is PyModule
            ? $"<built-in function {builtin.Function.Name}>"
            : $"<built-in method {builtin.Name} of {builtin.Self.Type.Name} object "
                + $"at {ObjectIdentity.Address(thread, builtin.Self)}>");
    }

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (left.Ref is not PyBuiltinFunction first || right.Ref is not PyBuiltinFunction second
            || op is not (ComparisonOperator.Eq or ComparisonOperator.Ne))
        {
            return PyNotImplemented.Instance;
        }

        var equal = first.Self.Is(second.Self) && ReferenceEquals(first.Function, second.Function);
        return PyValue.FromBool(equal == (op == ComparisonOperator.Eq));
    }

    private static partial long Hash(PyThread thread, PyValue self)
    {
        var builtin = (PyBuiltinFunction)self.Ref!;
        return HashCode.Combine(builtin.Self, RuntimeHelpers.GetHashCode(builtin.Function));
    }

    private static partial string GetName(PyThread thread, PyBuiltinFunction self) => self.Function.Name;

    private static partial string GetQualifiedName(PyThread thread, PyBuiltinFunction self) => self.QualifiedName;

    private static partial string? GetDoc(PyThread thread, PyBuiltinFunction self) => self.Function.Doc;

    private static partial string? GetTextSignature(PyThread thread, PyBuiltinFunction self) => self.Function.TextSignature;

    private static partial PyValue GetSelf(PyThread thread, PyBuiltinFunction self) => self.Self.IsMissing ? PyValue.None : self.Self;

    private static partial PyValue GetModule(PyThread thread, PyBuiltinFunction self) => self.Module;

    private static partial void SetModule(PyThread thread, PyBuiltinFunction self, PyValue value) =>
        self.Module = value.IsMissing ? PyValue.None : value;

    private static partial PyValue Reduce(PyThread thread, PyBuiltinFunction self)
    {
        if (self.Self.IsMissing || self.Self.Ref is PyModule)
            return PyStr.From(self.Function.Name);
        return PyTuple.From(thread.Interpreter.GetBuiltin(thread, "getattr"), PyTuple.From(self.Self, PyStr.From(self.Function.Name)));
    }
}
