using System.Collections.Immutable;
using System.Numerics;

namespace Keelback.Text;

/// <summary>
/// A value that source text or bytecode can spell: what an AST Constant and a code object's co_consts hold. The set is
/// closed: the nested records of this class, and Keelback.Bytecode's CodeObject.
/// </summary>
public abstract record Constant
{
    private protected Constant()
    {
    }

    /// <summary>None.</summary>
    public sealed record None : Constant
    {
        /// <summary>The only one.</summary>
        public static None Value { get; } = new();
    }

    /// <summary>The ellipsis.</summary>
    public sealed record Ellipsis : Constant
    {
        /// <summary>The only one.</summary>
        public static Ellipsis Value { get; } = new();
    }

    /// <summary>True or False.</summary>
    public sealed record Bool(bool Value) : Constant
    {
        /// <summary>True.</summary>
        public static Bool True { get; } = new(true);

        /// <summary>False.</summary>
        public static Bool False { get; } = new(false);
    }

    /// <summary>An int of any size.</summary>
    public sealed record Int(BigInteger Value) : Constant;

    /// <summary>A float. Two are equal when their bits are.</summary>
    public sealed record Float(double Value) : Constant
    {
        /// <inheritdoc/>
        public bool Equals(Float? other) =>
            other is not null && BitConverter.DoubleToInt64Bits(Value) == BitConverter.DoubleToInt64Bits(other.Value);

        /// <inheritdoc/>
        public override int GetHashCode() => BitConverter.DoubleToInt64Bits(Value).GetHashCode();
    }

    /// <summary>A complex number. Two are equal when the bits of both parts are.</summary>
    public sealed record Complex(double Real, double Imaginary) : Constant
    {
        /// <inheritdoc/>
        public bool Equals(Complex? other) =>
            other is not null
            && BitConverter.DoubleToInt64Bits(Real) == BitConverter.DoubleToInt64Bits(other.Real)
            && BitConverter.DoubleToInt64Bits(Imaginary) == BitConverter.DoubleToInt64Bits(other.Imaginary);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(
            BitConverter.DoubleToInt64Bits(Real), BitConverter.DoubleToInt64Bits(Imaginary));
    }

    /// <summary>
    /// A str. Python's lone surrogates are lone surrogates here too; the one thing UTF-16 cannot say, a high surrogate
    /// followed by a low one as two characters, is said by <see cref="CodePoints"/>, which is else empty.
    /// </summary>
    public sealed record Str(string Value) : Constant
    {
        /// <summary>The code points, only where <see cref="Value"/> is ambiguous.</summary>
        public ImmutableArray<int> CodePoints { get; init; } = [];

        /// <inheritdoc/>
        public bool Equals(Str? other) =>
            other is not null && Value == other.Value && CodePoints.AsSpan().SequenceEqual(other.CodePoints.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>A bytes object.</summary>
    public sealed record Bytes(ImmutableArray<byte> Value) : Constant
    {
        /// <inheritdoc/>
        public bool Equals(Bytes? other) => other is not null && Value.AsSpan().SequenceEqual(other.Value.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.AddBytes(Value.AsSpan());
            return hash.ToHashCode();
        }
    }

    /// <summary>A tuple of constants.</summary>
    public sealed record Tuple(ImmutableArray<Constant> Items) : Constant
    {
        /// <inheritdoc/>
        public bool Equals(Tuple? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => Items.Aggregate(17, HashCode.Combine);
    }

    /// <summary>A frozenset of constants, in the order in which they were written.</summary>
    public sealed record FrozenSet(ImmutableArray<Constant> Items) : Constant
    {
        /// <inheritdoc/>
        public bool Equals(FrozenSet? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => Items.Aggregate(19, HashCode.Combine);
    }

    /// <summary>A slice of three constants (format 5 of marshal).</summary>
    public sealed record Slice(Constant Start, Constant Stop, Constant Step) : Constant;
}
