namespace Keelback.Ast;

/// <summary>Operators, and the other expressions that may need parentheses.</summary>
internal sealed partial class UnparseVisitor
{
    public override void VisitNamedExprExpr(NamedExprExpr node)
    {
        var isParenthesized = _asked > Precedence.NamedExpr;
        Open(isParenthesized);
        Put(node.Target, Precedence.Atom);
        Put(" := ");
        Put(node.Value, Precedence.Atom);
        Close(isParenthesized);
    }

    /// <summary>A long sum is a deep tree to the left, so the left operands are gone through in a loop.</summary>
    public override void VisitBinOpExpr(BinOpExpr node)
    {
        var asked = _asked;
        var spine = new Stack<(BinOpExpr Node, bool IsParenthesized)>();
        Expr left = node;
        while (left is BinOpExpr binary)
        {
            var own = binary.Op.GetPrecedence();
            spine.Push((binary, asked > own));
            Open(asked > own);
            asked = binary.Op.IsRightAssociative() ? Precedence.Next(own) : own;
            left = binary.Left;
        }

        Put(left, asked);
        while (spine.TryPop(out var part))
        {
            var own = part.Node.Op.GetPrecedence();
            Put($" {part.Node.Op.GetText()} ");
            Put(part.Node.Right, part.Node.Op.IsRightAssociative() ? own : Precedence.Next(own));
            Close(part.IsParenthesized);
        }
    }

    public override void VisitUnaryOpExpr(UnaryOpExpr node)
    {
        var own = node.Op.GetPrecedence();
        var isParenthesized = _asked > own;
        Open(isParenthesized);
        var text = node.Op.GetText();
        Put(char.IsLetter(text[^1]) ? text + " " : text);
        Put(node.Operand, own);
        Close(isParenthesized);
    }

    public override void VisitBoolOpExpr(BoolOpExpr node)
    {
        var level = node.Op.GetPrecedence();
        var isParenthesized = _asked > level;
        Open(isParenthesized);
        for (var i = 0; i < node.Values.Length; i++)
        {
            Put(i > 0 ? $" {node.Op.GetText()} " : "");

            // Python asks each operand for one level more than the one before it.
            level = Precedence.Next(level);
            Put(node.Values[i], level);
        }

        Close(isParenthesized);
    }

    public override void VisitCompareExpr(CompareExpr node)
    {
        var own = node.Ops.Length > 0 ? node.Ops[0].GetPrecedence() : Precedence.Test;
        var isParenthesized = _asked > own;
        var operand = Precedence.Next(own);
        Open(isParenthesized);
        Put(node.Left, operand);
        for (var i = 0; i < Math.Min(node.Ops.Length, node.Comparators.Length); i++)
        {
            Put($" {node.Ops[i].GetText()} ");
            Put(node.Comparators[i], operand);
        }

        Close(isParenthesized);
    }

    public override void VisitIfExpExpr(IfExpExpr node)
    {
        var isParenthesized = _asked > Precedence.Test;
        Open(isParenthesized);
        Put(node.Body, Precedence.Next(Precedence.Test));
        Put(" if ");
        Put(node.Test, Precedence.Next(Precedence.Test));
        Put(" else ");
        Put(node.OrElse);
        Close(isParenthesized);
    }

    public override void VisitLambdaExpr(LambdaExpr node)
    {
        var isParenthesized = _asked > Precedence.Test;
        Open(isParenthesized);
        Put("lambda");
        var start = _text.Length;
        Put(node.Args);
        if (_text.Length > start)
            _text.Insert(start, ' ');
        Put(": ");
        Put(node.Body);
        Close(isParenthesized);
    }

    public override void VisitAwaitExpr(AwaitExpr node)
    {
        var isParenthesized = _asked > Precedence.Await;
        Open(isParenthesized);
        Put("await ");
        Put(node.Value, Precedence.Atom);
        Close(isParenthesized);
    }

    public override void VisitYieldExpr(YieldExpr node)
    {
        var isParenthesized = _asked > Precedence.Yield;
        Open(isParenthesized);
        Put("yield");
        if (node.Value is not null)
        {
            Put(" ");
            Put(node.Value, Precedence.Atom);
        }

        Close(isParenthesized);
    }

    public override void VisitYieldFromExpr(YieldFromExpr node)
    {
        var isParenthesized = _asked > Precedence.Yield;
        Open(isParenthesized);
        Put("yield from ");
        Put(node.Value, Precedence.Atom);
        Close(isParenthesized);
    }

    public override void VisitStarredExpr(StarredExpr node)
    {
        Put("*");
        Put(node.Value, OperatorSpelling.LoosestBinary);
    }

    public override void VisitTupleExpr(TupleExpr node)
    {
        var isParenthesized = _asked > Precedence.Tuple || node.Elts.Length == 0;
        Open(isParenthesized);
        PutItems(node.Elts);
        Close(isParenthesized);
    }
}
