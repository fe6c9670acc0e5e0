namespace Keelback.Compiler.Flow;

/// <summary>
/// Values numbered in the order in which they were first seen: how a code unit keeps its names, variables and
/// constants, whose numbers become opargs.
/// </summary>
internal sealed class OrderedTable<T>(IEqualityComparer<T>? comparer = null)
    where T : notnull
{
    private readonly Dictionary<T, int> _indices = new(comparer);
    private readonly List<T> _values = [];

    /// <summary>How many values there are, which is also the number of the next new one.</summary>
    public int Count => _values.Count;

    /// <summary>The values by number.</summary>
    public IReadOnlyList<T> Values => _values;

    /// <summary>The value that has a number.</summary>
    public T this[int index] => _values[index];

    /// <summary>The number of a value, which is given the next one if it is new.</summary>
    public int GetOrAdd(T value)
    {
        if (_indices.TryGetValue(value, out var index))
            return index;
        index = _values.Count;
        _indices.Add(value, index);
        _values.Add(value);
        return index;
    }

    /// <summary>Whether a value has a number.</summary>
    public bool Contains(T value) => _indices.ContainsKey(value);

    /// <summary>The number of a value, or -1.</summary>
    public int IndexOf(T value) => _indices.TryGetValue(value, out var index) ? index : -1;
}
