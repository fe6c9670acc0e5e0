using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>Statements with blocks, but for definitions (Parser.Functions.cs, Parser.Classes.cs) and match.</summary>
internal sealed partial class Parser
{
    private Stmt? CompoundStatement()
    {
        switch (Kind)
        {
            case TokenKind.KeywordDef or TokenKind.At or TokenKind.KeywordClass:
                return Definition();
            case TokenKind.KeywordIf:
                return If();
            case TokenKind.KeywordFor:
                return For(isAsync: false);
            case TokenKind.KeywordWith:
                return With(isAsync: false);
            case TokenKind.KeywordTry:
                return TryStatement();
            case TokenKind.KeywordWhile:
                return While();
            case TokenKind.KeywordAsync:
                return Async();
            case TokenKind.Name:
                return AtSoft("match") ? Match() : null;
            default:
                return null;
        }
    }

    private Stmt? Async()
    {
        if (NextIs(TokenKind.KeywordDef))
            return Definition();
        if (NextIs(TokenKind.KeywordWith))
            return With(isAsync: true);
        return NextIs(TokenKind.KeywordFor) ? For(isAsync: true) : null;
    }

    private Stmt? If()
    {
        List<(int Start, Expr Test, Stmt[] Body)> branches = [];
        while (At(branches.Count == 0 ? TokenKind.KeywordIf : TokenKind.KeywordElif))
        {
            var start = _mark;
            if (_findsMistakes)
            {
                FindIfMistakes(branches.Count > 0);
                _mark = start;
            }

            Skip();
            if (NamedExpression() is not { } test || !Take(TokenKind.Colon) || Block() is not { } body)
            {
                _mark = start;
                break;
            }

            branches.Add((start, test, body));
        }

        if (branches.Count == 0)
            return null;
        var otherwise = Else();
        for (var i = branches.Count - 1; i > 0; i--)
        {
            var (start, test, body) = branches[i];
            otherwise = [new IfStmt(test, Immutable(body), otherwise, SpanFrom(start))];
        }

        return new IfStmt(branches[0].Test, Immutable(branches[0].Body), otherwise, SpanFrom(branches[0].Start));
    }

    private ImmutableArray<Stmt> Else()
    {
        var start = _mark;
        if (!At(TokenKind.KeywordElse))
            return [];
        if (_findsMistakes)
        {
            FindElseMistakes();
            _mark = start;
        }

        Skip();
        if (Require(TokenKind.Colon, ":") && Block() is { } body)
            return Immutable(body);
        _mark = start;
        return [];
    }

    private Stmt? While()
    {
        var start = _mark;
        if (_findsMistakes)
        {
            FindWhileMistakes();
            _mark = start;
        }

        Skip();
        if (NamedExpression() is not { } test || !Take(TokenKind.Colon) || Block() is not { } body)
            return null;
        return new WhileStmt(test, Immutable(body), Else(), SpanFrom(start));
    }

    private Stmt? For(bool isAsync)
    {
        var start = _mark;
        if (_findsMistakes)
        {
            FindForMistakes();
            _mark = start;
        }

        if (isAsync)
            Skip();
        Skip();
        if (StarTargets() is not { } target || !Take(TokenKind.KeywordIn))
        {
            _mark = start;
            if (_findsMistakes)
                FindForTargetMistakes();
            return null;
        }

        if (StarExpressions() is not { } source || !Take(TokenKind.Colon))
            return null;
        var comment = TypeComment();
        if (Block() is not { } body)
            return null;
        var otherwise = Else();
        if (!isAsync)
            return new ForStmt(target, source, Immutable(body), otherwise, comment, SpanFrom(start));
        return HasVersion(5, "Async for loops are")
            ? new AsyncForStmt(target, source, Immutable(body), otherwise, comment, SpanFrom(start))
            : null;
    }

    private Stmt? With(bool isAsync)
    {
        var start = _mark;
        if (_findsMistakes)
        {
            FindWithIndentMistakes();
            _mark = start;
        }

        var mark = _mark + (isAsync ? 2 : 1);
        _mark = mark;
        if (WithBody(start, isAsync, inParentheses: true) is { } parenthesized)
            return parenthesized;
        _mark = mark;
        if (WithBody(start, isAsync, inParentheses: false) is { } plain)
            return plain;
        _mark = start;
        if (_findsMistakes)
            FindWithMistakes();
        return null;
    }

    private Stmt? WithBody(int start, bool isAsync, bool inParentheses)
    {
        if (inParentheses && !Take(TokenKind.LeftPar))
            return null;
        var items = ImmutableArray.CreateBuilder<WithItem>();
        do
        {
            var mark = _mark;
            if (WithItem() is not { } item)
            {
                _mark = mark - 1;
                break;
            }

            items.Add(item);
        }
        while (Take(TokenKind.Comma));
        if (items.Count == 0)
            return null;
        if (inParentheses)
        {
            Take(TokenKind.Comma);
            if (!Take(TokenKind.RightPar))
                return null;
        }

        if (!Take(TokenKind.Colon))
            return null;
        var comment = isAsync && inParentheses ? null : TypeComment();
        if (Block() is not { } body)
            return null;
        if (!isAsync)
            return new WithStmt(items.DrainToImmutable(), Immutable(body), comment, SpanFrom(start));
        return HasVersion(5, "Async with statements are")
            ? new AsyncWithStmt(items.DrainToImmutable(), Immutable(body), comment, SpanFrom(start))
            : null;
    }

    private WithItem? WithItem()
    {
        var start = _mark;
        if (Expression() is not { } context)
        {
            if (_findsMistakes)
                FindWithItemMistakes();
            return null;
        }

        var mark = _mark;
        if (!At(TokenKind.KeywordAs))
            return new WithItem(context, null);
        Skip();
        if (StarTarget() is { } target && Kind is TokenKind.Comma or TokenKind.RightPar or TokenKind.Colon)
            return new WithItem(context, target);
        if (_findsMistakes)
        {
            _mark = start;
            FindWithItemMistakes();
        }

        _mark = mark;
        return new WithItem(context, null);
    }

    /// <summary>Takes a token without which the parse ends, even in the first pass.</summary>
    private bool Require(TokenKind kind, string text)
    {
        if (Take(kind))
            return true;
        if (!_failed)
            Raise(SyntaxErrors.Expected, SpanOfToken(_mark), text);
        return false;
    }
}
