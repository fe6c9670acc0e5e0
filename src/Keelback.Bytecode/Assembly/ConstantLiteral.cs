using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>
/// Constants in assembly: None, True, 5, "text", bytes(6162), float(1.5), complex(0.0, 1.5), (1, 2), frozenset(1, 2),
/// slice(1, None, None). What a number's text cannot say, a NaN's bits, is said by float(bits 7ff8000000000000).
/// </summary>
internal static class ConstantLiteral
{
    public static string Write(Constant value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return value switch
        {
            Constant.None => "None",
            Constant.Ellipsis => "Ellipsis",
            Constant.Bool flag => flag.Value ? "True" : "False",
            Constant.Int number => number.Value.ToString(CultureInfo.InvariantCulture),
            Constant.Float number => $"float({Number(number.Value)})",
            Constant.Complex number => $"complex({Number(number.Real)}, {Number(number.Imaginary)})",
            Constant.Str { CodePoints.IsDefaultOrEmpty: false } text =>
                $"points({string.Join(", ", text.CodePoints)})",
            Constant.Str text => TextEscapes.Write(text.Value),
            Constant.Bytes bytes => $"bytes({Convert.ToHexStringLower(bytes.Value.AsSpan())})",
            Constant.Tuple tuple => $"({Items(tuple.Items)})",
            Constant.FrozenSet set => $"frozenset({Items(set.Items)})",
            Constant.Slice slice => $"slice({Items([slice.Start, slice.Stop, slice.Step])})",
            _ => throw new BytecodeFormatException("a code object can be a constant by itself only"),
        };
    }

    public static Constant Read(AssemblyTokens tokens)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw tokens.Error("the constant is nested too deep");
        if (tokens.Peek.StartsWith('"'))
            return new Constant.Str(tokens.TakeText());
        if (tokens.Peek == "(")
            return new Constant.Tuple([.. ReadItems(tokens)]);
        var word = tokens.Take();
        switch (word)
        {
            case "None":
                return Constant.None.Value;
            case "Ellipsis":
                return Constant.Ellipsis.Value;
            case "True":
                return Constant.Bool.True;
            case "False":
                return Constant.Bool.False;
            case "float":
                tokens.Expect("(");
                var value = ReadNumber(tokens);
                tokens.Expect(")");
                return new Constant.Float(value);
            case "complex":
                tokens.Expect("(");
                var real = ReadNumber(tokens);
                tokens.Expect(",");
                var imaginary = ReadNumber(tokens);
                tokens.Expect(")");
                return new Constant.Complex(real, imaginary);
            case "bytes":
                return ReadBytes(tokens);
            case "points":
                return ReadPoints(tokens);
            case "frozenset":
                return new Constant.FrozenSet([.. ReadItems(tokens)]);
            case "slice":
                return ReadItems(tokens) is [var start, var stop, var step]
                    ? new Constant.Slice(start, stop, step)
                    : throw tokens.Error("a slice has three parts");
        }

        return BigInteger.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new Constant.Int(number)
            : throw tokens.Error($"'{word}' is no constant");
    }

    private static string Items(IEnumerable<Constant> items) => string.Join(", ", items.Select(Write));

    private static string Number(double value) => double.IsNaN(value)
        ? $"bits {BitConverter.DoubleToUInt64Bits(value):x16}"
        : value.ToString("R", CultureInfo.InvariantCulture);

    private static List<Constant> ReadItems(AssemblyTokens tokens)
    {
        var items = new List<Constant>();
        tokens.Expect("(");
        while (!tokens.TryTake(")"))
        {
            items.Add(Read(tokens));
            if (tokens.Peek != ")")
                tokens.Expect(",");
        }

        return items;
    }

    private static double ReadNumber(AssemblyTokens tokens)
    {
        var word = tokens.Take();
        if (word == "bits")
        {
            var bits = tokens.Take();
            return ulong.TryParse(bits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var raw)
                ? BitConverter.UInt64BitsToDouble(raw)
                : throw tokens.Error($"'{bits}' are no bits");
        }

        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw tokens.Error($"'{word}' is no number");
    }

    private static Constant.Bytes ReadBytes(AssemblyTokens tokens)
    {
        tokens.Expect("(");
        var digits = tokens.Peek == ")" ? "" : tokens.Take();
        tokens.Expect(")");
        try
        {
            return new Constant.Bytes([.. Convert.FromHexString(digits)]);
        }
        catch (FormatException)
        {
            throw tokens.Error("bytes are written as pairs of hexadecimal digits");
        }
    }

    private static Constant.Str ReadPoints(AssemblyTokens tokens)
    {
        var points = new List<int>();
        foreach (var item in ReadItems(tokens))
        {
            var isPoint = item is Constant.Int number && number.Value >= 0 && number.Value <= 0x10FFFF;
            points.Add(isPoint ? (int)((Constant.Int)item).Value : throw tokens.Error("a code point is from 0 to 1114111"));
        }

        return WideText.FromCodePoints(points);
    }
}
