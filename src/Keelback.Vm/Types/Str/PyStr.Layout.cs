namespace Keelback.Vm;

/// <summary>Padding and stripping.</summary>
public partial class PyStr
{
    /// <summary>The text with so much padding on each side.</summary>
    internal PyStr Pad(long left, long right, int fill)
    {
        left = Math.Max(left, 0);
        right = Math.Max(right, 0);
        if (left + right == 0)
            return AsExact();
        if (left > MaxLength || right > MaxLength)
            throw Raise.MemoryError();
        CheckLength(_length + left + right);
        var result = new PyStrBuilder((int)(_length + left + right));
        result.Append(fill, (int)left);
        result.Append(this);
        result.Append(fill, (int)right);
        return result.ToPyStr();
    }

    /// <summary>The text without characters of a set (whitespace where there is none) at its ends.</summary>
    internal PyStr Trim(PyStr? characters, bool atStart, bool atEnd)
    {
        var start = 0;
        var end = _length;
        while (atStart && start < end && IsStripped(this[start], characters))
            start++;
        while (atEnd && end > start && IsStripped(this[end - 1], characters))
            end--;
        return Substring(start, end - start);
    }

    private static partial PyValue Center(PyThread thread, PyStr self, long width, PyValue fillchar)
    {
        var fill = FillOf(fillchar);
        var space = Math.Max(width, self._length) - self._length;
        // The odd one goes left where the width is odd.
        var left = (space / 2) + (space & width & 1);
        return self.Pad(left, space - left, fill);
    }

    private static partial PyValue LJust(PyThread thread, PyStr self, long width, PyValue fillchar) =>
        self.Pad(0, Math.Max(width, self._length) - self._length, FillOf(fillchar));

    private static partial PyValue RJust(PyThread thread, PyStr self, long width, PyValue fillchar) =>
        self.Pad(Math.Max(width, self._length) - self._length, 0, FillOf(fillchar));

    private static partial PyValue ZFill(PyThread thread, PyStr self, long width)
    {
        if (self._length >= width)
            return self.AsExact();
        var hasSign = self._length > 0 && self[0] is '+' or '-';
        if (!hasSign)
            return self.Pad(width - self._length, 0, '0');
        var digits = self.Substring(1, self._length - 1).Pad(width - self._length, 0, '0');
        return Concat(FromCodePoint(self[0]), digits);
    }

    private static partial PyValue ExpandTabs(PyThread thread, PyStr self, int tabsize)
    {
        if (self.IndexOf(FromCodePoint('\t'), 0, self._length) < 0)
            return self.AsExact();
        var result = new PyStrBuilder(self._length + 16);
        var column = 0;
        for (var i = 0; i < self._length; i++)
        {
            var c = self[i];
            if (c == '\t')
            {
                if (tabsize <= 0)
                    continue;
                var spaces = tabsize - (column % tabsize);
                if (result.Length + (long)spaces > MaxLength)
                    throw Raise.OverflowError("new string is too long");
                result.Append(' ', spaces);
                column += spaces;
                continue;
            }

            result.Append(c);
            column = c is '\n' or '\r' ? 0 : column + 1;
        }

        return result.ToPyStr();
    }

    private static partial PyValue Strip(PyThread thread, PyStr self, PyValue chars) =>
        self.Trim(StripSet(chars, "strip"), atStart: true, atEnd: true);

    private static partial PyValue LStrip(PyThread thread, PyStr self, PyValue chars) =>
        self.Trim(StripSet(chars, "lstrip"), atStart: true, atEnd: false);

    private static partial PyValue RStrip(PyThread thread, PyStr self, PyValue chars) =>
        self.Trim(StripSet(chars, "rstrip"), atStart: false, atEnd: true);

    private static bool IsStripped(int codePoint, PyStr? characters)
    {
        if (characters is null)
            return UnicodeClass.IsSpace(codePoint);
        if (characters._codePoints is { } wide)
            return wide.AsSpan().Contains(codePoint);
        return codePoint <= 0xFFFF && characters.Chars.Contains((char)codePoint);
    }

    private static PyStr? StripSet(PyValue characters, string method)
    {
        if (characters.IsNone)
            return null;
        return characters.Ref as PyStr ?? throw Raise.TypeError($"{method} arg must be None or str");
    }

    private static int FillOf(PyValue fill)
    {
        if (fill.Ref is not PyStr text)
            throw Raise.TypeError($"The fill character must be a unicode character, not {fill.Type.Name}");
        return text._length == 1 ? text[0] : throw Raise.TypeError("The fill character must be exactly one character long");
    }
}
