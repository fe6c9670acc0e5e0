using Keelback.Lexer;

namespace Keelback.Parser;

/// <summary>What a source is.</summary>
public enum ParserMode
{
    /// <summary>A module: any statements.</summary>
    Exec,

    /// <summary>One expression.</summary>
    Eval,

    /// <summary>One statement, as at a prompt.</summary>
    Single,

    /// <summary>The type comment of a function, such as <c>(int, str) -> bool</c>.</summary>
    FuncType,
}

/// <summary>How to parse a source.</summary>
public sealed record ParserOptions
{
    /// <summary>A module of Python 3.14.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>What the source is.</summary>
    public ParserMode Mode { get; init; }

    /// <summary>Whether type comments are kept in the tree.</summary>
    public bool TypeComments { get; init; }

    /// <summary>The minor version of the newest syntax that is accepted.</summary>
    public int FeatureVersion { get; init; } = 14;

    /// <summary>Whether a source that ends too early gives the error "incomplete input", as the prompt needs it.</summary>
    public bool AllowIncompleteInput { get; init; }

    /// <summary>Whether inequality is written &lt;&gt; (PEP 401).</summary>
    public bool BarryAsFlufl { get; init; }

    /// <summary>Finds characters by name, for \\N{...}; without it no name is known.</summary>
    public CharacterNameLookup? CharacterNames { get; init; }

    /// <summary>Rules that a variant of the language adds.</summary>
    public ParserExtensions Extensions { get; init; } = ParserExtensions.None;
}
