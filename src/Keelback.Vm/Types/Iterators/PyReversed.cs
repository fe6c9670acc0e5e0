namespace Keelback.Vm;

/// <summary>reversed: the items of a sequence from the last to the first.</summary>
internal unsafe partial class PyReversed : PyObject
{
    private long _index;

    private protected PyReversed(PyType type)
        : base(type)
    {
    }

    /// <summary>The sequence; no value once its front was reached.</summary>
    [PyField]
    private partial PyValue Sequence { get; set; }

    private static partial PyValue New(PyThread thread, PyType cls, PyValue @object)
    {
        var method = @object.Type.Lookup(Names.Reversed);
        if (!method.IsMissing && !method.IsNone)
            return thread.InvokeSpecial(@object, method, []);
        if (!method.IsMissing || @object.Type.Slots.SqItem == null || @object.Ref is PyDict)
            return thread.Raise(Raise.TypeError($"'{@object.Type.Name}' object is not reversible"));
        var length = Operators.Length(thread, @object);
        var self = ReferenceEquals(cls, TypeObject) ? new PyReversed(cls) : new PyReversedSubclass(cls);
        self.Sequence = @object;
        self._index = length - 1;
        return self;
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self)
    {
        var reversed = (PyReversed)self.Ref!;
        if (reversed._index >= 0)
        {
            var item = PySequenceIterator.ItemOrEnd(thread, reversed.Sequence, reversed._index);
            if (!item.IsMissing)
            {
                reversed._index--;
                return item;
            }

            if (thread.HasError)
                return default;
        }

        reversed._index = -1;
        reversed.Sequence = default;
        return default;
    }

    private static partial long LengthHint(PyThread thread, PyReversed self)
    {
        if (self.Sequence.IsMissing)
            return 0;
        var position = self._index + 1;
        return Operators.Length(thread, self.Sequence) < position ? 0 : position;
    }

    private static partial PyValue Reduce(PyThread thread, PyReversed self) => self.Sequence.IsMissing
        ? PyTuple.From(self.Type, PyTuple.From(PyTuple.Empty))
        : PyTuple.From(self.Type, PyTuple.From(self.Sequence), PyValue.FromInt(self._index));

    private static partial void SetState(PyThread thread, PyReversed self, long @object)
    {
        if (!self.Sequence.IsMissing)
            self._index = Math.Clamp(@object, -1, Operators.Length(thread, self.Sequence) - 1);
    }
}

/// <summary>An instance of a Python subclass of reversed.</summary>
internal sealed class PyReversedSubclass(PyType type) : PyReversed(type)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
