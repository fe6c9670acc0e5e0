using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <summary>
/// A run of instructions that is entered only at its start and left only at its end, and what the passes over the flow
/// graph have found out about it. Blocks are chained by <see cref="Next"/> in the order of the code.
/// </summary>
internal sealed class BasicBlock
{
    private FlowInstruction[] _instructions = [];

    /// <summary>How many instructions there are. Lowering it keeps the slots behind as they are.</summary>
    public int Count { get; set; }

    /// <summary>The block behind this one in the code, to which control falls through.</summary>
    public BasicBlock? Next { get; set; }

    /// <summary>Whether a jump or an exception handler in the unit's own code names this block.</summary>
    public bool HasLabel { get; set; }

    /// <summary>How many ways lead here: jumps, handlers and falling through.</summary>
    public int Predecessors { get; set; }

    /// <summary>The depth of the stack on entry; negative where it is not known.</summary>
    public int StartDepth { get; set; } = int.MinValue;

    /// <summary>Whether entering this block as a handler pushes the offset of what raised.</summary>
    public bool PreservesLasti { get; set; }

    /// <summary>A mark for the pass that is under way.</summary>
    public bool Visited { get; set; }

    /// <summary>Whether this block starts an exception handler.</summary>
    public bool IsHandler { get; set; }

    /// <summary>Whether only exceptions lead here.</summary>
    public bool IsCold { get; set; }

    /// <summary>Whether it can be reached without an exception.</summary>
    public bool IsWarm { get; set; }

    /// <summary>The first 64 local variables that may be unbound on entry, one bit each.</summary>
    public ulong UnsafeLocals { get; set; }

    /// <summary>The exception handlers in force on entry, while they are being worked out.</summary>
    public HandlerStack? Handlers { get; set; }

    /// <summary>The position of the first instruction in the linear code, once there is one.</summary>
    public int Position { get; set; }

    /// <summary>The instructions, to read and to change in place.</summary>
    public Span<FlowInstruction> Instructions => _instructions.AsSpan(0, Count);

    /// <summary>The last instruction's opcode; NOP when there is none.</summary>
    public Opcode LastOpcode => Count == 0 ? Opcode.Nop : _instructions[Count - 1].Opcode;

    /// <summary>Whether control can come to the end of the block and go on with the next one.</summary>
    public bool FallsThrough => !OpcodeClass.IsScopeExit(LastOpcode) && !OpcodeClass.IsUnconditionalJump(LastOpcode);

    /// <summary>Whether the block ends by leaving the frame.</summary>
    public bool ExitsScope => OpcodeClass.IsScopeExit(LastOpcode);

    /// <summary>The instruction at an index.</summary>
    public ref FlowInstruction this[int index] => ref _instructions[index];

    /// <summary>The last instruction of a block that has one.</summary>
    public ref FlowInstruction Last => ref _instructions[Count - 1];

    /// <summary>
    /// Adds an instruction. Its handler is what a removed instruction left in the slot: CPython's exception tables
    /// show that, so it is kept.
    /// </summary>
    public void Add(Opcode opcode, int oparg, SourceSpan span, BasicBlock? target = null)
    {
        EnsureRoom();
        ref var instruction = ref _instructions[Count++];
        instruction.Opcode = opcode;
        instruction.Oparg = oparg;
        instruction.Span = span;
        instruction.Target = target;
    }

    /// <summary>Adds copies of another block's instructions, which may be this one.</summary>
    public void AddAllOf(BasicBlock other)
    {
        var count = other.Count;
        for (var i = 0; i < count; i++)
        {
            EnsureRoom();
            _instructions[Count++] = other._instructions[i];
        }
    }

    /// <summary>Puts an instruction without target and handler before the one at an index.</summary>
    public void Insert(int index, Opcode opcode, int oparg, SourceSpan span)
    {
        EnsureRoom();
        Array.Copy(_instructions, index, _instructions, index + 1, Count - index);
        Count++;
        _instructions[index] = new FlowInstruction { Opcode = opcode, Oparg = oparg, Span = span };
    }

    /// <summary>Whether no instruction has a line.</summary>
    public bool HasNoLine()
    {
        foreach (ref var instruction in Instructions)
        {
            if (instruction.Span.Line >= 0)
                return false;
        }

        return true;
    }

    /// <summary>Whether some instruction looks for signals and requests of other threads.</summary>
    public bool ChecksEvalBreaker()
    {
        foreach (ref var instruction in Instructions)
        {
            if (OpcodeClass.ChecksEvalBreaker(instruction.Opcode))
                return true;
        }

        return false;
    }

    /// <summary>This block, or the first one behind it that has instructions.</summary>
    public static BasicBlock? FirstNonEmpty(BasicBlock? block)
    {
        while (block is { Count: 0 })
            block = block.Next;
        return block;
    }

    private void EnsureRoom()
    {
        if (Count == _instructions.Length)
            Array.Resize(ref _instructions, Math.Max(4, Count * 2));
    }
}
