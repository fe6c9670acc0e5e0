using System.Globalization;
using System.Text;

namespace Keelback.Vm;

/// <summary>What counts as a name, and how a class makes names private.</summary>
internal static class Identifiers
{
    /// <summary>Whether a text is an identifier by the language reference (keywords included).</summary>
    /// <seealso href="https://docs.python.org/3/reference/lexical_analysis.html#identifiers"/>
    public static bool IsIdentifier(string text)
    {
        if (text.Length == 0)
            return false;
        var isFirst = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!(isFirst ? IsStart(rune) : IsContinue(rune)))
                return false;
            isFirst = false;
        }

        return true;
    }

    /// <summary>A private name (two underscores in front, no two behind) as it is known outside of its class.</summary>
    public static string Mangle(string className, string name)
    {
        if (!name.StartsWith("__", StringComparison.Ordinal) || name.EndsWith("__", StringComparison.Ordinal) || name.Contains('.'))
            return name;
        var owner = className.TrimStart('_');
        return owner.Length == 0 ? name : $"_{owner}{name}";
    }

    private static bool IsStart(Rune rune) => rune.Value == '_' || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
        || rune.Value is 0x1885 or 0x1886 or 0x2118 or 0x212E or 0x309B or 0x309C;

    private static bool IsContinue(Rune rune) => IsStart(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.ConnectorPunctuation || rune.Value is 0xB7 or 0x387 or (>= 0x1369 and <= 0x1371) or 0x19DA;
}
