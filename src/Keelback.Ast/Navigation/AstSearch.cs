using Keelback.Text;

namespace Keelback.Ast;

/// <summary>Finds nodes by their place in the source.</summary>
public static class AstSearch
{
    /// <summary>
    /// The innermost node at a line (from 1) and a column (in bytes of UTF-8, from 0); null where there is none. A node's
    /// end belongs to it only where nothing else begins there.
    /// </summary>
    public static AstNode? FindNodeAt(this AstNode root, int line, int column)
    {
        AstNode? best = null;
        var pending = new Stack<AstNode>();
        pending.Push(root);
        while (pending.TryPop(out var node))
        {
            if (node.Info.IsLocated)
            {
                if (!Contains(node.Span, line, column))
                {
                    // A decorator stands before the definition it belongs to, so children are looked at all the same.
                    if (!StandsBefore(node))
                        continue;
                }
                else if (best is null || IsNoWider(node.Span, best.Span))
                {
                    best = node;
                }
            }

            var children = node.ChildNodes;
            for (var i = children.Count - 1; i >= 0; i--)
                pending.Push(children[i]);
        }

        return best;
    }

    private static bool StandsBefore(AstNode node) =>
        node is FunctionDefStmt { DecoratorList.Length: > 0 }
            or AsyncFunctionDefStmt { DecoratorList.Length: > 0 }
            or ClassDefStmt { DecoratorList.Length: > 0 };

    private static bool Contains(SourceSpan span, int line, int column) =>
        (span.Line, span.Column).CompareTo((line, column)) <= 0 && (line, column).CompareTo((span.EndLine, span.EndColumn)) <= 0;

    private static bool IsNoWider(SourceSpan span, SourceSpan best) =>
        (span.Line, span.Column).CompareTo((best.Line, best.Column)) >= 0
        && ((span.EndLine, span.EndColumn).CompareTo((best.EndLine, best.EndColumn)) <= 0
            || (span.Line, span.Column).CompareTo((best.EndLine, best.EndColumn)) >= 0);
}
