using Keelback.Vm;

namespace Keelback.Modules.Itertools;

/// <summary>count: an endless arithmetic sequence.</summary>
[PyType("itertools.count", Doc = "Count from a start by a step, without end.")]
internal sealed partial class PyCount : ExtensibleObject
{
    private PyCount(PyType type, PyValue current, PyValue step)
        : base(type)
    {
        Current = current;
        Step = step;
    }

    [PyField]
    private partial PyValue Current { get; set; }

    [PyField]
    private partial PyValue Step { get; set; }

    [PyNew("count(start=0, step=1)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue start, PyValue step) =>
        IsNumber(start) && IsNumber(step) ? new PyCount(cls, start, step) : throw Raise.TypeError("a number is required");

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyCount self)
    {
        var current = self.Current;
        if (current.IsSmallInt && self.Step.IsSmallInt)
        {
            var (left, right) = (current.Bits, self.Step.Bits);
            var sum = unchecked(left + right);
            if (((left ^ sum) & (right ^ sum)) >= 0)
            {
                self.Current = PyValue.FromInt(sum);
                return current;
            }
        }

        self.Current = Operators.Add(thread, current, self.Step);
        return current;
    }

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyCount self)
    {
        var current = Operators.Repr(thread, self.Current).Value;
        return self.Step.IsSmallInt && self.Step.Bits == 1
            ? PyStr.From($"{self.Type.Name}({current})")
            : PyStr.From($"{self.Type.Name}({current}, {Operators.Repr(thread, self.Step).Value})");
    }

    private static unsafe bool IsNumber(PyValue value)
    {
        var slots = value.Type.Slots;
        return slots.NbIndex != null || slots.NbInt != null || slots.NbFloat != null || value.Ref is PyComplex;
    }
}

/// <summary>repeat: one object again and again.</summary>
[PyType("itertools.repeat", Doc = "Give the same object a number of times, or without end.")]
internal sealed partial class PyRepeat : ExtensibleObject
{
    private long _remaining;

    private PyRepeat(PyType type, PyValue item, long remaining)
        : base(type)
    {
        Item = item;
        _remaining = remaining;
    }

    [PyField]
    private partial PyValue Item { get; set; }

    [PyNew("repeat(object, times=<missing>)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue @object, PyValue times) =>
        new PyRepeat(cls, @object, times.IsMissing ? -1 : Math.Max(0, Operators.ToIndex(thread, times, Raise.OverflowError)));

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyRepeat self)
    {
        if (self._remaining == 0)
            return default;
        if (self._remaining > 0)
            self._remaining--;
        return self.Item;
    }

    [PyMethod("__length_hint__($self, /)", Doc = "Return how many times are left.")]
    private static long LengthHint(PyThread thread, PyRepeat self) =>
        self._remaining < 0 ? throw Raise.TypeError("len() of unsized object") : self._remaining;

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyRepeat self)
    {
        var item = Operators.Repr(thread, self.Item).Value;
        return PyStr.From(self._remaining < 0 ? $"{self.Type.Name}({item})" : $"{self.Type.Name}({item}, {self._remaining})");
    }
}

/// <summary>cycle: the items of an iterable over and over.</summary>
[PyType("itertools.cycle", Doc = "Give the items of an iterable, and then the same ones again, without end.")]
internal sealed partial class PyCycle : ExtensibleObject
{
    private int _index;
    private bool _isReplaying;

    private PyCycle(PyType type, PyValue iterator)
        : base(type)
    {
        Iterator = iterator;
        Saved = new PyList();
    }

    [PyField]
    private partial PyValue Iterator { get; set; }

    [PyField]
    private partial PyList Saved { get; set; }

    [PyNew("cycle(iterable, /)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue iterable) =>
        new PyCycle(cls, Operators.GetIterator(thread, iterable));

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyCycle self)
    {
        if (!self._isReplaying)
        {
            if (Operators.TryNext(thread, self.Iterator, out var item))
            {
                self.Saved.Add(item);
                return item;
            }

            self._isReplaying = true;
        }

        if (self.Saved.Count == 0)
            return default;
        var saved = self.Saved.Items[self._index];
        self._index = self._index + 1 == self.Saved.Count ? 0 : self._index + 1;
        return saved;
    }
}
