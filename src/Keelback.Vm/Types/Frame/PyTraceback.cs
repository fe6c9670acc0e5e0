namespace Keelback.Vm;

/// <summary>One step of a traceback: a frame that an exception left, and where. Its getters stand beside.</summary>
internal sealed partial class PyTraceback : PyObject
{
    public PyTraceback(PyTraceback? next, PyFrame frame, int instruction)
        : base(TypeObject)
    {
        Next = next;
        Frame = frame;
        Instruction = instruction;
    }

    /// <summary>The step nearer to where the exception was raised.</summary>
    [PyField]
    public partial PyTraceback? Next { get; set; }

    [PyField]
    public partial PyFrame Frame { get; private set; }

    /// <summary>The index of the instruction.</summary>
    public int Instruction { get; }

    /// <summary>The line, where Python code gave one itself; else that of the instruction.</summary>
    public int? GivenLineNumber { get; set; }

    public int LineNumber => GivenLineNumber ?? LineNumbers.At(Frame.Code.Executable, Instruction);
}
