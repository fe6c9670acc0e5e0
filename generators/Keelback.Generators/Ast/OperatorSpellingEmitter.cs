using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Ast;

/// <summary>Writes what the unparser knows of operators: text, precedence, associativity.</summary>
internal static class OperatorSpellingEmitter
{
    public static string Emit(AstModel model)
    {
        var writer = SourceWriter.ForFile("Keelback.Ast");
        writer.Line("/// <summary>How operators are spelt and how tightly they bind.</summary>");
        writer.Open("internal static class OperatorSpelling");
        var levels = model.Operators.Select(op => op.Precedence).Distinct().OrderBy(level => level);
        writer.Line("/// <summary>All precedences, loosest first.</summary>");
        writer.Line($"public static ReadOnlySpan<int> Levels => [{string.Join(", ", levels)}];");
        var binary = model.Operators.Where(op => op.Kind == "binary").ToList();
        writer.Line();
        writer.Line("/// <summary>The precedence of the loosest binary operator.</summary>");
        writer.Line($"public const int LoosestBinary = {(binary.Count == 0 ? 0 : binary.Min(op => op.Precedence))};");
        foreach (var set in model.Enums.Where(set => set.Operators.Length > 0))
        {
            var operators = model.Operators.Where(op => op.Kind == set.Operators).ToList();
            Switch(writer, set, "string", "GetText", operators.Select(op => (op.Name, CSharpNames.Literal(op.Text))));
            Switch(writer, set, "int", "GetPrecedence", operators.Select(op => (op.Name, op.Precedence.ToString())));
            if (set.Operators == "binary")
            {
                var arms = operators.Select(op => (op.Name, op.IsRightAssociative ? "true" : "false"));
                Switch(writer, set, "bool", "IsRightAssociative", arms);
            }
        }

        return writer.Close().ToString();
    }

    private static void Switch(
        SourceWriter writer, AstEnumModel set, string type, string method, IEnumerable<(string Name, string Value)> arms)
    {
        writer.Line();
        writer.Open($"public static {type} {method}(this {set.ClassName} value) => value switch");
        foreach (var (name, value) in arms)
            writer.Line($"{set.ClassName}.{name} => {value},");
        writer.Line("_ => throw new ArgumentOutOfRangeException(nameof(value)),");
        writer.Close(";");
    }
}
