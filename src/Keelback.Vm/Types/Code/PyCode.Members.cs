using System.Collections.Immutable;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Vm;

/// <summary>What Python code sees of a code object.</summary>
public sealed partial class PyCode
{
    private static partial PyValue New(
        PyThread thread,
        PyType cls,
        long argcount,
        long posonlyargcount,
        long kwonlyargcount,
        long nlocals,
        long stacksize,
        long flags,
        PyValue codestring,
        PyValue constants,
        PyValue names,
        PyValue varnames,
        PyStr filename,
        PyStr name,
        PyStr qualname,
        long firstlineno,
        PyValue linetable,
        PyValue exceptiontable,
        PyValue freevars,
        PyValue cellvars)
    {
        var variables = CodeParts.Strings(thread, varnames, "varnames");
        if (nlocals != variables.Length)
            throw Raise.ValueError("code: varnames is too small");
        return CodeParts.Make(new CodeObject
        {
            ArgCount = (int)argcount,
            PosOnlyArgCount = (int)posonlyargcount,
            KwOnlyArgCount = (int)kwonlyargcount,
            StackSize = (int)stacksize,
            Flags = (CodeFlags)flags,
            Code = CodeParts.Bytes(codestring, "code"),
            Constants = CodeParts.Constants(thread, constants),
            Names = CodeParts.Strings(thread, names, "names"),
            FileName = filename.Value,
            Name = name.Value,
            QualifiedName = qualname.Value,
            FirstLineNumber = (int)firstlineno,
            LineTable = CodeParts.Bytes(linetable, "linetable"),
            ExceptionTable = CodeParts.Bytes(exceptiontable, "exceptiontable"),
            LocalsPlusNames = [],
            LocalsPlusKinds = [],
        }, variables, CodeParts.Strings(thread, cellvars, "cellvars"), CodeParts.Strings(thread, freevars, "freevars"));
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var code = (PyCode)self.Ref!;
        return PyStr.From(
            $"<code object {code.Name.Value} at {ObjectIdentity.Address(thread, self)}, file \"{code.Portable.FileName}\", line {code.Portable.FirstLineNumber}>");
    }

