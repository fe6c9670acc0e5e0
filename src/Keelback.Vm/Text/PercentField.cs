namespace Keelback.Vm;

/// <summary>One field of a % format: what stands between the sign and the letter that names the conversion.</summary>
internal struct PercentField
{
    /// <summary>The key in parentheses; null for none.</summary>
    public PyStr? Key;

    /// <summary>The flag '-': at the left of the field.</summary>
    public bool IsLeft;

    /// <summary>The flag '+': a sign in front of numbers that are not negative.</summary>
    public bool HasPlus;

    /// <summary>The flag ' ': a blank in the place of a plus sign.</summary>
    public bool HasBlank;

    /// <summary>The flag '#': the alternate form.</summary>
    public bool IsAlternate;

    /// <summary>The flag '0': numbers filled up with zeros.</summary>
    public bool IsZeroPadded;

    /// <summary>The least width; -1 for none.</summary>
    public int Width;

    /// <summary>The precision; -1 for none.</summary>
    public int Precision;

    /// <summary>The letter of the conversion.</summary>
    public int Conversion;

    /// <summary>The text of an int in the base that the conversion names, without sign.</summary>
    public readonly string DigitsOf(System.Numerics.BigInteger magnitude) => Conversion switch
    {
        'o' => Octal(magnitude),
        'X' => Hexadecimal(magnitude).ToUpperInvariant(),
        _ => Hexadecimal(magnitude),
    };

    private static string Hexadecimal(System.Numerics.BigInteger magnitude)
    {
        var digits = magnitude.ToString("x", System.Globalization.CultureInfo.InvariantCulture).TrimStart('0');
        return digits.Length == 0 ? "0" : digits;
    }

    private static string Octal(System.Numerics.BigInteger magnitude)
    {
        var bits = magnitude.ToString("b", System.Globalization.CultureInfo.InvariantCulture);
        var digits = new System.Text.StringBuilder();
        var first = bits.Length % 3;
        var group = 0;
        for (var i = 0; i < bits.Length; i++)
        {
            group = (group << 1) | (bits[i] - '0');
            if ((i + 1 - first) % 3 == 0)
            {
                digits.Append((char)('0' + group));
                group = 0;
            }
        }

        var text = digits.ToString().TrimStart('0');
        return text.Length == 0 ? "0" : text;
    }
}
