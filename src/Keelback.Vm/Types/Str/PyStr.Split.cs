namespace Keelback.Vm;

/// <summary>Taking strs apart and putting them together again.</summary>
public partial class PyStr
{
    private static partial PyValue Split(PyThread thread, PyStr self, PyValue sep, long maxsplit)
    {
        var most = maxsplit < 0 ? long.MaxValue : maxsplit;
        return SeparatorOf(sep) is { } separator ? self.SplitAt(separator, most) : self.SplitAtSpace(most);
    }

    private static partial PyValue RSplit(PyThread thread, PyStr self, PyValue sep, long maxsplit)
    {
        if (maxsplit < 0)
            return Split(thread, self, sep, maxsplit);
        var parts = SeparatorOf(sep) is { } separator ? self.SplitAtFromEnd(separator, maxsplit) : self.SplitAtSpaceFromEnd(maxsplit);
        parts.AsSpan().Reverse();
        return parts;
    }

    private static partial PyValue Partition(PyThread thread, PyStr self, PyValue sep)
    {
        var separator = PartitionSeparatorOf(sep);
        var at = self.IndexOf(separator, 0, self._length);
        return at < 0 ? PyTuple.From(self.AsExact(), Empty, Empty) : self.PartsAround(at, separator);
    }

    private static partial PyValue RPartition(PyThread thread, PyStr self, PyValue sep)
    {
        var separator = PartitionSeparatorOf(sep);
        var at = self.LastIndexOf(separator, 0, self._length);
        return at < 0 ? PyTuple.From(Empty, Empty, self.AsExact()) : self.PartsAround(at, separator);
    }

    private static partial PyValue SplitLines(PyThread thread, PyStr self, bool keepends)
    {
        var lines = new PyList();
        var start = 0;
        while (start < self._length)
        {
            var end = start;
            while (end < self._length && !UnicodeClass.IsLineBreak(self[end]))
                end++;
            var next = end;
            if (next < self._length)
                next += self[end] == '\r' && end + 1 < self._length && self[end + 1] == '\n' ? 2 : 1;
            lines.Add(self.Substring(start, (keepends ? next : end) - start));
            start = next;
        }

        return lines;
    }

    private static partial PyValue Join(PyThread thread, PyStr self, PyValue iterable)
    {
        if (!Operators.IsIterable(iterable))
            throw Raise.TypeError("can only join an iterable");
        return iterable.Ref switch
        {
            PyList list when ReferenceEquals(list.Type, PyList.TypeObject) => self.JoinItems(list.AsSpan()),
            PyTuple tuple when ReferenceEquals(tuple.Type, PyTuple.TypeObject) => self.JoinItems(tuple.Items),
            _ => self.JoinItems(Operators.ToList(thread, iterable).AsSpan()),
        };
    }

    private static partial PyValue Replace(PyThread thread, PyStr self, PyStr old, PyStr @new, long count)
    {
        var most = count < 0 ? int.MaxValue : (int)Math.Min(count, int.MaxValue);
        var times = most == 0 ? 0 : self.CountOf(old, 0, self._length, most);
        if (times == 0 || (old._length == 0 && @new._length == 0))
            return self.AsExact();
        if (!self.IsWide && !@new.IsWide && old._length > 0 && count < 0)
            return FromUnits(self.Value.Replace(old.Value, @new.Value, StringComparison.Ordinal));

        CheckLength(self._length + (times * ((long)@new._length - old._length)));
        var result = new PyStrBuilder((int)(self._length + (times * ((long)@new._length - old._length))));
        var at = 0;
        for (var i = 0; i < times; i++)
        {
            if (old._length == 0)
            {
                result.Append(@new);
                if (at < self._length)
                    result.Append(self[at++]);
                continue;
            }

            var found = self.IndexOf(old, at, self._length);
            result.Append(self, at, found - at);
            result.Append(@new);
            at = found + old._length;
        }

        result.Append(self, at, self._length - at);
        return result.ToPyStr();
    }

