using Keelback.Bytecode;

namespace Keelback.Compiler.Flow;

/// <summary>What the passes ask of an opcode, read off the specification once.</summary>
internal static class OpcodeClass
{
    private static readonly Traits[] s_traits = Collect(TraitsOf);
    private static readonly byte[] s_cacheUnits = Collect(info => (byte)OpcodeMetadata.CacheUnits(info.Opcode));

    [Flags]
    private enum Traits : byte
    {
        None = 0,
        Jump = 1,
        BlockPush = 2,
        Unconditional = 4,
        ScopeExit = 8,
        EvalBreaker = 16,
    }

    /// <summary>Whether it jumps, always or sometimes.</summary>
    public static bool IsJump(Opcode opcode) => Has(opcode, Traits.Jump);

    /// <summary>Whether it begins a block of code that a handler guards.</summary>
    public static bool IsBlockPush(Opcode opcode) => Has(opcode, Traits.BlockPush);

    /// <summary>Whether it names another block: where it jumps, or a handler.</summary>
    public static bool HasTarget(Opcode opcode) => Has(opcode, Traits.Jump | Traits.BlockPush);

    /// <summary>Whether it jumps whatever the stack holds.</summary>
    public static bool IsUnconditionalJump(Opcode opcode) => Has(opcode, Traits.Unconditional);

    /// <summary>Whether it jumps as the popped value says, and only ahead.</summary>
    public static bool IsConditionalJump(Opcode opcode) => opcode
        is Opcode.PopJumpIfFalse or Opcode.PopJumpIfTrue or Opcode.PopJumpIfNone or Opcode.PopJumpIfNotNone;

    /// <summary>Whether it returns or always raises.</summary>
    public static bool IsScopeExit(Opcode opcode) => Has(opcode, Traits.ScopeExit);

    /// <summary>Whether it must be the last instruction of its block.</summary>
    public static bool EndsBlock(Opcode opcode) => Has(opcode, Traits.Jump | Traits.ScopeExit);

    /// <summary>Whether it pushes a constant.</summary>
    public static bool LoadsConstant(Opcode opcode) => opcode is Opcode.LoadConst or Opcode.LoadSmallInt;

    /// <summary>Whether it looks for signals and requests of other threads.</summary>
    public static bool ChecksEvalBreaker(Opcode opcode) => Has(opcode, Traits.EvalBreaker);

    /// <summary>How many values it takes.</summary>
    public static int Popped(in FlowInstruction instruction) =>
        OpcodeMetadata.Popped(instruction.Opcode, instruction.Oparg);

    /// <summary>How many values it leaves.</summary>
    public static int Pushed(in FlowInstruction instruction) =>
        OpcodeMetadata.Pushed(instruction.Opcode, instruction.Oparg);

    /// <summary>How many code units of inline cache stand behind it.</summary>
    public static int CacheUnits(Opcode opcode) => s_cacheUnits[(int)opcode];

    private static bool ChecksEvalBreaker(OpcodeInfo info) => info.Flags.HasFlag(OpcodeFlags.ChecksEvalBreaker);

    private static bool Has(Opcode opcode, Traits traits) => (s_traits[(int)opcode] & traits) != 0;

    private static T[] Collect<T>(Func<OpcodeInfo, T> valueOf)
    {
        var table = new T[OpcodeMetadata.All.Max(info => (int)info.Opcode) + 1];
        foreach (var info in OpcodeMetadata.All)
            table[(int)info.Opcode] = valueOf(info);
        return table;
    }

    private static Traits TraitsOf(OpcodeInfo info)
    {
        var traits = info.HasJump ? Traits.Jump : Traits.None;
        if (info.BeginsBlock)
            traits |= Traits.BlockPush;
        if (info.Jump == JumpCondition.Always)
            traits |= Traits.Unconditional;
        if (info.Opcode is Opcode.ReturnValue or Opcode.RaiseVarargs or Opcode.Reraise)
            traits |= Traits.ScopeExit;
        if (ChecksEvalBreaker(info) || info.PseudoTargets.Any(target => ChecksEvalBreaker(OpcodeMetadata.Get(target))))
            traits |= Traits.EvalBreaker;
        return traits;
    }
}
