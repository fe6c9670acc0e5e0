using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Tokens;

/// <summary>Emits the table by which the parser climbs precedences.</summary>
internal static class OperatorPrecedenceEmitter
{
    public static string Emit(TokenTable table)
    {
        var writer = SourceWriter.ForFile("Keelback.Parser", "Keelback.Ast", "Keelback.Lexer");
        writer.Line("""
            /// <summary>
            /// What the grammar knows of operators by their tokens: precedence (higher binds tighter; 0 is no operator),
            /// associativity and the operator in the syntax tree.
            /// </summary>
            """);
        writer.Open("internal static class OperatorPrecedence");
        foreach (var kind in new[] { OperatorKind.Unary, OperatorKind.Compare, OperatorKind.Boolean, OperatorKind.Binary })
            Constants(writer, table, kind);
        Switch(
            writer, "int OfBinary", "The precedence of a binary operator; 0 where the token is none.",
            Arms(table, OperatorKind.Binary).Select(arm => (arm.Token, arm.Operator.Precedence.ToString())), "0");
        Switch(
            writer, "bool IsRightAssociative", "Whether equal binary operators group from the right.",
            Arms(table, OperatorKind.Binary).Where(arm => arm.Operator.IsRightAssociative).Select(arm => (arm.Token, "true")), "false");
        Names(writer, table, "Operator", "GetBinary", "A binary operator", OperatorKind.Binary);
        Switch(
            writer, "Operator? GetInPlace", "The operator of an augmented assignment; null where the token is none.",
            table.Operators.Where(op => op.InPlace is not null)
                .Select(op => (table.CSharpName(op.InPlace!.Token.Name), "Operator." + op.Name)),
            "null");
        Names(writer, table, "UnaryOperator", "GetUnary", "A unary operator", OperatorKind.Unary);
        Names(writer, table, "BoolOperator", "GetBoolean", "A boolean operator", OperatorKind.Boolean);
        Names(writer, table, "CompareOperator", "GetCompare", "A comparison of one token", OperatorKind.Compare);
        Pairs(writer, table);
        return writer.Close().ToString();
    }

    private static IEnumerable<(string Token, OperatorModel Operator)> Arms(TokenTable table, OperatorKind kind) =>
        table.Operators.Where(op => op.Kind == kind && op.SecondToken is null)
            .Select(op => (table.CSharpName(op.Token!.Name), op));

    private static void Constants(SourceWriter writer, TokenTable table, OperatorKind kind)
    {
        foreach (var op in table.Operators.Where(op => op.Kind == kind))
        {
            writer.Line($"/// <summary>{CSharpNames.Xml(op.Doc)}</summary>");
            writer.Line($"public const int {op.Name} = {op.Precedence};").Line();
        }
    }

    private static void Names(SourceWriter writer, TokenTable table, string type, string method, string doc, OperatorKind kind) => Switch(
        writer, $"{type}? {method}", doc + "; null where the token is none.",
        Arms(table, kind).Select(arm => (arm.Token, $"{type}.{arm.Operator.Name}")), "null");

    private static void Switch(
        SourceWriter writer, string signature, string doc, IEnumerable<(string Token, string Value)> arms, string otherwise)
    {
        writer.Line($"/// <summary>{doc}</summary>");
        writer.Open($"public static {signature}(TokenKind kind) => kind switch");
        foreach (var (token, value) in arms)
            writer.Line($"TokenKind.{token} => {value},");
        writer.Line($"_ => {otherwise},");
        writer.Close(";").Line();
    }

    private static void Pairs(SourceWriter writer, TokenTable table)
    {
        writer.Line("/// <summary>A comparison of two tokens; null where they are none.</summary>");
        writer.Open("public static CompareOperator? GetCompare(TokenKind first, TokenKind second) => (first, second) switch");
        foreach (var op in table.Operators.Where(op => op is { Kind: OperatorKind.Compare, SecondToken: not null }))
        {
            writer.Line(
                $"(TokenKind.{table.CSharpName(op.Token!.Name)}, TokenKind.{table.CSharpName(op.SecondToken!)}) => "
                + $"CompareOperator.{op.Name},");
        }

        writer.Line("_ => null,");
        writer.Close(";");
    }
}
