using System.Runtime.CompilerServices;
using Keelback.Gc;

namespace Keelback.Vm;

/// <summary>
/// The attributes and __slots__ values of one instance. They begin as an array that a <see cref="Shape"/> describes;
/// once somebody asks for the <c>__dict__</c> itself, or the shape would grow too large, they live in a dict.
/// </summary>
internal struct InstanceAttributes
{
    // With a shape: PyValue[]. Without: a PyDict, or DictAndSlots where the class has __slots__ too, or null at first.
    private object? _storage;

    /// <summary>The shape, or null in dict mode and before the first use.</summary>
    public Shape? Shape { get; private set; }

    /// <summary>The values that <see cref="Shape"/> describes. Only with a shape.</summary>
    public readonly PyValue[] Values
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.As<PyValue[]>(_storage!);
    }

    /// <summary>The dict, where the attributes live in one.</summary>
    public readonly PyDict? Dict => _storage as PyDict ?? (_storage as DictAndSlots)?.Dict;

    /// <summary>Whether anything was stored yet.</summary>
    public readonly bool IsEmpty => _storage is null;

    /// <summary>Starts an instance of a class that has a root shape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Start(Shape root)
    {
        Shape = root;
        _storage = root.Capacity == 0 ? [] : new PyValue[root.Capacity];
    }

    /// <summary>Finds an attribute.</summary>
    public readonly bool TryGet(PyStr name, out PyValue value)
    {
        if (Shape is { } shape)
        {
            var index = shape.IndexOf(name);
            value = index >= 0 ? Values[index] : default;
            return !value.IsMissing;
        }

        if (Dict is { } dict)
            return dict.TryGetValue(name, out value);
        value = default;
        return false;
    }

    /// <summary>Stores an attribute.</summary>
    public void Set(PyType type, PyStr name, PyValue value)
    {
        if (Shape is null && _storage is null && type.RootShape is { } root)
            Start(root);
        if (Shape is { } shape)
        {
            var index = shape.IndexOf(name);
            if (index >= 0)
            {
                // A deleted attribute that comes back must come last, as in a dict.
                if (Values[index].IsMissing)
                    ToDict()[name] = value;
                else
                    Values[index] = value;
                return;
            }

            if (shape.With(name) is { } next)
            {
                Append(next, value);
                return;
            }
        }

        ToDict()[name] = value;
    }

    /// <summary>Stores a new attribute whose shape is known.</summary>
    public void Append(Shape next, PyValue value)
    {
        var values = Values;
        if (values.Length < next.Count)
        {
            Array.Resize(ref values, Math.Max(next.Count, Math.Min(next.Root.Capacity, values.Length + 8)));
            _storage = values;
        }

        values[next.Count - 1] = value;
        Shape = next;
    }

    /// <summary>Removes an attribute; false where there is none.</summary>
    public bool Delete(PyStr name)
    {
        if (Shape is { } shape && shape.IndexOf(name) < 0)
            return false;
        return (Shape is not null || Dict is not null) && ToDict().Remove(name);
    }

    /// <summary>Moves the attributes to a dict, which from now on is the place where they live.</summary>
    public PyDict ToDict()
    {
        if (Dict is { } existing)
            return existing;

        var dict = new PyDict();
        PyValue[] slots = [];
        if (Shape is { } shape)
        {
            var names = shape.Names();
            for (var i = 0; i < names.Length; i++)
            {
                var value = Values[shape.SlotCount + i];
                if (!value.IsMissing)
                    dict[names[i]] = value;
            }

            slots = shape.SlotCount > 0 ? Values[..shape.SlotCount] : slots;
        }

        Shape = null;
        _storage = slots.Length > 0 ? new DictAndSlots(slots) { Dict = dict } : dict;
        return dict;
    }

    /// <summary>Puts another dict in the place of the attributes: assignment to <c>__dict__</c>.</summary>
    public void ReplaceDict(PyDict dict)
    {
        ToDict();
        if (_storage is DictAndSlots both)
            both.Dict = dict;
        else
            _storage = dict;
    }

    /// <summary>The place of a __slots__ value.</summary>
    public ref PyValue Slot(PyType type, int index)
    {
        if (_storage is null && type.RootShape is { } root)
            Start(root);
        return ref Shape is not null ? ref Values[index] : ref ((DictAndSlots)_storage!).Slots[index];
    }

    /// <summary>Shows the references to a visitor.</summary>
    public readonly void Traverse(ReferenceVisitor visitor)
    {
        var values = Shape is not null ? Values : (_storage as DictAndSlots)?.Slots ?? [];
        foreach (var value in values)
            visitor.Visit(value.Ref);
        visitor.Visit(Dict);
    }

    private sealed class DictAndSlots(PyValue[] slots)
    {
        public PyValue[] Slots { get; } = slots;

        public required PyDict Dict { get; set; }
    }
}
