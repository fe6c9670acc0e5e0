using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>The local variables of a function's frame as a mapping that writes through (PEP 667).</summary>
internal sealed partial class PyFrameLocals : PyObject
{
    private const byte CellKind = 0x40;
    private const byte FreeKind = 0x80;
    private const byte HiddenKind = 0x10;

    public PyFrameLocals(PyFrame frame)
        : base(TypeObject)
    {
        Frame = frame;
    }

    [PyField]
    private partial PyFrame Frame { get; set; }

    /// <summary>A dict of the variables that have values, and of what was stored under other keys.</summary>
    public PyDict ToDict(PyThread thread)
    {
        var dict = new PyDict();
        var code = Frame.Code;
        var names = code.Executable.LocalNames;
        for (var i = 0; i < names.Length; i++)
        {
            var value = ValueAt(i);
            if (!value.IsMissing)
                dict.Set(names[i], value);
        }

        if (Frame.ExtraLocals is { } extra)
            dict.Merge(thread, extra);
        return dict;
    }

    private static partial PyValue New(PyThread thread, PyType cls, PyValue frame) => frame.Ref is PyFrame pyFrame
        ? new PyFrameLocals(pyFrame)
        : throw Raise.TypeError($"expect frame, not {frame.Type.Name}");

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        if (!thread.ReprInProgress.Add(self.Ref!))
            return PyStr.From("{...}");
        try
        {
            return Operators.Repr(thread, ((PyFrameLocals)self.Ref!).ToDict(thread));
        }
        finally
        {
            thread.ReprInProgress.Remove(self.Ref!);
        }
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) =>
        Operators.GetIterator(thread, Operators.ToList(thread, ((PyFrameLocals)self.Ref!).ToDict(thread)));

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (op is not (ComparisonOperator.Eq or ComparisonOperator.Ne) || left.Ref is not PyFrameLocals first)
            return PyNotImplemented.Instance;
        if (right.Ref is PyFrameLocals second)
            return PyValue.FromBool(ReferenceEquals(first.Frame, second.Frame) == (op == ComparisonOperator.Eq));
        return right.Ref is PyDict
            ? Operators.Compare(thread, op, first.ToDict(thread), right)
            : PyNotImplemented.Instance;
    }

    private static partial long Length(PyThread thread, PyValue self) => ((PyFrameLocals)self.Ref!).ToDict(thread).Count;

    private static partial PyValue Subscript(PyThread thread, PyValue left, PyValue right)
    {
        var locals = (PyFrameLocals)left.Ref!;
        var index = locals.IndexOf(right, toRead: true);
        if (index >= 0)
            return locals.ValueAt(index);
        if (locals.Frame.ExtraLocals is { } extra && extra.TryGetValue(thread, right, out var value))
            return value;
        return thread.Raise(Raise.KeyError(PyStr.From($"local variable '{Operators.Repr(thread, right).Value.Trim('\'')}' is not defined")));
    }

    private static partial void SetSubscript(PyThread thread, PyValue self, PyValue key, PyValue value)
    {
        var locals = (PyFrameLocals)self.Ref!;
        var index = locals.IndexOf(key, toRead: false);
        if (index >= 0)
        {
            if (value.IsMissing)
                throw Raise.ValueError("cannot remove local variables from FrameLocalsProxy");
            locals.Store(index, value);
        }
        else if (!value.IsMissing)
        {
            (locals.Frame.ExtraLocals ??= new PyDict()).Set(thread, key, value);
        }
        else if (locals.Frame.ExtraLocals is not { } extra || !extra.Remove(thread, key, out _))
        {
            throw Raise.KeyError(key);
        }
    }

    private static partial bool Contains(PyThread thread, PyValue self, PyValue item)
    {
        var locals = (PyFrameLocals)self.Ref!;
        return locals.IndexOf(item, toRead: true) >= 0
            || (locals.Frame.ExtraLocals is { } extra && extra.TryGetValue(thread, item, out _));
    }

    private static partial PyValue Or(PyThread thread, PyValue left, PyValue right)
    {
        var merged = new PyDict();
        merged.Merge(thread, left.Ref is PyFrameLocals first ? first.ToDict(thread) : left);
        merged.Merge(thread, right.Ref is PyFrameLocals second ? second.ToDict(thread) : right);
        return merged;
    }

    private static partial PyValue UpdateInPlace(PyThread thread, PyValue left, PyValue right)
    {
        Update(thread, (PyFrameLocals)left.Ref!, right);
        return left;
    }

    private static partial PyValue Keys(PyThread thread, PyFrameLocals self) => Operators.ToList(thread, self.ToDict(thread));

    private static partial PyValue Values(PyThread thread, PyFrameLocals self)
    {
        var dict = self.ToDict(thread);
        var values = new PyList(dict.Count);
        for (var i = 0; i < dict.EntryEnd; i++)
            values.Add(dict.EntryAt(i).Value);
        return values;
    }

    private static partial PyValue Items(PyThread thread, PyFrameLocals self)
    {
        var dict = self.ToDict(thread);
        var items = new PyList(dict.Count);
        for (var i = 0; i < dict.EntryEnd; i++)
            items.Add(PyTuple.From(dict.EntryAt(i).Key, dict.EntryAt(i).Value));
        return items;
    }

    private static partial PyValue Get(PyThread thread, PyFrameLocals self, PyValue key, PyValue @default) =>
        Contains(thread, self, key) ? Subscript(thread, self, key) : @default;

    private static partial PyValue SetDefault(PyThread thread, PyFrameLocals self, PyValue key, PyValue @default)
    {
        if (!Contains(thread, self, key))
            SetSubscript(thread, self, key, @default);
        return Subscript(thread, self, key);
    }

    private static partial PyValue Pop(PyThread thread, PyFrameLocals self, PyValue key, PyValue @default)
    {
        if (self.IndexOf(key, toRead: false) >= 0)
            throw Raise.ValueError("cannot remove local variables from FrameLocalsProxy");
        if (self.Frame.ExtraLocals is { } extra && extra.Remove(thread, key, out var value))
            return value;
        return @default.IsMissing ? throw Raise.KeyError(key) : @default;
    }

    private static partial void Update(PyThread thread, PyFrameLocals self, PyValue other)
    {
        var source = new PyDict();
        source.Merge(thread, other.Ref is PyFrameLocals locals ? locals.ToDict(thread) : other);
        for (var i = 0; i < source.EntryEnd; i++)
        {
            if (!source.EntryAt(i).Key.IsMissing)
                SetSubscript(thread, self, source.EntryAt(i).Key, source.EntryAt(i).Value);
        }
    }

    private static partial PyValue Copy(PyThread thread, PyFrameLocals self) => self.ToDict(thread);

    private static partial PyValue Reversed(PyThread thread, PyFrameLocals self)
    {
        var names = Operators.ToList(thread, self.ToDict(thread));
        names.AsSpan().Reverse();
        return Operators.GetIterator(thread, names);
    }

    // The place of a variable, or -1: for reading, only where it has a value.
    private int IndexOf(PyValue key, bool toRead)
    {
        if (key.Ref is not PyStr name)
            return -1;
        var names = Frame.Code.Executable.LocalNames;
        var kinds = Frame.Code.Portable.LocalsPlusKinds;
        for (var i = 0; i < names.Length; i++)
        {
            if (!names[i].TextEquals(name))
                continue;
            if (toRead ? !ValueAt(i).IsMissing : (kinds[i] & HiddenKind) == 0)
                return i;
        }

        return -1;
    }

    private PyValue ValueAt(int index)
    {
        var kind = Frame.Code.Portable.LocalsPlusKinds[index];
        var places = Frame.Places;
        if (index >= places.Length || (kind & HiddenKind) != 0)
            return default;
        var value = places[index];
        return (kind & (CellKind | FreeKind)) != 0 && value.Ref is PyCell cell ? cell.Value : value;
    }

    private void Store(int index, PyValue value)
    {
        ref var place = ref Frame.Places[index];
        if ((Frame.Code.Portable.LocalsPlusKinds[index] & (CellKind | FreeKind)) != 0 && place.Ref is PyCell cell)
            cell.Value = value;
        else
            place = value;
    }
}
