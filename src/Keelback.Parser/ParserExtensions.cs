using System.Collections.Frozen;
using Keelback.Ast;
using Keelback.Lexer;

namespace Keelback.Parser;

/// <summary>A statement's production: null where it does not match, which puts the parser back to where it was.</summary>
public delegate Stmt? StatementRule(RuleContext context);

/// <summary>An expression's production: null where it does not match, which puts the parser back to where it was.</summary>
public delegate Expr? ExpressionRule(RuleContext context);

/// <summary>The statements and expressions that a variant adds, by the token with which they begin.</summary>
public sealed class ParserExtensions
{
    private ParserExtensions(
        FrozenDictionary<TokenKind, StatementRule> statements,
        FrozenDictionary<string, StatementRule> softStatements,
        FrozenDictionary<TokenKind, ExpressionRule> atoms)
    {
        Statements = statements;
        SoftStatements = softStatements;
        Atoms = atoms;
    }

    /// <summary>None: the language as it is.</summary>
    public static ParserExtensions None { get; } = new(
        FrozenDictionary<TokenKind, StatementRule>.Empty,
        FrozenDictionary<string, StatementRule>.Empty,
        FrozenDictionary<TokenKind, ExpressionRule>.Empty);

    internal FrozenDictionary<TokenKind, StatementRule> Statements { get; }

    internal FrozenDictionary<string, StatementRule> SoftStatements { get; }

    internal FrozenDictionary<TokenKind, ExpressionRule> Atoms { get; }

    /// <summary>These and a statement that begins with a kind of token.</summary>
    public ParserExtensions WithStatement(TokenKind first, StatementRule rule) =>
        new(Add(Statements, first, rule), SoftStatements, Atoms);

    /// <summary>These and a statement that begins with a soft keyword: a name, where nothing else is meant.</summary>
    public ParserExtensions WithStatement(string softKeyword, StatementRule rule) =>
        new(Statements, Add(SoftStatements, softKeyword, rule), Atoms);

    /// <summary>These and an expression, bound as tightly as a name, that begins with a kind of token.</summary>
    public ParserExtensions WithExpression(TokenKind first, ExpressionRule rule) =>
        new(Statements, SoftStatements, Add(Atoms, first, rule));

    private static FrozenDictionary<TKey, TValue> Add<TKey, TValue>(
        FrozenDictionary<TKey, TValue> rules, TKey key, TValue rule)
        where TKey : notnull =>
        new Dictionary<TKey, TValue>(rules) { [key] = rule }.ToFrozenDictionary();
}
