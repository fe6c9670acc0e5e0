using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>The patterns that need no parentheses: literals, captures, values, classes.</summary>
internal sealed partial class Parser
{
    private Pattern? ClosedPattern()
    {
        if (Recall(Rule.ClosedPattern, out Pattern? known))
            return known;
        var start = _mark;
        Pattern? pattern;
        switch (Kind)
        {
            case TokenKind.Name:
                pattern = NamePattern();
                break;
            case TokenKind.LeftPar or TokenKind.LeftBracket:
                pattern = SequenceOrGroup();
                break;
            case TokenKind.LeftBrace:
                pattern = MappingPattern();
                break;
            case TokenKind.KeywordNone or TokenKind.KeywordTrue or TokenKind.KeywordFalse:
                var singleton = (ConstantExpr)Atom()!;
                pattern = new MatchSingleton(singleton.Value, singleton.Span);
                break;
            default:
                pattern = LiteralExpression() is { } value ? new MatchValue(value, SpanFrom(start)) : null;
                break;
        }

        if (pattern is null)
        {
            _mark = start;
            if (_findsMistakes)
                FindClosedPatternMistakes();
            _mark = start;
        }

        return Remember(Rule.ClosedPattern, start, pattern);
    }

    private Pattern? NamePattern()
    {
        var start = _mark;
        if (CaptureTarget() is { } name)
            return new MatchAs(null, name, SpanFrom(start));
        if (TakeSoft("_"))
            return new MatchAs(null, null, SpanFrom(start));
        if (NameOrAttribute() is not { } value)
            return null;
        if (At(TokenKind.LeftPar))
            return ClassPattern(value, start);
        return value is AttributeExpr && Kind is not (TokenKind.Dot or TokenKind.Equal)
            ? new MatchValue(value, SpanFrom(start))
            : null;
    }

    private Expr? NameOrAttribute()
    {
        var start = _mark;
        Expr? value = Name();
        while (value is not null && At(TokenKind.Dot))
        {
            var mark = _mark;
            Skip();
            if (Identifier() is not { } name)
            {
                _mark = mark;
                break;
            }

            value = new AttributeExpr(value, name, ExprContext.Load, SpanFrom(start));
        }

        return value;
    }

    private AttributeExpr? DottedValue()
    {
        var mark = _mark;
        if (NameOrAttribute() is AttributeExpr value)
            return value;
        _mark = mark;
        return null;
    }

    private Pattern? ClassPattern(Expr called, int start)
    {
        Skip();
        var patterns = ImmutableArray.CreateBuilder<Pattern>();
        var names = ImmutableArray.CreateBuilder<string>();
        var values = ImmutableArray.CreateBuilder<Pattern>();
        while (!At(TokenKind.RightPar))
        {
            if (At(TokenKind.Name) && NextIs(TokenKind.Equal))
            {
                var name = NameText(_mark);
                _mark += 2;
                if (Pattern() is not { } value)
                    return null;
                names.Add(name);
                values.Add(value);
            }
            else if (names.Count > 0 || Pattern() is not { } pattern)
            {
                return null;
            }
            else
            {
                patterns.Add(pattern);
            }

            if (!Take(TokenKind.Comma))
                break;
        }

        if (!Take(TokenKind.RightPar))
            return null;
        return new MatchClass(
            called, patterns.DrainToImmutable(), names.DrainToImmutable(), values.DrainToImmutable(), SpanFrom(start));
    }

    /// <summary>A literal as a pattern or as a key of a mapping pattern.</summary>
    private Expr? LiteralExpression()
    {
        switch (Kind)
        {
            case TokenKind.Number or TokenKind.Minus:
                return SignedNumber();
            case TokenKind.String or TokenKind.FStringStart or TokenKind.TStringStart:
                return Strings();
            case TokenKind.KeywordNone or TokenKind.KeywordTrue or TokenKind.KeywordFalse:
                return Atom();
            default:
                return null;
        }
    }

    /// <summary>A number, or a real and an imaginary one as their sum or difference.</summary>
    private Expr? SignedNumber()
    {
        var start = _mark;
        var sign = Kind;
        if (sign != TokenKind.Number)
            Skip();
        if (Number() is not { } number)
            return null;
        Expr real = sign == TokenKind.Minus ? new UnaryOpExpr(UnaryOperator.USub, number, SpanFrom(start)) : number;
        if (Kind is not (TokenKind.Plus or TokenKind.Minus))
            return real;
        var op = At(TokenKind.Plus) ? Operator.Add : Operator.Sub;
        if (number.Value is Constant.Complex)
        {
            Raise(SyntaxErrors.RealRequired, number.Span);
            return null;
        }

        Skip();
        if (Number() is not { } imaginary)
            return null;
        if (imaginary.Value is Constant.Complex)
            return new BinOpExpr(real, op, imaginary, SpanFrom(start));
        Raise(SyntaxErrors.ImaginaryRequired, imaginary.Span);
        return null;
    }
}
