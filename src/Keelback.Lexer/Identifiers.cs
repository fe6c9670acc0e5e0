using System.Globalization;
using System.Text;

namespace Keelback.Lexer;

/// <summary>
/// Which characters make identifiers: Unicode's XID_Start and XID_Continue, from the general categories and the lists
/// of exceptions that the Unicode standard publishes (Other_ID_Start and Other_ID_Continue, and what normalisation to
/// NFKC would turn into no identifier).
/// </summary>
public static class Identifiers
{
    /// <summary>Whether an identifier can begin with the character.</summary>
    public static bool IsStart(Rune rune)
    {
        if (rune.IsAscii)
            return char.IsAsciiLetter((char)rune.Value) || rune.Value == '_';
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber =>
                !IsNeverStart(rune.Value),
            _ => IsOtherStart(rune.Value),
        };
    }

    /// <summary>Whether the character can follow in an identifier.</summary>
    public static bool IsContinue(Rune rune)
    {
        if (rune.IsAscii)
            return char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value == '_';
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation =>
                !IsNeverContinue(rune.Value),
            _ => IsOtherStart(rune.Value) || IsOtherContinue(rune.Value),
        };
    }

    /// <summary>Whether a code point shows as something, as str.isprintable says.</summary>
    public static bool IsPrintable(int codePoint) => codePoint == ' ' || CharUnicodeInfo.GetUnicodeCategory(codePoint) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator);

    private static bool IsOtherStart(int c) => c is 0x1885 or 0x1886 or 0x2118 or 0x212E;

    private static bool IsOtherContinue(int c) =>
        c is 0xB7 or 0x387 or (>= 0x1369 and <= 0x1371) or 0x19DA or 0x200C or 0x200D or 0x30FB or 0xFF65;

    private static bool IsNeverStart(int c) => c is 0xE33 or 0xEB3 or 0xFF9E or 0xFF9F || IsNeverContinue(c);

    private static bool IsNeverContinue(int c) => c is 0x37A or 0x2E2F or (>= 0xFC5E and <= 0xFC63)
        or 0xFDFA or 0xFDFB or 0xFE70 or 0xFE72 or 0xFE74 or 0xFE76 or 0xFE78 or 0xFE7A or 0xFE7C or 0xFE7E;
}
