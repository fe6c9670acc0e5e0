using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Ast;

/// <summary>Writes the construction of nodes from field values of which only the kind is known.</summary>
internal static class AstFactoryEmitter
{
    public static string Emit(AstModel model)
    {
        var writer = SourceWriter.ForFile("Keelback.Ast", "Keelback.Text");
        writer.Open("public static partial class AstFactory");
        writer.Open("private static AstNode CreateCore(NodeKind kind, IReadOnlyList<object?> fields, SourceSpan span) => kind switch");
        foreach (var node in model.Groups.SelectMany(group => group.Nodes))
        {
            var arguments = node.Fields.Select((field, i) => $"{Method(field)}<{field.ElementType}>(kind, fields, {i})").ToList();
            if (node.IsLocated)
                arguments.Add("span");
            writer.Line($"NodeKind.{node.ClassName} => new {node.ClassName}({string.Join(", ", arguments)}),");
        }

        writer.Line("_ => throw new ArgumentOutOfRangeException(nameof(kind)),");
        writer.Close(";");
        return writer.Close().ToString();
    }

    private static string Method(AstField field) => field.Arity switch
    {
        AstArity.One => "One",
        AstArity.Optional when field.Value is AstValue.Int or AstValue.Enum => "OptionalValue",
        AstArity.Optional => "Optional",
        AstArity.List => "List",
        _ => "ListWithHoles",
    };
}
