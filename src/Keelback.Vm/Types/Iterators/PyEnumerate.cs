using System.Numerics;

namespace Keelback.Vm;

/// <summary>enumerate: counts the items of an iterable.</summary>
internal partial class PyEnumerate : PyObject
{
    private long _count;

    private protected PyEnumerate(PyType type)
        : base(type)
    {
    }

    [PyField]
    private partial PyValue Iterator { get; set; }

    /// <summary>The count once it exceeds 64 bits; else no value.</summary>
    [PyField]
    private partial PyValue LargeCount { get; set; }

    private static partial PyValue New(PyThread thread, PyType cls, PyValue iterable, PyValue start)
    {
        var self = ReferenceEquals(cls, TypeObject) ? new PyEnumerate(cls) : new PyEnumerateSubclass(cls);
        var first = Operators.Index(thread, start);
        if (first.IsSmallInt)
            self._count = first.Bits;
        else
            self.LargeCount = first;
        self.Iterator = Operators.GetIterator(thread, iterable);
        return self;
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self)
    {
        var enumerate = (PyEnumerate)self.Ref!;
        var item = Operators.TryNext(thread, enumerate.Iterator);
        return item.IsMissing ? default : PyTuple.Own([enumerate.Count(thread), item]);
    }

    private static partial PyValue Reduce(PyThread thread, PyEnumerate self) => PyTuple.From(
        self.Type,
        PyTuple.From(self.Iterator, self.LargeCount.IsMissing ? PyValue.FromInt(self._count) : self.LargeCount));

    private static partial PyValue ClassGetItem(PyThread thread, PyType cls, PyValue @object) => new PyGenericAlias(cls, @object);

    private PyValue Count(PyThread thread)
    {
        if (LargeCount.IsMissing && _count != long.MaxValue)
            return PyValue.FromInt(_count++);
        var count = LargeCount.IsMissing ? PyValue.FromInt(_count) : LargeCount;
        LargeCount = PyValue.FromInt(Operators.ToBigInteger(thread, count) + BigInteger.One);
        return count;
    }
}

/// <summary>An instance of a Python subclass of enumerate.</summary>
internal sealed class PyEnumerateSubclass(PyType type) : PyEnumerate(type)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
