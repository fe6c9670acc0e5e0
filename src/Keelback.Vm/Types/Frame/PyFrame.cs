namespace Keelback.Vm;

/// <summary>
/// A frame as Python code sees it. While the activation lives it looks into it; when that ends, it takes over what it
/// needs. Its getters stand beside.
/// </summary>
internal sealed partial class PyFrame : PyObject
{
    private Frame? _frame;
    private int _instruction;
    private readonly ExecutableCode _code;

    private PyFrame(Frame frame)
        : base(TypeObject)
    {
        _frame = frame;
        _code = frame.Code;
        Function = frame.Function;
    }

    [PyField]
    public partial PyFunction Function { get; private set; }

    /// <summary>The trace function of this frame, or missing.</summary>
    [PyField]
    public partial PyValue Trace { get; set; }

    /// <summary>What f_locals was given under names that are no variables.</summary>
    [PyField]
    public partial PyDict? ExtraLocals { get; set; }

    /// <summary>Whether line events are wanted.</summary>
    public bool TraceLines { get; set; } = true;

    /// <summary>Whether opcode events are wanted.</summary>
    public bool TraceOpcodes { get; set; }

    /// <summary>The activation; null once it has ended.</summary>
    public Frame? Activation => _frame;

    public PyCode Code => _code.Code;

    public PyDict Globals => Function.Globals;

    public PyDict Builtins => Function.Builtins;

    /// <summary>The index of the instruction that the frame is at.</summary>
    public int Instruction => _frame is { } frame ? frame.InstructionPointer - 1 : _instruction;

    /// <summary>The line that the frame is at, or 0.</summary>
    public int LineNumber => LineNumbers.At(Code.Executable, Instruction);

    /// <summary>The caller's frame; null at the end, and once the activation has ended.</summary>
    public PyFrame? Back => _frame is { } frame
        ? frame.Previous is { } previous ? Of(previous) : null
        : DetachedBack;

    [PyField]
    private partial PyFrame? DetachedBack { get; set; }

    [PyField]
    private partial PyValue[]? DetachedPlaces { get; set; }

    [PyField]
    private partial PyValue DetachedLocals { get; set; }

    /// <summary>The namespace of a module or class body; missing for a function.</summary>
    public PyValue Namespace => _frame is { } frame ? frame.Locals : DetachedLocals;

    /// <summary>The locals, cells and free variables.</summary>
    public Span<PyValue> Places => _frame is { } frame ? frame.LocalPlaces : DetachedPlaces;

    /// <summary>The frame object of an activation.</summary>
    public static PyFrame Of(Frame frame) => frame.Object ??= new PyFrame(frame);

    /// <summary>The activation ends: what it held lives on here.</summary>
    public void Detach(Frame frame)
    {
        DetachedPlaces = frame.LocalPlaces.ToArray();
        DetachedLocals = frame.Locals;
        DetachedBack = frame.Previous is { } previous && frame.Generator is null ? Of(previous) : null;
        _instruction = frame.InstructionPointer - 1;
        _frame = null;
    }
}
