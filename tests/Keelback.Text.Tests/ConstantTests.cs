namespace Keelback.Text.Tests;

/// <summary>Equality of constants: by what they are, bit for bit.</summary>
public sealed class ConstantTests
{
    [Fact]
    public void Floats_are_equal_by_their_bits()
    {
        Assert.NotEqual(new Constant.Float(0.0), new Constant.Float(-0.0));
        Assert.Equal(new Constant.Float(double.NaN), new Constant.Float(double.NaN));
        Assert.NotEqual(new Constant.Complex(0, 0.0), new Constant.Complex(0, -0.0));
    }

    [Fact]
    public void Kinds_differ_where_values_are_equal_in_Python()
    {
        Assert.NotEqual<Constant>(new Constant.Int(1), new Constant.Float(1));
        Assert.NotEqual<Constant>(new Constant.Int(1), Constant.Bool.True);
        Assert.NotEqual<Constant>(new Constant.Str("a"), new Constant.Bytes([0x61]));
    }

    [Fact]
    public void Collections_are_equal_by_their_items()
    {
        Constant.Tuple Make(string text) => new([new Constant.Str(text), new Constant.Bytes([1, 2]), Constant.None.Value]);
        Assert.Equal(Make("x"), Make("x"));
        Assert.Equal(Make("x").GetHashCode(), Make("x").GetHashCode());
        Assert.NotEqual(Make("x"), Make("y"));
        Assert.NotEqual<Constant>(new Constant.Tuple([]), new Constant.FrozenSet([]));
    }

    [Fact]
    public void A_str_that_UTF16_cannot_say_is_told_apart()
    {
        var pair = new Constant.Str("\U0001F600");
        var halves = new Constant.Str("\U0001F600") { CodePoints = [0xD83D, 0xDE00] };
        Assert.NotEqual(pair, halves);
        Assert.Equal(pair.GetHashCode(), halves.GetHashCode());
    }
}
