using System.Collections.Immutable;
using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>
/// A compiled module, class body, function or expression, in the portable form that .pyc files hold: CPython 3.14's
/// instructions and tables, byte for byte. It is immutable, and compared by content.
/// </summary>
public sealed record CodeObject : Constant
{
    /// <summary>The number of positional parameters, with the positional-only ones and without *args.</summary>
    public int ArgCount { get; init; }

    /// <summary>The number of positional-only parameters.</summary>
    public int PosOnlyArgCount { get; init; }

    /// <summary>The number of keyword-only parameters, without **kwargs.</summary>
    public int KwOnlyArgCount { get; init; }

    /// <summary>How many values the evaluation stack must have room for.</summary>
    public int StackSize { get; init; }

    /// <summary>The CO_* flags.</summary>
    public CodeFlags Flags { get; init; }

    /// <summary>The instructions: code units of two bytes, with empty inline caches.</summary>
    public ImmutableArray<byte> Code { get; init; } = [];

    /// <summary>What LOAD_CONST finds: co_consts.</summary>
    public ImmutableArray<Constant> Constants { get; init; } = [];

    /// <summary>The names of globals, attributes and imports: co_names.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>The names of the frame's variables: parameters, locals, cells, free variables.</summary>
    public ImmutableArray<string> LocalsPlusNames { get; init; } = [];

    /// <summary>What each of the frame's variables is: <see cref="LocalKinds"/> bits.</summary>
    public ImmutableArray<byte> LocalsPlusKinds { get; init; } = [];

    /// <summary>The name of the source file.</summary>
    public string FileName { get; init; } = "";

    /// <summary>The function's or class's name, or one such as &lt;module&gt;.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name with those of the functions and classes around it.</summary>
    public string QualifiedName { get; init; } = "";

    /// <summary>The first line in the source file, from 1.</summary>
    public int FirstLineNumber { get; init; }

    /// <summary>Where each instruction comes from; see <see cref="LocationTable"/>.</summary>
    public ImmutableArray<byte> LineTable { get; init; } = [];

    /// <summary>Which handler guards which instructions; see <see cref="Bytecode.ExceptionTable"/>.</summary>
    public ImmutableArray<byte> ExceptionTable { get; init; } = [];

    /// <summary>The number of local variables, parameters included: co_nlocals.</summary>
    public int LocalCount => CountOf(LocalKinds.Local);

    /// <summary>The number of cells.</summary>
    public int CellCount => CountOf(LocalKinds.Cell);

    /// <summary>The number of free variables, which stand last among the frame's variables.</summary>
    public int FreeCount => CountOf(LocalKinds.Free);

    /// <summary>The local variables' names, parameters first: co_varnames.</summary>
    public ImmutableArray<string> VarNames => NamesOf(LocalKinds.Local);

    /// <summary>The names of the variables that inner functions use: co_cellvars.</summary>
    public ImmutableArray<string> CellVars => NamesOf(LocalKinds.Cell);

    /// <summary>The names of the outer functions' variables: co_freevars.</summary>
    public ImmutableArray<string> FreeVars => NamesOf(LocalKinds.Free);

    /// <summary>How many parameters there are in all, *args and **kwargs included.</summary>
    public int ParameterCount =>
        ArgCount
        + KwOnlyArgCount
        + (Flags.HasFlag(CodeFlags.VarArgs) ? 1 : 0)
        + (Flags.HasFlag(CodeFlags.VarKeywords) ? 1 : 0);

    /// <summary>What the variable at an index of the frame is.</summary>
    public LocalKinds KindOf(int index) => (LocalKinds)LocalsPlusKinds[index];

    /// <inheritdoc/>
    public bool Equals(CodeObject? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && ArgCount == other.ArgCount
            && PosOnlyArgCount == other.PosOnlyArgCount
            && KwOnlyArgCount == other.KwOnlyArgCount
            && StackSize == other.StackSize
            && Flags == other.Flags
            && FirstLineNumber == other.FirstLineNumber
            && Name == other.Name
            && QualifiedName == other.QualifiedName
            && FileName == other.FileName
            && Code.AsSpan().SequenceEqual(other.Code.AsSpan())
            && Constants.AsSpan().SequenceEqual(other.Constants.AsSpan())
            && Names.AsSpan().SequenceEqual(other.Names.AsSpan())
            && LocalsPlusNames.AsSpan().SequenceEqual(other.LocalsPlusNames.AsSpan())
            && LocalsPlusKinds.AsSpan().SequenceEqual(other.LocalsPlusKinds.AsSpan())
            && LineTable.AsSpan().SequenceEqual(other.LineTable.AsSpan())
            && ExceptionTable.AsSpan().SequenceEqual(other.ExceptionTable.AsSpan()));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(QualifiedName, StringComparer.Ordinal);
        hash.Add(FirstLineNumber);
        hash.AddBytes(Code.AsSpan());
        return hash.ToHashCode();
    }

    /// <summary>As Python shows it, without the address.</summary>
    public override string ToString() => $"<code object {Name}, file \"{FileName}\", line {FirstLineNumber}>";

    private int CountOf(LocalKinds kind) => LocalsPlusKinds.Count(bits => ((LocalKinds)bits & kind) != 0);

    private ImmutableArray<string> NamesOf(LocalKinds kind) =>
        [.. LocalsPlusNames.Where((_, index) => (KindOf(index) & kind) != 0)];
}
