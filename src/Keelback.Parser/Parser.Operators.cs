using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;

namespace Keelback.Parser;

/// <summary>
/// Operators, by climbing the precedences of the generated table: an operator that an overlay adds is parsed here with
/// no edit.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>
    /// The place of the last operator whose right operand did not match: the looser levels need not try it again. The
    /// second pass, which remembers everything, tries it, because the mistakes it looks for may be in there.
    /// </summary>
    private int _deadOperator = -1;

    /// <summary>Operators of a precedence and tighter.</summary>
    private Expr? Operation(int minimum)
    {
        if (Recall(Rule.Operation + minimum, out Expr? known))
            return known;
        var start = _mark;
        if (_findsMistakes)
            FindOperatorMistakes(minimum);
        var left = minimum <= OperatorPrecedence.Not && At(TokenKind.KeywordNot) ? Negation() : Factor();
        while (left is not null && (_mark != _deadOperator || _isSecondPass) && !_failed)
        {
            var kind = Kind;
            var mark = _mark;
            Expr? next;
            if (OperatorPrecedence.OfBinary(kind) is > 0 and var precedence)
                next = precedence >= minimum ? Binary(left, kind, precedence, start) : left;
            else if (kind is TokenKind.KeywordOr)
                next = OperatorPrecedence.Or >= minimum ? Boolean(left, BoolOperator.Or, kind, OperatorPrecedence.Or, start) : left;
            else if (kind is TokenKind.KeywordAnd)
                next = OperatorPrecedence.And >= minimum ? Boolean(left, BoolOperator.And, kind, OperatorPrecedence.And, start) : left;
            else
                next = OperatorPrecedence.Eq >= minimum ? Comparison(left, start) : left;
            if (next is null)
            {
                _mark = mark;
                _deadOperator = mark;
                break;
            }

            if (ReferenceEquals(next, left))
                break;
            left = next;
        }

        if (left is null)
            _mark = start;
        return Remember(Rule.Operation + minimum, start, left);
    }

    private Expr? Binary(Expr left, TokenKind kind, int precedence, int start)
    {
        Skip();
        var isRight = OperatorPrecedence.IsRightAssociative(kind);
        var right = isRight && precedence == OperatorPrecedence.Pow ? null : Operation(isRight ? precedence : precedence + 1);
        if (right is null || (kind == TokenKind.At && !HasVersion(5, "The '@' operator is")))
            return null;
        return new BinOpExpr(left, OperatorTable.Binary(kind)!.Value, right, SpanFrom(start));
    }

    private Expr? Boolean(Expr left, BoolOperator op, TokenKind kind, int precedence, int start)
    {
        var values = ImmutableArray.CreateBuilder<Expr>();
        values.Add(left);
        while (At(kind))
        {
            var mark = _mark;
            Skip();
            if (Operation(precedence + 1) is { } value)
            {
                values.Add(value);
                continue;
            }

            _mark = mark;
            if (values.Count == 1)
                return null;
            _deadOperator = mark;
            break;
        }

        return new BoolOpExpr(op, values.ToImmutable(), SpanFrom(start));
    }

    private Expr? Negation()
    {
        var start = _mark;
        if (!Enter())
            return null;
        Skip();
        var operand = Operation(OperatorPrecedence.Not);
        Leave();
        if (operand is not null)
            return new UnaryOpExpr(UnaryOperator.Not, operand, SpanFrom(start));
        _mark = start;
        return null;
    }

    /// <summary>A chain of comparisons; the left operand itself where there is none, null where one has no operand.</summary>
    private Expr? Comparison(Expr left, int start)
    {
        if (CompareOperatorAt(out _) is null)
            return left;
        var operators = ImmutableArray.CreateBuilder<CompareOperator>();
        var operands = ImmutableArray.CreateBuilder<Expr>();
        while (CompareOperatorAt(out var length) is { } op)
        {
            var mark = _mark;
            _mark += length;
            if (IsBadInequality(mark) || BitwiseOr() is not { } operand)
            {
                _mark = mark;
                if (operators.Count == 0)
                    return null;
                _deadOperator = mark;
                break;
            }

            operators.Add(op);
            operands.Add(operand);
        }

        return new CompareExpr(left, operators.ToImmutable(), operands.ToImmutable(), SpanFrom(start));
    }

    private CompareOperator? CompareOperatorAt(out int length)
    {
        length = 1;
        var kind = Kind;
        switch (kind)
        {
            case TokenKind.KeywordNot:
                length = 2;
                return NextIs(TokenKind.KeywordIn) ? CompareOperator.NotIn : null;
            case TokenKind.KeywordIs:
                if (!NextIs(TokenKind.KeywordNot))
                    return CompareOperator.Is;
                length = 2;
                return CompareOperator.IsNot;
            default:
                return OperatorTable.Compare(kind);
        }
    }

    /// <summary>PEP 401: != or &lt;&gt;, whichever the flag does not ask for.</summary>
    private bool IsBadInequality(int mark)
    {
        if (_kinds[mark] != TokenKind.NotEqual)
            return false;
        var isNew = _tokens[mark].GetText(_source).SequenceEqual("!=");
        if (_isBarryTheFlufl && isNew)
            RaiseHere(SyntaxErrors.BarryAsFlufl);
        else if (!_isBarryTheFlufl && !isNew)
            Raise(SyntaxErrors.OldInequality, _tokens[mark].Span);
        return _isBarryTheFlufl == isNew;
    }

    private Expr? Factor()
    {
        if (OperatorTable.Unary(Kind) is not { } op || op == UnaryOperator.Not)
            return Power();
        if (Recall(Rule.Factor, out Expr? known))
            return known;
        var start = _mark;
        if (!Enter())
            return null;
        Skip();
        var operand = Factor();
        Leave();
        if (operand is not null)
            return Remember(Rule.Factor, start, (Expr)new UnaryOpExpr(op, operand, SpanFrom(start)));
        _mark = start;
        return Remember<Expr>(Rule.Factor, start, null);
    }

    private Expr? Power()
    {
        var start = _mark;
        var left = AwaitPrimary();
        if (left is null || !At(TokenKind.DoubleStar))
            return left;
        var mark = _mark;
        if (!Enter())
            return null;
        Skip();
        var right = Factor();
        Leave();
        if (right is not null)
            return new BinOpExpr(left, Operator.Pow, right, SpanFrom(start));
        _mark = mark;
        return left;
    }

    private Expr? AwaitPrimary()
    {
        if (!At(TokenKind.KeywordAwait))
            return Primary();
        var start = _mark;
        Skip();
        if (Primary() is { } value && HasVersion(5, "Await expressions are"))
            return new AwaitExpr(value, SpanFrom(start));
        _mark = start;
        return null;
    }
}
