using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>
/// Known mistakes in expressions. Each method tries its forms in order and ends at the first one that matches, even if
/// it has nothing to say about it; that is how the order of the messages comes out as in CPython.
/// </summary>
internal sealed partial class Parser
{
    private void FindExpressionMistakes()
    {
        var start = _mark;
        FindBrokenExpression(start);
        _mark = start;
    }

    private void FindBrokenExpression(int start)
    {
        if (FindStringBreak())
            return;
        _mark = start;
        var isNameAndString = At(TokenKind.Name) && NextIs(TokenKind.String);
        if (!isNameAndString && !AtSoftKeyword())
        {
            if (Disjunction() is { } left && WithoutMistakes() is { } right)
            {
                if (!IsLegacyName(left) && _depths[_mark - 1] > 0)
                    Raise(SyntaxErrors.MissingComma, left.Span.To(right.Span));
                return;
            }
        }

        _mark = start;
        if (FindBrokenConditional(start))
            return;
        _mark = start;
        if (!Take(TokenKind.KeywordLambda))
            return;
        Parameters(isLambda: true);
        if (Take(TokenKind.Colon) && Kind is TokenKind.FStringMiddle or TokenKind.TStringMiddle)
        {
            var prefix = At(TokenKind.FStringMiddle) ? "f" : "t";
            Raise(SyntaxErrors.FieldLambda, SpanBetween(start, _mark - 1), prefix);
        }
    }

    /// <summary>Expressions between two strings: perhaps quotes in a string.</summary>
    private bool FindStringBreak()
    {
        if (!Take(TokenKind.String))
            return false;
        Expr? first = null;
        Expr? last = null;
        while (!At(TokenKind.String) && WithoutMistakes() is { } next)
        {
            first ??= next;
            last = next;
        }

        if (first is null || !At(TokenKind.String))
            return false;
        Raise(SyntaxErrors.PartOfString, first.Span.To(last!.Span));
        return true;
    }

    private bool FindBrokenConditional(int start)
    {
        if (Disjunction() is { } body && Take(TokenKind.KeywordIf) && Disjunction() is { } test)
        {
            if (Kind is not (TokenKind.KeywordElse or TokenKind.Colon))
            {
                Raise(SyntaxErrors.MissingElse, body.Span.To(test.Span));
                return true;
            }

            if (Take(TokenKind.KeywordElse))
            {
                var mark = _mark;
                if (Expression() is null)
                {
                    _mark = mark;
                    RaiseAtNextToken(SyntaxErrors.StatementAfterElse);
                    return true;
                }
            }
        }

        _mark = start;
        if (Kind is TokenKind.KeywordPass or TokenKind.KeywordBreak or TokenKind.KeywordContinue)
        {
            Skip();
            if (Take(TokenKind.KeywordIf) && Disjunction() is not null && Take(TokenKind.KeywordElse) && SimpleStatement() is not null)
            {
                Raise(SyntaxErrors.StatementBeforeIf, _tokens[start].Span);
                return true;
            }
        }

        return false;
    }

    private bool AtSoftKeyword() => AtSoft("_") || AtSoft("case") || AtSoft("match") || AtSoft("type");

    private static bool IsLegacyName(Expr expression) => expression is NameExpr { Id: "print" or "exec" };

    /// <summary>An expression in which no mistakes are looked for.</summary>
    private Expr? WithoutMistakes()
    {
        var finds = _findsMistakes;
        _findsMistakes = false;
        var mark = _mark;
        var expression = At(TokenKind.KeywordLambda) ? Lambda() : Conditional();
        if (expression is null)
            _mark = mark;
        _findsMistakes = finds;
        return expression;
    }

    private void FindLegacyExpression()
    {
        var start = _mark;
        if (Name() is { } name && !At(TokenKind.LeftPar) && StarExpressions() is { } argument && IsLegacyName(name))
            Raise(SyntaxErrors.LegacyStatement, name.Span.To(argument.Span), name.Id);
        _mark = start;
    }

