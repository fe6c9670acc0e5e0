namespace Keelback.Text;

/// <summary>A range of UTF-16 offsets in a source text: <paramref name="Start"/> and <paramref name="Length"/>.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset just behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>The span between two offsets.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}
