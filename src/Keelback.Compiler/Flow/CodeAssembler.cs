using System.Collections.Immutable;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <summary>
/// The back end's entry: makes a code object of what code generation wrote. The graph passes stand in
/// <see cref="FlowGraph"/>; here its blocks are put in a line, jumps become distances, and bytes and tables are written.
/// </summary>
internal static class CodeAssembler
{
    /// <summary>Optimises a unit's instructions and makes its code object.</summary>
    public static CodeObject OptimizeAndAssemble(
        InstructionSequence sequence, UnitMetadata unit, CodeFlags flags, string fileName)
    {
        var graph = FlowGraph.Build(sequence, unit);
        graph.Optimize(FrameLayout.ParameterCount(unit, flags));
        var stackSize = graph.Lower(flags);
        var code = LinearCode.From(graph.Entry);
        code.ResolveJumps();
        var (names, kinds) = FrameLayout.Describe(unit, flags);
        return new CodeObject
        {
            Name = unit.Name,
            QualifiedName = unit.QualifiedName,
            FileName = fileName,
            FirstLineNumber = unit.FirstLineNumber,
            ArgCount = unit.PosOnlyArgCount + unit.ArgCount,
            PosOnlyArgCount = unit.PosOnlyArgCount,
            KwOnlyArgCount = unit.KwOnlyArgCount,
            Flags = flags,
            StackSize = Math.Max(stackSize, 1),
            Names = [.. unit.Names.Values],
            Constants = graph.UsedConstants,
            LocalsPlusNames = names,
            LocalsPlusKinds = kinds,
            Code = code.WriteInstructions(),
            LineTable = LocationTable.Write(code.Places(), unit.FirstLineNumber),
            ExceptionTable = ExceptionTable.Write(code.HandlerRanges()),
        };
    }
}
