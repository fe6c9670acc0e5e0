namespace Keelback.Vm;

/// <summary>
/// A memoryview: a shape laid over bytes that another object lends. Views of views share the loan. Slots are in
/// PyMemoryView.Slots.cs, access to items in PyMemoryView.Items.cs, methods and attributes in PyMemoryView.Methods.cs.
/// </summary>
internal sealed partial class PyMemoryView : PyObject
{
    private const int MaxDimensions = 64;

    private readonly string _format;
    private readonly char _letter;
    private readonly int _itemSize;
    private readonly bool _isReadOnly;
    private readonly int _offset;
    private readonly long[] _shape;
    private readonly long[] _strides;
    private LentBuffer? _lent;
    private int _exports;

    private PyMemoryView(LentBuffer lent, string format, int itemSize, bool isReadOnly, int offset, long[] shape, long[] strides)
        : base(TypeObject)
    {
        _lent = lent.Share();
        Owner = lent.Buffer.Owner;
        _format = format;
        _letter = MemoryFormat.LetterOf(format);
        _itemSize = itemSize;
        _isReadOnly = isReadOnly;
        _offset = offset;
        _shape = shape;
        _strides = strides;
    }

    /// <summary>The object whose bytes they are; None once they have been given back.</summary>
    [PyField]
    private partial PyValue Owner { get; set; }

    private Span<byte> Memory => Lent.Buffer.Memory.Span;

    private LentBuffer Lent => _lent ?? throw Raise.ValueError("operation forbidden on released memoryview object");

    private long ByteCount
    {
        get
        {
            var size = (long)_itemSize;
            foreach (var count in _shape)
                size *= count;
            return size;
        }
    }

    /// <summary>A view of all that an object lends.</summary>
    public static PyMemoryView Of(PyThread thread, PyValue value)
    {
        if (value.Ref is PyMemoryView view)
            return view.With(view._format, view._itemSize, view._isReadOnly, view._offset, view._shape, view._strides);
        if (!ByteConversion.HasBuffer(value))
            throw Raise.TypeError($"memoryview: a bytes-like object is required, not '{value.Type.Name}'");
        var buffer = ByteConversion.Borrow(thread, value);
        var shape = buffer.Shape ?? [buffer.Size / buffer.ItemSize];
        var strides = buffer.Strides ?? ContiguousStrides(shape, buffer.ItemSize);
        return new PyMemoryView(
            new LentBuffer(buffer), buffer.Format, buffer.ItemSize, buffer.IsReadOnly, buffer.Offset, shape, strides);
    }

    private static partial PyValue New(PyThread thread, PyType cls, PyValue @object) => Of(thread, @object);

    private static partial PyValue FromFlags(PyThread thread, PyType cls, PyValue @object, int flags)
    {
        const int Writable = 1;
        var view = Of(thread, @object);
        return (flags & Writable) == 0 || !view._isReadOnly ? view : throw Raise.BufferError("Object is not writable.");
    }

    private static long[] ContiguousStrides(long[] shape, int itemSize)
    {
        var strides = new long[shape.Length];
        var stride = (long)itemSize;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= shape[i];
        }

        return strides;
    }

    private PyMemoryView With(string format, int itemSize, bool isReadOnly, int offset, long[] shape, long[] strides) =>
        new(Lent, format, itemSize, isReadOnly, offset, shape, strides);

    private PyBuffer AsBuffer() => new(this, Lent.Buffer.Memory, _isReadOnly)
    {
        Format = _format,
        ItemSize = _itemSize,
        Offset = _offset,
        Shape = _shape,
        Strides = _strides,
    };

    private bool IsContiguous(bool columnsFirst)
    {
        var expected = (long)_itemSize;
        for (var i = 0; i < _shape.Length; i++)
        {
            var dimension = columnsFirst ? i : _shape.Length - 1 - i;
            if (_shape[dimension] == 0)
                return true;
            if (_shape[dimension] > 1 && _strides[dimension] != expected)
                return false;
            expected *= _shape[dimension];
        }

        return true;
    }

    private void GiveBack(PyThread thread)
    {
        if (_exports > 0)
            throw Raise.BufferError($"memoryview has {_exports} exported buffer{(_exports == 1 ? "" : "s")}");
        if (_lent is not { } lent)
            return;
        _lent = null;
        lent.Release(thread);
    }
}
