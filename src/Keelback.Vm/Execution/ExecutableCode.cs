using System.Collections.Immutable;
using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>The form of a code object that the eval loop runs, made when it is first called.</summary>
internal sealed class ExecutableCode
{
    private readonly CodeObject _portable;

    public ExecutableCode(PyCode code)
    {
        _portable = code.Portable;
        Code = code;
        Constants = code.Constants;
        Names = [.. _portable.Names.Select(PyStr.Intern)];
        LocalNames = [.. _portable.LocalsPlusNames.Select(PyStr.Intern)];
        LocalCount = _portable.LocalsPlusNames.Length;
        FrameSize = LocalCount + _portable.StackSize + 1;
        ArgumentCount = _portable.ArgCount;
        TotalParameterCount = _portable.ArgCount + _portable.KwOnlyArgCount
            + ((_portable.Flags & CodeFlags.VarArgs) != 0 ? 1 : 0)
            + ((_portable.Flags & CodeFlags.VarKeywords) != 0 ? 1 : 0);
        HasSimpleParameters = TotalParameterCount == ArgumentCount;
        (Instructions, Offsets) = Decode(_portable);
        Caches = new InlineCache?[Instructions.Length];
        for (var i = 0; i < Instructions.Length; i++)
        {
            if (OpcodeMetadata.GetCacheUnits(Instructions[i].Opcode) > 0)
                Caches[i] = new InlineCache();
        }

        Handlers = [.. ExceptionTable.Read(_portable.ExceptionTable).Select(entry => new HandlerRange(
            IndexOf(entry.Start), IndexOf(entry.End), IndexOf(entry.Target), entry.Depth, entry.PushesLastInstruction))];
    }

    public PyCode Code { get; }

    public Instruction[] Instructions { get; }

    /// <summary>For each instruction its offset in the portable code, in bytes.</summary>
    public int[] Offsets { get; }

    public InlineCache?[] Caches { get; }

    public PyValue[] Constants { get; }

    public PyStr[] Names { get; }

    /// <summary>The names of locals, cells and free variables, in the order of their places in the frame.</summary>
    public PyStr[] LocalNames { get; }

    /// <summary>How many places locals, cells and free variables take.</summary>
    public int LocalCount { get; }

    /// <summary>How many places a frame takes, the eval stack included.</summary>
    public int FrameSize { get; }

    /// <summary>Positional parameters.</summary>
    public int ArgumentCount { get; }

    /// <summary>All parameters, those that collect the rest included.</summary>
    public int TotalParameterCount { get; }

    /// <summary>Whether there are positional parameters alone.</summary>
    public bool HasSimpleParameters { get; }

    /// <summary>Where exceptions are handled; of ranges that overlap, the first in the list serves.</summary>
    public HandlerRange[] Handlers { get; }

    public CodeFlags Flags => _portable.Flags;

    /// <summary>The index of the instruction at an offset of the portable code, in bytes.</summary>
    public int IndexOf(int offset)
    {
        var index = Array.BinarySearch(Offsets, offset);
        return index >= 0 ? index : ~index;
    }

    private static (Instruction[] Instructions, int[] Offsets) Decode(CodeObject portable)
    {
        var decoded = InstructionReader.Read(portable.Code);
        var instructions = new Instruction[decoded.Length];
        var offsets = new int[decoded.Length];
        for (var i = 0; i < decoded.Length; i++)
            offsets[i] = decoded[i].Offset;
        for (var i = 0; i < decoded.Length; i++)
        {
            var argument = decoded[i].Argument;
            if (decoded[i].JumpTarget is { } target)
                argument = FindTarget(offsets, decoded, target);
            instructions[i] = new Instruction(decoded[i].Opcode, argument);
        }

        return (instructions, offsets);
    }

    // A jump may lead to the EXTENDED_ARG in front of an instruction, which the executable form does not have.
    private static int FindTarget(int[] offsets, ImmutableArray<DecodedInstruction> decoded, int target)
    {
        var index = Array.BinarySearch(offsets, target);
        if (index < 0)
            index = ~index;
        return Math.Min(index, decoded.Length - 1);
    }
}

/// <summary>A range of instructions, its end exclusive, whose exceptions are handled at an instruction.</summary>
internal readonly record struct HandlerRange(int Start, int End, int Target, int Depth, bool PushesLastInstruction);
