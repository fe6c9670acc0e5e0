using System.Globalization;
using System.Numerics;
using Keelback.Text;

namespace Keelback.Vm;

/// <summary>Text, rounding and the attributes of floats.</summary>
internal static partial class FloatType
{
    // With more decimals than this every float is its own rounding; with fewer than that every one rounds to zero.
    private const int MaxDecimals = 323;
    private const int MinDecimals = -308;

    private static partial PyValue Repr(PyThread thread, PyValue self) => PyStr.From(ConstantRepr.Repr(ValueOf(self)));

    private static partial PyValue Format(PyThread thread, PyValue self, PyStr formatSpec) =>
        FloatFormat.Format(thread, self, formatSpec);

    private static partial PyValue GetImaginary(PyThread thread, PyValue self) => PyValue.FromFloat(0);

    private static partial PyValue Truncate(PyThread thread, PyValue self) => ToInteger(ValueOf(self));

    private static partial PyValue Floor(PyThread thread, PyValue self) => ToInteger(Math.Floor(ValueOf(self)));

    private static partial PyValue Ceiling(PyThread thread, PyValue self) => ToInteger(Math.Ceiling(ValueOf(self)));

    private static partial bool IsInteger(PyThread thread, PyValue self) =>
        ValueOf(self) is var value && double.IsFinite(value) && Math.Floor(value) == value;

    private static partial PyValue GetNewArguments(PyThread thread, PyValue self) => PyTuple.From(PyValue.FromFloat(ValueOf(self)));

    private static partial PyValue Round(PyThread thread, PyValue self, PyValue ndigits)
    {
        var value = ValueOf(self);
        if (ndigits.IsNone)
            return ToInteger(Math.Round(value, MidpointRounding.ToEven));
        var places = Conversions.ToIndex(thread, Operators.Index(thread, ndigits));
        if (!double.IsFinite(value) || value == 0 || places > MaxDecimals)
            return PyValue.FromFloat(value);
        if (places < MinDecimals)
            return PyValue.FromFloat(0 * value);
        var digits = FloatDigits.Fixed(Math.Abs(value), (int)places);
        var rounded = double.Parse($"{digits.Text}E{digits.Point - digits.Text.Length}", NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsInfinity(rounded))
            throw Raise.OverflowError("rounded value too large to represent");
        return PyValue.FromFloat(Math.CopySign(rounded, value));
    }

    private static partial PyValue AsIntegerRatio(PyThread thread, PyValue self)
    {
        var value = ValueOf(self);
        if (!double.IsFinite(value))
        {
            throw double.IsNaN(value)
                ? Raise.ValueError("cannot convert NaN to integer ratio")
                : Raise.OverflowError("cannot convert Infinity to integer ratio");
        }

        var (mantissa, exponent) = FloatBits.Split(Math.Abs(value));
        var shift = mantissa == 0 ? 0 : Math.Min(BitOperations.TrailingZeroCount(mantissa), Math.Max(0, -exponent));
        BigInteger numerator = mantissa >> shift;
        exponent += shift;
        if (mantissa == 0)
            exponent = 0;
        numerator <<= Math.Max(0, exponent);
        return PyTuple.From(
            PyValue.FromInt(value < 0 ? -numerator : numerator), PyValue.FromInt(BigInteger.One << Math.Max(0, -exponent)));
    }

    private static partial PyValue GetFormat(PyThread thread, PyType cls, string typestr) => typestr is "double" or "float"
        ? PyStr.From(BitConverter.IsLittleEndian ? "IEEE, little-endian" : "IEEE, big-endian")
        : throw Raise.ValueError("__getformat__() argument 1 must be 'double' or 'float'");
}
