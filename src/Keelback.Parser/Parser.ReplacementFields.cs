using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>The replacement fields of f- and t-strings.</summary>
internal sealed partial class Parser
{
    private Expr? ReplacementField(bool isTemplate, bool isRaw, bool isInSpec = false)
    {
        var start = _mark;
        if (!Enter())
            return null;
        Skip();
        var field = FieldParts(start, isTemplate, isRaw, isInSpec);
        Leave();
        if (field is not null)
            return field;
        _mark = start;
        if (_findsMistakes)
            FindReplacementFieldMistakes(isTemplate ? 't' : 'f');
        _mark = start;
        return null;
    }

    private Expr? FieldParts(int start, bool isTemplate, bool isRaw, bool isInSpec)
    {
        if (AnnotatedRightSide() is not { } value)
            return null;
        var isDebug = Take(TokenKind.Equal);
        var end = _mark;
        var conversionName = -1;
        var conversion = At(TokenKind.Exclamation) ? Conversion(isTemplate, out conversionName) : -1;
        if (conversionName < 0)
            end = _mark;
        var format = At(TokenKind.Colon) ? FormatSpec(isTemplate, isRaw) : null;
        if (!Take(TokenKind.RightBrace) || _failed)
            return null;
        if (isDebug && conversionName < 0 && format is null)
            conversion = 'r';
        var span = SpanBetween(start, _mark - 1);
        var text = isDebug || (isTemplate && !isInSpec) ? Lexer.StringLiteral.DebugText(_source, _tokens[start].End, _tokens[end].Start) : "";
        Expr field = isTemplate && !isInSpec
            ? new InterpolationExpr(value, new Constant.Str(isDebug ? WithoutEqual(text) : text), conversion, format, span)
            : new FormattedValueExpr(value, conversion, format, span);
        if (!isDebug)
            return field;

        // The place of the text is computed from what follows it, as CPython does, so that it is the same to the letter.
        var (endLine, endColumn) = conversionName >= 0 ? (_tokens[conversionName].Line, _tokens[conversionName].Column)
            : format is not null ? (format.Span.Line, format.Span.Column + 1)
            : (span.EndLine, span.EndColumn);
        var literal = new ConstantExpr(
            new Constant.Str(text), null, new SourceSpan(span.Line, span.Column + 1, endLine, endColumn - 1));
        return new JoinedStrExpr([literal, field], new SourceSpan(span.Line, span.Column, endLine, endColumn));
    }

    /// <summary>The letter behind the exclamation mark; -1, with nothing taken, where there is no name.</summary>
    private int Conversion(bool isTemplate, out int name)
    {
        name = -1;
        var mark = _mark;
        Skip();
        if (!At(TokenKind.Name))
        {
            _mark = mark;
            return -1;
        }

        name = _mark;
        Skip();
        ref readonly var sign = ref _tokens[mark];
        ref readonly var letter = ref _tokens[name];
        var prefix = isTemplate ? "t" : "f";
        if (sign.Line != letter.Line || sign.EndColumn != letter.Column)
        {
            Raise(SyntaxErrors.ConversionNotAdjacent, SpanBetween(mark, name), prefix);
            return -1;
        }

        var text = NameText(name);
        if (text is "s" or "r" or "a")
            return text[0];
        Raise(SyntaxErrors.InvalidConversion, letter.Span, prefix, text);
        return -1;
    }

    private JoinedStrExpr? FormatSpec(bool isTemplate, bool isRaw)
    {
        var start = _mark;
        Skip();
        var parts = new List<Expr>();
        while (FormatSpecPart(isTemplate, isRaw) is { } part)
        {
            if (!IsEmptyText(part))
                parts.Add(part);
        }

        var span = SpanFrom(start);
        return parts is [] or [ConstantExpr] ? new JoinedStrExpr([.. parts], span) : new JoinedStrExpr(Fold(Flatten(parts), true), span);
    }

    private Expr? FormatSpecPart(bool isTemplate, bool isRaw)
    {
        if (At(isTemplate ? TokenKind.TStringMiddle : TokenKind.FStringMiddle))
            return TextPart(isRaw, isInSpec: true);
        return At(TokenKind.LeftBrace) ? ReplacementField(isTemplate, isRaw, isInSpec: true) : null;
    }

    private static string WithoutEqual(string text) => text[..text.LastIndexOf('=')];
}
