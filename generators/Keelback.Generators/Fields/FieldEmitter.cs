using System.Collections.Generic;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Fields;

/// <summary>Writes the properties' accessors and the traversal of a class with declared fields.</summary>
internal static class FieldEmitter
{
    private const string Visitor = "global::Keelback.Gc.ReferenceVisitor";

    public static string Emit(FieldClassModel model)
    {
        var writer = SourceWriter.ForFile(model.Namespace);
        foreach (var declaration in model.Declarations)
            writer.Open(declaration);
        foreach (var field in model.Fields)
            WriteProperty(writer, field);
        WriteTraverse(writer, model.Traverse, model.Fields);
        foreach (var _ in model.Declarations)
            writer.Close();
        return writer.ToString();
    }

    /// <summary>Writes the traversal of some fields; without an accessibility, as a method for the class's own to call.</summary>
    public static void WriteTraverse(SourceWriter writer, string accessibility, IEnumerable<FieldModel> fields)
    {
        if (accessibility.Length == 0)
        {
            writer.Line("/// <summary>Shows the declared fields to the visitor, for the class's own Traverse.</summary>");
            writer.Open($"private void TraverseFields({Visitor} visitor)");
        }
        else
        {
            writer.Line("/// <inheritdoc/>");
            writer.Open($"{accessibility} override void Traverse({Visitor} visitor)");
            writer.Line("base.Traverse(visitor);");
        }

        foreach (var field in fields)
            WriteVisit(writer, field);
        writer.Close();
    }

    private static void WriteProperty(SourceWriter writer, FieldModel field)
    {
        writer.Open($"{field.Modifiers} {field.Type} {field.Name}");
        if (field.HasGet)
            writer.Line("get => field;");
        if (field.Setter.Length > 0)
            writer.Line($"{field.Setter} => field = value;");
        writer.Close().Line();
    }

    private static void WriteVisit(SourceWriter writer, FieldModel field)
    {
        switch (field.Kind)
        {
            case FieldKind.Value:
                writer.Line($"visitor.Visit({field.Name}.Ref);");
                break;
            case FieldKind.Object:
                writer.Line($"visitor.Visit({field.Name});");
                break;
            default:
                var reference = field.Kind == FieldKind.ValueArray ? "item.Ref" : "item";
                writer.Open($"if ({field.Name} is {{ }} {CSharpNames.Camel(field.Name)}Items)");
                writer.Line($"foreach (var item in {CSharpNames.Camel(field.Name)}Items)");
                writer.Line($"    visitor.Visit({reference});");
                writer.Close();
                break;
        }
    }
}
