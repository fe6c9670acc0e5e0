using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>A list: its growing array. Its slots and methods stand beside.</summary>
public partial class PyList : PyObject
{
    internal PyList()
        : base(TypeObject)
    {
        Items = [];
    }

    internal PyList(int capacity)
        : base(TypeObject)
    {
        Items = capacity == 0 ? [] : new PyValue[capacity];
    }

    /// <summary>A list that takes the array over.</summary>
    internal PyList(PyValue[] items)
        : base(TypeObject)
    {
        Items = items;
        Count = items.Length;
    }

    private protected PyList(PyType type)
        : base(type)
    {
        Items = [];
    }

    /// <summary>The array, of which the first <see cref="Count"/> are the list's.</summary>
    [PyField]
    internal partial PyValue[] Items { get; private set; }

    /// <summary>The number of items.</summary>
    public int Count { get; private set; }

    /// <summary>The items as they stand now; any change of the list may make the span stale.</summary>
    internal Span<PyValue> AsSpan() => Items.AsSpan(0, Count);

    /// <summary>Appends an item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(PyValue item)
    {
        var items = Items;
        if ((uint)Count < (uint)items.Length)
            items[Count++] = item;
        else
            AddSlow(item);
    }

    /// <summary>Appends items, which may be the list's own.</summary>
    internal void AddRange(ReadOnlySpan<PyValue> items)
    {
        var copy = items.Overlaps(Items) ? items.ToArray() : items;
        EnsureCapacity(Count + copy.Length);
        copy.CopyTo(Items.AsSpan(Count));
        Count += copy.Length;
    }

    /// <summary>Makes room for so many items, more than asked where the list grows.</summary>
    internal void EnsureCapacity(int capacity)
    {
        if (capacity <= Items.Length)
            return;
        var items = Items;
        Array.Resize(ref items, (int)Math.Min(Array.MaxLength, Math.Max(4L, capacity + (capacity >> 3) + 6L)));
        Items = items;
    }

    /// <summary>Puts other items in the place of all; the array is taken over.</summary>
    internal void Replace(PyValue[] items, int count)
    {
        Items = items;
        Count = count;
    }

    /// <summary>Shortens or, with missing values, lengthens the list.</summary>
    internal void SetCount(int count)
    {
        EnsureCapacity(count);
        if (count < Count)
            Items.AsSpan(count, Count - count).Clear();
        Count = count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddSlow(PyValue item)
    {
        EnsureCapacity(Count + 1);
        Items[Count++] = item;
    }
}

/// <summary>An instance of a Python subclass of list.</summary>
internal sealed class PyListSubclass(PyType type) : PyList(type)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
