using System.Runtime.CompilerServices;
using Keelback.Ast;
using Keelback.Lexer;

namespace Keelback.Parser;

/// <summary>What the second pass remembers of productions, the limit of nesting, and names.</summary>
internal sealed partial class Parser
{
    /// <summary>Deeper trees would overflow the stack of whoever walks them.</summary>
    private const int MaximumDepth = 6000;

    private readonly Dictionary<(int Mark, int Rule), (object? Node, int End)> _memory = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _nameLookup;
    private int _depth;

    /// <summary>Where the first pass found a bracket whose display does not match, so that it is not tried again.</summary>
    private readonly HashSet<int> _brokenDisplays = [];

    private enum Rule
    {
        Expression,
        StarExpression,
        NamedExpressionMistakes,
        Arguments,
        Primary,
        AwaitPrimary,
        Factor,

        Strings,
        StarTarget,
        DelTarget,
        Block,
        SimpleStatement,
        ClosedPattern,
        TypeParam,
        GroupTarget,

        /// <summary>The rules of the precedence levels are this number and more.</summary>
        Operation,
    }

    private bool Recall<T>(Rule rule, out T? node)
        where T : class
    {
        node = null;
        if (!_isSecondPass || !_memory.TryGetValue((_mark, (int)rule), out var entry))
            return false;
        node = (T?)entry.Node;
        _mark = entry.End;
        return true;
    }

    private T? Remember<T>(Rule rule, int start, T? node)
        where T : class
    {
        if (_isSecondPass && !_failed)
            _memory[(start, (int)rule)] = (node, _mark);
        return node;
    }

    /// <summary>Counts a level of nesting; false, with an error, where there are too many.</summary>
    private bool Enter()
    {
        if (_failed)
            return false;
        if (++_depth <= MaximumDepth && RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return true;
        _depth--;
        RaiseTooComplex();
        return false;
    }

    private void Leave() => _depth--;

    private string NameText(int index)
    {
        ref readonly var token = ref _tokens[index];
        var text = token.GetText(_source);
        if (_nameLookup.TryGetValue(text, out var name))
            return name;
        name = token.IsAscii ? text.ToString() : IdentifierNormalization.Normalize(text.ToString());
        _nameLookup[text] = name;
        return name;
    }

    private NameExpr? Name()
    {
        if (Kind != TokenKind.Name)
            return null;
        _mark++;
        return new NameExpr(NameText(_mark - 1), ExprContext.Load, _tokens[_mark - 1].Span);
    }

    private string? Identifier()
    {
        if (Kind != TokenKind.Name)
            return null;
        _mark++;
        return NameText(_mark - 1);
    }
}
