namespace Keelback.Text.Tests;

/// <summary>Lines, and the map between offsets and columns in bytes of UTF-8.</summary>
public sealed class SourceTextTests
{
    private static readonly SourceText s_text = new("a\né = 😀x\r\nb\rlast", "file.py");

    [Fact]
    public void Lines_end_in_three_ways()
    {
        Assert.Equal(4, s_text.LineCount);
        Assert.Equal(["a", "é = 😀x", "b", "last"], Enumerable.Range(1, 4).Select(s_text.GetLineText));
        Assert.Equal(2, new SourceText("a\n").LineCount);
        Assert.Equal(1, new SourceText("").LineCount);
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(2, 2, 0)]
    [InlineData(3, 2, 2)]
    [InlineData(6, 2, 5)]
    [InlineData(8, 2, 9)]
    [InlineData(11, 3, 0)]
    [InlineData(13, 4, 0)]
    [InlineData(17, 4, 4)]
    public void Offsets_have_lines_and_columns(int offset, int line, int column)
    {
        Assert.Equal((line, column), s_text.GetPosition(offset));
        Assert.Equal(offset, s_text.GetOffset(line, column));
    }

    [Fact]
    public void A_column_beyond_the_line_is_clipped_to_it() => Assert.Equal(2, s_text.GetOffset(1, 99));

    [Fact]
    public void Spans_join() => Assert.Equal(
        new SourceSpan(1, 2, 5, 6), new SourceSpan(1, 2, 3, 4).To(new SourceSpan(4, 0, 5, 6)));

    [Fact]
    public void Text_spans_have_ends() => Assert.Equal((3, 4, 7), (TextSpan.FromBounds(3, 7).Start, TextSpan.FromBounds(3, 7).Length, new TextSpan(3, 4).End));
}