    private static PyStr? SeparatorOf(PyValue separator)
    {
        if (separator.IsNone)
            return null;
        if (separator.Ref is not PyStr text)
            throw Raise.TypeError($"must be str or None, not {separator.Type.Name}");
        return text._length > 0 ? text : throw Raise.ValueError("empty separator");
    }

    private static PyStr PartitionSeparatorOf(PyValue separator)
    {
        if (separator.Ref is not PyStr text)
            throw Raise.TypeError($"must be str, not {separator.Type.Name}");
        return text._length > 0 ? text : throw Raise.ValueError("empty separator");
    }

    private PyTuple PartsAround(int at, PyStr separator)
    {
        var after = at + separator._length;
        return PyTuple.From(Substring(0, at), separator, Substring(after, _length - after));
    }

    private PyList SplitAt(PyStr separator, long most)
    {
        var parts = new PyList();
        var start = 0;
        for (; most > 0; most--)
        {
            var found = IndexOf(separator, start, _length);
            if (found < 0)
                break;
            parts.Add(Substring(start, found - start));
            start = found + separator._length;
        }

        parts.Add(Substring(start, _length - start));
        return parts;
    }

    private PyList SplitAtFromEnd(PyStr separator, long most)
    {
        var parts = new PyList();
        var end = _length;
        for (; most > 0; most--)
        {
            var found = LastIndexOf(separator, 0, end);
            if (found < 0)
                break;
            var start = found + separator._length;
            parts.Add(Substring(start, end - start));
            end = found;
        }

        parts.Add(Substring(0, end));
        return parts;
    }

    private PyList SplitAtSpace(long most)
    {
        var parts = new PyList();
        var at = 0;
        while (true)
        {
            while (at < _length && UnicodeClass.IsSpace(this[at]))
                at++;
            if (at == _length)
                return parts;
            var start = at;
            if (most-- == 0)
            {
                parts.Add(Substring(start, _length - start));
                return parts;
            }

            while (at < _length && !UnicodeClass.IsSpace(this[at]))
                at++;
            parts.Add(Substring(start, at - start));
        }
    }

    private PyList SplitAtSpaceFromEnd(long most)
    {
        var parts = new PyList();
        var at = _length;
        while (true)
        {
            while (at > 0 && UnicodeClass.IsSpace(this[at - 1]))
                at--;
            if (at == 0)
                return parts;
            var end = at;
            if (most-- == 0)
            {
                parts.Add(Substring(0, end));
                return parts;
            }

            while (at > 0 && !UnicodeClass.IsSpace(this[at - 1]))
                at--;
            parts.Add(Substring(at, end - at));
        }
    }

    private PyStr JoinItems(ReadOnlySpan<PyValue> items)
    {
        if (items.Length == 1 && items[0].Ref is PyStr single && ReferenceEquals(single.Type, TypeObject))
            return single;
        var total = items.Length == 0 ? 0 : (items.Length - 1L) * _length;
        var isWide = IsWide && items.Length > 1;
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Ref is not PyStr text)
                throw Raise.TypeError($"sequence item {i}: expected str instance, {items[i].Type.Name} found");
            total += text._length;
            isWide |= text.IsWide;
        }

        CheckLength(total);
        if (total == 0)
            return Empty;
        if (isWide)
        {
            var builder = new PyStrBuilder((int)total);
            for (var i = 0; i < items.Length; i++)
            {
                if (i > 0)
                    builder.Append(this);
                builder.Append((PyStr)items[i].Ref!);
            }

            return builder.ToPyStr();
        }

        var result = new string('\0', (int)total);
        var target = WritableChars(result);
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
            {
                Chars.CopyTo(target);
                target = target[_length..];
            }

            var item = ((PyStr)items[i].Ref!).Chars;
            item.CopyTo(target);
            target = target[item.Length..];
        }

        return FromUnits(result);
    }
}
