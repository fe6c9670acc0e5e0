using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>Known mistakes in displays, comprehensions and replacement fields.</summary>
internal sealed partial class Parser
{
    private void FindComprehensionMistakes()
    {
        var start = _mark;
        var isGenerator = At(TokenKind.LeftPar);
        Skip();
        if (At(TokenKind.Star) && StarredArgument() is { } starred && Clauses() is not null)
        {
            Raise(SyntaxErrors.UnpackingInComprehension, starred.Span);
            return;
        }

        _mark = start + 1;
        if (!isGenerator && StarNamedExpression() is { } first && Take(TokenKind.Comma))
        {
            var comma = _mark - 1;
            if (StarNamedExpressions() is { } others && Clauses() is not null)
            {
                Raise(SyntaxErrors.ComprehensionTarget, first.Span.To(others[^1].Span));
                return;
            }

            _mark = comma + 1;
            if (Clauses() is not null)
                Raise(SyntaxErrors.ComprehensionTarget, first.Span.To(_tokens[comma].Span));
        }

        _mark = start;
    }

    private void FindDictComprehensionMistakes()
    {
        var start = _mark;
        Skip();
        if (Take(TokenKind.DoubleStar) && BitwiseOr() is not null && Clauses() is not null && Take(TokenKind.RightBrace))
            Raise(SyntaxErrors.UnpackingInDictComprehension, _tokens[start + 1].Span);
        _mark = start;
    }

    private void FindClauseMistakes()
    {
        var start = _mark;
        Take(TokenKind.KeywordAsync);
        if (Take(TokenKind.KeywordFor) && BitwiseOr() is not null)
        {
            while (Take(TokenKind.Comma))
            {
                var mark = _mark;
                if (BitwiseOr() is null)
                {
                    _mark = mark;
                    break;
                }
            }

            if (!At(TokenKind.KeywordIn))
                RaiseHere(SyntaxErrors.ExpectedIn);
        }

        _mark = start;
    }

    private void FindForTargetMistakes()
    {
        var start = _mark;
        Take(TokenKind.KeywordAsync);
        if (Take(TokenKind.KeywordFor) && StarExpressions() is { } target)
            RaiseInvalidTarget(target, TargetKind.For);
        _mark = start;
    }

    /// <summary>
    /// The one search that the grammar has in the first pass too: it is a part of an alternative, and only alternatives
    /// that are nothing but a search wait for the second one.
    /// </summary>
    private void FindDictMistakes()
    {
        var start = _mark;
        Skip();
        FindBrokenPairs(start + 1);
        _mark = start;
    }

    private void FindBrokenPairs(int start)
    {
        var count = 0;
        var end = start;
        while (KeyAndValue() is not null)
        {
            count++;
            end = _mark;
            if (!Take(TokenKind.Comma))
                break;
        }

        if (count > 0)
        {
            _mark = end;
            if (Take(TokenKind.Comma) && FindBrokenPair())
                return;
        }

        _mark = start;
        FindBrokenValue();
    }

    private bool FindBrokenPair()
    {
        var start = _mark;
        if (Expression() is { } key && !At(TokenKind.Colon))
        {
            Raise(
                SyntaxErrors.MissingDictColon,
                new SourceSpan(key.Span.Line, key.Span.EndColumn - 1, key.Span.EndLine, -1));
            return true;
        }

        _mark = start;
        return FindBrokenValue();
    }

    /// <summary>A starred value, or none.</summary>
    private bool FindBrokenValue()
    {
        if (Expression() is null || !Take(TokenKind.Colon))
            return false;
        var mark = _mark;
        if (Take(TokenKind.Star) && BitwiseOr() is not null)
        {
            RaiseStartingFrom(SyntaxErrors.StarredDictValue, _tokens[mark].Span);
            return true;
        }

        _mark = mark;
        if (Kind is not (TokenKind.RightBrace or TokenKind.Comma))
            return false;
        Raise(SyntaxErrors.MissingDictValue, _tokens[mark - 1].Span);
        return true;
    }

    private void FindReplacementFieldMistakes(char prefix)
    {
        var start = _mark;
        var kind = prefix.ToString();
        Skip();
        if (Kind is TokenKind.Equal or TokenKind.Exclamation or TokenKind.Colon or TokenKind.RightBrace)
        {
            ref readonly var token = ref _tokens[_mark];
            Raise(SyntaxErrors.FieldNeedsExpression, token.Span, kind, token.GetText(_source).ToString());
            return;
        }

        if (AnnotatedRightSide() is null)
        {
            _mark = start + 1;
            RaiseAtNextToken(SyntaxErrors.FieldExpectsExpression, kind);
            return;
        }

        if (Kind is not (TokenKind.Equal or TokenKind.Exclamation or TokenKind.Colon or TokenKind.RightBrace))
        {
            RaiseAtNextToken(SyntaxErrors.FieldExpects, kind, "'=', or '!', or ':', or '}'");
            return;
        }

        if (Take(TokenKind.Equal) && Kind is not (TokenKind.Exclamation or TokenKind.Colon or TokenKind.RightBrace))
        {
            RaiseAtNextToken(SyntaxErrors.FieldExpects, kind, "'!', or ':', or '}'");
            return;
        }

        FindConversionMistakes(kind);
    }

    private void FindConversionMistakes(string kind)
    {
        if (Take(TokenKind.Exclamation))
        {
            if (Kind is TokenKind.Colon or TokenKind.RightBrace)
                RaiseAtNextToken(SyntaxErrors.MissingConversion, kind);
            else if (!At(TokenKind.Name))
                RaiseAtNextToken(SyntaxErrors.InvalidConversionToken, kind);
            if (!Take(TokenKind.Name))
                return;
        }

        if (Kind is not (TokenKind.Colon or TokenKind.RightBrace))
        {
            RaiseAtNextToken(SyntaxErrors.FieldExpects, kind, "':' or '}'");
            return;
        }

        if (!Take(TokenKind.Colon))
            return;
        var isTemplate = kind == "t";
        while (FormatSpecPart(isTemplate, isRaw: true) is not null)
        {
        }

        if (!At(TokenKind.RightBrace))
            RaiseAtNextToken(SyntaxErrors.FieldExpects, kind, "'}', or format specs");
    }
}
