using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Ast;

/// <summary>Reads one *.ast.yaml file.</summary>
internal static class AstSpecParser
{
    private static readonly Regex s_fieldType = new(
        @"^(?<type>[A-Za-z_]\w*)(\[(?<context>\w+)\])?(?<arity>\?\*|\?|\*|\+)?$", RegexOptions.CultureInvariant);

    private static readonly string[] s_kinds = ["sum", "product", "enum"];

    private static readonly string[] s_operators = ["binary", "unary", "compare", "boolean"];

    public static FileResult<AstEntry> Parse(SpecFile file) => SpecEntries.Parse(file, ReadEntry);

    private static AstEntry? ReadEntry(EntryReader reader)
    {
        var group = reader.Scalar("group");
        var role = group is null ? ReadRole(reader) : AstRole.Constructor;
        if (role is null)
        {
            // The keys of an unknown kind are unknown too; one report is enough.
            foreach (var key in new[] { "csharp", "suffix", "located", "doc", "fields", "members", "operators" })
                reader.Node(key);
            return null;
        }

        return new AstEntry(
            reader.Entry,
            role.Value,
            group?.Value ?? "",
            reader.Text("csharp") ?? "",
            role == AstRole.Sum ? reader.Text("suffix") ?? "" : "",
            role is AstRole.Sum or AstRole.Product && reader.Flag("located"),
            reader.Doc(),
            role is AstRole.Constructor or AstRole.Product ? ReadFields(reader) : [],
            role == AstRole.Enum ? ReadMembers(reader) : [],
            role == AstRole.Enum ? ReadOperators(reader) : "",
            group?.Span ?? reader.Span);
    }

    private static AstRole? ReadRole(EntryReader reader)
    {
        var kind = reader.RequiredScalar("kind");
        switch (kind.Value)
        {
            case "sum":
                return AstRole.Sum;
            case "product":
                return AstRole.Product;
            case "enum":
                return AstRole.Enum;
            case "":
                return null;
            default:
                reader.Report(
                    SpecDiagnosticCatalogue.UnknownNodeKind,
                    kind.Span,
                    reader.Entry,
                    kind.Value,
                    Suggestion.DidYouMean(kind.Value, s_kinds));
                return null;
        }
    }

    private static EquatableArray<AstFieldText> ReadFields(EntryReader reader)
    {
        var fields = new List<AstFieldText>();
        foreach (var pair in reader.Map("fields"))
        {
            if (fields.Any(field => field.Name == pair.Key.Value))
                reader.Report(SpecDiagnosticCatalogue.DuplicateField, pair.Key.Span, reader.Entry, pair.Key.Value);
            else if (ReadField(reader, pair.Key, pair.Value) is { } field)
                fields.Add(field);
        }

        return fields.ToEquatableArray();
    }

    private static AstFieldText? ReadField(EntryReader reader, YamlScalar name, YamlNode value)
    {
        var csharp = "";
        var type = value as YamlScalar;
        if (value is YamlMap map)
        {
            var field = new EntryReader(name.Value, name.Span, map, reader.Diagnostics);
            type = field.RequiredScalar("type");
            csharp = field.Text("csharp") ?? "";
            field.ReportUnknownKeys();
            if (!field.IsValid)
                return null;
        }

        if (type is null)
        {
            reader.WrongKind(name.Value, value, "a type, or a map of 'type' and 'csharp'");
            return null;
        }

        var match = s_fieldType.Match(type.Value);
        if (!match.Success)
        {
            reader.Report(SpecDiagnosticCatalogue.BadFieldType, type.Span, reader.Entry, name.Value, type.Value);
            return null;
        }

        var arity = match.Groups["arity"].Value;
        return new AstFieldText(
            name.Value,
            csharp,
            match.Groups["type"].Value,
            match.Groups["context"].Value,
            arity switch
            {
                "" => AstArity.One,
                "?" => AstArity.Optional,
                "?*" => AstArity.ListWithHoles,
                _ => AstArity.List,
            },
            arity == "+",
            name.Span,
            type.Span);
    }

    private static string ReadOperators(EntryReader reader)
    {
        if (reader.Scalar("operators") is not { } operators)
            return "";
        if (!s_operators.Contains(operators.Value))
            reader.WrongKind("operators", operators, "one of " + string.Join(", ", s_operators));
        return operators.Value;
    }

    private static EquatableArray<AstMember> ReadMembers(EntryReader reader)
    {
        var members = new List<AstMember>();
        foreach (var pair in reader.Map("members"))
        {
            if (members.Any(member => member.Name == pair.Key.Value))
                reader.Report(SpecDiagnosticCatalogue.DuplicateField, pair.Key.Span, reader.Entry, pair.Key.Value);
            else if (pair.Value is YamlScalar doc)
                members.Add(new AstMember(pair.Key.Value, doc.Value));
            else
                reader.WrongKind(pair.Key.Value, pair.Value, "the member's doc");
        }

        return members.ToEquatableArray();
    }
}
