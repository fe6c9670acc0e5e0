using System.Numerics;

namespace Keelback.Vm.Tests.Natives;

/// <summary>Ranges, slices and their iterators: the C# side of what programs in tests/language see.</summary>
public sealed class RangeTests
{
    private static readonly BigInteger s_large = BigInteger.Pow(2, 70);

    private readonly PyThread _thread = new Interpreter(new InterpreterHost()).MainThread;

    [Theory]
    [InlineData(0, 5, 1, 5)]
    [InlineData(0, 0, 1, 0)]
    [InlineData(5, 0, 1, 0)]
    [InlineData(0, 10, 3, 4)]
    [InlineData(10, 0, -3, 4)]
    [InlineData(0, -1, -1, 1)]
    [InlineData(long.MinValue, long.MaxValue, long.MaxValue, 3)]
    public void HasItsCount(long start, long stop, long step, int count)
    {
        var range = new PyRange(start, stop, step);
        Assert.Equal(count, range.Count);
        Assert.Equal(count, Numbers(range.GetIterator()).Count);
    }

    [Fact]
    public void LargeRangesIterateToo()
    {
        var range = new PyRange(s_large, s_large + 5, 2);
        Assert.False(range.IsSmall);
        Assert.Equal([$"{s_large}", $"{s_large + 2}", $"{s_large + 4}"], Numbers(range.GetIterator()));
    }

    [Fact]
    public void AnEndBeyondInt64IsNoSmallRange() =>
        Assert.Equal([$"{long.MaxValue - 1}"], Numbers(new PyRange(long.MaxValue - 1, long.MaxValue, 5).GetIterator()));

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(-3, false)]
    [InlineData(12, false)]
    public void FindsNumbersByArithmetic(long number, bool isThere) =>
        Assert.Equal(isThere, Operators.Contains(_thread, new PyRange(0, 12, 3), PyValue.FromInt(number)));

    [Theory]
    [InlineData(null, null, null, 0, 5, 1, 5)]
    [InlineData(null, null, -1L, 4, -1, -1, 5)]
    [InlineData(1L, 10L, 2L, 1, 5, 2, 2)]
    [InlineData(10L, 1L, -2L, 4, 1, -2, 2)]
    [InlineData(-3L, null, null, 2, 5, 1, 3)]
    [InlineData(-10L, -10L, null, 0, 0, 1, 0)]
    [InlineData(long.MinValue, long.MaxValue, long.MaxValue, 0, 5, long.MaxValue, 1)]
    [InlineData(null, null, long.MinValue, 4, -1, -long.MaxValue, 1)]
    public void SlicesFitALength(long? start, long? stop, long? step, int first, int end, long distance, int count)
    {
        var slice = new PySlice(Bound(start), Bound(stop), Bound(step));
        Assert.Equal(new SliceBounds(first, end, distance, count), slice.Apply(_thread, 5));
        if (step is not long.MinValue)
            Assert.Equal((first, end, distance), slice.Apply(_thread, new BigInteger(5)));
    }

    [Fact]
    public void ASliceOfARangeIsARange()
    {
        var range = new PyRange(0, 100, 10);
        var part = Operators.GetItem(_thread, range, new PySlice(PyValue.FromInt(2), PyValue.None, PyValue.FromInt(3)));
        Assert.Equal("range(20, 100, 30)", Operators.Repr(_thread, part).Value);
    }

    private static PyValue Bound(long? value) => value is { } number ? PyValue.FromInt(number) : PyValue.None;

    private List<string> Numbers(PyValue iterator)
    {
        var numbers = new List<string>();
        foreach (var number in Operators.Iterate(_thread, iterator))
            numbers.Add(Operators.Repr(_thread, number).Value);
        return numbers;
    }
}
