using Keelback.Bytecode;
using Keelback.Vm;

namespace Keelback.Modules.Collections;

/// <summary>The slots of deques.</summary>
internal sealed partial class PyDeque
{
    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PyDeque(cls);

    [PyInit("deque(iterable=<missing>, maxlen=None)")]
    private static void Initialize(PyThread thread, PyDeque self, PyValue iterable, PyValue maxlen)
    {
        self._maximum = -1;
        if (!maxlen.IsNone)
        {
            if (!Operators.IsIndex(maxlen))
                throw Raise.TypeError("an integer is required");
            self._maximum = Operators.ToIndex(thread, maxlen, Raise.OverflowError);
            if (self._maximum < 0)
                throw Raise.ValueError("maxlen must be non-negative");
        }

        self.Empty();
        if (!iterable.IsMissing)
            self.Extend(thread, iterable, atLeft: false);
    }

    [PySlot("sq_length")]
    private static long Length(PyThread thread, PyDeque self) => self.Count;

    [PySlot("nb_bool")]
    private static bool IsTrue(PyThread thread, PyDeque self) => self.Count > 0;

    [PySlot("sq_item")]
    private static PyValue GetItem(PyThread thread, PyDeque self, long index) =>
        (ulong)index < (ulong)self.Count ? self[(int)index] : throw Raise.IndexError("deque index out of range");

    [PySlot("sq_ass_item")]
    private static void SetItem(PyThread thread, PyDeque self, long index, PyValue value)
    {
        if ((ulong)index >= (ulong)self.Count)
            throw Raise.IndexError("deque index out of range");
        if (value.IsMissing)
            self.RemoveAt((int)index);
        else
            self[(int)index] = value;
    }

    [PySlot("sq_contains")]
    private static bool Contains(PyThread thread, PyDeque self, PyValue item)
    {
        var changes = self.Changes;
        for (var i = 0; i < self.Count; i++)
        {
            if (Operators.Equals(thread, self[i], item))
                return true;
            self.CheckUnchanged(changes, Raise.RuntimeError);
        }

        return false;
    }

    [PySlot("sq_concat")]
    private static PyValue Concatenate(PyThread thread, PyDeque left, PyValue right)
    {
        if (right.Ref is not PyDeque other)
            throw Raise.TypeError($"can only concatenate deque (not \"{right.Type.Name}\") to deque");
        var sum = Copy(thread, left);
        ((PyDeque)sum.Ref!).Extend(thread, other, atLeft: false);
        return sum;
    }

    [PySlot("sq_inplace_concat")]
    private static PyValue ConcatenateInPlace(PyThread thread, PyDeque left, PyValue right)
    {
        left.Extend(thread, right, atLeft: false);
        return left;
    }

    [PySlot("sq_repeat")]
    private static PyValue Repeat(PyThread thread, PyDeque self, long count)
    {
        var copy = (PyDeque)Copy(thread, self).Ref!;
        return RepeatInPlace(thread, copy, count);
    }

    [PySlot("sq_inplace_repeat")]
    private static PyValue RepeatInPlace(PyThread thread, PyDeque self, long count)
    {
        if (count <= 0)
        {
            self.Empty();
            return self;
        }

        var items = self.ToArray();
        if (self._maximum < 0 && items.Length * (Int128)count > Array.MaxLength)
            throw Raise.MemoryError();
        if (self._maximum >= 0 && items.Length > 0)
            count = Math.Min(count, (self._maximum / items.Length) + 1);
        for (; count > 1; count--)
        {
            foreach (var item in items)
                self.Append(item);
        }

        return self;
    }

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyDeque self) => new PyDequeIterator(self, 0);

    [PySlot("tp_hash")]
    private static long Hash(PyThread thread, PyValue self) => throw Operators.Unhashable(self);

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyDeque self)
    {
        if (!thread.ReprInProgress.Add(self))
            return PyStr.From("[...]");
        try
        {
            var items = Operators.Repr(thread, new PyList(self.ToArray())).Value;
            return PyStr.From(self._maximum < 0 ? $"{self.Type.Name}({items})" : $"{self.Type.Name}({items}, maxlen={self._maximum})");
        }
        finally
        {
            thread.ReprInProgress.Remove(self);
        }
    }

    [PySlot("tp_richcompare")]
    private static PyValue RichCompare(PyThread thread, PyDeque self, PyValue right, ComparisonOperator op)
    {
        if (right.Ref is not PyDeque other)
            return PyNotImplemented.Instance;
        return Operators.TryCompare(thread, op, PyTuple.Own(self.ToArray()), PyTuple.Own(other.ToArray()));
    }
}
