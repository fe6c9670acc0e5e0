using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>The form of a code object that the eval loop runs, made when it is first called.</summary>
internal sealed class ExecutableCode
{
    private readonly CodeObject _portable;

    // The offset at which each instruction begins, its EXTENDED_ARGs included: what jumps and handlers lead to.
    private readonly int[] _starts;

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
        (Instructions, Offsets, _starts) = Decode(_portable);
        Caches = new InlineCache?[Instructions.Length];
        for (var i = 0; i < Instructions.Length; i++)
        {
            if (OpcodeMetadata.CacheUnits(Instructions[i].Opcode) > 0)
                Caches[i] = new InlineCache();
        }

        Handlers = [.. ExceptionTable.Read(_portable).Select(entry => new HandlerRange(
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

    /// <summary>The index of the instruction at an offset of the portable code, in bytes; of its EXTENDED_ARG as well.</summary>
    public int IndexOf(int offset) => FindIndex(_starts, offset);

    private static (Instruction[] Instructions, int[] Offsets, int[] Starts) Decode(CodeObject portable)
    {
        var decoded = InstructionReader.Read(portable).ToArray();
        var starts = Array.ConvertAll(decoded, instruction => instruction.StartOffset);
        var instructions = Array.ConvertAll(decoded, instruction => new Instruction(
            instruction.Opcode,
            instruction.JumpTarget is { } target ? Math.Min(FindIndex(starts, target), decoded.Length - 1) : instruction.Oparg));
        return (instructions, Array.ConvertAll(decoded, instruction => instruction.Offset), starts);
    }

    private static int FindIndex(int[] starts, int offset)
    {
        var index = Array.BinarySearch(starts, offset);
        return index >= 0 ? index : ~index;
    }
}

/// <summary>A range of instructions, its end exclusive, whose exceptions are handled at an instruction.</summary>
internal readonly record struct HandlerRange(int Start, int End, int Target, int Depth, bool PushesLastInstruction);
