using System.Globalization;

namespace Keelback.Vm;

/// <summary>
/// The classes of characters that str's predicates ask for: .NET's categories and, where Unicode derives a property from
/// more than those, what has to be added.
/// </summary>
/// <seealso href="https://www.unicode.org/Public/16.0.0/ucd/DerivedCoreProperties.txt"/>
internal static class UnicodeClass
{
    // What is lower case without being a lower case letter; first and last of each range.
    private static readonly int[] s_otherLower =
    [
        0xAA, 0xAA, 0xBA, 0xBA, 0x2B0, 0x2B8, 0x2C0, 0x2C1, 0x2E0, 0x2E4, 0x345, 0x345, 0x37A, 0x37A, 0x10FC, 0x10FC,
        0x1D2C, 0x1D6A, 0x1D78, 0x1D78, 0x1D9B, 0x1DBF, 0x2071, 0x2071, 0x207F, 0x207F, 0x2090, 0x209C, 0x2170, 0x217F,
        0x24D0, 0x24E9, 0x2C7C, 0x2C7D, 0xA69C, 0xA69D, 0xA770, 0xA770, 0xA7F2, 0xA7F4, 0xA7F8, 0xA7F9, 0xAB5C, 0xAB5F,
        0xAB69, 0xAB69, 0x10780, 0x10780, 0x10783, 0x10785, 0x10787, 0x107B0, 0x107B2, 0x107BA, 0x1E030, 0x1E06D,
    ];

    // Han characters that stand for numbers.
    private static readonly int[] s_hanNumbers =
    [
        0x3405, 0x3483, 0x382A, 0x3B4D, 0x4E00, 0x4E03, 0x4E07, 0x4E09, 0x4E24, 0x4E5D, 0x4E8C, 0x4E94, 0x4E96, 0x4EAC,
        0x4EBF, 0x4EC0, 0x4EDF, 0x4EE8, 0x4F0D, 0x4F70, 0x4FE9, 0x5006, 0x5104, 0x5146, 0x5169, 0x516B, 0x516D, 0x5341,
        0x5343, 0x5344, 0x5345, 0x534C, 0x53C1, 0x53C2, 0x53C3, 0x53C4, 0x56DB, 0x58F1, 0x58F9, 0x5E7A, 0x5EFE, 0x5EFF,
        0x5F0C, 0x5F0D, 0x5F0E, 0x5F10, 0x62D0, 0x62FE, 0x634C, 0x67D2, 0x6D1E, 0x6F06, 0x7396, 0x767E, 0x7695, 0x79ED,
        0x8086, 0x842C, 0x8CAE, 0x8CB3, 0x8D30, 0x920E, 0x94A9, 0x9621, 0x9646, 0x964C, 0x9678, 0x96F6, 0x20001, 0x20064,
        0x200E2, 0x20121, 0x2092A, 0x20983, 0x2098C, 0x2099C, 0x20AEA, 0x20AFD, 0x20B19, 0x22390, 0x22998, 0x23B1B, 0x2626D,
    ];

    /// <summary>Whether a character is whitespace.</summary>
    public static bool IsSpace(int c) => c < 128
        ? c is ' ' or (>= '\t' and <= '\r') or (>= 0x1C and <= 0x1F)
        : c is 0x85 or 0xA0 or 0x1680 or (>= 0x2000 and <= 0x200A) or 0x2028 or 0x2029 or 0x202F or 0x205F or 0x3000;

    /// <summary>Whether a line ends here.</summary>
    public static bool IsLineBreak(int c) =>
        c is (>= '\n' and <= '\r') or (>= 0x1C and <= 0x1E) or 0x85 or 0x2028 or 0x2029;

    /// <summary>Whether a character is a letter.</summary>
    public static bool IsAlpha(int c) => c < 128
        ? (uint)((c | 32) - 'a') < 26
        : CategoryOf(c) <= UnicodeCategory.OtherLetter;

    /// <summary>Whether a character is in lower case.</summary>
    public static bool IsLower(int c) => c < 128
        ? c is >= 'a' and <= 'z'
        : CategoryOf(c) == UnicodeCategory.LowercaseLetter || IsInRanges(s_otherLower, c);

    /// <summary>Whether a character is in upper case.</summary>
    public static bool IsUpper(int c) => c < 128
        ? c is >= 'A' and <= 'Z'
        : CategoryOf(c) == UnicodeCategory.UppercaseLetter || c is (>= 0x2160 and <= 0x216F) or (>= 0x24B6 and <= 0x24CF)
            or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189);

    /// <summary>Whether a character is in title case: a ligature whose first part alone is a capital.</summary>
    public static bool IsTitle(int c) => c > 127 && CategoryOf(c) == UnicodeCategory.TitlecaseLetter;

    /// <summary>Whether a character has case.</summary>
    public static bool IsCased(int c) => IsLower(c) || IsUpper(c) || IsTitle(c);

    /// <summary>Whether a character does not end a word as far as case goes.</summary>
    public static bool IsCaseIgnorable(int c) => c is '\'' or '.' or ':' or '^' or '`'
        || (c >= 128 && (CategoryOf(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol
            || c is 0xB7 or 0x387 or 0x55F or 0x5F4 or 0x2018 or 0x2019 or 0x2024 or 0x2027 or 0xFE13 or 0xFE52 or 0xFE55
                or 0xFF07 or 0xFF0E or 0xFF1A));

    /// <summary>Whether a character is a decimal digit, of which numbers are written.</summary>
    public static bool IsDecimal(int c) => c < 128 ? c is >= '0' and <= '9' : CategoryOf(c) == UnicodeCategory.DecimalDigitNumber;

    /// <summary>The value of a decimal digit of any script; -1 for what is none.</summary>
    public static int DecimalValue(int c)
    {
        if (c < 128)
            return c is >= '0' and <= '9' ? c - '0' : -1;
        return IsDecimal(c) ? CharUnicodeInfo.GetDecimalDigitValue(char.ConvertFromUtf32(c), 0) : -1;
    }

    /// <summary>Whether a character is a digit, be it superscript or encircled.</summary>
    public static bool IsDigit(int c) => c < 128
        ? c is >= '0' and <= '9'
        : IsScalar(c) && CharUnicodeInfo.GetDigitValue(char.ConvertFromUtf32(c), 0) >= 0;

    /// <summary>Whether a character stands for a number.</summary>
    public static bool IsNumeric(int c) => c < 128
        ? c is >= '0' and <= '9'
        : IsScalar(c) && (CharUnicodeInfo.GetNumericValue(char.ConvertFromUtf32(c), 0) != -1 || Array.BinarySearch(s_hanNumbers, c) >= 0);

    private static UnicodeCategory CategoryOf(int c) => CharUnicodeInfo.GetUnicodeCategory(c);

    private static bool IsScalar(int c) => c is not (>= 0xD800 and <= 0xDFFF);

    private static bool IsInRanges(int[] ranges, int c)
    {
        var at = Array.BinarySearch(ranges, c);
        // Between the two bounds of a range the place to insert at is odd.
        return at >= 0 || (~at & 1) != 0;
    }
}
