using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Keelback.Ast;

/// <summary>
/// Builds a changed tree. Parts that no override changed are shared with the old one. A visit that gives null takes the
/// node out of the list it stands in, or out of an optional field.
/// </summary>
public abstract partial class AstRewriter : AstVisitor<AstNode?>
{
    /// <inheritdoc/>
    protected override AstNode? DefaultVisit(AstNode node) => node;

    /// <summary>Rewrites a node that its parent cannot do without.</summary>
    /// <exception cref="InvalidOperationException">The visit gave null, or a node of another group.</exception>
    protected T Rewrite<T>(T node)
        where T : AstNode => RewriteOptional(node)
            ?? throw new InvalidOperationException($"A {typeof(T).Name} that its parent needs was taken away.");

    /// <summary>Rewrites a node that may be absent.</summary>
    /// <exception cref="InvalidOperationException">The visit gave a node of another group.</exception>
    protected T? RewriteOptional<T>(T? node)
        where T : AstNode
    {
        if (node is null)
            return null;
        return Visit(node) switch
        {
            null => null,
            T result => result,
            var other => throw new InvalidOperationException(
                $"A {other.NodeKind} cannot stand where a {typeof(T).Name} is needed."),
        };
    }

    /// <summary>Rewrites a list, leaving out what the visits took away.</summary>
    protected ImmutableArray<T> RewriteList<T>(ImmutableArray<T> nodes)
        where T : AstNode
    {
        ImmutableArray<T>.Builder? changed = null;
        for (var i = 0; i < nodes.Length; i++)
        {
            var result = RewriteOptional(nodes[i]);
            if (changed is null && !ReferenceEquals(result, nodes[i]))
            {
                changed = ImmutableArray.CreateBuilder<T>(nodes.Length);
                changed.AddRange(nodes.AsSpan()[..i]);
            }

            if (result is not null)
                changed?.Add(result);
        }

        return changed?.ToImmutable() ?? nodes;
    }

    /// <summary>Rewrites a list whose holes have a meaning: a node taken away leaves one.</summary>
    protected ImmutableArray<T?> RewriteListWithHoles<T>(ImmutableArray<T?> nodes)
        where T : AstNode
    {
        ImmutableArray<T?>.Builder? changed = null;
        for (var i = 0; i < nodes.Length; i++)
        {
            var result = RewriteOptional(nodes[i]);
            if (changed is null && !ReferenceEquals(result, nodes[i]))
                changed = nodes.ToBuilder();
            if (changed is not null)
                changed[i] = result;
        }

        return changed?.ToImmutable() ?? nodes;
    }
}
