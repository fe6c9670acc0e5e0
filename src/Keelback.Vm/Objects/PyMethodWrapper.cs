using System.Runtime.CompilerServices;
using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>A <see cref="PySlotWrapper"/> bound to an instance (<c>method-wrapper</c>): <c>(1).__add__</c>.</summary>
internal sealed partial class PyMethodWrapper : PyObject
{
    public PyMethodWrapper(PySlotWrapper descriptor, PyValue self)
        : base(TypeObject)
    {
        Descriptor = descriptor;
        Self = self;
    }

    /// <summary>What was bound.</summary>
    [PyField]
    public partial PySlotWrapper Descriptor { get; private set; }

    /// <summary>The instance.</summary>
    [PyField]
    public partial PyValue Self { get; private set; }

    private static partial PyValue Call(PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var method = (PyMethodWrapper)callee.Ref!;
        return method.Descriptor.Invoke(thread, method.Self, arguments, keywordNames);
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var method = (PyMethodWrapper)self.Ref!;
        var address = ObjectIdentity.Address(thread, method.Self);
        return PyStr.From($"<method-wrapper '{method.Descriptor.Wrapper.Name.Value}' of {method.Self.Type.Name} object at {address}>");
    }

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (left.Ref is not PyMethodWrapper first || right.Ref is not PyMethodWrapper second
            || op is not (ComparisonOperator.Eq or ComparisonOperator.Ne))
        {
            return PyNotImplemented.Instance;
        }

        var equal = first.Self.Is(second.Self) && ReferenceEquals(first.Descriptor, second.Descriptor);
        return PyValue.FromBool(equal == (op == ComparisonOperator.Eq));
    }

    private static partial long Hash(PyThread thread, PyValue self)
    {
        var method = (PyMethodWrapper)self.Ref!;
        return HashCode.Combine(method.Self, RuntimeHelpers.GetHashCode(method.Descriptor));
    }

    private static partial PyValue GetSelf(PyThread thread, PyMethodWrapper self) => self.Self;

    private static partial PyValue GetName(PyThread thread, PyMethodWrapper self) => self.Descriptor.Wrapper.Name;

    private static partial PyType GetOwner(PyThread thread, PyMethodWrapper self) => self.Descriptor.Owner;

    private static partial string GetQualifiedName(PyThread thread, PyMethodWrapper self) => self.Descriptor.QualifiedName;

    private static partial string? GetDoc(PyThread thread, PyMethodWrapper self) => self.Descriptor.Wrapper.Doc;

    private static partial string? GetTextSignature(PyThread thread, PyMethodWrapper self) => self.Descriptor.Wrapper.TextSignature;

    private static partial PyValue Reduce(PyThread thread, PyMethodWrapper self) =>
        PyTuple.From(thread.Interpreter.GetBuiltin(thread, "getattr"), PyTuple.From(self.Self, self.Descriptor.Wrapper.Name));
}
