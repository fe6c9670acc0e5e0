using System.Collections.Immutable;
using Keelback.Bytecode;

namespace Keelback.Compiler.Flow;

/// <summary>
/// The order of a frame's variables: local variables, then cells that are no parameters, then free variables, with what
/// each of them is.
/// </summary>
internal static class FrameLayout
{
    /// <summary>The frame's index of each cell and each free variable, by their oparg in code generation's numbering.</summary>
    public static int[] DerefIndices(UnitMetadata unit)
    {
        var indices = new int[unit.CellVars.Count + unit.FreeVars.Count];
        var next = unit.VarNames.Count;
        for (var i = 0; i < indices.Length; i++)
        {
            var local = i < unit.CellVars.Count ? unit.VarNames.IndexOf(unit.CellVars[i]) : -1;
            indices[i] = local >= 0 ? local : next++;
        }

        return indices;
    }

    /// <summary>The variables' names and kinds.</summary>
    public static (ImmutableArray<string> Names, ImmutableArray<byte> Kinds) Describe(UnitMetadata unit, CodeFlags flags)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var kinds = ImmutableArray.CreateBuilder<byte>();
        foreach (var name in unit.VarNames.Values)
        {
            var kind = LocalKinds.Local | ParameterKind(unit, flags, names.Count);
            if (unit.FastHidden.Contains(name))
                kind |= LocalKinds.Hidden;
            if (unit.CellVars.Contains(name))
                kind |= LocalKinds.Cell;
            names.Add(name);
            kinds.Add((byte)kind);
        }

        foreach (var name in unit.CellVars.Values)
        {
            if (unit.VarNames.Contains(name))
                continue;
            names.Add(name);
            kinds.Add((byte)LocalKinds.Cell);
        }

        foreach (var name in unit.FreeVars.Values)
        {
            names.Add(name);
            kinds.Add((byte)LocalKinds.Free);
        }

        return (names.ToImmutable(), kinds.ToImmutable());
    }

    /// <summary>How many parameters there are, *args and **kwargs included.</summary>
    public static int ParameterCount(UnitMetadata unit, CodeFlags flags) =>
        unit.PosOnlyArgCount + unit.ArgCount + unit.KwOnlyArgCount
        + (flags.HasFlag(CodeFlags.VarArgs) ? 1 : 0)
        + (flags.HasFlag(CodeFlags.VarKeywords) ? 1 : 0);

    private static LocalKinds ParameterKind(UnitMetadata unit, CodeFlags flags, int index)
    {
        if (index < unit.PosOnlyArgCount)
            return LocalKinds.PositionalArgument;
        index -= unit.PosOnlyArgCount;
        if (index < unit.ArgCount)
            return LocalKinds.PositionalArgument | LocalKinds.KeywordArgument;
        index -= unit.ArgCount;
        if (index < unit.KwOnlyArgCount)
            return LocalKinds.KeywordArgument;
        index -= unit.KwOnlyArgCount;
        if (flags.HasFlag(CodeFlags.VarArgs) && index-- == 0)
            return LocalKinds.VariadicArgument | LocalKinds.PositionalArgument;
        return flags.HasFlag(CodeFlags.VarKeywords) && index == 0
            ? LocalKinds.VariadicArgument | LocalKinds.KeywordArgument
            : LocalKinds.None;
    }
}
