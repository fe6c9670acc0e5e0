using System.Numerics;
using Keelback.Vm;

namespace Keelback.Modules.Mathematics;

/// <summary>Functions on several numbers.</summary>
internal static partial class MathModule
{
    [PyFunction("dist(p, q, /)", Doc = "Return the Euclidean distance between two points p and q.")]
    private static double Distance(PyThread thread, PyValue p, PyValue q)
    {
        var left = Operators.ToTuple(thread, p).Items;
        var right = Operators.ToTuple(thread, q).Items;
        if (left.Length != right.Length)
            throw Raise.ValueError("both points must have the same number of dimensions");
        var differences = new double[left.Length];
        for (var i = 0; i < differences.Length; i++)
            differences[i] = Operators.ToDouble(thread, left[i]) - Operators.ToDouble(thread, right[i]);
        return Norm(differences);
    }

    [PyFunction("fsum(seq, /)", Doc = "Return an accurate floating-point sum of values in the iterable seq.\n\nAssumes IEEE-754 floating-point arithmetic.")]
    private static double PreciseSum(PyThread thread, PyValue seq)
    {
        var partials = new List<double>();
        var (special, infinities) = (0.0, 0.0);
        foreach (var item in Operators.Iterate(thread, seq))
        {
            var value = Operators.ToDouble(thread, item);
            var x = AddPartial(partials, value);
            if (x == 0)
                continue;
            if (double.IsFinite(x))
            {
                partials.Add(x);
                continue;
            }

            if (double.IsFinite(value))
                throw Raise.OverflowError("intermediate overflow in fsum");
            if (double.IsInfinity(value))
                infinities += value;
            special += value;
            partials.Clear();
        }

        if (special == 0)
            return RoundPartials(partials);
        return double.IsNaN(infinities) ? throw Raise.ValueError("-inf + inf in fsum") : special;
    }

    [PyFunction("hypot(*coordinates)", Doc = "Multidimensional Euclidean distance from the origin to a point.\n\nRoughly equivalent to: sqrt(sum(x**2 for x in coordinates))")]
    private static double Hypotenuse(PyThread thread, ReadOnlySpan<PyValue> coordinates)
    {
        var values = new double[coordinates.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Operators.ToDouble(thread, coordinates[i]);
        return Norm(values);
    }

    [PyFunction("prod(iterable, /, *, start=1)", Doc = "Calculate the product of all the elements in the input iterable.")]
    private static PyValue Product(PyThread thread, PyValue iterable, PyValue start)
    {
        var result = start;
        foreach (var item in Operators.Iterate(thread, iterable))
            result = Operators.Mult(thread, result, item);
        return result;
    }

    [PyFunction("sumprod(p, q, /)", Doc = "Return the sum of products of values from two iterables p and q.")]
    private static PyValue SumOfProducts(PyThread thread, PyValue p, PyValue q)
    {
        var left = Operators.GetIterator(thread, p);
        var right = Operators.GetIterator(thread, q);
        var total = PyValue.FromInt(0);
        var exact = BigInteger.Zero;
        var hasExact = false;
        var precise = default(TripleLength);
        var hasPrecise = false;
        while (true)
        {
            var hasLeft = Operators.TryNext(thread, left, out var a);
            var hasRight = Operators.TryNext(thread, right, out var b);
            if (hasLeft != hasRight)
                throw Raise.ValueError("Inputs are not the same length");
            var isInt = hasLeft && IsInt(a) && IsInt(b);
            var isFloat = hasLeft && !isInt && (a.IsFloat || b.IsFloat) && (a.IsFloat || IsInt(a)) && (b.IsFloat || IsInt(b));
            if (!isInt && hasExact)
            {
                total = Operators.Add(thread, total, PyValue.FromInt(exact));
                (exact, hasExact) = (0, false);
            }

            if (!isFloat && hasPrecise)
            {
                total = Operators.Add(thread, total, PyValue.FromFloat(precise.Value));
                (precise, hasPrecise) = (default, false);
            }

            if (!hasLeft)
                return total;
            if (isInt)
            {
                exact += Operators.ToBigInteger(thread, a) * Operators.ToBigInteger(thread, b);
                hasExact = true;
            }
            else if (isFloat)
            {
                precise = precise.AddProduct(Operators.ToDouble(thread, a), Operators.ToDouble(thread, b));
                hasPrecise = true;
            }
            else
            {
                total = Operators.Add(thread, total, Operators.Mult(thread, a, b));
            }
        }
    }

    private static bool IsInt(PyValue value) => value.IsSmallInt || value.IsBool || value.Ref is PyInt;

    // Adds a value to numbers whose exact sum it keeps, and gives what is left over.
    private static double AddPartial(List<double> partials, double x)
    {
        var kept = 0;
        foreach (var partial in partials.ToArray())
        {
            var y = partial;
            if (Math.Abs(x) < Math.Abs(y))
                (x, y) = (y, x);
            var high = x + y;
            var low = y - (high - x);
            if (low != 0)
                partials[kept++] = low;
            x = high;
        }

        partials.RemoveRange(kept, partials.Count - kept);
        return x;
    }

    private static double RoundPartials(List<double> partials)
    {
        var n = partials.Count;
        if (n == 0)
            return 0;
        var high = partials[--n];
        var low = 0.0;
        while (n > 0)
        {
            var x = high;
            var y = partials[--n];
            high = x + y;
            low = y - (high - x);
            if (low != 0)
                break;
        }

        // Halfway cases look at the sign of what follows.
        if (n > 0 && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0)))
        {
            var y = low * 2;
            var x = high + y;
            if (y == x - high)
                high = x;
        }

