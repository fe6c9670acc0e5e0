using System.Numerics;
using Keelback.Vm;

namespace Keelback.Modules.Mathematics;

/// <summary>Functions on ints, and logarithms, which take ints of any size.</summary>
internal static partial class MathModule
{
    [PyFunction("comb(n, k, /)", Doc = "Number of ways to choose k items from n items without repetition and without order.")]
    private static BigInteger Combinations(BigInteger n, BigInteger k)
    {
        if (n.Sign < 0)
            throw Raise.ValueError("n must be a non-negative integer");
        if (k.Sign < 0)
            throw Raise.ValueError("k must be a non-negative integer");
        if (k > n)
            return 0;
        k = BigInteger.Min(k, n - k);
        if (k > long.MaxValue)
            throw Raise.OverflowError($"min(n - k, k) must not exceed {long.MaxValue}");
        return n <= 62 ? SmallCombinations((int)n, (int)k) : Combinations(n, (long)k);
    }

    [PyFunction("factorial(n, /)", Doc = "Find n!.")]
    private static BigInteger Factorial(PyThread thread, PyValue n)
    {
        var number = Operators.ToBigInteger(thread, n);
        if (number.Sign < 0)
            throw Raise.ValueError("factorial() not defined for negative values");
        if (number > long.MaxValue)
            throw Raise.OverflowError($"factorial() argument should not exceed {long.MaxValue}");
        return number < 2 ? BigInteger.One : Product(2, (long)number);
    }

    [PyFunction("gcd(*integers)", Doc = "Greatest Common Divisor.")]
    private static BigInteger GreatestCommonDivisor(PyThread thread, ReadOnlySpan<PyValue> integers)
    {
        var result = BigInteger.Zero;
        foreach (var integer in integers)
            result = BigInteger.GreatestCommonDivisor(result, Operators.ToBigInteger(thread, integer));
        return result;
    }

    [PyFunction("lcm(*integers)", Doc = "Least Common Multiple.")]
    private static BigInteger LeastCommonMultiple(PyThread thread, ReadOnlySpan<PyValue> integers)
    {
        var result = BigInteger.One;
        foreach (var integer in integers)
        {
            var value = BigInteger.Abs(Operators.ToBigInteger(thread, integer));
            result = result.IsZero || value.IsZero ? 0 : result / BigInteger.GreatestCommonDivisor(result, value) * value;
        }

        return result;
    }

    [PyFunction("isqrt(n, /)", Doc = "Return the integer part of the square root of the input.")]
    private static BigInteger IntegerSquareRoot(BigInteger n)
    {
        if (n.Sign < 0)
            throw Raise.ValueError("isqrt() argument must be nonnegative");
        if (n < 1L << 52)
            return (long)Math.Sqrt((double)n);
        // Newton's method from above.
        var guess = BigInteger.One << (int)((n.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (guess + (n / guess)) >> 1;
            if (next >= guess)
                return guess;
            guess = next;
        }
    }

    [PyFunction("perm(n, k=None, /)", Doc = "Number of ways to choose k items from n items without repetition and with order.")]
    private static BigInteger Permutations(PyThread thread, PyValue n, PyValue k)
    {
        if (k.IsNone)
            return Factorial(thread, n);
        var (items, chosen) = (Operators.ToBigInteger(thread, n), Operators.ToBigInteger(thread, k));
        if (items.Sign < 0)
            throw Raise.ValueError("n must be a non-negative integer");
        if (chosen.Sign < 0)
            throw Raise.ValueError("k must be a non-negative integer");
        if (chosen > items)
            return 0;
        if (chosen > long.MaxValue)
            throw Raise.OverflowError($"k must not exceed {long.MaxValue}");
        var result = BigInteger.One;
        for (var i = BigInteger.Zero; i < chosen; i++)
            result *= items - i;
        return result;
    }

    [PyFunction("log(x, base=<missing>, /)", Doc = "log(x, [base=math.e])\nReturn the logarithm of x to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of x.")]
    private static PyValue Log(PyThread thread, PyValue x, PyValue @base)
    {
        var numerator = Logarithm(thread, x, Math.Log, Math.Log(2));
        if (@base.IsMissing)
            return PyValue.FromFloat(numerator);
        var denominator = Logarithm(thread, @base, Math.Log, Math.Log(2));
        return Operators.Div(thread, PyValue.FromFloat(numerator), PyValue.FromFloat(denominator));
    }

    [PyFunction("log2(x, /)", Doc = "Return the base 2 logarithm of x.")]
    private static double Log2(PyThread thread, PyValue x) => Logarithm(thread, x, ExactLog2, 1);

    [PyFunction("log10(x, /)", Doc = "Return the base 10 logarithm of x.")]
    private static double Log10(PyThread thread, PyValue x) => Logarithm(thread, x, Math.Log10, Math.Log10(2));

    private static double Logarithm(PyThread thread, PyValue x, Func<double, double> function, double logOfTwo)
    {
        if (x.IsSmallInt || x.IsBool || x.Ref is PyInt)
        {
            var number = Operators.ToBigInteger(thread, x);
            if (number.Sign <= 0)
                throw Raise.ValueError(number.IsZero || !x.IsSmallInt ? "expected a positive input" : "expected a positive input");
            var bits = number.GetBitLength();
            if (bits <= 1000)
                return function(Operators.ToDouble(number));
            var shift = (int)(bits - 64);
            return function((double)(number >> shift)) + (logOfTwo * shift);
        }

        var value = Operators.ToDouble(thread, x);
        if (double.IsNaN(value) || double.IsPositiveInfinity(value))
            return value;
        return value > 0 ? function(value) : throw Raise.ValueError("expected a positive input, got " + Show(value));
    }

    private static double ExactLog2(double value)
    {
        var exponent = Math.ILogB(value);
        return Math.ScaleB(1, exponent) == value ? exponent : Math.Log2(value);
    }

    // n over k by halves, so that the factors multiplied are of like size.
    private static BigInteger Combinations(BigInteger n, long k)
    {
        if (k == 0)
            return 1;
        if (k == 1)
            return n;
        if (k <= 20)
        {
            var result = BigInteger.One;
            for (var i = 0; i < k; i++)
                result = result * (n - i) / (i + 1);
            return result;
        }

        var half = k / 2;
        return Combinations(n, half) * Combinations(n - half, k - half) / Combinations(k, half);
    }

    private static BigInteger SmallCombinations(int n, int k)
    {
        var result = 1UL;
        for (var i = 0; i < k; i++)
            result = (ulong)((UInt128)result * (ulong)(n - i) / (ulong)(i + 1));
        return result;
    }

    private static BigInteger Product(long first, long last)
    {
        if (last - first > 16)
        {
            var middle = first + ((last - first) / 2);
            return Product(first, middle) * Product(middle + 1, last);
        }

        BigInteger result = first;
        for (var i = first + 1; i <= last; i++)
            result *= i;
        return result;
    }
}