    private static partial long Hash(PyThread thread, PyValue self) => ((PyCode)self.Ref!).Portable.GetHashCode();

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (left.Ref is not PyCode first || right.Ref is not PyCode second
            || op is not (ComparisonOperator.Eq or ComparisonOperator.Ne))
            return PyNotImplemented.Instance;
        return PyValue.FromBool(first.Portable.Equals(second.Portable) == (op == ComparisonOperator.Eq));
    }

    private static partial long GetArgCount(PyThread thread, PyCode self) => self.Portable.ArgCount;

    private static partial long GetPosOnlyArgCount(PyThread thread, PyCode self) => self.Portable.PosOnlyArgCount;

    private static partial long GetKwOnlyArgCount(PyThread thread, PyCode self) => self.Portable.KwOnlyArgCount;

    private static partial long GetStackSize(PyThread thread, PyCode self) => self.Portable.StackSize;

    private static partial long GetFlags(PyThread thread, PyCode self) => (long)self.Portable.Flags;

    private static partial PyValue GetNames(PyThread thread, PyCode self) => CodeParts.Tuple(self.Portable.Names);

    private static partial PyValue GetFileName(PyThread thread, PyCode self) => PyStr.From(self.Portable.FileName);

    private static partial PyValue GetName(PyThread thread, PyCode self) => self.Name;

    private static partial PyValue GetQualifiedName(PyThread thread, PyCode self) => self.QualifiedName;

    private static partial long GetFirstLineNumber(PyThread thread, PyCode self) => self.Portable.FirstLineNumber;

    private static partial PyValue GetLineTable(PyThread thread, PyCode self) => new PyBytes([.. self.Portable.LineTable]);

    private static partial PyValue GetExceptionTable(PyThread thread, PyCode self) => new PyBytes([.. self.Portable.ExceptionTable]);

    private static partial PyValue GetConstants(PyThread thread, PyCode self) => PyTuple.From(self.Constants);

    private static partial PyValue GetVarNames(PyThread thread, PyCode self) => CodeParts.Tuple(self.Portable.VarNames);

    private static partial PyValue GetCellVars(PyThread thread, PyCode self) => CodeParts.Tuple(self.Portable.CellVars);

    private static partial PyValue GetFreeVars(PyThread thread, PyCode self) => CodeParts.Tuple(self.Portable.FreeVars);

    private static partial PyValue GetCode(PyThread thread, PyCode self) => new PyBytes([.. self.Portable.Code]);

    private static partial long GetLocalCount(PyThread thread, PyCode self) => self.Portable.LocalCount;

    // The table of PEP 626's predecessor: pairs of byte and line increments.
    private static partial PyValue GetLineNumberTable(PyThread thread, PyCode self)
    {
        var table = new List<byte>();
        var (offset, line) = (0, self.Portable.FirstLineNumber);
        foreach (var entry in LocationTable.Read(self.Portable))
        {
            if (entry.Span.Line < 0 || entry.Span.Line == line)
                continue;
            var (bytes, lines) = (entry.Start - offset, entry.Span.Line - line);
            for (; bytes > 255; bytes -= 255)
                table.AddRange([255, 0]);
            for (; lines is > 127 or < -128; bytes = 0)
            {
                var step = lines > 0 ? 127 : -128;
                table.AddRange([(byte)bytes, unchecked((byte)step)]);
                lines -= step;
            }

            table.AddRange([(byte)bytes, unchecked((byte)lines)]);
            (offset, line) = (entry.Start, entry.Span.Line);
        }

        return new PyBytes([.. table]);
    }

    private static partial long SizeOf(PyThread thread, PyCode self) => 200 + self.Portable.Code.Length;

    private static partial PyValue Lines(PyThread thread, PyCode self)
    {
        var lines = new PyList();
        (int Start, int End, int Line)? open = null;
        foreach (var entry in LocationTable.Read(self.Portable))
        {
            if (open is { } previous && previous.Line == entry.Span.Line)
            {
                open = previous with { End = entry.End };
                continue;
            }

            AddLine(lines, open);
            open = (entry.Start, entry.End, entry.Span.Line);
        }

        AddLine(lines, open);
        return Operators.GetIterator(thread, lines);
    }

    private static partial PyValue Branches(PyThread thread, PyCode self)
    {
        var branches = new PyList();
        foreach (var instruction in InstructionReader.Read(self.Portable))
        {
            if (instruction.JumpTarget is { } target && instruction.Name is "POP_JUMP_IF_TRUE" or "POP_JUMP_IF_FALSE" or "POP_JUMP_IF_NONE" or "POP_JUMP_IF_NOT_NONE" or "FOR_ITER")
                branches.Add(PyTuple.From(PyValue.FromInt(instruction.Offset), PyValue.FromInt(instruction.EndOffset), PyValue.FromInt(target)));
        }

        return Operators.GetIterator(thread, branches);
    }

    private static partial PyValue Positions(PyThread thread, PyCode self)
    {
        var positions = new PyList();
        foreach (var entry in LocationTable.Read(self.Portable))
        {
            var span = entry.Span;
            var tuple = PyTuple.From(Part(span.Line), Part(span.EndLine), Part(span.Column), Part(span.EndColumn));
            for (var offset = entry.Start; offset < entry.End; offset += 2)
                positions.Add(tuple);
        }

        return Operators.GetIterator(thread, positions);

        static PyValue Part(int number) => number < 0 ? PyValue.None : PyValue.FromInt(number);
    }

    private static partial PyValue Replace(PyThread thread, PyCode self, PyDict? changes) =>
        CodeParts.Replace(thread, self.Portable, changes ?? new PyDict());

    private static partial PyValue VariableName(PyThread thread, PyCode self, long oparg) =>
        PyStr.Intern(self.Portable.LocalsPlusNames[(int)oparg]);

    private static void AddLine(PyList lines, (int Start, int End, int Line)? line)
    {
        if (line is { } found)
        {
            lines.Add(PyTuple.From(
                PyValue.FromInt(found.Start),
                PyValue.FromInt(found.End),
                found.Line < 0 ? PyValue.None : PyValue.FromInt(found.Line)));
        }
    }
}
