using System;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Tokens;

/// <summary>Reads operators.yaml and its overlays. Which tokens exist is not known here: see TokenTableBuilder.</summary>
internal static class OperatorParser
{
    public const string FileName = "operators.yaml";

    private static readonly string[] s_kinds = ["binary", "unary", "compare", "boolean", "subscript"];

    public static FileResult<OperatorModel> Parse(SpecFile file) => SpecEntries.Parse(file, Read);

    private static OperatorModel? Read(EntryReader reader)
    {
        var kind = ReadKind(reader);
        var token = kind == OperatorKind.Subscript ? null : ReadToken(reader);
        var model = new OperatorModel(
            reader.Entry,
            kind,
            token,
            reader.Text("second_token"),
            kind == OperatorKind.Subscript ? 0 : reader.RequiredInt("precedence"),
            ReadAssociativity(reader),
            reader.Text("opcode"),
            ReadOparg(reader),
            reader.Text("slot"),
            reader.Text("dunder"),
            reader.Text("reflected"),
            ReadInPlace(reader),
            reader.Text("fallback"),
            reader.Doc());
        CheckKind(reader, model);
        return model;
    }

    private static OperatorKind ReadKind(EntryReader reader)
    {
        var scalar = reader.RequiredScalar("kind");
        var index = Array.IndexOf(s_kinds, scalar.Value);
        if (index >= 0)
            return (OperatorKind)index;
        if (scalar.Value.Length > 0)
            reader.WrongKind("kind", scalar, "one of " + string.Join(", ", s_kinds));
        return OperatorKind.Binary;
    }

    private static OperatorToken ReadToken(EntryReader reader)
    {
        var text = reader.Scalar("text");
        if (text is not null)
            TokenParser.CheckOperatorText(reader, text);
        return new OperatorToken(reader.RequiredText("token"), text?.Value ?? "", reader.Int("number"));
    }

    private static bool ReadAssociativity(EntryReader reader)
    {
        if (reader.Scalar("associativity") is not { } scalar)
            return false;
        if (scalar.Value is not ("left" or "right"))
            reader.WrongKind("associativity", scalar, "left or right");
        return scalar.Value == "right";
    }

    private static OpargModel? ReadOparg(EntryReader reader)
    {
        if (reader.Node("oparg") is not { } node)
            return null;
        var inner = Nested(reader, "oparg", node);
        if (inner is null)
            return null;
        var model = new OpargModel(inner.RequiredText("name"), inner.RequiredInt("value"));
        inner.ReportUnknownKeys();
        return model;
    }

    private static InPlaceModel? ReadInPlace(EntryReader reader)
    {
        if (reader.Node("inplace") is not { } node || Nested(reader, "inplace", node) is not { } inner)
            return null;
        if (inner.Node("oparg") is null)
            inner.RequiredScalar("oparg");
        var oparg = ReadOparg(inner);
        var token = ReadToken(inner);
        var model = oparg is null ? null : new InPlaceModel(token, oparg, inner.Text("slot"), inner.Text("dunder"));
        inner.ReportUnknownKeys();
        return inner.IsValid ? model : null;
    }

    private static EntryReader? Nested(EntryReader reader, string key, YamlNode node) =>
        EntryReader.Open(new YamlScalar($"{reader.Entry}.{key}", node.Span, false), node, reader.Diagnostics);

    // What a kind must have, and what it cannot have.
    private static void CheckKind(EntryReader reader, OperatorModel model)
    {
        var isBinary = model.Kind == OperatorKind.Binary;
        if (isBinary && reader.IsValid)
        {
            foreach (var key in new[] { "associativity", "oparg" }.Where(key => reader.Node(key) is null))
                reader.RequiredScalar(key);
        }

        if (model.SecondToken is not null && model.Kind != OperatorKind.Compare)
            Unfit(reader, "second_token", "compare");
        if (reader.Node("inplace") is not null && !isBinary)
            Unfit(reader, "inplace", "binary");
        if (model.Fallback is not null && !isBinary)
            Unfit(reader, "fallback", "binary");
        if (reader.Node("associativity") is not null && !isBinary)
            Unfit(reader, "associativity", "binary");
        if (model.Reflected is not null && model.Kind is not (OperatorKind.Binary or OperatorKind.Compare))
            Unfit(reader, "reflected", "binary or compare");
    }

    private static void Unfit(EntryReader reader, string key, string kinds) =>
        reader.Report(SpecDiagnosticCatalogue.KeyUnfitForKind, reader.Node(key)!.Span, reader.Entry, key, kinds);
}
