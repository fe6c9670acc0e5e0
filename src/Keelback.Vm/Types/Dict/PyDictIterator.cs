namespace Keelback.Vm;

/// <summary>
/// What the six iterators over dicts do alike: they stand at an entry, and notice when keys come or go.
/// </summary>
internal abstract partial class PyDictIterator : PyObject
{
    /// <summary>What <see cref="Advance"/> gives at the end; an error may be pending.</summary>
    protected const int End = -1;

    private readonly bool _isReversed;
    private int _position;
    private int _expected;
    private int _left;

    protected PyDictIterator(PyType type, PyDict dict, bool isReversed)
        : base(type)
    {
        Dict = dict;
        _isReversed = isReversed;
        _position = isReversed ? dict.EntryEnd - 1 : 0;
        _expected = dict.Count;
        _left = dict.Count;
    }

    /// <summary>The dict; null once the end was reached.</summary>
    [PyField]
    protected partial PyDict? Dict { get; private set; }

    /// <summary>Goes on to the next entry and gives its index.</summary>
    protected int Advance(PyThread thread)
    {
        if (Dict is not { } dict)
            return End;
        if (_expected != dict.Count)
        {
            // From now on every further step fails too.
            _expected = -1;
            thread.Raise(Raise.RuntimeError("dictionary changed size during iteration"));
            return End;
        }

        var position = _isReversed ? PreviousOf(dict) : NextOf(dict);
        if (position < 0)
        {
            Dict = null;
            return End;
        }

        if (_left == 0 && !_isReversed)
        {
            Dict = null;
            thread.Raise(Raise.RuntimeError("dictionary keys changed during iteration"));
            return End;
        }

        _left--;
        return position;
    }

    protected long CountLeft() => Dict is { } dict && dict.Count == _expected ? Math.Max(_left, 0) : 0;

    protected PyValue ReduceRest(PyThread thread)
    {
        var (dict, position, expected, left) = (Dict, _position, _expected, _left);
        var rest = Operators.ToList(thread, this);
        (Dict, _position, _expected, _left) = (dict, position, expected, left);
        return IteratorState.ReduceWhole(thread, rest);
    }

    private int NextOf(PyDict dict)
    {
        var position = _position;
        while (position < dict.EntryEnd && dict.EntryAt(position).Key.IsMissing)
            position++;
        _position = position + 1;
        return position < dict.EntryEnd ? position : End;
    }

    private int PreviousOf(PyDict dict)
    {
        var position = Math.Min(_position, dict.EntryEnd - 1);
        while (position >= 0 && dict.EntryAt(position).Key.IsMissing)
            position--;
        _position = position - 1;
        return position;
    }

    /// <summary>The key and value of an entry, as a tuple.</summary>
    protected static PyValue PairOf(PyDict dict, int entry)
    {
        ref var found = ref dict.EntryAt(entry);
        return PyTuple.Own([found.Key, found.Value]);
    }
}
