using System.Runtime.CompilerServices;

namespace Keelback.Ast;

/// <summary>
/// Calls one method per class of node. It does not descend by itself: a method visits the children it wants. A tree too
/// deep for the stack gives an <see cref="InsufficientExecutionStackException"/>.
/// </summary>
public abstract partial class AstVisitor
{
    /// <summary>Visits a node, if there is one.</summary>
    public virtual void Visit(AstNode? node)
    {
        if (node is null)
            return;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        node.Accept(this);
    }

    /// <summary>Visits each node of a list, passing over holes.</summary>
    public void VisitAll<T>(System.Collections.Immutable.ImmutableArray<T> nodes)
        where T : AstNode?
    {
        foreach (var node in nodes)
            Visit(node);
    }

    /// <summary>What is done with nodes whose own method is not overridden: nothing.</summary>
    protected virtual void DefaultVisit(AstNode node)
    {
    }
}

/// <summary>Calls one method per class of node, and gives its result.</summary>
/// <typeparam name="TResult">What a visit gives.</typeparam>
public abstract partial class AstVisitor<TResult>
{
    /// <summary>Visits a node.</summary>
    public virtual TResult Visit(AstNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return node.Accept(this);
    }

    /// <summary>What is done with nodes whose own method is not overridden.</summary>
    protected abstract TResult DefaultVisit(AstNode node);
}
