using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Ast;

/// <summary>Writes the table of all classes with their fields.</summary>
internal static class AstMetadataEmitter
{
    public static string Emit(AstModel model)
    {
        var writer = SourceWriter.ForFile("Keelback.Ast", "System.Collections.Immutable");
        writer.Open("public static partial class AstMetadata");
        writer.Line("private static ImmutableArray<AstTypeInfo> CreateTypes() =>\n[").Indent();
        foreach (var group in model.Groups)
        {
            if (group.Name != "product")
                EmitType(writer, group.Name, "AST", "Sum", group.BaseClass, null, group.IsLocated, group.Doc);
            foreach (var node in group.Nodes)
                EmitNode(writer, node);
        }

        foreach (var set in model.Enums)
        {
            EmitType(writer, set.Name, "AST", "Sum", set.ClassName, null, false, set.Doc);
            foreach (var member in set.Members)
                EmitType(writer, member.Name, set.Name, "Member", set.ClassName, null, false, member.Doc);
        }

        writer.Unindent();
        writer.Line("];");
        writer.Close();
        return writer.ToString();
    }

    private static void EmitNode(SourceWriter writer, AstNodeModel node)
    {
        var role = node.Base == "AST" ? "Product" : "Constructor";
        EmitHead(writer, node.Name, node.Base, role, node.ClassName, node.ClassName, node.IsLocated, node.Doc);
        if (node.Fields.Count == 0)
        {
            writer.Line("    []),");
            return;
        }

        writer.Line("    [");
        foreach (var field in node.Fields)
        {
            writer.Line(
                $"        new({CSharpNames.Literal(field.Name)}, {CSharpNames.Literal(field.CSharpName)}, {CSharpNames.Literal(field.Type)}, "
                + $"AstFieldArity.{field.Arity}, AstFieldValue.{field.Value}, IsNonEmpty: {Bool(field.IsNonEmpty)}, "
                + $"Context: {(field.Context.Length > 0 ? CSharpNames.Literal(field.Context) : "null")}),");
        }

        writer.Line("    ]),");
    }

    private static void EmitType(
        SourceWriter writer, string name, string @base, string role, string className, string? kind, bool isLocated, string doc)
    {
        EmitHead(writer, name, @base, role, className, kind, isLocated, doc);
        writer.Line("    []),");
    }

    private static void EmitHead(
        SourceWriter writer, string name, string @base, string role, string className, string? kind, bool isLocated, string doc)
    {
        writer.Line($"new({CSharpNames.Literal(name)}, {CSharpNames.Literal(@base)}, AstTypeRole.{role}, {CSharpNames.Literal(className)},");
        writer.Line($"    {(kind is null ? "null" : "NodeKind." + kind)}, {Bool(isLocated)}, {CSharpNames.Literal(doc)},");
    }

    private static string Bool(bool value) => value ? "true" : "false";
}
