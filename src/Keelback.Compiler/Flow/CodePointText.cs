using System.Collections.Immutable;
using System.Text;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <summary>
/// Str constants as sequences of code points, which is how Python counts and joins them: two surrogates that meet do
/// not become one character.
/// </summary>
internal static class CodePointText
{
    /// <summary>Python's len().</summary>
    public static int LengthOf(Constant.Str text) =>
        IsUtf16(text) ? text.Value.Length : CodePointsOf(text).Length;

    /// <summary>The code points; surrogates among them are lone ones.</summary>
    public static ImmutableArray<int> CodePointsOf(Constant.Str text)
    {
        if (!text.CodePoints.IsEmpty)
            return text.CodePoints;
        var value = text.Value;
        var points = ImmutableArray.CreateBuilder<int>(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var isPair = char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);
            points.Add(isPair ? char.ConvertToUtf32(value[i], value[++i]) : value[i]);
        }

        return points.ToImmutable();
    }

    /// <summary>The str of code points.</summary>
    public static Constant.Str FromCodePoints(ImmutableArray<int> points)
    {
        var value = new StringBuilder(points.Length);
        var isAmbiguous = false;
        foreach (var point in points)
        {
            if (point > char.MaxValue)
            {
                value.Append(char.ConvertFromUtf32(point));
                continue;
            }

            isAmbiguous |= char.IsLowSurrogate((char)point) && value.Length > 0 && char.IsHighSurrogate(value[^1]);
            value.Append((char)point);
        }

        return new Constant.Str(value.ToString()) { CodePoints = isAmbiguous ? points : [] };
    }

    /// <summary>One str behind another.</summary>
    public static Constant.Str Concatenate(Constant.Str left, Constant.Str right) =>
        IsUtf16(left) && IsUtf16(right)
            ? new Constant.Str(left.Value + right.Value)
            : FromCodePoints([.. CodePointsOf(left), .. CodePointsOf(right)]);

    /// <summary>A str several times.</summary>
    public static Constant.Str Repeat(Constant.Str text, int times) =>
        IsUtf16(text)
            ? new Constant.Str(new StringBuilder().Insert(0, text.Value, times).ToString())
            : FromCodePoints([.. Enumerable.Repeat(CodePointsOf(text), times).SelectMany(points => points)]);

    private static bool IsUtf16(Constant.Str text) => !text.Value.AsSpan().ContainsAnyInRange('\ud800', '\udfff');
}
