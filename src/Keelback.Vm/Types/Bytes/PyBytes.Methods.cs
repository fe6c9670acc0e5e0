namespace Keelback.Vm;

/// <summary>The methods that bytes has in common with bytearray; the work is done by ByteText.</summary>
public partial class PyBytes
{
    private static partial PyValue Capitalize(PyThread thread, PyBytes self) => Own(ByteText.Capitalize(self.AsSpan()));

    private static partial PyValue Center(PyThread thread, PyBytes self, long width, PyValue fillchar)
    {
        var fill = ByteConversion.FillOf(fillchar, "center");
        var space = Math.Max(width, self.Length) - self.Length;
        var left = (space / 2) + (space & width & 1);
        return Own(ByteText.Pad(self.AsSpan(), left, space - left, fill));
    }

    private static partial PyValue LJust(PyThread thread, PyBytes self, long width, PyValue fillchar) =>
        Own(ByteText.Pad(self.AsSpan(), 0, Math.Max(width, self.Length) - self.Length, ByteConversion.FillOf(fillchar, "ljust")));

    private static partial PyValue RJust(PyThread thread, PyBytes self, long width, PyValue fillchar) =>
        Own(ByteText.Pad(self.AsSpan(), Math.Max(width, self.Length) - self.Length, 0, ByteConversion.FillOf(fillchar, "rjust")));

    private static partial PyValue ZFill(PyThread thread, PyBytes self, long width) => Own(ByteText.FillWithZeros(self.AsSpan(), width));

    private static partial PyValue ExpandTabs(PyThread thread, PyBytes self, int tabsize) =>
        Own(ByteText.ExpandTabs(self.AsSpan(), tabsize));

    private static partial long Count(PyThread thread, PyBytes self, PyValue sub, PyValue start, PyValue end) =>
        ByteSearch.Of(thread, self, sub, start, end).Count();

    private static partial long Find(PyThread thread, PyBytes self, PyValue sub, PyValue start, PyValue end) =>
        ByteSearch.Of(thread, self, sub, start, end).First();

    private static partial long RFind(PyThread thread, PyBytes self, PyValue sub, PyValue start, PyValue end) =>
        ByteSearch.Of(thread, self, sub, start, end).Last();

    private static partial long Index(PyThread thread, PyBytes self, PyValue sub, PyValue start, PyValue end)
    {
        var found = Find(thread, self, sub, start, end);
        return found >= 0 ? found : throw Raise.ValueError("subsection not found");
    }

    private static partial long RIndex(PyThread thread, PyBytes self, PyValue sub, PyValue start, PyValue end)
    {
        var found = RFind(thread, self, sub, start, end);
        return found >= 0 ? found : throw Raise.ValueError("subsection not found");
    }

    private static partial bool StartsWith(PyThread thread, PyBytes self, PyValue prefix, PyValue start, PyValue end) =>
        ByteSearch.Affix(thread, self, prefix, start, end, atEnd: false);

    private static partial bool EndsWith(PyThread thread, PyBytes self, PyValue suffix, PyValue start, PyValue end) =>
        ByteSearch.Affix(thread, self, suffix, start, end, atEnd: true);

    private static partial PyValue Decode(PyThread thread, PyBytes self, string encoding, string errors) =>
        Codecs.Decode(thread, self.AsSpan(), encoding, errors);

    private static partial PyValue FromHex(PyThread thread, PyType cls, PyValue @string)
    {
        var bytes = ByteHex.Parse(thread, @string);
        return ReferenceEquals(cls, TypeObject) ? new PyBytes(bytes) : thread.Call(cls, new PyBytes(bytes));
    }

    private static partial PyValue Hex(PyThread thread, PyBytes self, PyValue sep, int bytesPerSep) =>
        ByteHex.Format(thread, self.AsSpan(), sep, bytesPerSep);

    private static partial bool IsAlnum(PyThread thread, PyBytes self) => ByteText.IsEach(self.AsSpan(), ByteClass.Letter | ByteClass.Digit);

    private static partial bool IsAlpha(PyThread thread, PyBytes self) => ByteText.IsEach(self.AsSpan(), ByteClass.Letter);

    private static partial bool IsAscii(PyThread thread, PyBytes self) => System.Text.Ascii.IsValid(self.AsSpan());

    private static partial bool IsDigit(PyThread thread, PyBytes self) => ByteText.IsEach(self.AsSpan(), ByteClass.Digit);

    private static partial bool IsLower(PyThread thread, PyBytes self) => ByteText.HasCase(self.AsSpan(), ByteClass.Lower, ByteClass.Upper);

    private static partial bool IsUpper(PyThread thread, PyBytes self) => ByteText.HasCase(self.AsSpan(), ByteClass.Upper, ByteClass.Lower);

