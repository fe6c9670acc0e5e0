using System.Collections.Immutable;
using System.Numerics;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <content>Strings, bytes and tuples: concatenation, repetition, subscripts.</content>
internal static partial class ConstantFolding
{
    private static Constant? BinaryOfSequences(BinaryOperator binary, Constant left, Constant right)
    {
        switch (binary)
        {
            case BinaryOperator.Add:
                return Concatenate(left, right);
            case BinaryOperator.Multiply when TryGetInteger(left, out var count):
                return Repeat(right, count);
            case BinaryOperator.Multiply when TryGetInteger(right, out var count):
                return Repeat(left, count);
            default:
                return null;
        }
    }

    private static Constant? Concatenate(Constant left, Constant right) => (left, right) switch
    {
        (Constant.Str a, Constant.Str b) => CodePointText.Concatenate(a, b),
        (Constant.Bytes a, Constant.Bytes b) => new Constant.Bytes([.. a.Value, .. b.Value]),
        (Constant.Tuple a, Constant.Tuple b) => new Constant.Tuple([.. a.Items, .. b.Items]),
        _ => null,
    };

    private static Constant? Repeat(Constant sequence, BigInteger count)
    {
        var length = LengthOf(sequence);
        if (length < 0)
            return null;
        if (length == 0)
            return BigInteger.Abs(count) > long.MaxValue ? null : sequence;
        var limit = (sequence is Constant.Tuple ? MaxItems : MaxCharacters) / length;
        if (count.Sign < 0 || count > limit)
            return null;
        var times = (int)count;
        if (times > 0 && sequence is Constant.Tuple && RemainingItems(sequence, MaxNestedItems / times) < 0)
            return null;
        return sequence switch
        {
            Constant.Str text => CodePointText.Repeat(text, times),
            Constant.Bytes bytes => new Constant.Bytes([.. Enumerable.Repeat(bytes.Value, times).SelectMany(x => x)]),
            Constant.Tuple tuple => new Constant.Tuple([.. Enumerable.Repeat(tuple.Items, times).SelectMany(x => x)]),
            _ => null,
        };
    }

    /// <summary>What is left of a limit behind all items of nested tuples; negative when it is exceeded.</summary>
    private static int RemainingItems(Constant constant, int limit)
    {
        if (constant is not Constant.Tuple { Items: var items })
            return limit;
        limit -= items.Length;
        for (var i = 0; limit >= 0 && i < items.Length; i++)
            limit = RemainingItems(items[i], limit);
        return limit;
    }

    private static int LengthOf(Constant sequence) => sequence switch
    {
        Constant.Str text => CodePointText.LengthOf(text),
        Constant.Bytes bytes => bytes.Value.Length,
        Constant.Tuple tuple => tuple.Items.Length,
        _ => -1,
    };

    private static Constant? Subscript(Constant sequence, Constant subscript)
    {
        var length = LengthOf(sequence);
        if (length < 0)
            return null;
        if (subscript is Constant.Slice slice)
            return IndicesOf(slice, length) is { } indices ? Select(sequence, indices) : null;
        if (!TryGetInteger(subscript, out var index))
            return null;
        if (index.Sign < 0)
            index += length;
        if (index.Sign < 0 || index >= length)
            return null;
        return sequence switch
        {
            Constant.Str => Select(sequence, [(int)index]),
            Constant.Bytes bytes => new Constant.Int(bytes.Value[(int)index]),
            Constant.Tuple tuple => tuple.Items[(int)index],
            _ => null,
        };
    }

    private static Constant? Select(Constant sequence, int[] indices)
    {
        switch (sequence)
        {
            case Constant.Str text:
                var points = CodePointText.CodePointsOf(text);
                return CodePointText.FromCodePoints([.. indices.Select(index => points[index])]);
            case Constant.Bytes bytes:
                return new Constant.Bytes([.. indices.Select(index => bytes.Value[index])]);
            case Constant.Tuple tuple:
                return new Constant.Tuple([.. indices.Select(index => tuple.Items[index])]);
            default:
                return null;
        }
    }

    /// <summary>The indices that a slice selects; null when the slice is no slice of ints.</summary>
    private static int[]? IndicesOf(Constant.Slice slice, int length)
    {
        var step = BigInteger.One;
        if (slice.Step is not Constant.None && !TryGetInteger(slice.Step, out step))
            return null;
        if (step.IsZero)
            return null;
        var (low, high) = step.Sign < 0 ? (-1, length - 1) : (0, length);
        if (!TryGetBound(slice.Start, step.Sign < 0 ? high : low, out var start)
            || !TryGetBound(slice.Stop, step.Sign < 0 ? low : high, out var stop))
        {
            return null;
        }

        var stride = (int)BigInteger.Max(-int.MaxValue, BigInteger.Min(int.MaxValue, step));
        var indices = new List<int>();
        for (long index = start; stride < 0 ? index > stop : index < stop; index += stride)
            indices.Add((int)index);
        return [.. indices];

        bool TryGetBound(Constant bound, int missing, out int index)
        {
            index = missing;
            if (bound is Constant.None)
                return true;
            if (!TryGetInteger(bound, out var value))
                return false;
            if (value.Sign < 0)
                value += length;
            index = (int)BigInteger.Max(low, BigInteger.Min(high, value));
            return true;
        }
    }
}
