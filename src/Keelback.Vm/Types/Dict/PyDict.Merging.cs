namespace Keelback.Vm;

/// <summary>Copying, and taking over the keys and values of other mappings.</summary>
public partial class PyDict
{
    private static readonly PyStr s_keys = PyStr.Intern("keys");

    /// <summary>Whether a value can be merged as a mapping: whether it has a method <c>keys</c>.</summary>
    internal static bool IsMapping(PyThread thread, PyValue value) =>
        value.Ref is PyDict || Operators.TryGetAttribute(thread, value, s_keys, out _);

    /// <summary>A plain dict with the same keys and values.</summary>
    internal PyDict Clone()
    {
        var copy = new PyDict();
        copy.TakeLayout(this);
        return copy;
    }

    /// <summary>Takes over the keys and values of a mapping: a dict, or anything with keys() and items.</summary>
    internal unsafe void Merge(PyThread thread, PyValue mapping)
    {
        // A subclass with an __iter__ of its own shows other keys than it holds.
        if (mapping.Ref is PyDict other && other.Type.Slots.TpIter == TypeObject.Slots.TpIter)
        {
            MergeDict(thread, other);
            return;
        }

        var keys = thread.CallAttribute(mapping, s_keys);
        foreach (var key in Operators.Iterate(thread, keys))
            Set(thread, key, Operators.GetItem(thread, mapping, key));
    }

    /// <summary>What update() does with its argument: a mapping, or an iterable of pairs.</summary>
    internal void UpdateFrom(PyThread thread, PyValue source)
    {
        if (IsMapping(thread, source))
            Merge(thread, source);
        else
            MergePairs(thread, source);
    }

    private void MergeDict(PyThread thread, PyDict other)
    {
        if (ReferenceEquals(this, other) || other.Count == 0)
            return;
        if (Count == 0)
        {
            TakeLayout(other);
            return;
        }

        for (var i = 0; i < other._end; i++)
        {
            var entry = other._entries[i];
            if (entry.Key.IsMissing)
                continue;
            var changes = other.Changes;
            var place = Find(thread, entry.Key, entry.Hash);
            if (place >= 0)
                _entries[place].Value = entry.Value;
            else
                Insert(entry.Key, entry.Hash, entry.Value);
            if (changes != other.Changes)
                throw Raise.RuntimeError("dict mutated during update");
        }
    }

    private void MergePairs(PyThread thread, PyValue source)
    {
        var position = 0L;
        foreach (var element in Operators.Iterate(thread, source))
        {
            if (element.Ref is PyTuple { Count: 2 } pair)
                Set(thread, pair[0], pair[1]);
            else
                MergePair(thread, element, position);
            position++;
        }
    }

    private void MergePair(PyThread thread, PyValue element, long position)
    {
        PyTuple pair;
        if (!Operators.IsIterable(element))
        {
            var error = Raise.TypeError("object is not iterable");
            error.Value.AddNote(thread, $"Cannot convert dictionary update sequence element #{position} to a sequence");
            throw error;
        }

        pair = Operators.ToTuple(thread, element);
        if (pair.Count != 2)
        {
            throw Raise.ValueError(
                $"dictionary update sequence element #{position} has length {pair.Count}; 2 is required");
        }

        Set(thread, pair[0], pair[1]);
    }

    // The table as it is where nothing was deleted, else one without the gaps.
    private void TakeLayout(PyDict other)
    {
        if (other._end == other.Count)
        {
            _index = (int[])other._index.Clone();
            _entries = (DictEntry[])other._entries.Clone();
            _shift = other._shift;
            _end = other._end;
            Count = other.Count;
            KeysChanged();
            return;
        }

        for (var i = 0; i < other._end; i++)
        {
            var entry = other._entries[i];
            if (!entry.Key.IsMissing)
                Insert(entry.Key, entry.Hash, entry.Value);
        }
    }
}
