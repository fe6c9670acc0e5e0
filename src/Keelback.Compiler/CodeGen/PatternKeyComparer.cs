using System.Numerics;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <summary>When Python's == holds between two literal keys of a mapping pattern: 1, 1.0 and True are the same key.</summary>
internal sealed class PatternKeyComparer : IEqualityComparer<Constant>
{
    public static PatternKeyComparer Instance { get; } = new();

    public bool Equals(Constant? x, Constant? y) => Normalize(x).Equals(Normalize(y));

    public int GetHashCode(Constant key) => Normalize(key).GetHashCode();

    private static object Normalize(Constant? constant) => constant switch
    {
        Constant.Bool value => (BigInteger)(value.Value ? 1 : 0),
        Constant.Int value => value.Value,
        Constant.Float value => Normalize(value.Value),
        Constant.Complex { Imaginary: 0 } value => Normalize(value.Real),
        Constant.Complex value => (value.Real, value.Imaginary),
        null => Constant.None.Value,
        _ => constant,
    };

    private static object Normalize(double value) =>
        double.IsInteger(value) ? new BigInteger(value) : value;
}
