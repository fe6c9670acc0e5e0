using System.Collections.Immutable;
using System.Text;
using Keelback.Text;

namespace Keelback.Lexer;

/// <summary>
/// Builds a str from characters and code points, and notices when a high surrogate meets a low one that does not belong
/// to it: then UTF-16 alone cannot say what was meant.
/// </summary>
internal sealed class CodePointBuilder(int capacity)
{
    private readonly StringBuilder _text = new(capacity);

    // All code points, once the text is ambiguous.
    private ImmutableArray<int>.Builder? _codePoints;
    private bool _endsWithLoneHigh;

    /// <summary>Appends source text, whose surrogates come in pairs.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return;
        _text.Append(text);
        _endsWithLoneHigh = false;
        if (_codePoints is null)
            return;
        foreach (var rune in text.EnumerateRunes())
            _codePoints.Add(rune.Value);
    }

    /// <summary>Appends one code point, which may be half of a pair.</summary>
    public void Append(int codePoint)
    {
        if (codePoint is >= 0xDC00 and <= 0xDFFF && _endsWithLoneHigh && _codePoints is null)
            ListCodePoints();
        _codePoints?.Add(codePoint);
        if (codePoint < 0x10000)
            _text.Append((char)codePoint);
        else
            _text.Append(char.ConvertFromUtf32(codePoint));
        _endsWithLoneHigh = codePoint is >= 0xD800 and <= 0xDBFF;
    }

    /// <summary>Appends another str.</summary>
    public void Append(Constant.Str part)
    {
        if (!part.CodePoints.IsEmpty)
        {
            foreach (var codePoint in part.CodePoints)
                Append(codePoint);
            return;
        }

        for (var i = 0; i < part.Value.Length; i++)
        {
            var codePoint = (int)part.Value[i];
            if (char.IsSurrogatePair(part.Value, i))
                codePoint = char.ConvertToUtf32(part.Value, i++);
            Append(codePoint);
        }
    }

    public Constant.Str ToConstant() => _codePoints is null
        ? new Constant.Str(_text.ToString())
        : new Constant.Str(_text.ToString()) { CodePoints = _codePoints.ToImmutable() };

    // What was appended so far is not ambiguous: each high surrogate before a low one is the first half of a pair.
    private void ListCodePoints()
    {
        var text = _text.ToString();
        _codePoints = ImmutableArray.CreateBuilder<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                _codePoints.Add(char.ConvertToUtf32(text[i], text[++i]));
            else
                _codePoints.Add(text[i]);
        }
    }
}
