using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Ast;

/// <summary>Writes the rewriter's methods: each rebuilds a node only where a child came back different.</summary>
internal static class AstRewriterEmitter
{
    public static string Emit(AstModel model)
    {
        var writer = SourceWriter.ForFile("Keelback.Ast");
        writer.Open("public abstract partial class AstRewriter");
        var isFirst = true;
        foreach (var node in model.Groups.SelectMany(group => group.Nodes))
        {
            if (!isFirst)
                writer.Line();
            isFirst = false;
            writer.Line("/// <inheritdoc/>");
            writer.Line($"public override AstNode? Visit{node.ClassName}({node.ClassName} node) =>");
            var arguments = string.Join(", ", node.Fields.Select(Argument));
            writer.Line(node.Fields.Any(field => field.Value == AstValue.Node) ? $"    node.Update({arguments});" : "    node;");
        }

        writer.Close();
        return writer.ToString();
    }

    private static string Argument(AstField field)
    {
        var value = $"node.{field.CSharpName}";
        if (field.Value != AstValue.Node)
            return value;
        return field.Arity switch
        {
            AstArity.One => $"Rewrite({value})",
            AstArity.Optional => $"RewriteOptional({value})",
            AstArity.List => $"RewriteList({value})",
            _ => $"RewriteListWithHoles({value})",
        };
    }
}
