using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>Writes the lines of one code object's disassembly.</summary>
internal sealed class DisassemblyWriter
{
    private const int NameWidth = 20;
    private const int OpargWidth = 5;
    private const string NoLine = "  --";

    private readonly StringBuilder _text;
    private readonly CodeObject _code;
    private readonly DisassemblyOptions _options;
    private readonly ImmutableArray<ExceptionEntry> _handlers;
    private readonly ImmutableArray<LocationEntry> _locations;
    private readonly Dictionary<int, int?> _lineStarts = [];
    private readonly Dictionary<int, int> _labels = [];
    private readonly int _placeWidth;
    private readonly int _labelWidth;
    private readonly int _offsetWidth;

    public DisassemblyWriter(StringBuilder text, CodeObject code, DisassemblyOptions options)
    {
        (_text, _code, _options) = (text, code, options);
        _handlers = ExceptionTable.Read(code);
        _locations = LocationTable.Read(code);
        FindLineStarts();
        FindLabels();
        _placeWidth = options.ShowPositions ? PositionsWidth() : LinesWidth();
        _labelWidth = 4 + Digits(_labels.Count);
        _offsetWidth = options.ShowOffsets ? Digits(Math.Max(code.Code.Length - 2, 9999)) : 0;
    }

    public void Write()
    {
        foreach (var instruction in InstructionReader.ReadAll(_code.Code))
            WriteInstruction(instruction);
        if (_handlers.Length == 0)
            return;
        _text.Append("ExceptionTable:\n");
        foreach (var entry in _handlers)
        {
            _text.Append(
                CultureInfo.InvariantCulture,
                $"  L{_labels[entry.Start]} to L{_labels[entry.End]} -> L{_labels[entry.Target]} [{entry.Depth}]");
            _text.Append(entry.PushesLastInstruction ? " lasti\n" : "\n");
        }
    }

    private void WriteInstruction(Instruction instruction)
    {
        var isCurrent = instruction.Offset <= _options.LastInstruction && _options.LastInstruction < instruction.EndOffset;
        var hasArgument = instruction.Info is { HasArgument: true };
        var meaning = hasArgument ? OpargText.Describe(_code, instruction, _labels) : "";
        WriteLine(instruction.Offset, instruction.Name, hasArgument ? instruction.Oparg : null, meaning, isCurrent, instruction.Offset);
        if (!_options.ShowCaches || instruction.GeneralInfo is not { Cache.Length: > 0 } info)
            return;
        var offset = instruction.Offset + 2;
        foreach (var field in info.Cache)
        {
            var shown = $"{field.Name}: {CacheValue(offset, field.Units)}";
            for (var unit = 0; unit < field.Units; unit++, offset += 2)
                WriteLine(offset, "CACHE", 0, unit == 0 ? shown : "", false, instruction.Offset, isCache: true);
        }
    }

    private void WriteLine(
        int offset, string name, int? oparg, string meaning, bool isCurrent, int placeOffset, bool isCache = false)
    {
        var startsLine = !isCache && _lineStarts.ContainsKey(offset);
        if (_placeWidth > 0 && startsLine && offset > 0)
            _text.Append('\n');
        var fields = new List<string>();
        if (_placeWidth > 0)
            fields.Add(_options.ShowPositions ? Positions(placeOffset).PadRight(_placeWidth) : LineOf(offset, startsLine));
        var label = !isCache && _labels.TryGetValue(offset, out var number) ? $"L{number}:" : "";
        fields.Add(label.PadLeft(_labelWidth));
        if (_offsetWidth > 0)
            fields.Add(offset.ToString(CultureInfo.InvariantCulture).PadLeft(_offsetWidth) + "  ");
        fields.Add(isCurrent ? "-->" : "   ");
        fields.Add(name.PadRight(NameWidth));
        if (oparg is { } value)
        {
            var width = OpargWidth - Math.Max(0, name.Length - NameWidth);
            fields.Add(value.ToString(CultureInfo.InvariantCulture).PadLeft(Math.Max(0, width)));
            if (meaning.Length > 0)
                fields.Add($"({meaning})");
        }

        _text.Append(string.Join(' ', fields).TrimEnd()).Append('\n');
    }

    private string LineOf(int offset, bool startsLine)
    {
        var line = !startsLine ? "" : _lineStarts[offset]?.ToString(CultureInfo.InvariantCulture) ?? NoLine;
        return line.PadLeft(_placeWidth);
    }

    private string Positions(int offset)
    {
        foreach (var entry in _locations)
        {
            if (offset < entry.End)
                return Positions(entry.Span);
        }

        return "";
    }

    private static string Positions(SourceSpan span)
    {
        if (span == SourceSpan.None)
            return NoLine;
        return $"{Part(span.Line)}:{Part(span.Column)}-{Part(span.EndLine)}:{Part(span.EndColumn)}";
    }

    private static string Part(int number) => number < 0 ? "?" : number.ToString(CultureInfo.InvariantCulture);

    private int PositionsWidth()
    {
        if (_locations.All(entry => entry.Span == SourceSpan.None))
            return 0;
        var widest = _locations.Max(entry =>
            Part(entry.Span.Line).Length + Part(entry.Span.Column).Length + Part(entry.Span.EndLine).Length + Part(entry.Span.EndColumn).Length);
        return 1 + Math.Max(NoLine.Length, 3 + widest);
    }

    // A line that is not known counts as a line of its own; line 0 does not ask for the column.
    private int LinesWidth()
    {
        var highest = _lineStarts.Values.Max(line => line is null or 0 ? -1 : line.Value);
        if (highest == -1)
            return 0;
        var width = Math.Max(3, Digits(highest));
        return width < NoLine.Length && _lineStarts.ContainsValue(null) ? NoLine.Length : width;
    }

    private void FindLineStarts()
    {
        var last = int.MinValue;
        foreach (var entry in _locations)
        {
            if (entry.Span.Line == last)
                continue;
            last = entry.Span.Line;
            _lineStarts[entry.Start] = last < 0 ? null : last;
        }

        if (_lineStarts.Count == 0)
            _lineStarts[-1] = null;
    }

    private void FindLabels()
    {
        var offsets = new SortedSet<int>();
        foreach (var instruction in InstructionReader.ReadAll(_code.Code))
        {
            if (instruction.JumpTarget is { } target)
                offsets.Add(target);
        }

        foreach (var entry in _handlers)
            offsets.UnionWith([entry.Start, entry.End, entry.Target]);
        foreach (var offset in offsets)
            _labels.Add(offset, _labels.Count + 1);
    }

    private long CacheValue(int offset, int units)
    {
        var value = 0L;
        for (var i = Math.Min(units * 2, _code.Code.Length - offset) - 1; i >= 0; i--)
            value = (value << 8) | _code.Code[offset + i];
        return value;
    }

    private static int Digits(int number) => number.ToString(CultureInfo.InvariantCulture).Length;
}
