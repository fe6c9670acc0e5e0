using System.Runtime.InteropServices;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <summary>
/// What code generation writes: instructions one behind the other, with pseudo-instructions among them, and labels
/// between them that jumps and exception handlers refer to. The flow graph is built from it.
/// </summary>
internal sealed class InstructionSequence
{
    private const int Unplaced = -1;

    private readonly List<Instruction> _instructions = [];
    private readonly List<int> _labelPositions = [];

    /// <summary>The location of an instruction that takes the location of the instruction behind it.</summary>
    public static SourceSpan NextLocation => new(-2, -2, -2, -2);

    /// <summary>How many instructions there are: the position of the next one.</summary>
    public int Count => _instructions.Count;

    /// <summary>
    /// The code that evaluates a module's or class's annotations; it goes where ANNOTATIONS_PLACEHOLDER stands, which
    /// vanishes without it. It has no labels and no jumps.
    /// </summary>
    public InstructionSequence? AnnotationsCode { get; set; }

    /// <summary>The instructions by position; not to be kept while more are added.</summary>
    public ReadOnlySpan<Instruction> Instructions => CollectionsMarshal.AsSpan(_instructions);

    /// <summary>The instruction at a position.</summary>
    public Instruction this[int position] => _instructions[position];

    /// <summary>Makes a label that has no place yet.</summary>
    public Label NewLabel()
    {
        _labelPositions.Add(Unplaced);
        return new Label(_labelPositions.Count - 1);
    }

    /// <summary>Places a label before the instruction that is added next.</summary>
    public void UseLabel(Label label) => _labelPositions[label.Id] = Count;

    /// <summary>Adds an instruction with an oparg.</summary>
    public void Add(Opcode opcode, int oparg, SourceSpan span) =>
        _instructions.Add(new Instruction(opcode, oparg, span));

    /// <summary>Adds an instruction without an oparg.</summary>
    public void Add(Opcode opcode, SourceSpan span) => Add(opcode, 0, span);

    /// <summary>Adds a jump, or a pseudo-instruction that names an exception handler.</summary>
    public void AddJump(Opcode opcode, Label target, SourceSpan span) => Add(opcode, target.Id, span);

    /// <summary>Puts an instruction without a label between others; labels at the position stay with what was there.</summary>
    public void InsertAt(int position, Opcode opcode, int oparg, SourceSpan span)
    {
        _instructions.Insert(position, new Instruction(opcode, oparg, span));
        for (var i = 0; i < _labelPositions.Count; i++)
        {
            if (_labelPositions[i] >= position)
                _labelPositions[i]++;
        }
    }

    /// <summary>The position of the instruction that a placed label stands before.</summary>
    public int PositionOf(Label label) => _labelPositions[label.Id];

    /// <summary>One instruction; the oparg of one that has a target is the label's number.</summary>
    internal readonly record struct Instruction(Opcode Opcode, int Oparg, SourceSpan Span);
}