        return high;
    }

    // The length of a vector; scaled by a power of two so that squares neither overflow nor vanish, and corrected once.
    private static double Norm(ReadOnlySpan<double> values)
    {
        var maximum = 0.0;
        var hasNaN = false;
        foreach (var value in values)
        {
            hasNaN |= double.IsNaN(value);
            maximum = Math.Max(double.IsNaN(maximum) ? 0 : maximum, double.IsNaN(value) ? 0 : Math.Abs(value));
        }

        if (double.IsInfinity(maximum))
            return maximum;
        if (hasNaN)
            return double.NaN;
        if (maximum == 0 || values.Length <= 1)
            return maximum;
        var exponent = Math.ILogB(maximum);
        if (exponent < -1023)
        {
            // Subnormal: scaled up in two steps.
            var scaled = new double[values.Length];
            for (var i = 0; i < scaled.Length; i++)
                scaled[i] = values[i] / double.Epsilon;
            return double.Epsilon * Norm(scaled);
        }

        var sum = default(TripleLength);
        foreach (var value in values)
        {
            var x = Math.ScaleB(value, -exponent);
            sum = sum.AddProduct(x, x);
        }

        var root = Math.Sqrt(sum.Value);
        var rest = sum.AddProduct(-root, root).Value;
        return Math.ScaleB(root + (rest / (2 * root)), exponent);
    }

    /// <summary>A sum of products in three floats.</summary>
    private readonly record struct TripleLength(double High, double Low, double Tiny)
    {
        public double Value => High + (Low + Tiny);

        public TripleLength AddProduct(double x, double y)
        {
            var product = x * y;
            var productLow = Math.FusedMultiplyAdd(x, y, -product);
            if (!double.IsFinite(product))
                productLow = 0;
            var (sum, error) = TwoSum(High, product);
            var (low, lowError) = TwoSum(Low, productLow);
            var (low2, lowError2) = TwoSum(low, error);
            return new(sum, low2, Tiny + lowError + lowError2);
        }

        private static (double Sum, double Error) TwoSum(double a, double b)
        {
            var sum = a + b;
            if (!double.IsFinite(sum))
                return (sum, 0);
            var z = sum - a;
            return (sum, (a - (sum - z)) + (b - z));
        }
    }
}
