using System.Globalization;
using System.Numerics;

namespace Keelback.Vm;

/// <summary>Text, hash, rounding and the attributes of ints.</summary>
internal static partial class IntType
{
    // CPython keeps 30 bits in each digit of 4 bytes, behind a header.
    private const int HeaderSize = 24;
    private const int DigitSize = 4;
    private const int DigitBits = 30;

    /// <summary>The hash of an int of 64 bits.</summary>
    public static long HashOf(long value) => NumberHash.OfInt(value);

    /// <summary>The hash of an int of any size.</summary>
    public static long HashOf(BigInteger value) => NumberHash.OfInt(value);

    /// <summary>The decimal text of an int.</summary>
    public static string ToText(PyThread thread, PyValue value) => TryGetValue(value, out var number)
        ? number.ToString(CultureInfo.InvariantCulture)
        : IntText.ToDecimal(thread, BigOf(value));

    private static partial PyValue Repr(PyThread thread, PyValue self) => PyStr.From(ToText(thread, self));

    private static partial long Hash(PyThread thread, PyValue self) =>
        TryGetValue(self, out var number) ? NumberHash.OfInt(number) : NumberHash.OfInt(BigOf(self));

    private static partial PyValue GetImaginary(PyThread thread, PyValue self) => PyValue.FromInt(0);

    private static partial PyValue GetDenominator(PyThread thread, PyValue self) => PyValue.FromInt(1);

    private static partial PyValue AsIntegerRatio(PyThread thread, PyValue self) => PyTuple.From(Exactly(self), PyValue.FromInt(1));

    private static partial PyValue GetNewArguments(PyThread thread, PyValue self) => PyTuple.From(Exactly(self));

    private static partial bool IsInteger(PyThread thread, PyValue self) => true;

    private static partial long SizeOf(PyThread thread, PyValue self)
    {
        var digits = Math.Max(1, (BitLength(thread, self) + DigitBits - 1) / DigitBits);
        return HeaderSize + (DigitSize * digits);
    }

    private static partial PyValue Format(PyThread thread, PyValue self, PyStr formatSpec) =>
        IntFormat.Format(thread, self, formatSpec);

    private static partial PyValue Round(PyThread thread, PyValue self, PyValue ndigits)
    {
        if (ndigits.IsNone)
            return Exactly(self);
        var places = Operators.ToBigInteger(thread, ndigits);
        if (places.Sign >= 0)
            return Exactly(self);
        var number = BigOf(self);

        // More places than the number has digits leave nothing, however many more.
        if (-places > (number.GetBitLength() / 3) + 2)
            return PyValue.FromInt(0);
        var unit = BigInteger.Pow(10, (int)-places);
        var (quotient, remainder) = FloorDivide(number, unit);
        var comparison = (remainder * 2).CompareTo(unit);
        if (comparison > 0 || (comparison == 0 && !quotient.IsEven))
            quotient++;
        return PyValue.FromInt(quotient * unit);
    }
}
