using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>The values of literals, as the lexer's decoders give them, and what is wrong or odd with them.</summary>
internal sealed partial class Parser
{
    private const string UnicodeError = "(unicode error)";
    private const string ValueError = "(value error)";

    private ConstantExpr? Number()
    {
        if (!At(TokenKind.Number))
            return null;
        var index = _mark;
        Skip();
        ref readonly var token = ref _tokens[index];
        var text = token.GetText(_source);
        if (_options.FeatureVersion < 6 && text.Contains('_') && !HasVersion(6, "Underscores in numeric literals are"))
            return null;
        return Decoded(NumberLiteral.Decode(text), index) is { } value ? new ConstantExpr(value, null, token.Span) : null;
    }

    private Constant? DecodeString(int index) =>
        Decoded(Lexer.StringLiteral.Decode(_source, _tokens[index], _options.CharacterNames), index);

    private Constant? DecodeText(int index, bool isRaw) =>
        Decoded(Lexer.StringLiteral.DecodeMiddle(_source, _tokens[index], isRaw, _options.CharacterNames), index);

    private Constant? Decoded(in LiteralResult result, int index)
    {
        if (result.InvalidEscape is { } escape)
            WarnInvalidEscape(escape);
        if (result.Value is null)
            Raise(SyntaxErrors.BadLiteral, LiteralErrorSpan(result.Error, index), result.Error ?? "");
        return result.Value;
    }

    /// <summary>What a codec says is about the token; the rest is reported at the last token that was read.</summary>
    private SourceSpan LiteralErrorSpan(string? error, int index) =>
        error is not null
        && (error.StartsWith(UnicodeError, StringComparison.Ordinal) || error.StartsWith(ValueError, StringComparison.Ordinal))
            ? _tokens[index].Span
            : SpanOfToken(_fill - 1);

    private void WarnInvalidEscape(in InvalidEscape escape)
    {
        if (_isSecondPass)
            return;
        var (line, column) = _source.GetPosition(escape.Offset);
        var span = new SourceSpan(line, column, line, column + 2);
        var warning = new Diagnostic("KBS0900", DiagnosticSeverity.Warning, "SyntaxWarning", escape.Message, span);
        if (!_warnings.Contains(warning))
            _warnings.Add(warning);
    }
}
