namespace Keelback.Vm;

/// <summary>A double taken apart.</summary>
internal static class FloatBits
{
    private const int MantissaBits = 52;
    private const int ExponentBias = 1075;
    private const ulong HiddenBit = 1UL << MantissaBits;

    /// <summary>A whole mantissa below 2**53 and the power of two by which it is to be multiplied. Of a finite value that is not negative.</summary>
    public static (ulong Mantissa, int Exponent) Split(double value)
    {
        var bits = (ulong)BitConverter.DoubleToInt64Bits(value);
        var mantissa = bits & (HiddenBit - 1);
        var exponent = (int)(bits >> MantissaBits) & 0x7FF;
        return exponent == 0 ? (mantissa, 1 - ExponentBias) : (mantissa | HiddenBit, exponent - ExponentBias);
    }
}
