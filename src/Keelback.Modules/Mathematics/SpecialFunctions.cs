using Keelback.Vm;

namespace Keelback.Modules.Mathematics;

/// <summary>Gamma, error function and the like, to nearly full precision.</summary>
internal static class SpecialFunctions
{
    private const double LanczosG = 6.024680040776729583740234375;
    private const double LogPi = 1.144729885849400174143427351353058711647;
    private const double SqrtPi = 1.772453850905516027298167483341145182798;

    private static readonly double[] s_lanczosNumerator =
    [
        23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
        35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
        6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
        248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
        2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
        8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
        2.5066282746310002701649081771338373386264310793408,
    ];

    private static readonly double[] s_lanczosDenominator =
    [
        0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0, 2637558.0, 357423.0, 32670.0,
        1925.0, 66.0, 1.0,
    ];

    public static double Gamma(double x)
    {
        if (!double.IsFinite(x))
            return double.IsNaN(x) || x > 0 ? x : throw Raise.ValueError("expected a noninteger or positive integer, got -inf");
        if (x == Math.Floor(x))
        {
            if (x <= 0)
                throw Raise.ValueError("expected a noninteger or positive integer, got " + MathModule.Show(x));
            if (x <= 23)
                return SmallFactorial((int)x - 1);
        }

        var magnitude = Math.Abs(x);
        if (magnitude < 1e-20)
        {
            var inverse = 1.0 / x;
            return double.IsInfinity(inverse) ? throw MathModule.RangeError() : inverse;
        }

        if (magnitude > 200)
        {
            if (x < 0)
                return 0.0 / SinPi(x);
            throw MathModule.RangeError();
        }

        var y = magnitude + LanczosG - 0.5;
        double z;
        if (magnitude > LanczosG - 0.5)
        {
            var q = y - magnitude;
            z = q - (LanczosG - 0.5);
        }
        else
        {
            var q = y - (LanczosG - 0.5);
            z = q - magnitude;
        }

        z = z * LanczosG / y;
        double result;
        if (x < 0)
        {
            result = -Math.PI / SinPi(magnitude) / magnitude * Math.Exp(y) / LanczosSum(magnitude);
            result -= z * result;
            result = magnitude < 140
                ? result / Math.Pow(y, magnitude - 0.5)
                : result / Math.Pow(y, (magnitude / 2) - 0.25) / Math.Pow(y, (magnitude / 2) - 0.25);
        }
        else
        {
            result = LanczosSum(magnitude) / Math.Exp(y);
            result += z * result;
            result = magnitude < 140
                ? result * Math.Pow(y, magnitude - 0.5)
                : result * Math.Pow(y, (magnitude / 2) - 0.25) * Math.Pow(y, (magnitude / 2) - 0.25);
        }

        return double.IsInfinity(result) ? throw MathModule.RangeError() : result;
    }

    public static double LogGamma(double x)
    {
        if (!double.IsFinite(x))
            return double.IsNaN(x) ? x : double.PositiveInfinity;
        if (x == Math.Floor(x) && x <= 2)
        {
            if (x <= 0)
                throw Raise.ValueError("expected a noninteger or positive integer, got " + MathModule.Show(x));
            return 0;
        }

        var magnitude = Math.Abs(x);
        if (magnitude < 1e-20)
            return -Math.Log(magnitude);
        var result = Math.Log(LanczosSum(magnitude)) - LanczosG;
        result += (magnitude - 0.5) * (Math.Log(magnitude + LanczosG - 0.5) - 1);
        if (x < 0)
            result = LogPi - Math.Log(Math.Abs(SinPi(magnitude))) - Math.Log(magnitude) - result;
        return double.IsInfinity(result) ? throw MathModule.RangeError() : result;
    }

    public static double Erf(double x)
    {
        if (double.IsNaN(x))
            return x;
        var magnitude = Math.Abs(x);
        if (magnitude < 1.5)
            return ErfSeries(x);
        var rest = ErfcFraction(magnitude);
        return x > 0 ? 1 - rest : rest - 1;
    }

    public static double Erfc(double x)
    {
        if (double.IsNaN(x))
            return x;
        var magnitude = Math.Abs(x);
        if (magnitude < 1.5)
            return 1 - ErfSeries(x);
        var rest = ErfcFraction(magnitude);
        return x > 0 ? rest : 2 - rest;
    }

    public static double Expm1(double x)
    {
        if (Math.Abs(x) >= 0.7)
            return Math.Exp(x) - 1;
        // The rounding of exp(x) is corrected by how far its logarithm is from x.
        var u = Math.Exp(x);
        if (u == 1)
            return x;
        return (u - 1) * x / Math.Log(u);
    }

    public static double Log1p(double x)
    {
        if (x == 0 || double.IsPositiveInfinity(x))
            return x;
        var u = 1 + x;
        if (u == 1)
            return x;
        return double.IsInfinity(u) ? Math.Log(x) : Math.Log(u) - (((u - 1) - x) / u);
    }

    private static double SmallFactorial(int n)
    {
        var result = 1.0;
        for (var i = 2; i <= n; i++)
            result *= i;
        return result;
    }

    private static double LanczosSum(double x)
    {
        var (numerator, denominator) = (0.0, 0.0);
        if (x < 5)
        {
            for (var i = s_lanczosNumerator.Length; --i >= 0;)
            {
                numerator = (numerator * x) + s_lanczosNumerator[i];
                denominator = (denominator * x) + s_lanczosDenominator[i];
            }
        }
        else
        {
            for (var i = 0; i < s_lanczosNumerator.Length; i++)
            {
                numerator = (numerator / x) + s_lanczosNumerator[i];
                denominator = (denominator / x) + s_lanczosDenominator[i];
            }
        }

        return numerator / denominator;
    }

    private static double SinPi(double x)
    {
        var y = Math.Abs(x) % 2.0;
        var result = (int)Math.Round(2.0 * y, MidpointRounding.AwayFromZero) switch
        {
            0 => Math.Sin(Math.PI * y),
            1 => Math.Cos(Math.PI * (y - 0.5)),
            2 => Math.Sin(Math.PI * (1.0 - y)),
            3 => -Math.Cos(Math.PI * (y - 1.5)),
            _ => Math.Sin(Math.PI * (y - 2.0)),
        };
        return Math.CopySign(1.0, x) * result;
    }

    private static double ErfSeries(double x)
    {
        var square = x * x;
        var sum = 0.0;
        for (var k = 25.5; k > 1; k--)
            sum = 2.0 + (square * sum / k);
        return sum * x * Math.Exp(-square) / SqrtPi;
    }

    private static double ErfcFraction(double x)
    {
        if (x >= 30)
            return 0;
        var square = x * x;
        var a = 0.0;
        var term = 0.5;
        var (numerator, previousNumerator) = (1.0, 0.0);
        var (denominator, previousDenominator) = (term + square, 1.0);
        for (var i = 0; i < 50; i++)
        {
            a += term;
            term += 2.0;
            var b = term + square;
            (numerator, previousNumerator) = ((b * numerator) - (a * previousNumerator), numerator);
            (denominator, previousDenominator) = ((b * denominator) - (a * previousDenominator), denominator);
        }

        return numerator / denominator * x * Math.Exp(-square) / SqrtPi;
    }
}
