namespace Keelback.Vm;

/// <summary>Access to the items of a memoryview.</summary>
internal sealed partial class PyMemoryView
{
    /// <summary>The item at a place of a view of one dimension; false past the end.</summary>
    public bool TryGetItem(long index, out PyValue item)
    {
        item = default;
        if (index >= _shape[0])
            return false;
        item = ItemAt(_offset + (index * _strides[0]));
        return true;
    }

    private PyValue ItemAt(long offset) => _letter == '\0'
        ? throw MemoryFormat.Unsupported(_format)
        : MemoryFormat.Unpack(_letter, Memory.Slice((int)offset, _itemSize));

    // The place that indices, one for each dimension, name.
    private long OffsetOf(ReadOnlySpan<long> indices)
    {
        long offset = _offset;
        for (var i = 0; i < indices.Length; i++)
        {
            var index = indices[i] < 0 ? indices[i] + _shape[i] : indices[i];
            if (index < 0 || index >= _shape[i])
                throw Raise.IndexError($"index out of bounds on dimension {i + 1}");
            offset += index * _strides[i];
        }

        return offset;
    }

    // The place that a key names; a slice or an ellipsis names none.
    private bool TryGetOffset(PyThread thread, PyValue key, out long offset)
    {
        offset = _offset;
        if (_shape.Length == 0)
        {
            if (key.Ref is PyTuple { Count: 0 })
                return true;
            return key.Ref is PyEllipsis ? false : throw Raise.TypeError("invalid indexing of 0-dim memory");
        }

        if (Operators.IsIndex(key))
        {
            var index = Operators.ToIndex(thread, key, Raise.IndexError);
            if (_shape.Length > 1)
                throw Raise.NotImplementedError("multi-dimensional sub-views are not implemented");
            offset = OffsetOf([index]);
            return true;
        }

        if (key.Ref is PySlice)
            return false;
        if (key.Ref is PyTuple tuple)
        {
            offset = OffsetOf(IndicesOf(thread, tuple));
            return true;
        }

        throw Raise.TypeError("memoryview: invalid slice key");
    }

    private long[] IndicesOf(PyThread thread, PyTuple key)
    {
        var slices = 0;
        foreach (var item in key.Items)
        {
            if (item.Ref is PySlice)
                slices++;
            else if (!Operators.IsIndex(item))
                throw Raise.TypeError("memoryview: invalid slice key");
        }

        if (slices > 0 && slices == key.Count)
            throw Raise.NotImplementedError("multi-dimensional slicing is not implemented");
        if (slices > 0)
            throw Raise.TypeError("memoryview: invalid slice key");
        if (key.Count < _shape.Length)
            throw Raise.NotImplementedError("sub-views are not implemented");
        if (key.Count > _shape.Length)
            throw Raise.TypeError($"cannot index {_shape.Length}-dimension view with {key.Count}-element tuple");
        var indices = new long[key.Count];
        for (var i = 0; i < indices.Length; i++)
            indices[i] = Operators.ToIndex(thread, key[i], Raise.IndexError);
        return indices;
    }

    private PyMemoryView Slice(PyThread thread, PySlice slice)
    {
        if (_shape.Length != 1)
            throw Raise.NotImplementedError("multi-dimensional slicing is not implemented");
        var bounds = slice.Apply(thread, (int)_shape[0]);
        var offset = _offset + (int)(bounds.Start * _strides[0]);
        return With(
            _format, _itemSize, _isReadOnly, bounds.Count == 0 ? _offset : offset, [bounds.Count], [_strides[0] * bounds.Step]);
    }

    private void Assign(PyThread thread, PySlice slice, PyValue value)
    {
        if (_shape.Length != 1)
            throw Raise.NotImplementedError("memoryview slice assignments are currently restricted to ndim = 1");
        var source = ByteConversion.Borrow(thread, value);
        try
        {
            var target = Slice(thread, slice);
            var shape = source.Shape ?? [source.Size / source.ItemSize];
            if (shape.Length != 1 || shape[0] != target._shape[0] || source.ItemSize != _itemSize
                || MemoryFormat.LetterOf(source.Format) != _letter)
            {
                throw Raise.ValueError("memoryview assignment: lvalue and rvalue have different structures");
            }

            var bytes = source.ToArray();
            for (var i = 0; i < target._shape[0]; i++)
            {
                var place = (int)(target._offset + (i * target._strides[0]));
                bytes.AsSpan(i * _itemSize, _itemSize).CopyTo(Memory[place..]);
            }

            target.GiveBack(thread);
        }
        finally
        {
            source.Release(thread);
        }
    }

    private PyValue ListOf(int dimension, long offset)
    {
        if (dimension == _shape.Length)
            return ItemAt(offset);
        var list = new PyList((int)_shape[dimension]);
        for (var i = 0L; i < _shape[dimension]; i++)
            list.Add(ListOf(dimension + 1, offset + (i * _strides[dimension])));
        return list;
    }

    private byte[] BytesByColumns()
    {
        var result = new byte[ByteCount];
        var indices = new long[_shape.Length];
        for (var at = 0; at < result.Length; at += _itemSize)
        {
            Memory.Slice((int)OffsetOf(indices), _itemSize).CopyTo(result.AsSpan(at));
            for (var dimension = 0; dimension < indices.Length && ++indices[dimension] == _shape[dimension]; dimension++)
                indices[dimension] = 0;
        }

        return result;
    }
}
