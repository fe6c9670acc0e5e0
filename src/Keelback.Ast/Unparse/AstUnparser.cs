namespace Keelback.Ast;

/// <summary>Turns a tree into source text that parses to an equal tree, laid out as Python's ast.unparse does.</summary>
public static class AstUnparser
{
    /// <summary>The source text of a tree, without a line end at its end.</summary>
    /// <exception cref="AstUnparseException">The tree is none that source text could give.</exception>
    /// <exception cref="InsufficientExecutionStackException">The tree is too deep.</exception>
    public static string Unparse(AstNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new UnparseVisitor().Write(node);
    }
}

/// <summary>A tree that source text cannot express: what Python reports as a ValueError.</summary>
public sealed class AstUnparseException(string message) : Exception(message);
