using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Ast;

/// <summary>Writes the classes of one group: the abstract base, where there is one, and each node.</summary>
internal static class NodeEmitter
{
    public static string Emit(AstGroupModel group)
    {
        var writer = SourceWriter.ForFile("Keelback.Ast", "System.Collections.Immutable", "Keelback.Text");
        var isFirst = true;
        if (group.HasBaseClass)
        {
            EmitBase(writer, group);
            isFirst = false;
        }

        foreach (var node in group.Nodes)
        {
            if (!isFirst)
                writer.Line();
            isFirst = false;
            EmitNode(writer, node);
        }

        return writer.ToString();
    }

    private static void EmitBase(SourceWriter writer, AstGroupModel group) => writer
        .Line($"/// <summary>{CSharpNames.Xml(group.Doc)}</summary>")
        .Open($"public abstract class {group.BaseClass} : AstNode")
        .Open($"private protected {group.BaseClass}(SourceSpan span)\n    : base(span)")
        .Close()
        .Close();

    private static void EmitNode(SourceWriter writer, AstNodeModel node)
    {
        writer.Line($"/// <summary>{CSharpNames.Xml(node.Doc)}</summary>");
        writer.Open($"public sealed partial class {node.ClassName} : {node.BaseClass}");
        EmitConstructor(writer, node);
        foreach (var field in node.Fields)
        {
            writer.Line();
            writer.Line($"/// <summary>The field <c>{field.Name}</c> ({field.Asdl}).</summary>");
            writer.Line($"public {field.PropertyType} {field.CSharpName} {{ get; }}");
        }

        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override NodeKind NodeKind => NodeKind.{node.ClassName};");
        EmitUpdate(writer, node);
        EmitWithSpan(writer, node);
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override void Accept(AstVisitor visitor) => visitor.Visit{node.ClassName}(this);");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override TResult Accept<TResult>(AstVisitor<TResult> visitor) => visitor.Visit{node.ClassName}(this);");
        EmitGetField(writer, node);
        EmitAddChildren(writer, node);
        EmitHasSameShape(writer, node);
        writer.Close();
    }

    private static void EmitConstructor(SourceWriter writer, AstNodeModel node)
    {
        var parameters = node.Fields.Select(field => $"{field.PropertyType} {field.Parameter}").ToList();
        if (node.IsLocated)
            parameters.Add("SourceSpan span");
        writer.Line($"/// <summary>Creates the node from its fields{(node.IsLocated ? " and its place" : "")}.</summary>");
        writer.Open(
            $"public {node.ClassName}({string.Join(", ", parameters)})\n    : base({(node.IsLocated ? "span" : "SourceSpan.None")})");
        foreach (var field in node.Fields)
        {
            var value = field.IsList ? $"OrEmpty({field.Parameter})" : field.Parameter;
            writer.Line($"{field.CSharpName} = {value};");
        }

        writer.Close();
    }

    private static void EmitUpdate(SourceWriter writer, AstNodeModel node)
    {
        if (node.Fields.Count == 0)
            return;
        var parameters = string.Join(", ", node.Fields.Select(field => $"{field.PropertyType} {field.Parameter}"));
        var same = string.Join(" && ", node.Fields.Select(field => $"{field.Parameter} == {field.CSharpName}"));
        writer.Line();
        writer.Line("/// <summary>The node with these fields: itself where all are the ones it has.</summary>");
        writer.Line($"public {node.ClassName} Update({parameters}) =>");
        writer.Line($"    {same} ? this : new({Arguments(node, field => field.Parameter, "Span")});");
    }

    private static void EmitWithSpan(SourceWriter writer, AstNodeModel node)
    {
        if (!node.IsLocated)
            return;
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override {node.ClassName} WithSpan(SourceSpan span) =>");
        writer.Line($"    span == Span ? this : new({Arguments(node, field => field.CSharpName, "span")});");
    }

    private static string Arguments(AstNodeModel node, System.Func<AstField, string> argument, string span) =>
        string.Join(", ", node.Fields.Select(argument).Concat(node.IsLocated ? [span] : System.Array.Empty<string>()));

    private static void EmitGetField(SourceWriter writer, AstNodeModel node)
    {
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        if (node.Fields.Count == 0)
        {
            writer.Line("public override object? GetField(int index) => throw new ArgumentOutOfRangeException(nameof(index));");
            return;
        }

        writer.Open("public override object? GetField(int index) => index switch");
        for (var i = 0; i < node.Fields.Count; i++)
        {
            // Without the cast the arms' common type would be the list without holes.
            var cast = node.Fields[i].Arity == AstArity.ListWithHoles ? "(object)" : "";
            writer.Line($"{i} => {cast}{node.Fields[i].CSharpName},");
        }

        writer.Line("_ => throw new ArgumentOutOfRangeException(nameof(index)),");
        writer.Close(";");
    }

    private static void EmitAddChildren(SourceWriter writer, AstNodeModel node)
    {
        var children = node.Fields.Where(field => field.Value == AstValue.Node).ToList();
        if (children.Count == 0)
            return;
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Open("public override void AddChildrenTo(ICollection<AstNode> children)");
        foreach (var field in children)
        {
            var name = field.CSharpName;
            writer.Line(field.Arity switch
            {
                AstArity.One => $"children.Add({name});",
                AstArity.Optional => $"if ({name} is not null)\n    children.Add({name});",
                AstArity.List => $"foreach (var child in {name})\n    children.Add(child);",
                _ => $"foreach (var child in {name})\n{{\n    if (child is not null)\n        children.Add(child);\n}}\n",
            });
        }

        writer.Close();
    }

    private static void EmitHasSameShape(SourceWriter writer, AstNodeModel node)
    {
        var tests = node.Fields.Select(ShapeTest).Where(test => test.Length > 0).ToList();
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("private protected override bool HasSameShape(AstNode other) =>");
        var pattern = $"    other is {node.ClassName}{(tests.Count > 0 ? " node" : "")}";
        writer.Line(pattern + string.Concat(tests.Select(test => "\n        && " + test)) + ";");
    }

    private static string ShapeTest(AstField field)
    {
        var name = field.CSharpName;
        if (field.Value != AstValue.Node)
            return field.IsList ? $"{name}.AsSpan().SequenceEqual(node.{name}.AsSpan())" : $"{name} == node.{name}";
        return field.Arity switch
        {
            AstArity.One => "",
            AstArity.Optional => $"{name} is null == node.{name} is null",
            AstArity.List => $"{name}.Length == node.{name}.Length",
            _ => $"HasSameHoles({name}, node.{name})",
        };
    }
}
