namespace Keelback.Vm;

/// <summary>The methods and attributes of memoryview.</summary>
internal sealed partial class PyMemoryView
{
    private static partial void Release(PyThread thread, PyMemoryView self) => self.GiveBack(thread);

    private static partial PyValue Enter(PyThread thread, PyMemoryView self)
    {
        _ = self.Lent;
        return self;
    }

    private static partial void Exit(PyThread thread, PyMemoryView self, ReadOnlySpan<PyValue> excInfo) => self.GiveBack(thread);

    private static partial PyValue ToBytes(PyThread thread, PyMemoryView self, PyValue order)
    {
        _ = self.Lent;
        var name = order.IsNone ? "C" : Conversions.ToStr(order, "tobytes() argument 'order'").Value;
        if (name is not ("C" or "F" or "A"))
            throw Raise.ValueError("order must be 'C', 'F' or 'A'");
        var byColumns = name == "F" || (name == "A" && self.IsContiguous(columnsFirst: true));
        return new PyBytes(byColumns && self._shape.Length > 1 ? self.BytesByColumns() : self.AsBuffer().ToArray());
    }

    private static partial PyValue Hex(PyThread thread, PyMemoryView self, PyValue sep, int bytesPerSep)
    {
        _ = self.Lent;
        return ByteHex.Format(thread, self.AsBuffer().ToArray(), sep, bytesPerSep);
    }

    private static partial PyValue ToList(PyThread thread, PyMemoryView self)
    {
        _ = self.Lent;
        return self.ListOf(0, self._offset);
    }

    private static partial PyValue ToReadOnly(PyThread thread, PyMemoryView self) =>
        self.With(self._format, self._itemSize, isReadOnly: true, self._offset, self._shape, self._strides);

    private static partial PyValue Cast(PyThread thread, PyMemoryView self, string format, PyValue shape)
    {
        _ = self.Lent;
        const string Native = "format must be a native single character format prefixed with an optional '@'";
        if (!self.IsContiguous(columnsFirst: false))
            throw Raise.TypeError("memoryview: casts are restricted to C-contiguous views");
        if (!shape.IsMissing || self._shape.Length != 1)
        {
            if (Array.IndexOf(self._shape, 0) >= 0)
                throw Raise.TypeError("memoryview: cannot cast view with zeros in shape or strides");
        }

        var sizes = shape.IsMissing ? null : ShapeOf(thread, shape);
        if (sizes is { Length: not 1 } && self._shape.Length != 1)
            throw Raise.TypeError("memoryview: cast must be 1D -> ND or ND -> 1D");
        if (self._letter == '\0')
            throw Raise.ValueError($"memoryview: source {Native}");
        var letter = MemoryFormat.LetterOf(format);
        if (letter == '\0')
            throw Raise.ValueError($"memoryview: destination {Native}");
        if (!MemoryFormat.IsByte(letter) && !MemoryFormat.IsByte(self._letter))
            throw Raise.TypeError("memoryview: cannot cast between two non-byte formats");
        var itemSize = MemoryFormat.SizeOf(letter);
        var total = self.ByteCount;
        if (total % itemSize != 0)
            throw Raise.TypeError("memoryview: length is not a multiple of itemsize");
        sizes ??= [total / itemSize];
        if (Product(sizes) * itemSize != total)
            throw Raise.TypeError("memoryview: product(shape) * itemsize != buffer size");
        return self.With(format, itemSize, self._isReadOnly, self._offset, sizes, ContiguousStrides(sizes, itemSize));
    }

    private static partial long Count(PyThread thread, PyMemoryView self, PyValue value)
    {
        var count = 0L;
        foreach (var item in Operators.Iterate(thread, self))
        {
            if (Operators.Equals(thread, item, value))
                count++;
        }

        return count;
    }

