namespace Keelback.Compiler.CodeGen;

/// <summary>The order of Python's str: by code points, where UTF-16 puts U+E000 behind what is beyond the BMP.</summary>
internal sealed class CodePointComparer : IComparer<string>
{
    public static CodePointComparer Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
            return string.CompareOrdinal(x, y);
        var length = Math.Min(x.Length, y.Length);
        for (var i = 0; i < length; i++)
        {
            var a = x[i];
            var b = y[i];
            if (a == b)
                continue;
            return char.IsSurrogate(a) == char.IsSurrogate(b)
                ? a.CompareTo(b)
                : char.IsSurrogate(a) ? 1 : -1;
        }

        return x.Length.CompareTo(y.Length);
    }
}
