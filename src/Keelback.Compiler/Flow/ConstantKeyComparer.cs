using System.Collections.Immutable;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <summary>
/// When two constants of a code unit are one entry of co_consts: the same type and the same value, with 0.0 and -0.0
/// apart, all the way into tuples; the order in which a frozenset's items were written does not count.
/// </summary>
internal sealed class ConstantKeyComparer : IEqualityComparer<Constant>
{
    private ConstantKeyComparer()
    {
    }

    /// <summary>The only one.</summary>
    public static ConstantKeyComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(Constant? x, Constant? y)
    {
        if (ReferenceEquals(x, y))
            return true;
        return (x, y) switch
        {
            (Constant.Tuple a, Constant.Tuple b) => SameItems(a.Items, b.Items),
            (Constant.FrozenSet a, Constant.FrozenSet b) =>
                a.Items.Length == b.Items.Length && a.Items.ToHashSet(this).SetEquals(b.Items),
            (Constant.Slice a, Constant.Slice b) =>
                Equals(a.Start, b.Start) && Equals(a.Stop, b.Stop) && Equals(a.Step, b.Step),
            (Constant.Float { Value: double.NaN }, _) => false,
            _ => x is not null && x.Equals(y),
        };
    }

    /// <inheritdoc/>
    public int GetHashCode(Constant obj)
    {
        switch (obj)
        {
            case Constant.Tuple tuple:
                var hash = new HashCode();
                foreach (var item in tuple.Items)
                    hash.Add(GetHashCode(item));
                return hash.ToHashCode();
            case Constant.FrozenSet set:
                var sum = set.Items.Length;
                foreach (var item in set.Items)
                    sum += GetHashCode(item);
                return sum;
            case Constant.Slice slice:
                return HashCode.Combine(GetHashCode(slice.Start), GetHashCode(slice.Stop), GetHashCode(slice.Step));
            default:
                return obj.GetHashCode();
        }
    }

    private bool SameItems(ImmutableArray<Constant> x, ImmutableArray<Constant> y)
    {
        if (x.Length != y.Length)
            return false;
        for (var i = 0; i < x.Length; i++)
        {
            if (!Equals(x[i], y[i]))
                return false;
        }

        return true;
    }
}
