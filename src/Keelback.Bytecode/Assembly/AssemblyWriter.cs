using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>Writes a code object as assembly.</summary>
internal sealed class AssemblyWriter(StringBuilder text)
{
    private const int CommentColumn = 44;

    public void Write(CodeObject code, string indent)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Line(indent, $"code {TextEscapes.Write(code.QualifiedName)}");
        var inner = indent + "  ";
        WriteHead(code, inner);
        var labels = LabelsOf(code);
        var places = new PlaceCursor(LocationTable.Read(code));
        foreach (var instruction in InstructionReader.Read(code))
        {
            if (labels.TryGetValue(instruction.StartOffset, out var label))
                Line(indent, $" L{label}:");
            WriteNeedlessExtensions(instruction, places, inner);
            WriteInstruction(code, instruction, labels, places, inner);
        }

        if (labels.TryGetValue(code.Code.Length, out var last))
            Line(indent, $" L{last}:");
        foreach (var entry in ExceptionTable.Read(code))
        {
            var lasti = entry.PushesLastInstruction ? " lasti" : "";
            Line(inner, $"handler L{labels[entry.Start]} L{labels[entry.End]} L{labels[entry.Target]} {entry.Depth}{lasti}");
        }

        Line(indent, "end");
    }

    private void WriteHead(CodeObject code, string indent)
    {
        Line(indent, $"name {TextEscapes.Write(code.Name)}");
        Line(indent, $"file {TextEscapes.Write(code.FileName)}");
        Line(indent, $"line {code.FirstLineNumber}");
        Line(indent, $"args {code.ArgCount} {code.PosOnlyArgCount} {code.KwOnlyArgCount}");
        Line(indent, $"stack {code.StackSize}");
        Line(indent, $"flags 0x{(int)code.Flags:x}");
        for (var i = 0; i < code.LocalsPlusNames.Length; i++)
            Line(indent, $"variable {TextEscapes.Write(code.LocalsPlusNames[i])} 0x{code.LocalsPlusKinds[i]:x2}");
        foreach (var name in code.Names)
            Line(indent, $"attribute {TextEscapes.Write(name)}");
        foreach (var constant in code.Constants)
        {
            if (constant is CodeObject nested)
            {
                Line(indent, "constant");
                Write(nested, indent + "  ");
            }
            else
            {
                Line(indent, $"constant {ConstantLiteral.Write(constant)}");
            }
        }
    }

    private void WriteInstruction(
        CodeObject code, Instruction instruction, Dictionary<int, int> labels, PlaceCursor places, string indent)
    {
        var line = $"{indent}{instruction.Name}";
        var meaning = "";
        if (instruction.JumpTarget is { } target)
        {
            line += $" L{labels[target]}";
        }
        else if (instruction.Info is { HasArgument: true })
        {
            line += $" {instruction.Oparg.ToString(CultureInfo.InvariantCulture)}";
            meaning = OpargText.Describe(code, instruction, labels);
        }

        line += Place(places.At(instruction.StartOffset));
        if (meaning.Length > 0)
            line = $"{line.PadRight(CommentColumn)} ; {meaning.ReplaceLineEndings(" ")}";
        text.Append(line).Append('\n');
    }

    // CPython's compiler leaves one where a jump came out shorter than it had seemed.
    private void WriteNeedlessExtensions(Instruction instruction, PlaceCursor places, string indent)
    {
        var needed = instruction.Oparg switch { < 0 => 3, < 0x100 => 0, < 0x10000 => 1, < 0x1000000 => 2, _ => 3 };
        for (var count = (instruction.Offset - instruction.StartOffset) / 2; count > needed; count--)
            Line(indent, $"EXTENDED_ARG 0{Place(places.At(instruction.StartOffset))}");
    }

    private static string Place(SourceSpan place) => place == SourceSpan.None
        ? ""
        : $" @ {Part(place.Line)}:{Part(place.Column)}-{Part(place.EndLine)}:{Part(place.EndColumn)}";

    private static string Part(int number) => number < 0 ? "?" : number.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<int, int> LabelsOf(CodeObject code)
    {
        var offsets = new SortedSet<int>();
        foreach (var instruction in InstructionReader.Read(code))
        {
            if (instruction.JumpTarget is { } target)
                offsets.Add(target);
        }

        foreach (var entry in ExceptionTable.Read(code))
            offsets.UnionWith([entry.Start, entry.End, entry.Target]);
        return offsets.Select((offset, index) => (offset, index)).ToDictionary(pair => pair.offset, pair => pair.index + 1);
    }

    private void Line(string indent, FormattableString line) =>
        text.Append(indent).Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private void Line(string indent, string line) => text.Append(indent).Append(line).Append('\n');

    // Instructions are asked for in order, so one pass over the table does.
    private sealed class PlaceCursor(IReadOnlyList<LocationEntry> entries)
    {
        private int _next;

        public SourceSpan At(int offset)
        {
            while (_next < entries.Count && entries[_next].End <= offset)
                _next++;
            return _next < entries.Count ? entries[_next].Span : SourceSpan.None;
        }
    }
}
