using System.Collections.Immutable;
using Keelback.Text;

namespace Keelback.Ast;

/// <summary>
/// A node of the syntax tree. Nodes are immutable and compared by reference; <see cref="StructurallyEquals"/> compares
/// what they hold. The classes themselves are generated from spec/ast; here is what all of them share.
/// </summary>
public abstract class AstNode
{
    private protected AstNode(SourceSpan span) => Span = span;

    /// <summary>The place in the source; <see cref="SourceSpan.None"/> for classes without position attributes.</summary>
    public SourceSpan Span { get; }

    /// <summary>Which class the node is of.</summary>
    public abstract NodeKind NodeKind { get; }

    /// <summary>What is known of the node's class: Python's name, fields, doc.</summary>
    public AstTypeInfo Info => AstMetadata.Of(NodeKind);

    /// <summary>The child nodes in the order of the fields; what a field leaves out is not among them.</summary>
    public IReadOnlyList<AstNode> ChildNodes
    {
        get
        {
            var children = new List<AstNode>();
            AddChildrenTo(children);
            return children;
        }
    }

    /// <summary>Calls the visitor's method for the node's class.</summary>
    public abstract void Accept(AstVisitor visitor);

    /// <summary>Calls the visitor's method for the node's class and gives its result.</summary>
    public abstract TResult Accept<TResult>(AstVisitor<TResult> visitor);

    /// <summary>The node at another place; itself where its class has no place.</summary>
    public virtual AstNode WithSpan(SourceSpan span) => this;

    /// <summary>
    /// The value of a field, in the order of <see cref="AstTypeInfo.Fields"/>: a node, a string, an int, a constant, an
    /// enum's member, an immutable array of these, or null.
    /// </summary>
    public abstract object? GetField(int index);

    /// <summary>Adds the child nodes to a collection.</summary>
    public virtual void AddChildrenTo(ICollection<AstNode> children)
    {
    }

    /// <summary>Whether two trees hold the same, and with <paramref name="compareSpans"/> at the same places.</summary>
    public bool StructurallyEquals(AstNode? other, bool compareSpans = false)
    {
        if (other is null)
            return false;
        var left = new List<AstNode> { this };
        var right = new List<AstNode> { other };
        while (left.Count > 0)
        {
            var a = left[^1];
            var b = right[^1];
            left.RemoveAt(left.Count - 1);
            right.RemoveAt(right.Count - 1);
            if (ReferenceEquals(a, b))
                continue;
            if ((compareSpans && a.Span != b.Span) || !a.HasSameShape(b))
                return false;
            a.AddChildrenTo(left);
            b.AddChildrenTo(right);
        }

        return true;
    }

    /// <summary>
    /// Whether the other node is of this class and equal in all but the child nodes, which are as many in each field.
    /// </summary>
    private protected abstract bool HasSameShape(AstNode other);

    private protected static ImmutableArray<T> OrEmpty<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;

    private protected static bool HasSameHoles<T>(ImmutableArray<T?> left, ImmutableArray<T?> right)
        where T : AstNode
    {
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] is null != right[i] is null)
                return false;
        }

        return true;
    }
}
