namespace Keelback.Vm;

/// <summary>Looking for parts of a str.</summary>
public partial class PyStr
{
    /// <summary>Where a part first lies within a range; -1 for nowhere.</summary>
    internal int IndexOf(PyStr part, int start, int end)
    {
        if (end - start < part._length)
            return -1;
        int found;
        if (_codePoints is { } wide)
            found = wide.AsSpan(start, end - start).IndexOf(part._codePoints ?? part.ToCodePoints());
        else if (part._codePoints is not null)
            return -1;
        else
            found = Chars[start..end].IndexOf(part.Chars);
        return found < 0 ? -1 : start + found;
    }

    /// <summary>Where a part last lies within a range; -1 for nowhere.</summary>
    internal int LastIndexOf(PyStr part, int start, int end)
    {
        if (end - start < part._length)
            return -1;
        if (part._length == 0)
            return end;
        int found;
        if (_codePoints is { } wide)
            found = wide.AsSpan(start, end - start).LastIndexOf(part._codePoints ?? part.ToCodePoints());
        else if (part._codePoints is not null)
            return -1;
        else
            found = Chars[start..end].LastIndexOf(part.Chars);
        return found < 0 ? -1 : start + found;
    }

    /// <summary>How often a part lies within a range, without overlap.</summary>
    internal int CountOf(PyStr part, int start, int end, int most = int.MaxValue)
    {
        if (end - start < part._length)
            return 0;
        if (part._length == 0)
            return Math.Min(most, end - start + 1);
        if (_codePoints is { } wide)
            return SequenceText.Count(wide.AsSpan(start, end - start), part._codePoints ?? part.ToCodePoints(), most);
        return part._codePoints is null ? SequenceText.Count(Chars[start..end], part.Chars, most) : 0;
    }

    /// <summary>Whether a part lies at a place.</summary>
    internal bool HasAt(int start, PyStr part)
    {
        if (start < 0 || _length - start < part._length)
            return false;
        if (_codePoints is { } wide)
            return wide.AsSpan(start, part._length).SequenceEqual(part._codePoints ?? part.ToCodePoints());
        return part._codePoints is null && Chars.Slice(start, part._length).SequenceEqual(part.Chars);
    }

    private static partial long Find(PyThread thread, PyStr self, PyStr sub, PyValue start, PyValue end)
    {
        var range = SearchRange.Of(thread, start, end, self._length);
        return self.IndexOf(sub, range.Start, range.End);
    }

    private static partial long RFind(PyThread thread, PyStr self, PyStr sub, PyValue start, PyValue end)
    {
        var range = SearchRange.Of(thread, start, end, self._length);
        return self.LastIndexOf(sub, range.Start, range.End);
    }

    private static partial long Index(PyThread thread, PyStr self, PyStr sub, PyValue start, PyValue end)
    {
        var found = Find(thread, self, sub, start, end);
        return found >= 0 ? found : throw Raise.ValueError("substring not found");
    }

    private static partial long RIndex(PyThread thread, PyStr self, PyStr sub, PyValue start, PyValue end)
    {
        var found = RFind(thread, self, sub, start, end);
        return found >= 0 ? found : throw Raise.ValueError("substring not found");
    }

    private static partial long Count(PyThread thread, PyStr self, PyStr sub, PyValue start, PyValue end)
    {
        var range = SearchRange.Of(thread, start, end, self._length);
        return self.CountOf(sub, range.Start, range.End);
    }

    private static partial bool StartsWith(PyThread thread, PyStr self, PyValue prefix, PyValue start, PyValue end)
    {
        var range = SearchRange.Of(thread, start, end, self._length);
        if (prefix.Ref is PyStr text)
            return self.BeginsWith(text, range);
        if (prefix.Ref is not PyTuple tuple)
            throw Raise.TypeError($"startswith first arg must be str or a tuple of str, not {prefix.Type.Name}");
        foreach (var item in tuple.Items)
        {
            if (item.Ref is not PyStr candidate)
                throw Raise.TypeError($"tuple for startswith must only contain str, not {item.Type.Name}");
            if (self.BeginsWith(candidate, range))
                return true;
        }

        return false;
    }

    private static partial bool EndsWith(PyThread thread, PyStr self, PyValue suffix, PyValue start, PyValue end)
    {
        var range = SearchRange.Of(thread, start, end, self._length);
        if (suffix.Ref is PyStr text)
            return self.FinishesWith(text, range);
        if (suffix.Ref is not PyTuple tuple)
            throw Raise.TypeError($"endswith first arg must be str or a tuple of str, not {suffix.Type.Name}");
        foreach (var item in tuple.Items)
        {
            if (item.Ref is not PyStr candidate)
                throw Raise.TypeError($"tuple for endswith must only contain str, not {item.Type.Name}");
            if (self.FinishesWith(candidate, range))
                return true;
        }

        return false;
    }

    private static partial PyValue RemovePrefix(PyThread thread, PyStr self, PyStr prefix) =>
        self.HasAt(0, prefix) ? self.Substring(prefix._length, self._length - prefix._length) : self.AsExact();

    private static partial PyValue RemoveSuffix(PyThread thread, PyStr self, PyStr suffix)
    {
        var rest = self._length - suffix._length;
        return suffix._length > 0 && self.HasAt(rest, suffix) ? self.Substring(0, rest) : self.AsExact();
    }

    private bool BeginsWith(PyStr part, (int Start, int End) range) =>
        range.End - range.Start >= part._length && HasAt(range.Start, part);

    private bool FinishesWith(PyStr part, (int Start, int End) range) =>
        range.End - range.Start >= part._length && HasAt(range.End - part._length, part);
}
