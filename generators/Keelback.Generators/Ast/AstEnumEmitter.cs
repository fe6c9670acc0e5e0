using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Ast;

/// <summary>Writes the enums of operators and contexts, and <c>NodeKind</c>.</summary>
internal static class AstEnumEmitter
{
    public static string Emit(AstModel model)
    {
        var writer = SourceWriter.ForFile("Keelback.Ast");
        writer.Line("/// <summary>Which class a node is of.</summary>");
        writer.Open("public enum NodeKind");
        foreach (var node in model.Groups.SelectMany(group => group.Nodes))
            writer.Line($"/// <summary>{CSharpNames.Xml(node.Doc)}</summary>").Line($"{node.ClassName},");
        writer.Close();
        foreach (var set in model.Enums)
        {
            writer.Line();
            writer.Line($"/// <summary>{CSharpNames.Xml(set.Doc)}</summary>");
            writer.Open($"public enum {set.ClassName}");
            foreach (var member in set.Members)
                writer.Line($"/// <summary>{CSharpNames.Xml(member.Doc)}</summary>").Line($"{member.Name},");
            writer.Close();
        }

        writer.Line();
        EmitNames(writer, model);
        return writer.ToString();
    }

    private static void EmitNames(SourceWriter writer, AstModel model)
    {
        writer.Line("/// <summary>Python's names of the members of the enums.</summary>");
        writer.Open("public static class AstEnumNames");
        foreach (var set in model.Enums)
        {
            writer.Line("/// <summary>The name of Python's class for the member.</summary>");
            writer.Open($"public static string GetName(this {set.ClassName} value) => value switch");
            foreach (var member in set.Members)
                writer.Line($"{set.ClassName}.{member.Name} => {CSharpNames.Literal(member.Name)},");
            writer.Line("_ => throw new ArgumentOutOfRangeException(nameof(value)),");
            writer.Close(";");
            writer.Line();
        }

        writer.Line("/// <summary>The name of Python's class for a boxed member; null where the value is of no such enum.</summary>");
        writer.Open("public static string? Find(object? value) => value switch");
        foreach (var set in model.Enums)
            writer.Line($"{set.ClassName} member => member.GetName(),");
        writer.Line("_ => null,");
        writer.Close(";");
        writer.Line();
        writer.Line("/// <summary>The boxed member of the name of a Python class; null where that is no operator or context.</summary>");
        writer.Open("public static object? Parse(string name) => name switch");
        foreach (var set in model.Enums)
        {
            foreach (var member in set.Members)
                writer.Line($"{CSharpNames.Literal(member.Name)} => {set.ClassName}.{member.Name},");
        }

        writer.Line("_ => null,");
        writer.Close(";");
        writer.Close();
    }
}
