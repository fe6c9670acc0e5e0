using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;

namespace Keelback.Parser;

/// <summary>Decorated definitions and functions.</summary>
internal sealed partial class Parser
{
    private static Arguments NoParameters { get; } = new([], [], null, [], [], null, []);

    private Stmt? Definition()
    {
        var decorators = At(TokenKind.At) ? Decorators() : [];
        switch (Kind)
        {
            case TokenKind.KeywordClass:
                return Class(decorators);
            case TokenKind.KeywordDef:
                return Function(decorators, isAsync: false);
            case TokenKind.KeywordAsync:
                return NextIs(TokenKind.KeywordDef) ? Function(decorators, isAsync: true) : null;
            default:
                return null;
        }
    }

    private ImmutableArray<Expr> Decorators()
    {
        var decorators = ImmutableArray.CreateBuilder<Expr>();
        while (At(TokenKind.At))
        {
            var mark = _mark;
            Skip();
            if (NamedExpression() is not { } decorator || !Take(TokenKind.NewLine))
            {
                _mark = mark;
                break;
            }

            decorators.Add(decorator);
        }

        return decorators.DrainToImmutable();
    }

    private Stmt? Function(ImmutableArray<Expr> decorators, bool isAsync)
    {
        var start = _mark;
        if (_findsMistakes)
        {
            FindFunctionMistakes();
            _mark = start;
        }

        _mark += isAsync ? 2 : 1;
        if (Identifier() is not { } name)
            return null;
        var typeParameters = TypeParameters();
        if (!Take(TokenKind.LeftPar))
            return null;
        var parameters = Parameters(isLambda: false) ?? NoParameters;
        if (!Take(TokenKind.RightPar))
            return null;
        var returns = ReturnAnnotation();
        if (!Take(TokenKind.Colon))
            return null;
        var comment = FunctionTypeComment();
        if (Block() is not { } body)
            return null;
        if (!isAsync)
        {
            return new FunctionDefStmt(
                name, parameters, Immutable(body), decorators, returns, comment, typeParameters, SpanFrom(start));
        }

        return HasVersion(5, "Async functions are")
            ? new AsyncFunctionDefStmt(
                name, parameters, Immutable(body), decorators, returns, comment, typeParameters, SpanFrom(start))
            : null;
    }

    private Expr? ReturnAnnotation()
    {
        var mark = _mark;
        if (Take(TokenKind.RightArrow) && Expression() is { } returns)
            return returns;
        _mark = mark;
        return null;
    }

    /// <summary>A type comment on the line of the colon, or on a line of its own before the indented block.</summary>
    private string? FunctionTypeComment()
    {
        if (!_options.TypeComments)
            return null;
        var mark = _mark;
        if (Take(TokenKind.NewLine) && At(TokenKind.TypeComment))
        {
            var index = _mark;
            Skip();
            if (At(TokenKind.NewLine) && NextIs(TokenKind.Indent))
                return _tokens[index].GetText(_source).ToString();
        }

        _mark = mark;
        if (_findsMistakes)
        {
            FindDoubleTypeComments();
            _mark = mark;
        }

        return TypeComment();
    }
}
