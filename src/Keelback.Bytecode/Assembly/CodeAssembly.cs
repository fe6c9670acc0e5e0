using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>One code object while its lines are read: its tables, its instructions and its labels.</summary>
internal sealed class CodeAssembly(string qualifiedName)
{
    private readonly List<Constant> _constants = [];
    private readonly List<string> _names = [];
    private readonly List<string> _variables = [];
    private readonly List<byte> _kinds = [];
    private readonly List<AssemblyInstruction> _instructions = [];
    private readonly Dictionary<string, int> _labels = [];
    private readonly List<(string Start, string End, string Target, int Depth, bool Lasti, AssemblyTokens Line)> _handlers = [];
    private CodeObject _head = new() { QualifiedName = qualifiedName, Name = qualifiedName[(qualifiedName.LastIndexOf('.') + 1)..], FirstLineNumber = 1 };
    private int _stackSize = -1;

    public void ReadLine(AssemblyTokens line, AssemblyLines lines)
    {
        if (line.PeekSecond == ":")
        {
            var label = line.Take();
            line.Expect(":");
            if (!_labels.TryAdd(label, _instructions.Count))
                throw line.Error($"the label '{label}' stands twice");
            if (line.IsAtEnd)
                return;
        }

        if (!ReadDirective(line, lines))
            ReadInstruction(line);
        line.ExpectEnd();
    }

    public CodeObject Finish(AssemblyTokens line)
    {
        line.ExpectEnd();
        var layout = new AssemblyLayout(_instructions, _labels);
        var code = _head with
        {
            Code = layout.Encode(),
            Constants = [.. _constants],
            Names = [.. _names],
            LocalsPlusNames = [.. _variables],
            LocalsPlusKinds = [.. _kinds],
            LineTable = LocationTable.Write(layout.Places(), _head.FirstLineNumber),
            ExceptionTable = ExceptionTable.Write(_handlers.Select(handler => new ExceptionEntry(
                Offset(handler.Start), Offset(handler.End), Offset(handler.Target), handler.Depth, handler.Lasti))),
        };
        return code with { StackSize = _stackSize >= 0 ? _stackSize : StackDepth.Highest(code) };

        int Offset(string label) => layout.OffsetOf(label) ?? throw line.Error($"there is no label '{label}'");
    }

    private bool ReadDirective(AssemblyTokens line, AssemblyLines lines)
    {
        switch (line.Peek)
        {
            case "name":
                line.Take();
                _head = _head with { Name = line.TakeText() };
                return true;
            case "file":
                line.Take();
                _head = _head with { FileName = line.TakeText() };
                return true;
            case "line":
                line.Take();
                _head = _head with { FirstLineNumber = line.TakeNumber() };
                return true;
            case "args":
                line.Take();
                _head = _head with { ArgCount = line.TakeNumber(), PosOnlyArgCount = line.TakeNumber(), KwOnlyArgCount = line.TakeNumber() };
                return true;
            case "stack":
                line.Take();
                _stackSize = line.TakeNumber();
                return true;
            case "flags":
                line.Take();
                _head = _head with { Flags = (CodeFlags)line.TakeNumber() };
                return true;
            case "attribute":
                line.Take();
                _names.Add(line.TakeText());
                return true;
            case "variable":
                line.Take();
                _variables.Add(line.TakeText());
                _kinds.Add((byte)line.TakeNumber());
                return true;
            case "constant":
                line.Take();
                _constants.Add(line.IsAtEnd ? Assembler.Read(lines) : ConstantLiteral.Read(line));
                return true;
            case "handler":
                line.Take();
                _handlers.Add((line.Take(), line.Take(), line.Take(), line.TakeNumber(), line.TryTake("lasti"), line));
                return true;
            default:
                return false;
        }
    }

    private void ReadInstruction(AssemblyTokens line)
    {
        var name = line.Take();
        var info = OpcodeMetadata.Find(name);
        if (info is null || (int)info.Opcode > byte.MaxValue)
            throw line.Error($"there is no instruction '{name}'");
        var (oparg, label) = (0, "");
        if (line.Peek is not ("" or "@"))
            (oparg, label) = ReadOparg(line, info);
        else if (info.HasArgument)
            throw line.Error($"{name} needs an oparg");
        var place = line.TryTake("@") ? ReadPlace(line) : SourceSpan.None;
        _instructions.Add(new AssemblyInstruction(info, oparg, label, place, line));
    }

    private (int Oparg, string Label) ReadOparg(AssemblyTokens line, OpcodeInfo info)
    {
        if (line.TryTake("="))
        {
            if (!info.HasConst)
                throw line.Error($"{info.Name} takes no constant");
            return (IndexIn(_constants, ConstantLiteral.Read(line)), "");
        }

        if (line.Peek.StartsWith('"'))
            return (NamedOparg(line, info), "");
        if (info.HasJump && !char.IsAsciiDigit(line.Peek[0]))
            return (0, line.Take());
        var oparg = line.TakeNumber();
        return oparg >= 0 ? (oparg, "") : throw line.Error("an oparg is not negative");
    }

    private int NamedOparg(AssemblyTokens line, OpcodeInfo info)
    {
        var name = line.TakeText();
        int index;
        if (info.HasName)
            index = IndexIn(_names, name);
        else if (info.HasLocal || info.HasFree)
            index = _variables.IndexOf(name);
        else
            throw line.Error($"{info.Name} takes no name");
        if (index < 0)
            throw line.Error($"no variable is called '{name}'");
        var shift = Enumerable.Range(0, 8).First(bits => OperandMetadata.FirstIndex(info.Operand, 1 << bits) == 1);
        var lowBits = line.Peek is "" or "@" ? 0 : line.TakeNumber();
        return lowBits >= 0 && lowBits < 1 << shift || lowBits == 0
            ? (index << shift) | lowBits
            : throw line.Error($"{lowBits} does not fit behind the name");
    }

    private static SourceSpan ReadPlace(AssemblyTokens line)
    {
        var startLine = Number(line.Take());
        line.Expect(":");
        var middle = line.Take().Split('-');
        line.Expect(":");
        return middle.Length == 2
            ? new SourceSpan(startLine, Number(middle[0]), Number(middle[1]), Number(line.Take()))
            : throw line.Error("a place is written LINE:COLUMN-LINE:COLUMN");

        int Number(string word) => word == "?" ? -1 : int.TryParse(word, out var number) && number >= 0
            ? number
            : throw line.Error($"'{word}' is no line or column");
    }

    private static int IndexIn<T>(List<T> table, T item)
    {
        var index = table.IndexOf(item);
        if (index >= 0)
            return index;
        table.Add(item);
        return table.Count - 1;
    }
}
