using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Opcodes;

/// <summary>Reads operands.yaml and its overlays.</summary>
internal static class OperandParser
{
    public const string FileName = "operands.yaml";

    public static FileResult<OperandModel> Parse(SpecFile file) => SpecEntries.Parse(file, Read);

    private static OperandModel? Read(EntryReader reader)
    {
        var prefix = reader.Text("prefix") ?? "";
        var table = Choice(reader, "table", ["", "const", "name", "local", "free"]);
        var texts = reader.List("index");
        var indices = texts.Select(text => Expression(reader, text)).Where(index => index is not null).ToList();
        if ((table > 0) != (texts.Count > 0) && reader.IsValid)
            reader.Report(SpecDiagnosticCatalogue.BadOperand, reader.Span, reader.Entry, "'table' and 'index' go together");
        return new(
            reader.Entry,
            reader.Text("csharp") ?? CSharpNames.Pascal(reader.Entry),
            reader.Doc(),
            (OperandTable)table,
            indices.Select(index => index!).ToEquatableArray(),
            (JumpDirection)Choice(reader, "jump", ["", "forward", "backward"]),
            reader.Flag("flags"),
            reader.Scalar("part") is { } part ? Expression(reader, part) : null,
            reader.Text("operators") ?? "",
            prefix,
            ReadMembers(reader, prefix));
    }

    private static int Choice(EntryReader reader, string key, string[] choices)
    {
        if (reader.Scalar(key) is not { } scalar)
            return 0;
        for (var i = 1; i < choices.Length; i++)
        {
            if (choices[i] == scalar.Value)
                return i;
        }

        var what = $"'{key}' is one of {string.Join(", ", choices.Skip(1))}{Suggestion.DidYouMean(scalar.Value, choices)}";
        reader.Report(SpecDiagnosticCatalogue.BadOperand, scalar.Span, reader.Entry, what);
        return 0;
    }

    private static OpargExpression? Expression(EntryReader reader, YamlScalar text)
    {
        if (OpargExpressionParser.Parse(text.Value)?.Resolve(_ => null) is { } expression)
            return expression;
        reader.Report(SpecDiagnosticCatalogue.BadOperand, text.Span, reader.Entry, $"'{text.Value}' is no expression of oparg");
        return null;
    }

    private static EquatableArray<OperandMember> ReadMembers(EntryReader reader, string prefix)
    {
        var members = new List<OperandMember>();
        foreach (var pair in reader.Map("members"))
        {
            var name = pair.Key.Value;
            if (pair.Value is not YamlScalar scalar
                || !int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                reader.WrongKind(name, pair.Value, "a number");
                continue;
            }

            if (members.FirstOrDefault(member => member.Value == value) is { } other)
            {
                var taken = $"'{name}' has the number {value}, which '{other.Name}' has already";
                reader.Report(SpecDiagnosticCatalogue.BadOperand, scalar.Span, reader.Entry, taken);
                continue;
            }

            members.Add(new(name, prefix + name, CSharpNames.Pascal(name), value, $"{prefix}{name}."));
        }

        return members.ToEquatableArray();
    }
}
