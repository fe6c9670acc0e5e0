namespace Keelback.Lexer;

/// <summary>The ids of what the lexer and the decoders of literals report.</summary>
public static class LexerErrors
{
    /// <summary>A null byte in the source.</summary>
    public const string NullByte = "null-byte";

    /// <summary>A character that can stand in no program outside a string.</summary>
    public const string InvalidCharacter = "invalid-character";

    /// <summary>A number literal that breaks off or runs into something else.</summary>
    public const string InvalidNumber = "invalid-number";

    /// <summary>A decimal int that begins with zeros.</summary>
    public const string LeadingZeros = "leading-zeros";

    /// <summary>Prefixes of a string that cannot stand together.</summary>
    public const string IncompatiblePrefixes = "incompatible-prefixes";

    /// <summary>A string without its closing quotes.</summary>
    public const string UnterminatedString = "unterminated-string";

    /// <summary>A string in an f-string's expression that the f-string's own closing quote seems to begin.</summary>
    public const string ExpectingBrace = "fstring-expecting-brace";

    /// <summary>A closing brace in the text of an f-string.</summary>
    public const string SingleBrace = "fstring-single-brace";

    /// <summary>A line end in the format spec of an f-string of one line.</summary>
    public const string LineEndInFormatSpec = "fstring-line-end-in-format-spec";

    /// <summary>Format specs nested too deeply.</summary>
    public const string ExpressionTooDeep = "fstring-nested-too-deeply";

    /// <summary>f-strings in f-strings, too many.</summary>
    public const string TooManyFStrings = "too-many-nested-fstrings";

    /// <summary>A closing bracket without an opening one.</summary>
    public const string UnmatchedBracket = "unmatched-bracket";

    /// <summary>A closing bracket of another kind than the opening one.</summary>
    public const string MismatchedBracket = "mismatched-bracket";

    /// <summary>Too many brackets open.</summary>
    public const string TooManyBrackets = "too-many-brackets";

    /// <summary>A bracket that is open at the end.</summary>
    public const string UnclosedBracket = "unclosed-bracket";

    /// <summary>Something between a backslash and the line's end.</summary>
    public const string InvalidContinuation = "invalid-continuation";

    /// <summary>A backslash at the end of the source.</summary>
    public const string UnexpectedEnd = "unexpected-end";

    /// <summary>Indentation whose depth depends on the width of a tab.</summary>
    public const string InconsistentTabs = "inconsistent-tabs";

    /// <summary>A dedent to a depth that no outer block has.</summary>
    public const string InconsistentDedent = "inconsistent-dedent";

    /// <summary>Too many levels of indentation.</summary>
    public const string TooManyIndents = "too-many-indents";

    /// <summary>A backslash before a character that it does not escape.</summary>
    public const string InvalidEscape = "invalid-escape";

    /// <summary>An escape that is cut off, or names no character.</summary>
    public const string BadEscape = "bad-escape";

    /// <summary>A character beyond ASCII in a bytes literal.</summary>
    public const string NonAsciiBytes = "non-ascii-bytes";

    /// <summary>An int literal of more digits than may be converted.</summary>
    public const string TooManyDigits = "too-many-digits";

    /// <summary>A source that its encoding cannot decode, or an encoding that is unknown.</summary>
    public const string BadEncoding = "bad-encoding";
}
