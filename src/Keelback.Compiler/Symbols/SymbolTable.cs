using Keelback.Ast;

namespace Keelback.Compiler.Symbols;

/// <summary>Which of the blocks that one node may own is meant.</summary>
internal enum BlockRole
{
    /// <summary>The node's own body.</summary>
    Body,

    /// <summary>The type parameters of a definition.</summary>
    TypeParameters,

    /// <summary>The annotations of a function's parameters, or of a module's or class's variables.</summary>
    Annotations,

    /// <summary>The default of a type variable, beside its bound.</summary>
    Default,
}

/// <summary>The blocks of a program, from the module downwards.</summary>
public sealed class SymbolTable
{
    private readonly Dictionary<(AstNode Node, BlockRole Role), SymbolBlock> _blocks = new(NodeComparer.Instance);

    internal SymbolTable()
    {
    }

    /// <summary>The block of the whole program.</summary>
    public SymbolBlock Top { get; internal set; } = new(0, "top", BlockKind.Module, default);

    internal int Count => _blocks.Count;

    internal void Add(AstNode node, BlockRole role, SymbolBlock block) => _blocks[(node, role)] = block;

    internal SymbolBlock? Find(AstNode node, BlockRole role) => _blocks.GetValueOrDefault((node, role));

    /// <summary>Two equal subtrees are two places, so nodes are told apart by reference.</summary>
    private sealed class NodeComparer : IEqualityComparer<(AstNode Node, BlockRole Role)>
    {
        public static NodeComparer Instance { get; } = new();

        public bool Equals((AstNode Node, BlockRole Role) x, (AstNode Node, BlockRole Role) y) =>
            ReferenceEquals(x.Node, y.Node) && x.Role == y.Role;

        public int GetHashCode((AstNode Node, BlockRole Role) key) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Node), key.Role);
    }
}
