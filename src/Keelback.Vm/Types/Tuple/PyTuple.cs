namespace Keelback.Vm;

/// <summary>A tuple: layout and making. Its slots and methods stand beside.</summary>
public partial class PyTuple : PyObject
{
    internal PyTuple(PyValue[] items)
        : base(TypeObject)
    {
        Items = items;
    }

    private protected PyTuple(PyType type, PyValue[] items)
        : base(type)
    {
        Items = items;
    }

    /// <summary>The empty tuple.</summary>
    internal static PyTuple Empty { get; } = new([]);

    /// <summary>The items; never written to once anybody else can see the tuple.</summary>
    [PyField]
    internal partial PyValue[] Items { get; private set; }

    /// <summary>The number of items.</summary>
    public int Count => Items.Length;

    /// <summary>An item, from 0.</summary>
    public PyValue this[int index] => Items[index];

    /// <summary>A tuple of items, which are copied.</summary>
    internal static PyTuple From(params ReadOnlySpan<PyValue> items) => items.Length == 0 ? Empty : new(items.ToArray());

    /// <summary>A tuple that takes the array over.</summary>
    internal static PyTuple Own(PyValue[] items) => items.Length == 0 ? Empty : new(items);
}

/// <summary>An instance of a Python subclass of tuple.</summary>
internal sealed class PyTupleSubclass(PyType type, PyValue[] items) : PyTuple(type, items)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
