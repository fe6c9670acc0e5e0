using Keelback.Ast;
using Keelback.Lexer;

namespace Keelback.Parser;

/// <summary>Known mistakes in match statements.</summary>
internal sealed partial class Parser
{
    private void FindMatchMistakes()
    {
        var start = _mark;
        Skip();
        if (Subject() is not null)
            FindMissingColonOrBlock(start, "match");
        _mark = start;
    }

    private void FindCaseMistakes()
    {
        var start = _mark;
        if (!TakeSoft("case") || Patterns() is null)
            return;
        Guard();
        FindMissingColonOrBlock(start, "case");
    }

    /// <summary>At the word as, behind a pattern.</summary>
    private void FindAsPatternMistakes()
    {
        Skip();
        if (AtSoft("_"))
        {
            Raise(SyntaxErrors.WildcardTarget, _tokens[_mark].Span);
            return;
        }

        if (Expression() is { } target)
            Raise(SyntaxErrors.PatternTarget, target.Span, ExpressionName(target));
    }

    /// <summary>A class pattern with a positional pattern behind a keyword.</summary>
    private void FindClosedPatternMistakes()
    {
        if (!At(TokenKind.Name) || NameOrAttribute() is null || !Take(TokenKind.LeftPar))
            return;
        if (Gather(PositionalPattern) > 0 && !Take(TokenKind.Comma))
            return;
        if (Gather(KeywordPattern) == 0 || !Take(TokenKind.Comma))
            return;
        var first = _mark;
        Pattern? firstPattern = null;
        Pattern? last = null;
        Gather(() =>
        {
            if (Pattern() is not { } pattern)
                return false;
            firstPattern ??= pattern;
            last = pattern;
            return true;
        });
        if (firstPattern is not null && first < _mark)
            Raise(SyntaxErrors.PositionalPatternAfterKeyword, firstPattern.Span.To(last!.Span));

        bool PositionalPattern() => !(At(TokenKind.Name) && NextIs(TokenKind.Equal)) && Pattern() is not null;

        bool KeywordPattern()
        {
            if (!At(TokenKind.Name) || !NextIs(TokenKind.Equal))
                return false;
            _mark += 2;
            return Pattern() is not null;
        }
    }
}