    private static partial long Index(PyThread thread, PyMemoryView self, PyValue value, long start, long stop)
    {
        _ = self.Lent;
        if (self._shape.Length == 0)
            throw Raise.TypeError("invalid lookup on 0-dim memory");
        if (self._shape.Length != 1)
            throw Raise.NotImplementedError("multi-dimensional lookup is not implemented");
        var length = self._shape[0];
        start = start < 0 ? Math.Max(start + length, 0) : start;
        stop = stop < 0 ? Math.Max(stop + length, 0) : Math.Min(stop, length);
        for (var i = start; i < stop; i++)
        {
            if (self.TryGetItem(i, out var item) && Operators.Equals(thread, item, value))
                return i;
        }

        throw Raise.ValueError("memoryview.index(x): x not found");
    }

    private static partial PyValue ClassGetItem(PyThread thread, PyType cls, PyValue @object) => new PyGenericAlias(cls, @object);

    private static partial PyValue GetObject(PyThread thread, PyMemoryView self)
    {
        _ = self.Lent;
        return self.Owner;
    }

    private static partial PyValue GetByteCount(PyThread thread, PyMemoryView self)
    {
        _ = self.Lent;
        return PyValue.FromInt(self.ByteCount);
    }

    private static partial PyValue GetIsReadOnly(PyThread thread, PyMemoryView self)
    {
        _ = self.Lent;
        return PyValue.FromBool(self._isReadOnly);
    }

    private static partial PyValue GetItemSize(PyThread thread, PyMemoryView self)
    {
        _ = self.Lent;
        return PyValue.FromInt(self._itemSize);
    }

    private static partial PyValue GetFormat(PyThread thread, PyMemoryView self)
    {
        _ = self.Lent;
        return PyStr.From(self._format);
    }

    private static partial PyValue GetDimensions(PyThread thread, PyMemoryView self)
    {
        _ = self.Lent;
        return PyValue.FromInt(self._shape.Length);
    }

    private static partial PyValue GetShape(PyThread thread, PyMemoryView self)
    {
        _ = self.Lent;
        return TupleOf(self._shape);
    }

    private static partial PyValue GetStrides(PyThread thread, PyMemoryView self)
    {
        _ = self.Lent;
        return TupleOf(self._strides);
    }

    private static partial PyValue GetSubOffsets(PyThread thread, PyMemoryView self)
    {
        _ = self.Lent;
        return PyTuple.Empty;
    }

    private static partial PyValue GetIsContiguous(PyThread thread, PyMemoryView self)
    {
        _ = self.Lent;
        return PyValue.FromBool(self.IsContiguous(columnsFirst: false));
    }

    private static partial PyValue GetIsColumnContiguous(PyThread thread, PyMemoryView self)
    {
        _ = self.Lent;
        return PyValue.FromBool(self.IsContiguous(columnsFirst: true));
    }

    private static partial PyValue GetIsAnyContiguous(PyThread thread, PyMemoryView self)
    {
        _ = self.Lent;
        return PyValue.FromBool(self.IsContiguous(columnsFirst: false) || self.IsContiguous(columnsFirst: true));
    }

    private static PyTuple TupleOf(long[] numbers)
    {
        var items = new PyValue[numbers.Length];
        for (var i = 0; i < items.Length; i++)
            items[i] = PyValue.FromInt(numbers[i]);
        return PyTuple.Own(items);
    }

    private static long[] ShapeOf(PyThread thread, PyValue shape)
    {
        if (shape.Ref is not (PyList or PyTuple))
            throw Raise.TypeError("shape must be a list or a tuple");
        var items = Operators.ToTuple(thread, shape);
        if (items.Count > MaxDimensions)
            throw Raise.ValueError($"memoryview: number of dimensions must not exceed {MaxDimensions}");
        var sizes = new long[items.Count];
        for (var i = 0; i < sizes.Length; i++)
        {
            if (!Operators.IsIndex(items[i]))
                throw Raise.TypeError("memoryview.cast(): elements of shape must be integers");
            sizes[i] = Operators.ToIndex(thread, items[i], Raise.OverflowError);
            if (sizes[i] <= 0)
                throw Raise.ValueError("memoryview.cast(): elements of shape must be integers > 0");
        }

        return sizes;
    }

    private static long Product(long[] sizes)
    {
        var product = 1L;
        foreach (var size in sizes)
        {
            if (size > long.MaxValue / 8 / product)
                throw Raise.ValueError("memoryview.cast(): product(shape) > SSIZE_MAX");
            product *= size;
        }

        return product;
    }
}
