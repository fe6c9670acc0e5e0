using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>Try statements.</summary>
internal sealed partial class Parser
{
    private Stmt? TryStatement()
    {
        var start = _mark;
        if (_findsMistakes)
        {
            FindTryMistakes();
            _mark = start;
        }

        Skip();
        if (!Require(TokenKind.Colon, ":") || Block() is not { } body)
            return null;
        if (Finally() is { } only)
            return new TryStmt(Immutable(body), [], [], Immutable(only), SpanFrom(start));
        var mark = _mark;
        var handlers = Handlers(isStar: false);
        var isStar = handlers.Length == 0;
        if (isStar)
        {
            _mark = mark;
            handlers = Handlers(isStar: true);
            if (handlers.Length == 0)
                return null;
        }

        var otherwise = Else();
        var last = Finally() is { } final ? Immutable(final) : [];
        if (!isStar)
            return new TryStmt(Immutable(body), handlers, otherwise, last, SpanFrom(start));
        return HasVersion(11, "Exception groups are")
            ? new TryStarStmt(Immutable(body), handlers, otherwise, last, SpanFrom(start))
            : null;
    }

    private Stmt[]? Finally()
    {
        var start = _mark;
        if (!At(TokenKind.KeywordFinally))
            return null;
        if (_findsMistakes)
        {
            FindFinallyMistakes();
            _mark = start;
        }

        Skip();
        if (Require(TokenKind.Colon, ":") && Block() is { } body)
            return body;
        _mark = start;
        return null;
    }

    private ImmutableArray<ExceptHandler> Handlers(bool isStar)
    {
        var handlers = ImmutableArray.CreateBuilder<ExceptHandler>();
        while (At(TokenKind.KeywordExcept))
        {
            var start = _mark;
            if (_findsMistakes)
            {
                FindExceptIndentMistakes(isStar);
                _mark = start;
            }

            if (Handler(isStar) is { } handler)
            {
                handlers.Add(handler);
                continue;
            }

            _mark = start;
            if (_findsMistakes)
                FindExceptMistakes(isStar);
            _mark = start;
            break;
        }

        return handlers.DrainToImmutable();
    }

    private ExceptHandler? Handler(bool isStar)
    {
        var start = _mark;
        Skip();
        if (isStar && !Take(TokenKind.Star))
            return null;
        if (!isStar && Take(TokenKind.Colon))
            return Block() is { } bare ? new ExceptHandler(null, null, Immutable(bare), SpanFrom(start)) : null;
        if (Expressions() is not { } type)
            return null;
        string? name = null;
        var isBareTuple = IsBareTuple(type);
        if (!isBareTuple && Take(TokenKind.KeywordAs) && (name = Identifier()) is null)
            return null;
        if (!Take(TokenKind.Colon) || Block() is not { } body)
            return null;
        if (isBareTuple && !HasVersion(14, "except expressions without parentheses are"))
            return null;
        return new ExceptHandler(type, name, Immutable(body), SpanFrom(start));
    }

    /// <summary>A tuple without parentheses begins where its first item does.</summary>
    private static bool IsBareTuple(Expr type) =>
        type is TupleExpr { Elts: [var first, ..] } && first.Span.Line == type.Span.Line && first.Span.Column == type.Span.Column;
}
