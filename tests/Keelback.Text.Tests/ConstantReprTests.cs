using System.Collections.Immutable;
using System.Text.Json;
using Keelback.Testing;

namespace Keelback.Text.Tests;

/// <summary>The repr of constants is the reference's, which record/record_repr.py recorded.</summary>
public class ConstantReprTests
{
    private static readonly JsonElement s_recorded = JsonDocument.Parse(
        File.ReadAllText(Repository.PathOf("tests", "Keelback.Text.Tests", "data", "repr.json"))).RootElement;

    [Fact]
    public void Floats() => All("floats", item => new Constant.Float(Double(item[0])));

    [Theory]
    [InlineData(-25, "2.9802322387695312e-08")]
    [InlineData(-958, "4.1045368012983762e-289")]
    public void Powers_of_two_that_NET_shortens_too_much(int exponent, string repr) =>
        Assert.Equal(repr, ConstantRepr.Repr(new Constant.Float(Math.ScaleB(1, exponent))));

    [Fact]
    public void Complex_numbers() => All("complexes", item => new Constant.Complex(Double(item[0]), Double(item[1])));

    [Fact]
    public void Byte_strings() =>
        All("bytes", item => new Constant.Bytes([.. item[0].EnumerateArray().Select(value => value.GetByte())]));

    [Fact]
    public void Strings() => All("strings", item =>
    {
        var points = item[0].EnumerateArray().Select(value => value.GetInt32()).ToImmutableArray();
        var text = string.Concat(points.Select(point =>
            point is >= 0xD800 and < 0xE000 ? ((char)point).ToString() : char.ConvertFromUtf32(point)));
        return new Constant.Str(text);
    });

    [Fact]
    public void A_pair_of_surrogates_that_are_two_characters_is_escaped() =>
        Assert.Equal(@"'\ud83d\udc0d'", ConstantRepr.Repr(new Constant.Str("\ud83d\udc0d") { CodePoints = [0xD83D, 0xDC0D] }));

    [Fact]
    public void Composite_constants()
    {
        Constant one = new Constant.Int(1);
        Assert.Equal("()", ConstantRepr.Repr(new Constant.Tuple([])));
        Assert.Equal("(1,)", ConstantRepr.Repr(new Constant.Tuple([one])));
        Assert.Equal("(1, None, Ellipsis, True)", ConstantRepr.Repr(new Constant.Tuple(
            [one, Constant.None.Value, Constant.Ellipsis.Value, Constant.Bool.True])));
        Assert.Equal("frozenset()", ConstantRepr.Repr(new Constant.FrozenSet([])));
        Assert.Equal("frozenset({1})", ConstantRepr.Repr(new Constant.FrozenSet([one])));
        Assert.Equal("slice(1, None, False)", ConstantRepr.Repr(
            new Constant.Slice(one, Constant.None.Value, Constant.Bool.False)));
    }

    [Fact]
    public void Nesting_without_end_is_an_exception()
    {
        Constant deep = new Constant.Int(1);
        for (var i = 0; i < 200_000; i++)
            deep = new Constant.Tuple([deep]);
        Assert.Throws<InsufficientExecutionStackException>(() => ConstantRepr.Repr(deep));
    }

    [Fact]
    public void Printable_characters()
    {
        var expected = new bool[0x110000];
        foreach (var range in s_recorded.GetProperty("not_printable").EnumerateArray())
            Array.Fill(expected, true, range[0].GetInt32(), range[1].GetInt32() - range[0].GetInt32() + 1);
        var wrong = Enumerable.Range(0, 0x110000).Where(point => expected[point] == ConstantRepr.IsPrintable(point)).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} differ, the first is U+{wrong.FirstOrDefault():X4}");
    }

    private static void All(string name, Func<JsonElement, Constant> read)
    {
        foreach (var item in s_recorded.GetProperty(name).EnumerateArray())
            Assert.Equal(item[item.GetArrayLength() - 1].GetString(), ConstantRepr.Repr(read(item)));
    }

    private static double Double(JsonElement bits) => BitConverter.Int64BitsToDouble(bits.GetInt64());
}
