using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>Blocks, and the statements that fit on a line but for assignments and imports.</summary>
internal sealed partial class Parser
{
    private static ImmutableArray<T> Immutable<T>(T[] items) => ImmutableCollectionsMarshal.AsImmutableArray(items);

    /// <summary>One or more statements; null where there is none.</summary>
    private List<Stmt>? Statements()
    {
        List<Stmt>? statements = null;
        while (!_failed)
        {
            var start = _mark;
            if (CompoundStatement() is { } compound)
            {
                (statements ??= []).Add(compound);
                continue;
            }

            _mark = start;
            if (!SimpleStatements(ref statements))
            {
                _mark = start;
                break;
            }
        }

        return statements;
    }

    private List<Stmt>? SimpleStatements()
    {
        List<Stmt>? statements = null;
        return SimpleStatements(ref statements) ? statements : null;
    }

    /// <summary>The statements of one line.</summary>
    private bool SimpleStatements(ref List<Stmt>? statements)
    {
        var count = statements?.Count ?? 0;
        while (SimpleStatement() is { } statement)
        {
            (statements ??= []).Add(statement);
            if (Take(TokenKind.NewLine) || EndsInBlock())
                return true;
            if (!Take(TokenKind.Semicolon))
                break;
            if (Take(TokenKind.NewLine))
                return true;
        }

        statements?.RemoveRange(count, statements.Count - count);
        return false;
    }

    /// <summary>Whether what was taken last is a block: a variant's statement may be a compound one.</summary>
    private bool EndsInBlock() => _mark > 0 && _kinds[_mark - 1] is TokenKind.NewLine or TokenKind.Dedent;

    private Stmt[]? Block()
    {
        if (Recall(Rule.Block, out Stmt[]? known))
            return known;
        var start = _mark;
        if (!Enter())
            return null;
        Stmt[]? block = null;
        if (At(TokenKind.NewLine))
        {
            Skip();
            if (Take(TokenKind.Indent) && Statements() is { } statements && Take(TokenKind.Dedent))
                block = [.. statements];
        }
        else if (SimpleStatements() is { } line)
        {
            block = [.. line];
        }

        Leave();
        if (block is null)
        {
            _mark = start;
            if (_findsMistakes)
                FindBlockMistakes();
        }

        return Remember(Rule.Block, start, block);
    }

    private Stmt? SimpleStatement()
    {
        if (Recall(Rule.SimpleStatement, out Stmt? known))
            return known;
        var start = _mark;
        var statement = _isSecondPass ? SimpleStatementInOrder() : SimpleStatementByToken();
        if (statement is null)
            _mark = start;
        return Remember(Rule.SimpleStatement, start, statement);
    }

    private Stmt? SimpleStatementByToken() =>
        IsKeywordStatement(Kind) ? KeywordStatement() : TypeAlias() ?? ExtensionStatement() ?? ExpressionStatement();

    /// <summary>The second pass keeps the grammar's order, so that it finds the mistakes in that order too.</summary>
    private Stmt? SimpleStatementInOrder()
    {
        var start = _mark;
        if (Assignment() is { } assignment)
            return assignment;
        _mark = start;
        if ((TypeAlias() ?? ExtensionStatement()) is { } alias)
            return alias;
        if (Kind is TokenKind.KeywordImport or TokenKind.KeywordFrom)
            return KeywordStatement();
        if (StarExpressions() is { } expression)
            return new ExprStmt(expression, SpanFrom(start));
        _mark = start;
        if (At(TokenKind.KeywordYield))
            return YieldExpression() is { } yield ? new ExprStmt(yield, SpanFrom(start)) : null;
        return KeywordStatement();
    }

    private static bool IsKeywordStatement(TokenKind kind) => kind is TokenKind.KeywordReturn or TokenKind.KeywordImport
        or TokenKind.KeywordFrom or TokenKind.KeywordRaise or TokenKind.KeywordPass or TokenKind.KeywordDel
        or TokenKind.KeywordAssert or TokenKind.KeywordBreak or TokenKind.KeywordContinue or TokenKind.KeywordGlobal
        or TokenKind.KeywordNonlocal;

