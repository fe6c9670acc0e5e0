using System.Collections.Immutable;
using System.Text;
using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>UTF-8 with surrogates, each as three bytes: Python's "surrogatepass".</summary>
internal static class WideText
{
    public static byte[] Encode(Constant.Str text)
    {
        var bytes = new List<byte>(text.Value.Length + 8);
        foreach (var point in ConstantRepr.CodePointsOf(text))
        {
            switch (point)
            {
                case < 0x80:
                    bytes.Add((byte)point);
                    break;
                case < 0x800:
                    bytes.AddRange([(byte)(0xC0 | (point >> 6)), Tail(point)]);
                    break;
                case < 0x10000:
                    bytes.AddRange([(byte)(0xE0 | (point >> 12)), Tail(point >> 6), Tail(point)]);
                    break;
                default:
                    bytes.AddRange([(byte)(0xF0 | (point >> 18)), Tail(point >> 12), Tail(point >> 6), Tail(point)]);
                    break;
            }
        }

        return [.. bytes];
    }

    public static Constant.Str Decode(ReadOnlySpan<byte> bytes)
    {
        var points = new List<int>(bytes.Length);
        for (var i = 0; i < bytes.Length;)
        {
            var length = bytes[i] switch { < 0x80 => 1, >= 0xC2 and < 0xE0 => 2, >= 0xE0 and < 0xF0 => 3, >= 0xF0 and < 0xF5 => 4, _ => 0 };
            if (length == 0 || i + length > bytes.Length)
                throw Bad();
            var point = length == 1 ? bytes[i] : bytes[i] & (0x7F >> length);
            for (var k = 1; k < length; k++)
            {
                if ((bytes[i + k] & 0xC0) != 0x80)
                    throw Bad();
                point = (point << 6) | (bytes[i + k] & 0x3F);
            }

            if (point > 0x10FFFF || (length == 3 && point < 0x800) || (length == 4 && point < 0x10000))
                throw Bad();
            points.Add(point);
            i += length;
        }

        return FromCodePoints(points);
    }

    public static Constant.Str FromCodePoints(List<int> points)
    {
        var text = new StringBuilder(points.Count);
        var isAmbiguous = false;
        for (var i = 0; i < points.Count; i++)
        {
            isAmbiguous |= i > 0 && points[i] is >= 0xDC00 and < 0xE000 && points[i - 1] is >= 0xD800 and < 0xDC00;
            ConstantRepr.AppendCodePoint(text, points[i]);
        }

        return new Constant.Str(text.ToString()) { CodePoints = isAmbiguous ? [.. points] : ImmutableArray<int>.Empty };
    }

    private static byte Tail(int point) => (byte)(0x80 | (point & 0x3F));

    private static BytecodeFormatException Bad() => new("bad marshal data (invalid UTF-8)");
}