    private static partial bool IsSpace(PyThread thread, PyBytes self) => ByteText.IsEach(self.AsSpan(), ByteClass.Space);

    private static partial bool IsTitle(PyThread thread, PyBytes self) => ByteText.IsTitle(self.AsSpan());

    private static partial PyValue Join(PyThread thread, PyBytes self, PyValue iterableOfBytes) =>
        Own(ByteText.Join(thread, self.AsSpan().ToArray(), iterableOfBytes));

    private static partial PyValue Lower(PyThread thread, PyBytes self) => Own(ByteText.Lower(self.AsSpan()));

    private static partial PyValue Upper(PyThread thread, PyBytes self) => Own(ByteText.Upper(self.AsSpan()));

    private static partial PyValue SwapCase(PyThread thread, PyBytes self) => Own(ByteText.SwapCase(self.AsSpan()));

    private static partial PyValue Title(PyThread thread, PyBytes self) => Own(ByteText.Title(self.AsSpan()));

    private static partial PyValue MakeTrans(PyThread thread, PyValue frm, PyValue to) =>
        new PyBytes(ByteText.MakeTable(ByteConversion.SpanOf(thread, frm), ByteConversion.SpanOf(thread, to)));

    private static partial PyValue Translate(PyThread thread, PyBytes self, PyValue table, PyValue delete) =>
        Own(ByteText.Translate(
            self.AsSpan(),
            table.IsNone ? default : ByteConversion.TableOf(thread, table),
            ByteConversion.SpanOf(thread, delete),
            table.IsNone));

    private static partial PyValue Partition(PyThread thread, PyBytes self, PyValue sep) =>
        ByteSplit.Partition<PyBytes>(self.AsSpan(), ByteConversion.SeparatorOf(thread, sep), sep, fromEnd: false);

    private static partial PyValue RPartition(PyThread thread, PyBytes self, PyValue sep) =>
        ByteSplit.Partition<PyBytes>(self.AsSpan(), ByteConversion.SeparatorOf(thread, sep), sep, fromEnd: true);

    private static partial PyValue RemovePrefix(PyThread thread, PyBytes self, PyValue prefix)
    {
        var part = ByteConversion.SpanOf(thread, prefix);
        return MakePart(self.AsSpan().StartsWith(part) ? self.AsSpan()[part.Length..] : self.AsSpan());
    }

    private static partial PyValue RemoveSuffix(PyThread thread, PyBytes self, PyValue suffix)
    {
        var part = ByteConversion.SpanOf(thread, suffix);
        return MakePart(self.AsSpan().EndsWith(part) ? self.AsSpan()[..^part.Length] : self.AsSpan());
    }

    private static partial PyValue Replace(PyThread thread, PyBytes self, PyValue old, PyValue @new, long count) =>
        Own(ByteText.Replace(self.AsSpan(), ByteConversion.SpanOf(thread, old), ByteConversion.SpanOf(thread, @new), count));

    private static partial PyValue Split(PyThread thread, PyBytes self, PyValue sep, long maxsplit) => sep.IsNone
        ? ByteSplit.AtSpace<PyBytes>(self.AsSpan(), maxsplit)
        : ByteSplit.At<PyBytes>(self.AsSpan(), ByteConversion.SeparatorOf(thread, sep), maxsplit);

    private static partial PyValue RSplit(PyThread thread, PyBytes self, PyValue sep, long maxsplit) => sep.IsNone
        ? ByteSplit.AtSpaceFromEnd<PyBytes>(self.AsSpan(), maxsplit)
        : ByteSplit.AtFromEnd<PyBytes>(self.AsSpan(), ByteConversion.SeparatorOf(thread, sep), maxsplit);

    private static partial PyValue SplitLines(PyThread thread, PyBytes self, bool keepends) =>
        ByteSplit.Lines<PyBytes>(self.AsSpan(), keepends);

    private static partial PyValue Strip(PyThread thread, PyBytes self, PyValue bytes) =>
        MakePart(ByteText.Trim(self.AsSpan(), ByteConversion.StripSet(thread, bytes), atStart: true, atEnd: true));

    private static partial PyValue LStrip(PyThread thread, PyBytes self, PyValue bytes) =>
        MakePart(ByteText.Trim(self.AsSpan(), ByteConversion.StripSet(thread, bytes), atStart: true, atEnd: false));

    private static partial PyValue RStrip(PyThread thread, PyBytes self, PyValue bytes) =>
        MakePart(ByteText.Trim(self.AsSpan(), ByteConversion.StripSet(thread, bytes), atStart: false, atEnd: true));

    private static PyBytes Own(byte[] bytes) => bytes.Length == 0 ? Empty : new PyBytes(bytes);

    private static PyObject MakePart(ReadOnlySpan<byte> bytes) => ByteSplit.Make<PyBytes>(bytes);
}
