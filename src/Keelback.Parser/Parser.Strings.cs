using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>
/// String literals side by side and f- and t-strings around them. What is literal text is merged as CPython merges it,
/// because the tree shows it.
/// </summary>
internal sealed partial class Parser
{
    private Expr? Strings()
    {
        if (Recall(Rule.Strings, out Expr? known))
            return known;
        var start = _mark;
        if (_findsMistakes)
        {
            FindStringMixMistakes();
            _mark = start;
        }

        var pieces = new List<Expr>();
        var isTemplate = At(TokenKind.TStringStart);
        while (!_failed && (isTemplate ? TString() : StringPiece()) is { } piece)
            pieces.Add(piece);
        if (pieces.Count == 0 || _failed)
        {
            _mark = start;
            return Remember<Expr>(Rule.Strings, start, null);
        }

        var strings = isTemplate
            ? new TemplateStrExpr(Fold(Flatten(pieces), dropsEmpty: true), SpanFrom(start))
            : Concatenate(pieces, SpanFrom(start));
        return Remember(Rule.Strings, start, strings);
    }

    private Expr? StringPiece() => Kind switch
    {
        TokenKind.String => StringLiteral(),
        TokenKind.FStringStart => FString(),
        _ => null,
    };

    private Expr? StringLiteral()
    {
        var index = _mark;
        Skip();
        if (DecodeString(index) is not { } value)
            return null;
        ref readonly var token = ref _tokens[index];
        return new ConstantExpr(value, _source.Text[token.Start] == 'u' ? "u" : null, token.Span);
    }

    private Expr? FString() =>
        StringParts(TokenKind.FStringMiddle, TokenKind.FStringEnd) is var (parts, span) ? new JoinedStrExpr(parts, span) : null;

    private Expr? TString()
    {
        if (!At(TokenKind.TStringStart))
            return null;
        return StringParts(TokenKind.TStringMiddle, TokenKind.TStringEnd) is var (parts, span)
            && HasVersion(14, "t-strings are")
            ? new TemplateStrExpr(parts, span)
            : null;
    }

    /// <summary>Text and replacement fields from the opening quotes to the closing ones.</summary>
    private (ImmutableArray<Expr> Parts, SourceSpan Span)? StringParts(TokenKind middle, TokenKind end)
    {
        var start = _mark;
        if (!Enter())
            return null;
        var isRaw = _tokens[start].GetText(_source).IndexOfAny('r', 'R') >= 0;
        Skip();
        var parts = ImmutableArray.CreateBuilder<Expr>();
        while (true)
        {
            if (At(middle))
            {
                var text = TextPart(isRaw);
                if (text is null)
                    break;
                if (!IsEmptyText(text))
                    parts.Add(text);
            }
            else if (At(TokenKind.LeftBrace) && ReplacementField(middle == TokenKind.TStringMiddle, isRaw) is { } field)
            {
                if (field is JoinedStrExpr joined)
                    parts.AddRange(joined.Values);
                else
                    parts.Add(field);
            }
            else
            {
                break;
            }
        }

        Leave();
        if (!Take(end))
        {
            _mark = start;
            return null;
        }

        return (parts.DrainToImmutable(), SpanBetween(start, _mark - 1));
    }

    private ConstantExpr? TextPart(bool isRaw, bool isInSpec = false)
    {
        var index = _mark;
        Skip();
        if (DecodeText(index, isRaw) is not { } value)
            return null;
        ref readonly var token = ref _tokens[index];
        var span = token.Span;
        if (!isInSpec && EndsInDoubledBrace(token))
            span = span with { EndColumn = span.EndColumn + 1 };
        return new ConstantExpr(value, null, span);
    }

    /// <summary>The second brace belongs to no token, but the node covers it.</summary>
    private bool EndsInDoubledBrace(in Token token)
    {
        var text = _source.Text;
        return token.End > token.Start && token.End < text.Length
            && text[token.End - 1] is '{' or '}' && text[token.End] == text[token.End - 1];
    }

    private static bool IsEmptyText(Expr part) => part is ConstantExpr { Value: Constant.Str { Value.Length: 0 } };

    private static Constant.Str TextOf(Expr part) => (Constant.Str)((ConstantExpr)part).Value;

    /// <summary>One node for literals side by side.</summary>
    private Expr? Concatenate(List<Expr> pieces, SourceSpan span)
    {
        var hasBytes = pieces.Any(piece => piece is ConstantExpr { Value: Constant.Bytes });
        if (hasBytes && !pieces.All(piece => piece is ConstantExpr { Value: Constant.Bytes }))
        {
            RaiseHere(SyntaxErrors.MixedBytes);
            return null;
        }

        var isFormatted = pieces.Any(piece => piece is not ConstantExpr);
        if (!isFormatted && pieces.Count == 1)
            return pieces[0];
        if (hasBytes)
        {
            var kind = ((ConstantExpr)pieces[0]).Kind;
            var bytes = pieces.SelectMany(piece => ((Constant.Bytes)((ConstantExpr)piece).Value).Value);
            return new ConstantExpr(new Constant.Bytes([.. bytes]), kind, span);
        }

        var values = Fold(Flatten(pieces), isFormatted);
        return isFormatted ? new JoinedStrExpr(values, span) : values[0];
    }

    private static List<Expr> Flatten(List<Expr> pieces)
    {
        var flat = new List<Expr>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (piece is JoinedStrExpr joined)
                flat.AddRange(joined.Values);
            else if (piece is TemplateStrExpr template)
                flat.AddRange(template.Values);
            else
                flat.Add(piece);
        }

        return flat;
    }

    /// <summary>Texts side by side become one, which has the kind of the first.</summary>
    private static ImmutableArray<Expr> Fold(List<Expr> parts, bool dropsEmpty)
    {
        var folded = ImmutableArray.CreateBuilder<Expr>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (part is ConstantExpr first)
            {
                var last = i;
                while (last + 1 < parts.Count && parts[last + 1] is ConstantExpr)
                    last++;
                if (last > i)
                {
                    var text = Keelback.Lexer.StringLiteral.Concat([.. parts.GetRange(i, last - i + 1).Select(TextOf)]);
                    part = new ConstantExpr(text, first.Kind, first.Span.To(parts[last].Span));
                    i = last;
                }

                if (dropsEmpty && IsEmptyText(part))
                    continue;
            }

            folded.Add(part);
        }

        return folded.DrainToImmutable();
    }
}
