namespace Keelback.Vm;

/// <summary>What Python code sees of a frame.</summary>
internal sealed partial class PyFrame
{
    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var frame = (PyFrame)self.Ref!;
        var file = Operators.Repr(thread, PyStr.From(frame.Code.Portable.FileName)).Value;
        return PyStr.From(
            $"<frame at {ObjectIdentity.Address(thread, self)}, file {file}, line {frame.LineNumber}, code {frame.Code.Name.Value}>");
    }

    private static partial PyValue GetBack(PyThread thread, PyFrame self) => self.Back.OrNone();

    private static partial PyValue GetLocals(PyThread thread, PyFrame self)
    {
        var own = self.Namespace;
        return own.IsMissing ? new PyFrameLocals(self) : own;
    }

    private static partial PyValue GetLineNumber(PyThread thread, PyFrame self) =>
        self.LineNumber > 0 ? PyValue.FromInt(self.LineNumber) : PyValue.None;

    private static partial void SetLineNumber(PyThread thread, PyFrame self, PyValue value) =>
        throw Raise.ValueError("f_lineno can only be set in a trace function");

    private static partial PyValue GetTrace(PyThread thread, PyFrame self) => self.Trace.OrNone();

    private static partial void SetTrace(PyThread thread, PyFrame self, PyValue value) =>
        self.Trace = value.IsNone ? default : value;

    private static partial PyValue GetCode(PyThread thread, PyFrame self) => self.Code;

    private static partial PyValue GetBuiltins(PyThread thread, PyFrame self) => self.Builtins;

    private static partial PyValue GetGlobals(PyThread thread, PyFrame self) => self.Globals;

    private static partial long GetLastInstruction(PyThread thread, PyFrame self) =>
        LineNumbers.OffsetAt(self.Code.Executable, self.Instruction);

    private static partial PyValue GetTraceLines(PyThread thread, PyFrame self) => PyValue.FromBool(self.TraceLines);

    private static partial void SetTraceLines(PyThread thread, PyFrame self, PyValue value) =>
        self.TraceLines = value.IsBool ? value.IsTrue : throw Raise.TypeError("attribute value type must be bool");

    private static partial PyValue GetTraceOpcodes(PyThread thread, PyFrame self) => PyValue.FromBool(self.TraceOpcodes);

    private static partial void SetTraceOpcodes(PyThread thread, PyFrame self, PyValue value) =>
        self.TraceOpcodes = value.IsBool ? value.IsTrue : throw Raise.TypeError("attribute value type must be bool");

    private static partial PyValue GetGenerator(PyThread thread, PyFrame self) => self.Activation?.Generator.OrNone() ?? PyValue.None;

    private static partial void Clear(PyThread thread, PyFrame self)
    {
        if (self.Activation is { } frame)
        {
            if (frame.Generator is not { } generator || generator.State == GeneratorState.Running)
                throw Raise.RuntimeError("cannot clear an executing frame");
            if (generator.State == GeneratorState.Suspended && generator.Kind == GeneratorKind.Generator)
                throw Raise.RuntimeError("cannot clear a suspended frame");
            generator.Discard();
        }

        self.Places.Clear();
    }

    private static partial long SizeOf(PyThread thread, PyFrame self) => 64 + (16 * self.Code.Executable.FrameSize);
}
