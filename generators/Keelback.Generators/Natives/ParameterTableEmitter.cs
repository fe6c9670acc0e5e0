using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Signatures;

namespace Keelback.Generators.Natives;

/// <summary>Writes the nested class of parameter tables, one for each function that takes keywords.</summary>
internal static class ParameterTableEmitter
{
    public static void Emit(SourceWriter writer, IEnumerable<NativeFunctionModel> functions, string owner)
    {
        var takingKeywords = functions.Select(function => new CallShape(function)).Where(shape => shape.TakesKeywords).ToList();
        if (takingKeywords.Count == 0)
            return;
        writer.Open("private static class Parameters");
        foreach (var shape in takingKeywords)
            EmitTable(writer, shape, FunctionNames.Of(shape.Function, owner));
        writer.Close().Line();
    }

    private static void EmitTable(SourceWriter writer, CallShape shape, FunctionNames names)
    {
        var parameters = string.Join(", ", shape.Named.Select(parameter => CSharpNames.Literal(parameter.Name)));
        var positionalOnly = shape.Named.Count(parameter => parameter.Kind == ParameterKind.PositionalOnly);
        var keywordOnly = shape.Named.Count(parameter => parameter is { Kind: ParameterKind.KeywordOnly, Default: null });
        writer.Line($"internal static readonly ParameterTable {names.Stem} = new(").Indent()
            .Line($"{CSharpNames.Literal(names.Short)},")
            .Line($"[{parameters}],")
            .Line($"positionalOnly: {positionalOnly},")
            .Line($"positional: {shape.Positional},")
            .Line($"required: {shape.Required},")
            .Line($"keywordOnlyRequired: {keywordOnly}{(shape.HasVarPositional || shape.HasVarKeyword ? "," : ");")}");
        if (shape.HasVarPositional)
            writer.Line($"hasVarPositional: true{(shape.HasVarKeyword ? "," : ");")}");
        if (shape.HasVarKeyword)
            writer.Line("hasVarKeyword: true);");
        writer.Unindent().Line();
    }
}
