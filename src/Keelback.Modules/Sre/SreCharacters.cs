using Keelback.Vm;

namespace Keelback.Modules.Sre;

/// <summary>Classes and cases of characters as patterns see them. The locale is that of C, whose letters are ASCII's.</summary>
internal static class SreCharacters
{
    public static bool IsAsciiWord(int c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';

    public static bool IsUnicodeWord(int c) =>
        c < 128 ? IsAsciiWord(c) : UnicodeClass.IsAlpha(c) || UnicodeClass.IsDecimal(c) || UnicodeClass.IsDigit(c) || UnicodeClass.IsNumeric(c);

    public static bool IsAsciiSpace(int c) => c is ' ' or (>= '\t' and <= '\r');

    public static int AsciiLower(int c) => c is >= 'A' and <= 'Z' ? c + 32 : c;

    public static int AsciiUpper(int c) => c is >= 'a' and <= 'z' ? c - 32 : c;

    public static int UnicodeLower(int c) => c < 128 ? AsciiLower(c) : UnicodeCase.SimpleLower(c);

    public static int UnicodeUpper(int c) => c < 128 ? AsciiUpper(c) : UnicodeCase.SimpleUpper(c);

    /// <summary>Whether a character is of a category, by its number.</summary>
    public static bool IsOfCategory(int category, int c) => category switch
    {
        0 => c is >= '0' and <= '9',
        1 => c is not (>= '0' and <= '9'),
        2 => IsAsciiSpace(c),
        3 => !IsAsciiSpace(c),
        4 or 8 => IsAsciiWord(c),
        5 or 9 => !IsAsciiWord(c),
        6 => c == '\n',
        7 => c != '\n',
        10 => UnicodeClass.IsDecimal(c),
        11 => !UnicodeClass.IsDecimal(c),
        12 => UnicodeClass.IsSpace(c),
        13 => !UnicodeClass.IsSpace(c),
        14 => IsUnicodeWord(c),
        15 => !IsUnicodeWord(c),
        16 => UnicodeClass.IsLineBreak(c),
        17 => !UnicodeClass.IsLineBreak(c),
        _ => false,
    };

    /// <summary>The lower case by which an instruction that ignores case compares.</summary>
    public static int Lower(SreOp op, int c) => op switch
    {
        SreOp.InUnicodeIgnore or SreOp.LiteralUnicodeIgnore or SreOp.NotLiteralUnicodeIgnore or SreOp.GroupReferenceUnicodeIgnore =>
            UnicodeLower(c),
        SreOp.InIgnore or SreOp.LiteralIgnore or SreOp.NotLiteralIgnore or SreOp.GroupReferenceIgnore
            or SreOp.InLocaleIgnore or SreOp.LiteralLocaleIgnore or SreOp.NotLiteralLocaleIgnore or SreOp.GroupReferenceLocaleIgnore =>
            AsciiLower(c),
        _ => c,
    };
}