    private Stmt? KeywordStatement()
    {
        var start = _mark;
        switch (Kind)
        {
            case TokenKind.KeywordReturn:
                Skip();
                var mark = _mark;
                var value = StarExpressions();
                if (value is null)
                    _mark = mark;
                return new ReturnStmt(value, SpanFrom(start));
            case TokenKind.KeywordImport or TokenKind.KeywordFrom:
                return ImportStatement();
            case TokenKind.KeywordRaise:
                return Raise();
            case TokenKind.KeywordPass:
                Skip();
                return new PassStmt(SpanFrom(start));
            case TokenKind.KeywordBreak:
                Skip();
                return new BreakStmt(SpanFrom(start));
            case TokenKind.KeywordContinue:
                Skip();
                return new ContinueStmt(SpanFrom(start));
            case TokenKind.KeywordDel:
                return Delete();
            case TokenKind.KeywordAssert:
                return Assert();
            case TokenKind.KeywordGlobal:
                return Names() is { } globals ? new GlobalStmt(globals, SpanFrom(start)) : null;
            case TokenKind.KeywordNonlocal:
                return Names() is { } names ? new NonlocalStmt(names, SpanFrom(start)) : null;
            default:
                return null;
        }
    }

    private ImmutableArray<string>? Names()
    {
        Skip();
        var names = ImmutableArray.CreateBuilder<string>();
        var mark = _mark;
        while (Identifier() is { } name)
        {
            names.Add(name);
            mark = _mark;
            if (!Take(TokenKind.Comma))
                break;
        }

        _mark = mark;
        return names.Count > 0 ? names.DrainToImmutable() : null;
    }

    private Stmt Raise()
    {
        var start = _mark;
        Skip();
        var mark = _mark;
        if (Expression() is not { } exception)
        {
            _mark = mark;
            return new RaiseStmt(null, null, SpanFrom(start));
        }

        mark = _mark;
        if (Take(TokenKind.KeywordFrom))
        {
            if (Expression() is { } cause)
                return new RaiseStmt(exception, cause, SpanFrom(start));
            _mark = mark;
        }

        return new RaiseStmt(exception, null, SpanFrom(start));
    }

    private Stmt? Delete()
    {
        var start = _mark;
        Skip();
        if (DelTargets() is { } targets && Kind is TokenKind.Semicolon or TokenKind.NewLine)
            return new DeleteStmt(targets, SpanFrom(start));
        _mark = start;
        if (_findsMistakes)
            FindDeleteMistakes();
        return null;
    }

    private Stmt? Assert()
    {
        var start = _mark;
        Skip();
        if (Expression() is not { } test)
            return null;
        var mark = _mark;
        if (Take(TokenKind.Comma))
        {
            if (Expression() is { } message)
                return new AssertStmt(test, message, SpanFrom(start));
            _mark = mark;
        }

        return new AssertStmt(test, null, SpanFrom(start));
    }

    private Stmt? TypeAlias()
    {
        if (!AtSoft("type"))
            return null;
        var start = _mark;
        Skip();
        if (Name() is { } name)
        {
            var parameters = TypeParameters();
            if (Take(TokenKind.Equal) && Expression() is { } value && HasVersion(12, "Type statement is"))
            {
                var target = new NameExpr(name.Id, ExprContext.Store, name.Span);
                return new TypeAliasStmt(target, parameters, value, SpanFrom(start));
            }
        }

        _mark = start;
        return null;
    }

    /// <summary>The text of a type comment, if one stands here.</summary>
    private string? TypeComment()
    {
        if (!At(TokenKind.TypeComment))
            return null;
        _mark++;
        return _tokens[_mark - 1].GetText(_source).ToString();
    }
}
