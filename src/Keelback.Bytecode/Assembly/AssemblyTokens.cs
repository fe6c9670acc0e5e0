using System.Globalization;

namespace Keelback.Bytecode;

/// <summary>The words of one line of assembly: names and numbers, quoted text, and punctuation, without the comment.</summary>
internal sealed class AssemblyTokens
{
    private const string Punctuation = "(),=:@";

    private readonly List<string> _words = [];
    private readonly int _line;
    private int _next;

    public AssemblyTokens(string text, int line)
    {
        _line = line;
        Split(text);
    }

    public bool IsAtEnd => _next == _words.Count;

    /// <summary>The next word; quoted text begins with its quote. Empty at the end.</summary>
    public string Peek => IsAtEnd ? "" : _words[_next];

    /// <summary>The word behind the next one.</summary>
    public string PeekSecond => _next + 1 < _words.Count ? _words[_next + 1] : "";

    public string Take() => IsAtEnd ? throw Error("the line ends too early") : _words[_next++];

    public bool TryTake(string word)
    {
        if (Peek != word)
            return false;
        _next++;
        return true;
    }

    public void Expect(string word)
    {
        if (!TryTake(word))
            throw Error(IsAtEnd ? $"'{word}' is missing" : $"'{word}' should stand where '{Peek}' does");
    }

    public int TakeNumber()
    {
        var word = Take();
        var isHex = word.StartsWith("0x", StringComparison.Ordinal);
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.AllowLeadingSign;
        return int.TryParse(isHex ? word.AsSpan(2) : word, style, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Error($"'{word}' is no number");
    }

    public string TakeText()
    {
        var word = Take();
        return word[0] == '"' ? TextEscapes.Read(word[1..^1]) : throw Error($"'{word}' is no quoted text");
    }

    public void ExpectEnd()
    {
        if (!IsAtEnd)
            throw Error($"nothing should follow, but '{Peek}' does");
    }

    public BytecodeFormatException Error(string message) => new($"line {_line}: {message}");

    private void Split(string text)
    {
        for (var i = 0; i < text.Length && text[i] != ';';)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            if (text[i] == '"')
                i = EndOfQuoted(text, i);
            else if (Punctuation.Contains(text[i]))
                i++;
            else
                i = EndOfWord(text, i);
            _words.Add(text[start..i]);
        }
    }

    private int EndOfQuoted(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '"')
                return i + 1;
        }

        throw Error("a quote is not closed");
    }

    private static int EndOfWord(string text, int i)
    {
        while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not (';' or '"') && !Punctuation.Contains(text[i]))
            i++;
        return i;
    }
}
