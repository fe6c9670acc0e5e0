using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Ast;

/// <summary>Writes the two visitors' methods.</summary>
internal static class AstVisitorEmitter
{
    public static string Emit(AstModel model)
    {
        var writer = SourceWriter.ForFile("Keelback.Ast");
        writer.Open("public abstract partial class AstVisitor");
        EmitMethods(writer, model, "void");
        writer.Close();
        writer.Line();
        writer.Open("public abstract partial class AstVisitor<TResult>");
        EmitMethods(writer, model, "TResult");
        writer.Close();
        return writer.ToString();
    }

    private static void EmitMethods(SourceWriter writer, AstModel model, string result)
    {
        var isFirst = true;
        foreach (var node in model.Groups.SelectMany(group => group.Nodes))
        {
            if (!isFirst)
                writer.Line();
            isFirst = false;
            writer.Line($"/// <summary>Visits a node of class {node.ClassName}.</summary>");
            writer.Line($"public virtual {result} Visit{node.ClassName}({node.ClassName} node) => DefaultVisit(node);");
        }
    }
}
