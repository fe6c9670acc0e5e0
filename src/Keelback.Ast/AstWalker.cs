namespace Keelback.Ast;

/// <summary>Walks a whole tree, parents before children, on a stack of its own: no tree is too deep for it.</summary>
public abstract class AstWalker
{
    /// <summary>Walks the tree under a node, the node included.</summary>
    public void Walk(AstNode root)
    {
        var pending = new Stack<(AstNode Node, bool IsLeaving)>();
        var children = new List<AstNode>();
        pending.Push((root, false));
        while (pending.TryPop(out var next))
        {
            if (next.IsLeaving)
            {
                Leave(next.Node);
                continue;
            }

            var descends = Enter(next.Node);
            pending.Push((next.Node, true));
            if (!descends)
                continue;
            children.Clear();
            next.Node.AddChildrenTo(children);
            for (var i = children.Count - 1; i >= 0; i--)
                pending.Push((children[i], false));
        }
    }

    /// <summary>Comes to a node before its children; false leaves them out.</summary>
    protected abstract bool Enter(AstNode node);

    /// <summary>Comes to a node after its children.</summary>
    protected virtual void Leave(AstNode node)
    {
    }
}
