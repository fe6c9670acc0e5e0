using System.Collections;

namespace Keelback.Ast;

/// <summary>A rule of the tree that a node breaks.</summary>
/// <param name="Node">The node.</param>
/// <param name="Message">What is wrong with it, as CPython says it.</param>
public sealed record AstViolation(AstNode Node, string Message);

/// <summary>
/// Checks what the types of a tree made by hand leave open, as CPython does before it compiles one: lists that may not be
/// empty, contexts of targets, parallel lists, values that only some constants are.
/// </summary>
public static class AstValidator
{
    /// <summary>The violations in a tree, parents before children; empty where it can be compiled.</summary>
    public static IReadOnlyList<AstViolation> Validate(AstNode root)
    {
        var walker = new Walker();
        walker.Walk(root);
        return walker.Violations;
    }

    private sealed class Walker : AstWalker
    {
        public List<AstViolation> Violations { get; } = [];

        protected override bool Enter(AstNode node)
        {
            var info = node.Info;
            for (var i = 0; i < info.Fields.Length; i++)
            {
                var value = node.GetField(i);
                if (info.Fields[i].IsNonEmpty && value is ICollection { Count: 0 })
                    Report(node, EmptyList(info, info.Fields[i]));
                if (info.Fields[i].Type == "expr")
                    CheckContexts(node, ExpectedContext(node, info, info.Fields[i]), value);
            }

            if (ParallelLists(node) is { } message)
                Report(node, message);
            return true;
        }

        private static string EmptyList(AstTypeInfo info, AstFieldInfo field) =>
            field.Type == "comprehension" ? "comprehension with no generators" : $"empty {field.Name} on {info.Name}";

        private static ExprContext ExpectedContext(AstNode node, AstTypeInfo info, AstFieldInfo field)
        {
            for (var i = 0; i < info.Fields.Length; i++)
            {
                if (info.Fields[i].Name == field.Context)
                    return (ExprContext)node.GetField(i)!;
            }

            return Enum.TryParse<ExprContext>(field.Context, out var context) ? context : ExprContext.Load;
        }

        private void CheckContexts(AstNode node, ExprContext expected, object? value)
        {
            if (value is Expr single)
                CheckContext(single, expected);
            else if (value is IEnumerable list)
            {
                foreach (var item in list)
                    CheckContexts(node, expected, item);
            }
        }

        private void CheckContext(Expr node, ExprContext expected)
        {
            var actual = node switch
            {
                NameExpr name => name.Ctx,
                AttributeExpr attribute => attribute.Ctx,
                SubscriptExpr subscript => subscript.Ctx,
                StarredExpr starred => starred.Ctx,
                ListExpr list => list.Ctx,
                TupleExpr tuple => tuple.Ctx,
                _ => (ExprContext?)null,
            };
            if (actual is null && expected != ExprContext.Load)
                Report(node, $"expression which can't be assigned to in {expected.GetName()} context");
            else if (actual is not null && actual != expected)
                Report(node, $"expression must have {expected.GetName()} context but has {actual.Value.GetName()} instead");
        }

        private static string? ParallelLists(AstNode node) => node switch
        {
            DictExpr dict when dict.Keys.Length != dict.Values.Length =>
                "Dict doesn't have the same number of keys as values",
            CompareExpr { Comparators.Length: 0 } => "Compare with no comparators",
            CompareExpr compare when compare.Ops.Length != compare.Comparators.Length =>
                "Compare has a different number of comparators and operands",
            BoolOpExpr { Values.Length: < 2 } => "BoolOp with less than 2 values",
            Arguments arguments when arguments.Defaults.Length > arguments.PosOnlyArgs.Length + arguments.Args.Length =>
                "more positional defaults than args on arguments",
            Arguments arguments when arguments.KwDefaults.Length != arguments.KwOnlyArgs.Length =>
                "length of kwonlyargs is not the same as kw_defaults on arguments",
            MatchMapping mapping when mapping.Keys.Length != mapping.Patterns.Length =>
                "MatchMapping doesn't have the same number of keys as patterns",
            MatchClass match when match.KwdAttrs.Length != match.KwdPatterns.Length =>
                "MatchClass doesn't have the same number of keyword attributes as patterns",
            MatchOr { Patterns.Length: < 2 } => "MatchOr requires at least 2 patterns",
            TryStmt { Handlers.Length: 0, FinalBody.Length: 0 } => "Try has neither except handlers nor finalbody",
            TryStmt { Handlers.Length: 0, OrElse.Length: > 0 } => "Try has orelse but no except handlers",
            TryStarStmt { Handlers.Length: 0, FinalBody.Length: 0 } => "TryStar has neither except handlers nor finalbody",
            TryStarStmt { Handlers.Length: 0, OrElse.Length: > 0 } => "TryStar has orelse but no except handlers",
            RaiseStmt { Exc: null, Cause: not null } => "Raise with cause but no exception",
            _ => null,
        };

        private void Report(AstNode node, string message) => Violations.Add(new AstViolation(node, message));
    }
}
