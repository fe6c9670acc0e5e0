namespace Keelback.Vm;

/// <summary>The iterator over the keys of a dict.</summary>
internal sealed partial class PyDictKeyIterator(PyDict dict) : PyDictIterator(TypeObject, dict, isReversed: false)
{
    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self)
    {
        var iterator = (PyDictKeyIterator)self.Ref!;
        var entry = iterator.Advance(thread);
        return entry < 0 ? default : iterator.Dict!.EntryAt(entry).Key;
    }

    private static partial long LengthHint(PyThread thread, PyDictKeyIterator self) => self.CountLeft();

    private static partial PyValue Reduce(PyThread thread, PyDictKeyIterator self) => self.ReduceRest(thread);
}

/// <summary>The iterator over the values of a dict.</summary>
internal sealed partial class PyDictValueIterator(PyDict dict) : PyDictIterator(TypeObject, dict, isReversed: false)
{
    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self)
    {
        var iterator = (PyDictValueIterator)self.Ref!;
        var entry = iterator.Advance(thread);
        return entry < 0 ? default : iterator.Dict!.EntryAt(entry).Value;
    }

    private static partial long LengthHint(PyThread thread, PyDictValueIterator self) => self.CountLeft();

    private static partial PyValue Reduce(PyThread thread, PyDictValueIterator self) => self.ReduceRest(thread);
}

/// <summary>The iterator over the pairs of key and value of a dict.</summary>
internal sealed partial class PyDictItemIterator(PyDict dict) : PyDictIterator(TypeObject, dict, isReversed: false)
{
    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self)
    {
        var iterator = (PyDictItemIterator)self.Ref!;
        var entry = iterator.Advance(thread);
        return entry < 0 ? default : PairOf(iterator.Dict!, entry);
    }

    private static partial long LengthHint(PyThread thread, PyDictItemIterator self) => self.CountLeft();

    private static partial PyValue Reduce(PyThread thread, PyDictItemIterator self) => self.ReduceRest(thread);
}

/// <summary>The iterator over the keys of a dict from the last to the first.</summary>
internal sealed partial class PyDictReverseKeyIterator(PyDict dict) : PyDictIterator(TypeObject, dict, isReversed: true)
{
    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self)
    {
        var iterator = (PyDictReverseKeyIterator)self.Ref!;
        var entry = iterator.Advance(thread);
        return entry < 0 ? default : iterator.Dict!.EntryAt(entry).Key;
    }

    private static partial long LengthHint(PyThread thread, PyDictReverseKeyIterator self) => self.CountLeft();

    private static partial PyValue Reduce(PyThread thread, PyDictReverseKeyIterator self) => self.ReduceRest(thread);
}

/// <summary>The iterator over the values of a dict from the last to the first.</summary>
internal sealed partial class PyDictReverseValueIterator(PyDict dict) : PyDictIterator(TypeObject, dict, isReversed: true)
{
    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self)
    {
        var iterator = (PyDictReverseValueIterator)self.Ref!;
        var entry = iterator.Advance(thread);
        return entry < 0 ? default : iterator.Dict!.EntryAt(entry).Value;
    }

    private static partial long LengthHint(PyThread thread, PyDictReverseValueIterator self) => self.CountLeft();

    private static partial PyValue Reduce(PyThread thread, PyDictReverseValueIterator self) => self.ReduceRest(thread);
}

/// <summary>The iterator over the pairs of a dict from the last to the first.</summary>
internal sealed partial class PyDictReverseItemIterator(PyDict dict) : PyDictIterator(TypeObject, dict, isReversed: true)
{
    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self)
    {
        var iterator = (PyDictReverseItemIterator)self.Ref!;
        var entry = iterator.Advance(thread);
        return entry < 0 ? default : PairOf(iterator.Dict!, entry);
    }

    private static partial long LengthHint(PyThread thread, PyDictReverseItemIterator self) => self.CountLeft();

    private static partial PyValue Reduce(PyThread thread, PyDictReverseItemIterator self) => self.ReduceRest(thread);
}
