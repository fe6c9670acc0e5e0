using System.Collections.Immutable;
using Keelback.Text;

namespace Keelback.Ast;

/// <summary>Names, displays, comprehensions, calls, subscripts and parameters: what never needs parentheses.</summary>
internal sealed partial class UnparseVisitor
{
    public override void VisitNameExpr(NameExpr node)
    {
        Put(node.Id);
    }

    public override void VisitAttributeExpr(AttributeExpr node)
    {
        Put(node.Value, Precedence.Atom);

        // Behind the digits of an int a point would begin a fraction.
        if (node.Value is ConstantExpr { Value: Constant.Int or Constant.Bool })
            Put(" ");
        Put("." + node.Attr);
    }

    public override void VisitCallExpr(CallExpr node)
    {
        Put(node.Func, Precedence.Atom);
        Put("(");
        PutArguments(node.Args, node.Keywords);
        Put(")");
    }

    public override void VisitKeyword(Keyword node)
    {
        Put(node.Arg is null ? "**" : node.Arg + "=");
        Put(node.Value);
    }

    public override void VisitSubscriptExpr(SubscriptExpr node)
    {
        Put(node.Value, Precedence.Atom);
        Put("[");
        if (node.Slice is TupleExpr { Elts.Length: > 0 } tuple)
            PutItems(tuple.Elts);
        else
            Put(node.Slice);
        Put("]");
    }

    public override void VisitSliceExpr(SliceExpr node)
    {
        PutOptional("", node.Lower);
        Put(":");
        PutOptional("", node.Upper);
        PutOptional(":", node.Step);
    }

    public override void VisitListExpr(ListExpr node)
    {
        Put("[");
        PutList(node.Elts);
        Put("]");
    }

    public override void VisitSetExpr(SetExpr node)
    {
        // Braces around nothing would be a dict, and the name set may mean something else.
        Put(node.Elts.Length > 0 ? "{" : "{*()");
        PutList(node.Elts);
        Put("}");
    }

    public override void VisitDictExpr(DictExpr node)
    {
        Put("{");
        for (var i = 0; i < Math.Min(node.Keys.Length, node.Values.Length); i++)
        {
            Put(i > 0 ? ", " : "");
            if (node.Keys[i] is not { } key)
            {
                Put("**");
                Put(node.Values[i], OperatorSpelling.LoosestBinary);
                continue;
            }

            Put(key);
            Put(": ");
            Put(node.Values[i]);
        }

        Put("}");
    }

    public override void VisitListCompExpr(ListCompExpr node) => PutComprehension("[", node.Elt, null, node.Generators, "]");

    public override void VisitSetCompExpr(SetCompExpr node) => PutComprehension("{", node.Elt, null, node.Generators, "}");

    public override void VisitGeneratorExpExpr(GeneratorExpExpr node) =>
        PutComprehension("(", node.Elt, null, node.Generators, ")");

    public override void VisitDictCompExpr(DictCompExpr node) =>
        PutComprehension("{", node.Key, node.Value, node.Generators, "}");

    public override void VisitComprehension(Comprehension node)
    {
        Put(node.IsAsync != 0 ? " async for " : " for ");
        Put(node.Target, Precedence.Tuple);
        Put(" in ");
        var level = Precedence.Next(Precedence.Test);
        Put(node.Iter, level);
        foreach (var condition in node.Ifs)
        {
            Put(" if ");
            Put(condition, level);
        }
    }

    public override void VisitArg(Arg node)
    {
        Put(node.Name);
        PutOptional(": ", node.Annotation);
    }

    public override void VisitArguments(Arguments node)
    {
        var separator = "";
        var positional = node.PosOnlyArgs.AddRange(node.Args);
        var withoutDefault = positional.Length - node.Defaults.Length;
        for (var i = 0; i < positional.Length; i++)
        {
            Put(separator);
            separator = ", ";
            Put(positional[i]);
            if (i >= withoutDefault)
                PutOptional("=", node.Defaults[i - withoutDefault]);
            if (i + 1 == node.PosOnlyArgs.Length)
                Put(", /");
        }

        if (node.VarArg is not null || node.KwOnlyArgs.Length > 0)
        {
            Put(separator + "*");
            separator = ", ";
            PutOptional("", node.VarArg);
        }

        for (var i = 0; i < Math.Min(node.KwOnlyArgs.Length, node.KwDefaults.Length); i++)
        {
            Put(", ");
            Put(node.KwOnlyArgs[i]);
            PutOptional("=", node.KwDefaults[i]);
        }

        PutOptional(separator + "**", node.KwArg);
    }

    private void PutArguments(ImmutableArray<Expr> positional, ImmutableArray<Keyword> keywords)
    {
        PutList(positional);
        if (positional.Length > 0 && keywords.Length > 0)
            Put(", ");
        PutList(keywords);
    }

    private void PutComprehension(
        string open, Expr element, Expr? value, ImmutableArray<Comprehension> generators, string close)
    {
        Put(open);
        Put(element);
        PutOptional(": ", value);
        VisitAll(generators);
        Put(close);
    }
}
