using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>What a variant's rule may ask of the parser. It is good for the one call that it is given to.</summary>
public sealed class RuleContext
{
    private readonly Parser _parser;
    private readonly int _start;

    internal RuleContext(Parser parser, int start)
    {
        _parser = parser;
        _start = start;
    }

    /// <summary>The kind of the next token.</summary>
    public TokenKind Kind => _parser.PeekKind();

    /// <summary>From the first token of the rule to the last one taken.</summary>
    public SourceSpan Span => _parser.SpanOfRule(_start);

    /// <summary>Takes the next token if it is of the kind.</summary>
    public bool Take(TokenKind kind) => _parser.TakeToken(kind);

    /// <summary>Takes the next token if it is the name.</summary>
    public bool TakeName(string name) => _parser.TakeSoftKeyword(name);

    /// <summary>An identifier.</summary>
    public string? ParseIdentifier() => _parser.ParseIdentifier();

    /// <summary>An expression without a walrus, a star or a comma at its top.</summary>
    public Expr? ParseExpression() => _parser.ParseExpression();

    /// <summary>Expressions with commas and stars, as behind return.</summary>
    public Expr? ParseExpressions() => _parser.ParseExpressions();

    /// <summary>What may be assigned to, as behind for.</summary>
    public Expr? ParseTargets() => _parser.ParseTargets();

    /// <summary>The statements behind a colon, indented or on the line; default where there are none.</summary>
    public ImmutableArray<Stmt> ParseBlock() => _parser.ParseBlock();

    /// <summary>Ends the parse with an error at a place.</summary>
    public void Fail(string message, SourceSpan span) => _parser.FailRule(message, span);
}
