using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>The places at which a variant's rules are asked, and what they may ask in return.</summary>
internal sealed partial class Parser
{
    internal TokenKind PeekKind() => Kind;

    internal SourceSpan SpanOfRule(int start) => SpanFrom(start);

    internal bool TakeToken(TokenKind kind) => Take(kind);

    internal bool TakeSoftKeyword(string keyword) => TakeSoft(keyword);

    internal string? ParseIdentifier() => Identifier();

    internal Expr? ParseExpression() => Expression();

    internal Expr? ParseExpressions() => StarExpressions();

    internal Expr? ParseTargets() => StarTargets();

    internal ImmutableArray<Stmt> ParseBlock() => Block() is { } block ? Immutable(block) : default;

    internal void FailRule(string message, SourceSpan span) => Raise(SyntaxErrors.Variant, span, message);

    private Stmt? ExtensionStatement()
    {
        var extensions = _options.Extensions;
        if (ReferenceEquals(extensions, ParserExtensions.None))
            return null;
        var start = _mark;
        if (!extensions.Statements.TryGetValue(Kind, out var rule)
            && (Kind != TokenKind.Name || !extensions.SoftStatements.TryGetValue(NameText(_mark), out rule)))
        {
            return null;
        }

        var statement = rule(new RuleContext(this, start));
        if (statement is null)
            _mark = start;
        return statement;
    }

    private Expr? ExtensionAtom()
    {
        var start = _mark;
        if (!_options.Extensions.Atoms.TryGetValue(Kind, out var rule))
            return null;
        var expression = rule(new RuleContext(this, start));
        if (expression is null)
            _mark = start;
        return expression;
    }
}
