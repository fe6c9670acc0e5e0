using System.Collections.Immutable;
using System.Text;

namespace Keelback.Ast;

/// <summary>
/// Writes nodes as source text. A node that binds more loosely than its place asks for goes into parentheses; the place
/// says so just before the node is visited. Here is the writing itself; nodes are in the other parts by theme.
/// </summary>
internal sealed partial class UnparseVisitor : AstVisitor
{
    private readonly Dictionary<int, string> _typeIgnores = [];
    private StringBuilder _text = new();

    // What the place of the node now visited asks for: to be read before a child is put.
    private int _asked = Precedence.Test;

    private int _indentation;
    private bool _isInTryStar;
    private bool _isInteractive;

    /// <summary>The text of a whole tree; <paramref name="precedence"/> is what its place asks for.</summary>
    public string Write(AstNode node, int precedence = Precedence.Test)
    {
        Put(node, precedence);
        return _text.ToString();
    }

    protected override void DefaultVisit(AstNode node) =>
        throw new AstUnparseException($"a {node.Info.Name} has no source text of its own");

    private void Put(AstNode node, int precedence = Precedence.Test)
    {
        _asked = precedence;
        Visit(node);
    }

    private void Put(string text) => _text.Append(text);

    private void PutList<T>(ImmutableArray<T> nodes, int precedence = Precedence.Test)
        where T : AstNode
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i > 0)
                Put(", ");
            Put(nodes[i], precedence);
        }
    }

    // A list that would not be a tuple without a comma when it has one item.
    private void PutItems<T>(ImmutableArray<T> nodes)
        where T : AstNode
    {
        PutList(nodes);
        if (nodes.Length == 1)
            Put(",");
    }

    private void PutOptional(string before, AstNode? node)
    {
        if (node is null)
            return;
        Put(before);
        Put(node);
    }

    private void Open(bool condition)
    {
        if (condition)
            Put("(");
    }

    private void Close(bool condition)
    {
        if (condition)
            Put(")");
    }

    private void StartLine(string text, bool allowsSemicolon = true)
    {
        if (_isInteractive && _indentation == 0 && allowsSemicolon)
        {
            Put(_text.Length > 0 ? "; " : "");
        }
        else
        {
            BreakLine();
            _text.Append(' ', 4 * _indentation);
        }

        Put(text);
    }

    private void BreakLine()
    {
        if (_text.Length > 0)
            Put("\n");
    }

    private void PutBlock(ImmutableArray<Stmt> body, string? comment = null)
    {
        Put(":");
        Put(comment ?? "");
        _indentation++;
        VisitAll(body);
        _indentation--;
    }

    private void PutBlock(string header, ImmutableArray<Stmt> body)
    {
        StartLine(header, allowsSemicolon: false);
        PutBlock(body);
    }

    private void PutElse(ImmutableArray<Stmt> body)
    {
        if (body.Length > 0)
            PutBlock("else", body);
    }

    private string? TypeComment(AstNode node, string? typeComment)
    {
        if (_typeIgnores.TryGetValue(node.Span.Line, out var ignore))
            return " # type: " + ignore;
        return typeComment is null ? null : " # type: " + typeComment;
    }
}
