using System.Collections.Immutable;
using System.Text.Json;
using Keelback.Bytecode;
using Keelback.Compiler.Flow;
using Keelback.Text;

namespace Keelback.Compiler.Tests.Flow;

/// <summary>Operations on constants, compared with what CPython's compiler evaluates (record/record_folding.py).</summary>
public class ConstantFoldingTests
{
    private static readonly List<JsonElement> s_lines = [.. RecordedData.Lines("folding.jsonl")];
    private static readonly ImmutableArray<Constant> s_values = RecordedData.Constants(s_lines[0]);
    private static readonly ImmutableArray<Constant> s_subscripts = RecordedData.Constants(s_lines[1]);

    private static readonly Dictionary<string, BinaryOperator> s_operators = new()
    {
        ["+"] = BinaryOperator.Add,
        ["-"] = BinaryOperator.Subtract,
        ["*"] = BinaryOperator.Multiply,
        ["/"] = BinaryOperator.TrueDivide,
        ["//"] = BinaryOperator.FloorDivide,
        ["%"] = BinaryOperator.Remainder,
        ["**"] = BinaryOperator.Power,
        ["<<"] = BinaryOperator.Lshift,
        [">>"] = BinaryOperator.Rshift,
        ["|"] = BinaryOperator.Or,
        ["^"] = BinaryOperator.Xor,
        ["&"] = BinaryOperator.And,
        ["[]"] = BinaryOperator.Subscr,
    };

    public static TheoryData<string> Operators => ["+x", "-x", "~x", "notx", .. s_operators.Keys];

    [Theory]
    [MemberData(nameof(Operators))]
    public void Results_are_those_of_CPython(string operation)
    {
        var count = 0;
        foreach (var line in s_lines.Skip(2).Where(line => line[0].GetString() == operation))
        {
            var left = s_values[line[1].GetInt32()];
            var rights = operation == "[]" ? s_subscripts : s_values;
            foreach (var (index, recorded) in line[2].EnumerateArray().Index())
            {
                var right = s_operators.ContainsKey(operation) ? rights[index] : null;
                var expected = recorded.ValueKind == JsonValueKind.Null ? null : RecordedData.Constant(recorded);
                var result = Evaluate(operation, left, right);
                Assert.True(AreSame(expected, result), $"{left} {operation} {right}: {result}, not {expected}");
                count++;
            }
        }

        Assert.True(count >= s_values.Length / 2);
    }

    [Fact]
    public void Surrogates_that_meet_stay_two_characters()
    {
        var high = new Constant.Str("\ud83d");
        var low = new Constant.Str("\udc0d");

        var joined = Assert.IsType<Constant.Str>(ConstantFolding.Binary(BinaryOperator.Add, high, low));

        Assert.Equal([0xd83d, 0xdc0d], joined.CodePoints.ToArray());
        Assert.NotEqual(new Constant.Str("\ud83d\udc0d"), joined);
        Assert.Equal(low, ConstantFolding.Binary(BinaryOperator.Subscr, joined, new Constant.Int(1)));
    }

    [Theory]
    [InlineData(null, null, -1, "edcba")]
    [InlineData(-2, null, null, "de")]
    [InlineData(3, 0, -2, "db")]
    [InlineData(null, -9, -1, "edcba")]
    [InlineData(-9, 2, null, "ab")]
    public void Slices_count_from_the_end(int? start, int? stop, int? step, string expected)
    {
        var slice = new Constant.Slice(Bound(start), Bound(stop), Bound(step));

        Assert.Equal(
            new Constant.Str(expected), ConstantFolding.Binary(BinaryOperator.Subscr, new Constant.Str("abcde"), slice));

        static Constant Bound(int? value) => value is { } number ? new Constant.Int(number) : Constant.None.Value;
    }

    [Fact]
    public void Of_equal_items_a_set_keeps_the_first()
    {
        var (one, point, two) = (new Constant.Int(1), new Constant.Float(1), new Constant.Int(2));
        var (tuple, other) = (new Constant.Tuple([one]), new Constant.Tuple([Constant.Bool.True]));

        var distinct = ConstantFolding.DistinctItems([one, point, tuple, Constant.Bool.True, other, two]);

        Assert.Equal([one, tuple, two], distinct.ToArray());
    }

    private static Constant? Evaluate(string operation, Constant left, Constant? right) => operation switch
    {
        "+x" => ConstantFolding.Positive(left),
        "-x" => ConstantFolding.Negate(left),
        "~x" => ConstantFolding.Invert(left),
        "notx" => ConstantFolding.Not(left),
        _ => ConstantFolding.Binary(s_operators[operation], left, right!),
    };

    // A NaN is equal to none, and its sign and payload are the processor's affair.
    private static bool AreSame(Constant? expected, Constant? result) => (expected, result) switch
    {
        (Constant.Float { Value: double.NaN }, Constant.Float { Value: double.NaN }) => true,
        (Constant.Complex a, Constant.Complex b) => AreSame(a.Real, b.Real) && AreSame(a.Imaginary, b.Imaginary),
        (null, null) => true,
        _ => expected is not null && result is not null && ConstantKeyComparer.Instance.Equals(expected, result),
    };

    private static bool AreSame(double expected, double result) =>
        double.IsNaN(expected) ? double.IsNaN(result) : new Constant.Float(expected) == new Constant.Float(result);
}