    private void FindNamedExpressionMistakes()
    {
        if (Recall(Rule.NamedExpressionMistakes, out Expr? _))
        {
            _mark = _memory[(_mark, (int)Rule.NamedExpressionMistakes)].End;
            return;
        }

        var start = _mark;
        FindWrongEquals(start);
        _mark = start;
        Remember<Expr>(Rule.NamedExpressionMistakes, start, null);
    }

    private void FindWrongEquals(int start)
    {
        if (Expression() is { } target && Take(TokenKind.ColonEqual) && Expression() is not null)
        {
            Raise(SyntaxErrors.WalrusTarget, target.Span, ExpressionName(target));
            return;
        }

        _mark = start;
        if (Take(TokenKind.Name) && Take(TokenKind.Equal) && BitwiseOr() is { } value && !AtEqualOrWalrus())
        {
            Raise(SyntaxErrors.MaybeEquality, _tokens[start].Span.To(value.Span));
            return;
        }

        _mark = start;
        var isDisplay = Kind switch
        {
            TokenKind.LeftBracket => Try(ListDisplay) is not null,
            TokenKind.LeftPar => Try(TupleDisplay) is not null || Try(Generator) is not null,
            TokenKind.KeywordTrue or TokenKind.KeywordNone or TokenKind.KeywordFalse => true,
            _ => false,
        };
        if (isDisplay)
            return;

        _mark = start;
        if (BitwiseOr() is { } left && Take(TokenKind.Equal) && BitwiseOr() is not null && !AtEqualOrWalrus())
            Raise(SyntaxErrors.CannotAssignHere, left.Span, ExpressionName(left));
    }

    private bool AtEqualOrWalrus() => Kind is TokenKind.Equal or TokenKind.ColonEqual;

    /// <summary>The word not as an operand of a tighter operator.</summary>
    private void FindOperatorMistakes(int minimum)
    {
        var start = _mark;
        if (minimum <= OperatorPrecedence.LShift && !At(TokenKind.KeywordNot) && Sum() is not null && IsArithmetic(Kind))
        {
            Skip();
            RaiseIfNot(Inversion);
        }

        _mark = start;
        if (minimum <= OperatorPrecedence.Mult && Kind is TokenKind.Plus or TokenKind.Minus or TokenKind.Tilde)
        {
            Skip();
            RaiseIfNot(Factor);
        }

        _mark = start;
    }

    private static bool IsArithmetic(TokenKind kind) => kind is TokenKind.Plus or TokenKind.Minus or TokenKind.Star
        or TokenKind.Slash or TokenKind.Percent or TokenKind.DoubleSlash or TokenKind.At;

    private void RaiseIfNot(Func<Expr?> operand)
    {
        var mark = _mark;
        if (Take(TokenKind.KeywordNot) && operand() is { } value)
            Raise(SyntaxErrors.NotNeedsParentheses, _tokens[mark].Span.To(value.Span));
    }

    private void FindGroupMistakes()
    {
        var start = _mark;
        Skip();
        if (At(TokenKind.Star) && StarredArgument() is { } starred && Take(TokenKind.RightPar))
        {
            Raise(SyntaxErrors.StarredGroup, starred.Span);
            return;
        }

        _mark = start + 1;
        if (Take(TokenKind.DoubleStar) && Expression() is not null && Take(TokenKind.RightPar))
            Raise(SyntaxErrors.DoubleStarredGroup, _tokens[start + 1].Span);
        _mark = start;
    }

    private void FindStringMixMistakes()
    {
        var isTemplate = At(TokenKind.TStringStart);
        Expr? last = null;
        while ((isTemplate ? TString() : StringPiece()) is { } piece)
            last = piece;
        if (last is not null && (isTemplate ? StringPiece() : TString()) is { } other)
            Raise(SyntaxErrors.MixedTemplates, last.Span.To(other.Span));
    }
}
