namespace Keelback.Vm;

/// <summary>One step of a traceback: a frame that an exception left, and where.</summary>
internal sealed partial class PyTraceback : PyObject
{
    private readonly int? _givenLineNumber;

    public PyTraceback(PyTraceback? next, PyFrame frame, int instruction, int? lineNumber = null)
        : base(TypeObject)
    {
        Next = next;
        Frame = frame;
        Instruction = instruction;
        _givenLineNumber = lineNumber;
    }

    /// <summary>The step nearer to where the exception was raised.</summary>
    [PyField]
    public partial PyTraceback? Next { get; set; }

    [PyField]
    public partial PyFrame Frame { get; private set; }

    /// <summary>The index of the instruction.</summary>
    public int Instruction { get; }

    public int LineNumber => _givenLineNumber ?? LineNumbers.At(Frame.Code.Executable, Instruction);

    private static partial PyValue New(
        PyThread thread, PyType cls, PyValue tbNext, PyValue tbFrame, long tbLasti, long tbLineno)
    {
        if (!tbNext.IsNone && tbNext.Ref is not PyTraceback)
            throw Raise.TypeError($"expected traceback object or None, got '{tbNext.Type.Name}'");
        if (tbFrame.Ref is not PyFrame frame)
            throw Raise.TypeError($"traceback() argument 'tb_frame' must be frame, not {tbFrame.Type.Name}");
        var instruction = tbLasti < 0 ? -1 : frame.Code.Executable.IndexOf((int)tbLasti);
        return new PyTraceback(tbNext.Ref as PyTraceback, frame, instruction, (int)tbLineno);
    }

    private static partial PyValue GetFrame(PyThread thread, PyTraceback self) => self.Frame;

    private static partial long GetLastInstruction(PyThread thread, PyTraceback self) =>
        LineNumbers.OffsetAt(self.Frame.Code.Executable, self.Instruction);

    private static partial PyValue GetNext(PyThread thread, PyTraceback self) => self.Next.OrNone();

    private static partial void SetNext(PyThread thread, PyTraceback self, PyValue value)
    {
        if (value.IsMissing)
            throw Raise.TypeError("can't delete tb_next attribute");
        if (!value.IsNone && value.Ref is not PyTraceback)
            throw Raise.TypeError($"expected traceback object, got '{value.Type.Name}'");
        for (var step = value.Ref as PyTraceback; step is not null; step = step.Next)
        {
            if (ReferenceEquals(step, self))
                throw Raise.ValueError("traceback loop detected");
        }

        self.Next = value.Ref as PyTraceback;
    }

    private static partial long GetLineNumber(PyThread thread, PyTraceback self) => self.LineNumber;

    private static partial PyValue Dir(PyThread thread, PyTraceback self) => new PyList(
    [
        PyStr.Intern("tb_frame"), PyStr.Intern("tb_next"), PyStr.Intern("tb_lasti"), PyStr.Intern("tb_lineno"),
    ]);
}
