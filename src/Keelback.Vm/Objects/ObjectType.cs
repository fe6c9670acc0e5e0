using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>
/// The type <c>object</c>: making instances and what every object can do. Attributes are in ObjectType.Attributes.cs,
/// what pickle asks for in ObjectType.Reduce.cs.
/// </summary>
internal static unsafe partial class ObjectType
{
    /// <summary>The getattr slot of objects that have no other.</summary>
    public static delegate*<PyThread, PyValue, PyStr, PyValue> GenericGetAttribute => CoreTypes.Object.Slots.TpGetattro;

    private static partial PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (arguments.Length > 0)
        {
            if (cls.Slots.TpNew != CoreTypes.Object.Slots.TpNew)
                return thread.Raise(Raise.TypeError("object.__new__() takes exactly one argument (the type to instantiate)"));
            if (cls.Slots.TpInit == CoreTypes.Object.Slots.TpInit)
                return thread.Raise(Raise.TypeError($"{cls.Name}() takes no arguments"));
        }

        if ((cls.Flags & TypeFlags.Abstract) != 0)
            return thread.Raise(IsAbstract(thread, cls));
        return new PyInstance(cls);
    }

    private static partial void Initialize(
        PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (arguments.Length == 0)
            return;
        var type = self.Type;
        if (type.Slots.TpInit != CoreTypes.Object.Slots.TpInit)
            throw Raise.TypeError("object.__init__() takes exactly one argument (the instance to initialize)");
        if (type.Slots.TpNew == CoreTypes.Object.Slots.TpNew)
            throw Raise.TypeError($"{type.Name}.__init__() takes exactly one argument (the instance to initialize)");
    }

    private static partial PyValue Repr(PyThread thread, PyValue self) =>
        PyStr.From($"<{self.Type.FullName} object at {ObjectIdentity.Address(thread, self)}>");

    private static partial PyValue Str(PyThread thread, PyValue self) => self.Type.Slots.TpRepr(thread, self);

    private static partial long Hash(PyThread thread, PyValue self) => ObjectIdentity.Hash(self);

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        switch (op)
        {
            case ComparisonOperator.Eq:
                return left.Is(right) ? PyValue.True : PyNotImplemented.Instance;
            case ComparisonOperator.Ne:
                // != is the opposite of == unless a class says otherwise.
                var result = left.Type.Slots.TpRichcompare(thread, left, right, ComparisonOperator.Eq);
                return result.IsMissing || Operators.IsNotImplemented(result)
                    ? result
                    : PyValue.FromBool(!Operators.IsTrue(thread, result));
            default:
                return PyNotImplemented.Instance;
        }
    }

    private static partial PyValue FindAttributeOrRaise(PyThread thread, PyValue self, PyStr name) => GetAttribute(thread, self, name);

    private static partial void StoreAttribute(PyThread thread, PyValue self, PyStr name, PyValue value) =>
        SetAttribute(thread, self, name, value);

    private static partial PyValue GetClass(PyThread thread, PyValue self) => self.Type;

    private static partial void SetClass(PyThread thread, PyValue self, PyValue value)
    {
        if (value.IsMissing)
            throw Raise.TypeError("can't delete __class__ attribute");
        if (value.Ref is not PyType type)
            throw Raise.TypeError($"__class__ must be set to a class, not '{value.Type.Name}' object");
        var before = self.Type;
        var isModule = self.Ref is PyModule && type.IsSubtypeOf(PyModule.TypeObject);
        if (!isModule && (!type.IsHeapType || !before.IsHeapType))
        {
            throw Raise.TypeError(
                "__class__ assignment only supported for mutable types or ModuleType subclasses");
        }

        var sameSlots = (before.RootShape?.SlotCount ?? 0) == (type.RootShape?.SlotCount ?? 0)
            && ((before.Flags ^ type.Flags) & TypeFlags.HasDict) == 0;
        if (!isModule && (!ReferenceEquals(before.SolidBase, type.SolidBase) || !sameSlots))
        {
            throw Raise.TypeError(
                $"__class__ assignment: '{type.Name}' object layout differs from '{before.Name}'");
        }

        if (self.Ref!.HasAttributes && self.Ref.Attributes.Shape is not null)
            self.Ref.Attributes.ToDict();
        self.Ref.Type = type;
    }

    private static partial PyValue Format(PyThread thread, PyValue self, PyStr formatSpec)
    {
        if (formatSpec.Length > 0)
            throw Raise.TypeError($"unsupported format string passed to {self.Type.Name}.__format__");
        return Operators.Str(thread, self);
    }

    private static partial long SizeOf(PyThread thread, PyValue self) =>
        self.Ref is { HasAttributes: true } instance && instance.Attributes.Shape is { } shape ? 32 + (16 * shape.Count) : 32;

    private static partial PyValue Dir(PyThread thread, PyValue self)
    {
        var names = new PyDict();
        if (Operators.TryGetAttribute(thread, self, Names.Dict, out var own) && own.Ref is PyDict dict)
            names.Merge(thread, dict);
        if (Operators.TryGetAttribute(thread, self, Names.Class, out var cls) && cls.Ref is PyType type)
            PyType.CollectNames(thread, type, names);
        return Operators.ToList(thread, names);
    }

    private static partial void InitSubclass(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> args, PyDict? kwargs)
    {
        if (args.Length > 0 || kwargs is { Count: > 0 })
            throw Raise.TypeError($"{cls.Name}.__init_subclass__() takes no keyword arguments");
    }

    private static partial PyValue SubclassHook(PyThread thread, PyType cls, PyValue @object) => PyNotImplemented.Instance;

    private static PyException IsAbstract(PyThread thread, PyType cls)
    {
        var names = new List<string>();
        foreach (var name in Operators.Iterate(thread, cls.AbstractMethods))
            names.Add($"'{Operators.Str(thread, name).Value}'");
        names.Sort(StringComparer.Ordinal);
        return Raise.TypeError(
            $"Can't instantiate abstract class {cls.Name} without an implementation for abstract method{(names.Count > 1 ? "s" : "")} "
            + string.Join(", ", names));
    }
}
