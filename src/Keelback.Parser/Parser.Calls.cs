using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>Calls and their arguments.</summary>
internal sealed partial class Parser
{
    /// <summary>What stands for the called object while only arguments are parsed.</summary>
    private static readonly NameExpr s_nobody = new("", ExprContext.Load, new SourceSpan(1, 0, 1, 0));

    private Expr? Call(Expr called, int start)
    {
        var open = _mark;
        Expr? first = null;
        if (_isSecondPass)
        {
            if (Generator() is { } generator)
                return new CallExpr(called, [generator], [], SpanFrom(start));
            _mark = open;
            Skip();
        }
        else
        {
            Skip();
            if (Take(TokenKind.RightPar))
                return new CallExpr(called, [], [], SpanFrom(start));
            if (!At(TokenKind.Star) && !At(TokenKind.DoubleStar) && !(At(TokenKind.Name) && NextIs(TokenKind.Equal)))
            {
                first = AssignmentExpression() ?? NoWalrusExpression();
                if (first is null || At(TokenKind.Equal))
                    return null;
                if (Kind is TokenKind.KeywordFor or TokenKind.KeywordAsync)
                    return GeneratorCall(called, first, start, open);
            }
        }

        if (!Enter())
            return null;
        var arguments = Arguments(first);
        Leave();
        return Take(TokenKind.RightPar)
            ? new CallExpr(called, arguments?.Args ?? [], arguments?.Keywords ?? [], SpanFrom(start))
            : null;
    }

    private Expr? GeneratorCall(Expr called, Expr element, int start, int open)
    {
        if (Clauses() is not { } clauses || !Take(TokenKind.RightPar))
            return null;
        var generator = new GeneratorExpExpr(element, clauses, SpanFrom(open));
        return new CallExpr(called, [generator], [], SpanFrom(start));
    }

    /// <summary>The arguments up to the closing parenthesis, as a call of nobody.</summary>
    private CallExpr? Arguments(Expr? first = null)
    {
        if (first is null && Recall(Rule.Arguments, out CallExpr? known))
            return known;
        var start = _mark;
        if (ArgumentList(first) is { } call)
        {
            Take(TokenKind.Comma);
            if (At(TokenKind.RightPar))
                return first is null ? Remember(Rule.Arguments, start, call) : call;
        }

        _mark = start;
        if (_findsMistakes)
            FindArgumentMistakes();
        return first is null ? Remember<CallExpr>(Rule.Arguments, start, null) : null;
    }

    private CallExpr? ArgumentList(Expr? first = null)
    {
        var start = _mark;
        var arguments = ImmutableArray.CreateBuilder<Expr>();
        var keywords = ImmutableArray.CreateBuilder<Keyword>();
        if (first is not null)
            arguments.Add(first);
        while (true)
        {
            var mark = _mark;
            if (arguments.Count > 0 && !Take(TokenKind.Comma))
                break;
            if (PositionalArgument() is not { } argument)
            {
                _mark = mark;
                break;
            }

            arguments.Add(argument);
        }

        var end = _mark;
        if (arguments.Count == 0 || Take(TokenKind.Comma))
        {
            if (!KeywordArguments(arguments, keywords))
            {
                _mark = end;
                if (arguments.Count == 0)
                    return null;
            }
        }

        return new CallExpr(s_nobody, arguments.DrainToImmutable(), keywords.DrainToImmutable(), SpanFrom(start));
    }

    private Expr? PositionalArgument()
    {
        if (At(TokenKind.Star))
            return StarredArgument();
        var start = _mark;
        if ((AssignmentExpression() ?? NoWalrusExpression()) is { } argument && !At(TokenKind.Equal))
            return argument;
        _mark = start;
        return null;
    }

    /// <summary>Keywords and iterables to unpack, then keywords and mappings to unpack; false where there is none.</summary>
    private bool KeywordArguments(ImmutableArray<Expr>.Builder arguments, ImmutableArray<Keyword>.Builder keywords)
    {
        var count = Gather(() => KeywordOrStarred(arguments, keywords));
        var mark = _mark;
        if (count > 0 && !Take(TokenKind.Comma))
            return true;
        if (Gather(() => KeywordOrMapping(keywords)) > 0)
            return true;
        _mark = mark;
        return count > 0;
    }

    /// <summary>How often an item matches, with commas between.</summary>
    private int Gather(Func<bool> parse)
    {
        var count = 0;
        while (true)
        {
            var mark = _mark;
            if ((count > 0 && !Take(TokenKind.Comma)) || !parse())
            {
                _mark = mark;
                return count;
            }

            count++;
        }
    }

    private bool KeywordOrStarred(ImmutableArray<Expr>.Builder arguments, ImmutableArray<Keyword>.Builder keywords)
    {
        if (KeywordArgument() is { } keyword)
        {
            keywords.Add(keyword);
            return true;
        }

        if (!At(TokenKind.Star) || StarredArgument() is not { } starred)
            return false;
        arguments.Add(starred);
        return true;
    }

    private bool KeywordOrMapping(ImmutableArray<Keyword>.Builder keywords)
    {
        var keyword = KeywordArgument();
        if (keyword is null && At(TokenKind.DoubleStar))
        {
            var start = _mark;
            Skip();
            if (Expression() is { } mapping)
                keyword = new Keyword(null, mapping, SpanFrom(start));
        }

        if (keyword is null)
            return false;
        keywords.Add(keyword);
        return true;
    }

    private Keyword? KeywordArgument()
    {
        var start = _mark;
        if (_findsMistakes)
        {
            FindKeywordMistakes();
            _mark = start;
        }

        if (!At(TokenKind.Name) || !NextIs(TokenKind.Equal))
            return null;
        _mark += 2;
        if (Expression() is { } value)
            return new Keyword(NameText(start), value, SpanFrom(start));
        _mark = start;
        return null;
    }

    private Expr? StarredArgument()
    {
        var start = _mark;
        if (_findsMistakes)
        {
            FindStarredMistakes();
            _mark = start;
        }

        Skip();
        if (Expression() is { } value)
            return new StarredExpr(value, ExprContext.Load, SpanFrom(start));
        _mark = start;
        if (_findsMistakes)
        {
            Skip();
            RaiseHere(SyntaxErrors.InvalidStarExpression);
            _mark = start;
        }

        return null;
    }
}
