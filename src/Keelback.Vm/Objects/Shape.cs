namespace Keelback.Vm;

/// <summary>
/// A hidden class: which attribute stands at which index of an instance's values. Each class has a root shape, whose
/// first places belong to its __slots__; storing a new attribute moves the instance on to the shape that has one more.
/// </summary>
internal sealed class Shape
{
    // Past this many attributes an instance is better off with a dict of its own.
    private const int MaxAttributes = 64;

    private readonly Shape? _parent;
    private readonly PyStr? _name;
    private Dictionary<PyStr, Shape>? _transitions;
    private Dictionary<PyStr, int>? _indices;

    /// <summary>The root of a class whose instances hold this many __slots__ values.</summary>
    public Shape(PyType owner, int slotCount)
    {
        Owner = owner;
        Root = this;
        SlotCount = slotCount;
        Count = slotCount;
        Capacity = slotCount;
    }

    private Shape(Shape parent, PyStr name)
    {
        _parent = parent;
        _name = name;
        Owner = parent.Owner;
        Root = parent.Root;
        SlotCount = parent.SlotCount;
        Count = parent.Count + 1;
    }

    /// <summary>The class whose instances have this shape.</summary>
    public PyType Owner { get; }

    public Shape Root { get; }

    /// <summary>How many of the values, from the first, belong to __slots__.</summary>
    public int SlotCount { get; }

    /// <summary>How many values an instance of this shape has.</summary>
    public int Count { get; }

    /// <summary>Of a root: the most values an instance had so far, so that the next one is made large enough at once.</summary>
    public int Capacity { get; private set; }

    /// <summary>The index of a named attribute (not of a slot), or -1.</summary>
    public int IndexOf(PyStr name)
    {
        if (Count - SlotCount <= 4)
        {
            for (var shape = this; shape._name is not null; shape = shape._parent!)
            {
                if (ReferenceEquals(shape._name, name))
                    return shape.Count - 1;
            }

            if (name.IsInterned)
                return -1;
        }

        return Indices().TryGetValue(name, out var index) ? index : -1;
    }

    /// <summary>The names of the attributes, in the order in which they were first stored.</summary>
    public PyStr[] Names()
    {
        var names = new PyStr[Count - SlotCount];
        for (var shape = this; shape._name is not null; shape = shape._parent!)
            names[shape.Count - 1 - SlotCount] = shape._name;
        return names;
    }

    /// <summary>The shape with one more attribute; null where there are too many for a shape.</summary>
    public Shape? With(PyStr name)
    {
        if (Count - SlotCount >= MaxAttributes)
            return null;
        name = PyStr.Intern(name);
        _transitions ??= [];
        if (!_transitions.TryGetValue(name, out var next))
        {
            if (_transitions.Count >= MaxAttributes)
                return null;
            next = new Shape(this, name);
            _transitions.Add(name, next);
            Root.Capacity = Math.Max(Root.Capacity, next.Count);
        }

        return next;
    }

    private Dictionary<PyStr, int> Indices()
    {
        if (_indices is null)
        {
            var indices = new Dictionary<PyStr, int>(Count, PyStr.TextComparer);
            for (var shape = this; shape._name is not null; shape = shape._parent!)
                indices[shape._name] = shape.Count - 1;
            _indices = indices;
        }

        return _indices;
    }
}
