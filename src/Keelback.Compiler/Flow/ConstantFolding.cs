using System.Collections.Immutable;
using System.Numerics;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <summary>
/// Python's operators on constants, as far as CPython's compiler evaluates them. A null result says that the operation
/// stays in the code: because it raises, or because its result would be larger than a constant should be.
/// </summary>
internal static partial class ConstantFolding
{
    private const int MaxBits = 128;
    private const int MaxItems = 256;
    private const int MaxCharacters = 4096;
    private const int MaxNestedItems = 1024;

    /// <summary>Python's bool().</summary>
    public static bool IsTrue(Constant constant) => constant switch
    {
        Constant.None => false,
        Constant.Bool { Value: var value } => value,
        Constant.Int { Value: var value } => !value.IsZero,
        Constant.Float { Value: var value } => value != 0,
        Constant.Complex { Real: var real, Imaginary: var imaginary } => real != 0 || imaginary != 0,
        Constant.Str { Value: var value } => value.Length > 0,
        Constant.Bytes { Value: var value } => value.Length > 0,
        Constant.Tuple { Items: var items } => items.Length > 0,
        Constant.FrozenSet { Items: var items } => items.Length > 0,
        _ => true,
    };

    /// <summary>Python's bool(), as a constant.</summary>
    public static Constant Truth(Constant constant) => Bool(IsTrue(constant));

    /// <summary>Python's not.</summary>
    public static Constant Not(Constant operand) => Bool(!IsTrue(operand));

    /// <summary>Unary minus.</summary>
    public static Constant? Negate(Constant operand) => operand switch
    {
        Constant.Float { Value: var value } => new Constant.Float(-value),
        Constant.Complex { Real: var real, Imaginary: var imaginary } => new Constant.Complex(-real, -imaginary),
        _ => TryGetInteger(operand, out var integer) ? new Constant.Int(-integer) : null,
    };

    /// <summary>Unary plus.</summary>
    public static Constant? Positive(Constant operand) => operand switch
    {
        Constant.Float or Constant.Complex => operand,
        _ => TryGetInteger(operand, out var integer) ? new Constant.Int(integer) : null,
    };

    /// <summary>Python's ~. That of a bool warns when it runs, so it must run.</summary>
    public static Constant? Invert(Constant operand) =>
        operand is Constant.Int { Value: var value } ? new Constant.Int(~value) : null;

    /// <summary>A binary operator; in-place ones never have two constant operands.</summary>
    public static Constant? Binary(BinaryOperator binary, Constant left, Constant right)
    {
        if (binary == BinaryOperator.Subscr)
            return Subscript(left, right);
        if (!IsNumber(left) || !IsNumber(right))
            return BinaryOfSequences(binary, left, right);
        if (left is Constant.Complex || right is Constant.Complex)
            return BinaryOfComplex(binary, left, right);
        if (left is Constant.Float || right is Constant.Float)
        {
            return TryGetDouble(left, out var x) && TryGetDouble(right, out var y)
                ? BinaryOfFloats(binary, x, y)
                : null;
        }

        if (left is Constant.Bool { Value: var p } && right is Constant.Bool { Value: var q })
        {
            switch (binary)
            {
                case BinaryOperator.And:
                    return Bool(p & q);
                case BinaryOperator.Or:
                    return Bool(p | q);
                case BinaryOperator.Xor:
                    return Bool(p ^ q);
            }
        }

        TryGetInteger(left, out var a);
        TryGetInteger(right, out var b);
        return BinaryOfIntegers(binary, a, b);
    }

    /// <summary>The items of a set display: of items that are equal, the first.</summary>
    public static ImmutableArray<Constant> DistinctItems(ImmutableArray<Constant> items)
    {
        var seen = new HashSet<Constant>(ConstantKeyComparer.Instance);
        return [.. items.Where(item => seen.Add(Canonical(item)))];
    }

    /// <summary>One constant for all that are equal in Python: 1 for True, 1.0 and 1+0j.</summary>
    private static Constant Canonical(Constant constant) => constant switch
    {
        Constant.Bool { Value: var value } => new Constant.Int(value ? 1 : 0),
        Constant.Float { Value: var value } when double.IsInteger(value) => new Constant.Int(new BigInteger(value)),
        Constant.Complex { Real: var real, Imaginary: 0 } => Canonical(new Constant.Float(real)),
        Constant.Complex { Real: 0, Imaginary: var imaginary } => new Constant.Complex(0, imaginary),
        Constant.Tuple { Items: var items } => new Constant.Tuple([.. items.Select(Canonical)]),
        Constant.Slice slice => new Constant.Slice(Canonical(slice.Start), Canonical(slice.Stop), Canonical(slice.Step)),
        _ => constant,
    };

    private static Constant.Bool Bool(bool value) => value ? Constant.Bool.True : Constant.Bool.False;

    private static bool IsNumber(Constant constant) =>
        constant is Constant.Int or Constant.Bool or Constant.Float or Constant.Complex;

    /// <summary>The value of an int or a bool, which is an int too.</summary>
    private static bool TryGetInteger(Constant constant, out BigInteger value)
    {
        value = constant switch
        {
            Constant.Int { Value: var integer } => integer,
            Constant.Bool { Value: true } => BigInteger.One,
            _ => BigInteger.Zero,
        };
        return constant is Constant.Int or Constant.Bool;
    }

    /// <summary>The value of a float, or of an int that is not too large for one.</summary>
    private static bool TryGetDouble(Constant constant, out double value)
    {
        if (constant is Constant.Float { Value: var number })
        {
            value = number;
            return true;
        }

        value = 0;
        return TryGetInteger(constant, out var integer) && TryRound(integer, 0, out value);
    }
}
