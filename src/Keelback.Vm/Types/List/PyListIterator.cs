using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>The iterator over a list, which sees what is appended meanwhile.</summary>
internal sealed partial class PyListIterator : PyObject
{
    private int _index;

    public PyListIterator(PyList list)
        : base(TypeObject)
    {
        List = list;
    }

    /// <summary>The list; null once its end was reached.</summary>
    [PyField]
    private partial PyList? List { get; set; }

    /// <summary>The next item; missing at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PyValue Next()
    {
        var list = List;
        if (list is null)
            return default;
        var index = _index;
        if ((uint)index < (uint)list.Count)
        {
            _index = index + 1;
            return list.Items[index];
        }

        List = null;
        return default;
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self) => Unsafe.As<PyListIterator>(self.Ref!).Next();

    private static partial long LengthHint(PyThread thread, PyListIterator self) =>
        self.List is { } list ? Math.Max(list.Count - self._index, 0) : 0;

    private static partial PyValue Reduce(PyThread thread, PyListIterator self) => self.List is { } list
        ? IteratorState.Reduce(thread, IteratorState.Iter, list, self._index)
        : IteratorState.ReduceExhausted(thread, new PyList());

    private static partial void SetState(PyThread thread, PyListIterator self, long @object)
    {
        if (self.List is { } list)
            self._index = (int)Math.Clamp(@object, 0, list.Count);
    }
}

/// <summary>The iterator over a list from its end to its front.</summary>
internal sealed partial class PyListReverseIterator : PyObject
{
    private int _index;

    public PyListReverseIterator(PyList list)
        : base(TypeObject)
    {
        List = list;
        _index = list.Count - 1;
    }

    [PyField]
    private partial PyList? List { get; set; }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self)
    {
        var iterator = (PyListReverseIterator)self.Ref!;
        var index = iterator._index;
        if (iterator.List is { } list && (uint)index < (uint)list.Count)
        {
            iterator._index = index - 1;
            return list.Items[index];
        }

        iterator._index = -1;
        iterator.List = null;
        return default;
    }

    private static partial long LengthHint(PyThread thread, PyListReverseIterator self) =>
        self.List is { } list && self._index + 1 <= list.Count ? self._index + 1 : 0;

    private static partial PyValue Reduce(PyThread thread, PyListReverseIterator self) => self.List is { } list
        ? IteratorState.Reduce(thread, IteratorState.Reversed, list, self._index)
        : IteratorState.ReduceExhausted(thread, new PyList());

    private static partial void SetState(PyThread thread, PyListReverseIterator self, long @object)
    {
        if (self.List is { } list)
            self._index = (int)Math.Clamp(@object, -1, list.Count - 1);
    }
}
