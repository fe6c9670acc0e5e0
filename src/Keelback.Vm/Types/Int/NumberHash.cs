using System.Numerics;

namespace Keelback.Vm;

/// <summary>
/// The hashes of numbers: the value modulo the prime 2**61 - 1, so that equal numbers of all types have equal hashes.
/// No hash is -1, which in C tells an error; -2 stands for it.
/// </summary>
internal static class NumberHash
{
    private const int Bits = 61;
    private const long Modulus = (1L << Bits) - 1;
    private const long Infinity = 314159;
    private const long ImaginaryFactor = 1000003;

    public static long OfInt(long value) =>
        value is > -Modulus and < Modulus ? (value == -1 ? -2 : value) : WithoutMinusOne(value % Modulus);

    public static long OfInt(BigInteger value) => WithoutMinusOne((long)BigInteger.Remainder(value, Modulus));

    /// <summary>The hash of a float; NaNs have one by their bits.</summary>
    public static long OfFloat(double value)
    {
        if (!double.IsFinite(value))
        {
            if (double.IsNaN(value))
                return ObjectIdentity.Hash(PyValue.FromFloat(value));
            return value > 0 ? Infinity : -Infinity;
        }

        var truncated = (long)value;
        if (truncated == value && truncated is > -Modulus and < Modulus)
            return OfInt(truncated);

        // Modulo 2**61 - 1, multiplying by a power of two turns the 61 bits round.
        var (mantissa, exponent) = FloatBits.Split(Math.Abs(value));
        var turn = ((exponent % Bits) + Bits) % Bits;
        var hash = (long)((mantissa << turn) & (ulong)Modulus) | (long)(turn == 0 ? 0 : mantissa >> (Bits - turn));
        if (hash == Modulus)
            hash = 0;
        return WithoutMinusOne(value < 0 ? -hash : hash);
    }

    public static long OfComplex(double real, double imaginary) =>
        WithoutMinusOne(unchecked(OfFloat(real) + (ImaginaryFactor * OfFloat(imaginary))));

    private static long WithoutMinusOne(long hash) => hash == -1 ? -2 : hash;
}
