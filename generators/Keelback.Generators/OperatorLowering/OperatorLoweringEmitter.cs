using Keelback.Generators.Shared;

namespace Keelback.Generators.OperatorLowering;

/// <summary>Emits the switch from an operator of the tree to opcode and oparg.</summary>
internal static class OperatorLoweringEmitter
{
    public static string Emit(EquatableArray<OperatorLoweringModel> operators)
    {
        var writer = SourceWriter.ForFile("Keelback.Compiler.CodeGen", "Keelback.Ast", "Keelback.Bytecode");
        writer.Line("/// <summary>The instruction that each binary operator becomes, as operators.yaml says.</summary>");
        writer.Open("internal static class OperatorLowering");
        writer.Line("/// <summary>The opcode and oparg of an operator, or of its in-place form; null for what is no operator.</summary>");
        writer.Line("public static (Opcode Opcode, int Oparg)? Lower(Operator operation, bool isInPlace) => operation switch");
        writer.Line("{").Indent();
        foreach (var model in operators)
            writer.Line($"{Pattern(model)} => (Opcode.{CSharpNames.Pascal(model.Opcode)}, {Oparg(model)}),");
        writer.Line("_ => null,").Unindent();
        writer.Line("};");
        return writer.Close().ToString();
    }

    private static string Pattern(OperatorLoweringModel model) => $"Operator.{model.Operator}";

    private static string Oparg(OperatorLoweringModel model) => model.Plain.Value == model.InPlace.Value
        ? $"{model.Plain.Value}"
        : $"isInPlace ? {model.InPlace.Value} : {model.Plain.Value}";
}
