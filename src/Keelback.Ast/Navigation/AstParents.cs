namespace Keelback.Ast;

/// <summary>The parents of all nodes under a root: nodes themselves know only their children.</summary>
public sealed class AstParents
{
    private readonly Dictionary<AstNode, AstNode> _parents = new(ReferenceEqualityComparer.Instance);

    /// <summary>Finds the parents in a tree. A node that stands in it twice has the parent of its first place.</summary>
    public AstParents(AstNode root)
    {
        Root = root;
        var pending = new Stack<AstNode>();
        pending.Push(root);
        while (pending.TryPop(out var node))
        {
            var children = node.ChildNodes;
            for (var i = children.Count - 1; i >= 0; i--)
            {
                if (_parents.TryAdd(children[i], node))
                    pending.Push(children[i]);
            }
        }
    }

    /// <summary>The root of the tree.</summary>
    public AstNode Root { get; }

    /// <summary>The parent; null for the root and for nodes of other trees.</summary>
    public AstNode? GetParent(AstNode node) => _parents.GetValueOrDefault(node);

    /// <summary>The parents of a node, from the nearest up to the root.</summary>
    public IEnumerable<AstNode> GetAncestors(AstNode node)
    {
        for (var parent = GetParent(node); parent is not null; parent = GetParent(parent))
            yield return parent;
    }

    /// <summary>
    /// The node whose names are in reach at a node: a module, function, lambda, class or comprehension. What a definition
    /// evaluates outside itself, such as its decorators and defaults, is in the scope around it.
    /// </summary>
    public AstNode GetEnclosingScope(AstNode node)
    {
        var child = node;
        AstNode? grandchild = null;
        foreach (var parent in GetAncestors(node))
        {
            if (IsInside(parent, child, grandchild))
                return parent;
            grandchild = child;
            child = parent;
        }

        return Root;
    }

    private static bool IsInside(AstNode scope, AstNode child, AstNode? grandchild) => scope switch
    {
        Mod => true,
        FunctionDefStmt function => child is Stmt statement && function.Body.Contains(statement),
        AsyncFunctionDefStmt function => child is Stmt statement && function.Body.Contains(statement),
        ClassDefStmt type => child is Stmt statement && type.Body.Contains(statement),
        LambdaExpr lambda => ReferenceEquals(child, lambda.Body),
        ListCompExpr list => IsInside(list.Generators[0], child, grandchild),
        SetCompExpr set => IsInside(set.Generators[0], child, grandchild),
        DictCompExpr dict => IsInside(dict.Generators[0], child, grandchild),
        GeneratorExpExpr generator => IsInside(generator.Generators[0], child, grandchild),
        _ => false,
    };

    // The first iterable of a comprehension is evaluated outside it.
    private static bool IsInside(Comprehension first, AstNode child, AstNode? grandchild) =>
        !ReferenceEquals(child, first) || !ReferenceEquals(grandchild, first.Iter);
}
