using System.Text;

namespace Keelback.Vm;

/// <summary>Case mapping of characters by Unicode: the full mappings, one character to one or more.</summary>
internal static class UnicodeCase
{
    private const int CapitalSigma = 0x3A3;
    private const int FinalSigma = 0x3C2;

    private static readonly Dictionary<int, string> s_upperByCharacter = ByCharacter(UnicodeCaseTables.Upper);
    private static readonly Dictionary<int, string> s_titleByCharacter = ByCharacter(UnicodeCaseTables.Title);
    private static readonly Dictionary<int, string> s_foldByCharacter = ByCharacter(UnicodeCaseTables.Fold);

    /// <summary>Appends a character in upper case.</summary>
    public static void AppendUpper(PyStrBuilder target, int codePoint)
    {
        if (codePoint < 128)
            target.Append(codePoint is >= 'a' and <= 'z' ? codePoint - 32 : codePoint);
        else if (s_upperByCharacter.TryGetValue(codePoint, out var mapped))
            target.Append(mapped);
        else
            target.Append(SimpleUpper(codePoint));
    }

    /// <summary>Appends a character in title case.</summary>
    public static void AppendTitle(PyStrBuilder target, int codePoint)
    {
        if (s_titleByCharacter.TryGetValue(codePoint, out var mapped))
            target.Append(mapped);
        else if (codePoint is >= 0x10D0 and <= 0x10FF)
            target.Append(codePoint);
        else
            AppendUpper(target, codePoint);
    }

    /// <summary>Appends the character at an index in lower case: a capital sigma at the end of a word has a form of its own.</summary>
    public static void AppendLower(PyStrBuilder target, PyStr text, int index)
    {
        var codePoint = text[index];
        if (codePoint == CapitalSigma)
            target.Append(IsFinal(text, index) ? FinalSigma : 0x3C3);
        else if (codePoint == 0x130)
            target.Append("i\u0307");
        else
            target.Append(SimpleLower(codePoint));
    }

    /// <summary>Appends a character with its case folded.</summary>
    public static void AppendFolded(PyStrBuilder target, int codePoint)
    {
        switch (codePoint)
        {
            case < 128:
                target.Append(SimpleLower(codePoint));
                break;
            // Cherokee folds to upper case, because its lower case is the younger.
            case >= 0x13A0 and <= 0x13F5:
                target.Append(codePoint);
                break;
            case >= 0x13F8 and <= 0x13FD:
                target.Append(codePoint - 8);
                break;
            case >= 0xAB70 and <= 0xABBF:
                target.Append(codePoint - 0xAB70 + 0x13A0);
                break;
            case 0x130:
                target.Append("i\u0307");
                break;
            default:
                if (s_foldByCharacter.TryGetValue(codePoint, out var mapped))
                    target.Append(mapped);
                else
                    target.Append(SimpleLower(codePoint));
                break;
        }
    }

    /// <summary>The lower case of a character where that is one character.</summary>
    public static int SimpleLower(int codePoint) => codePoint switch
    {
        >= 'A' and <= 'Z' => codePoint + 32,
        < 128 => codePoint,
        _ => Rune.TryCreate(codePoint, out var rune) ? Rune.ToLowerInvariant(rune).Value : codePoint,
    };

    /// <summary>The upper case of a character where that is one character.</summary>
    public static int SimpleUpper(int codePoint) => codePoint switch
    {
        >= 'a' and <= 'z' => codePoint - 32,
        < 128 => codePoint,
        // The two that .NET leaves alone, because their upper case is ASCII.
        0x131 => 'I',
        0x17F => 'S',
        _ => Rune.TryCreate(codePoint, out var rune) ? Rune.ToUpperInvariant(rune).Value : codePoint,
    };

    // Behind a character with case and before none, characters that case ignores being passed over.
    private static bool IsFinal(PyStr text, int index)
    {
        var before = index - 1;
        while (before >= 0 && UnicodeClass.IsCaseIgnorable(text[before]))
            before--;
        if (before < 0 || !UnicodeClass.IsCased(text[before]))
            return false;
        var after = index + 1;
        while (after < text.Length && UnicodeClass.IsCaseIgnorable(text[after]))
            after++;
        return after == text.Length || !UnicodeClass.IsCased(text[after]);
    }

    private static Dictionary<int, string> ByCharacter(string[] entries)
    {
        var map = new Dictionary<int, string>(entries.Length);
        foreach (var entry in entries)
            map.Add(entry[0], entry[1..]);
        return map;
    }
}
