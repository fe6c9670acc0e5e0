using System.Collections.Immutable;
using Keelback.Ast;

namespace Keelback.Compiler.Symbols;

/// <content>Expressions.</content>
internal sealed partial class SymbolTableBuilder
{
    private void VisitAll(ImmutableArray<Expr> expressions)
    {
        foreach (var expression in expressions)
            Visit(expression);
    }

    private void VisitOptional(Expr? expression)
    {
        if (expression is not null)
            Visit(expression);
    }

    private void Visit(Expr expression)
    {
        if (!CanGoOn(expression.Span))
            return;
        switch (expression)
        {
            case NameExpr name:
                VisitName(name);
                break;
            case ConstantExpr:
                break;
            case BinOpExpr operation:
                Visit(operation.Left);
                Visit(operation.Right);
                break;
            case UnaryOpExpr operation:
                Visit(operation.Operand);
                break;
            case BoolOpExpr operation:
                VisitAll(operation.Values);
                break;
            case CompareExpr compare:
                Visit(compare.Left);
                VisitAll(compare.Comparators);
                break;
            case CallExpr call:
                Visit(call.Func);
                VisitAll(call.Args);
                VisitKeywords(call.Keywords);
                break;
            case AttributeExpr attribute:
                CheckName(attribute.Attr, attribute.Span, attribute.Ctx);
                Visit(attribute.Value);
                break;
            case SubscriptExpr subscript:
                Visit(subscript.Value);
                Visit(subscript.Slice);
                break;
            case IfExpExpr choice:
                Visit(choice.Test);
                Visit(choice.Body);
                Visit(choice.OrElse);
                break;
            case TupleExpr tuple:
                VisitAll(tuple.Elts);
                break;
            case ListExpr list:
                VisitAll(list.Elts);
                break;
            case SetExpr set:
                VisitAll(set.Elts);
                break;
            case DictExpr dict:
                foreach (var key in dict.Keys)
                    VisitOptional(key);
                VisitAll(dict.Values);
                break;
            case StarredExpr starred:
                Visit(starred.Value);
                break;
            case SliceExpr slice:
                VisitOptional(slice.Lower);
                VisitOptional(slice.Upper);
                VisitOptional(slice.Step);
                break;
            default:
                VisitRarer(expression);
                break;
        }
    }

    private void VisitRarer(Expr expression)
    {
        switch (expression)
        {
            case NamedExprExpr named:
                VisitWalrus(named);
                break;
            case LambdaExpr lambda:
                VisitDefaults(lambda.Args);
                Enter("lambda", BlockKind.Function, lambda, BlockRole.Body, lambda.Span);
                VisitParameters(lambda.Args);
                Visit(lambda.Body);
                Leave();
                break;
            case GeneratorExpExpr or ListCompExpr or SetCompExpr or DictCompExpr:
                VisitComprehension(expression);
                break;
            case YieldExpr yield:
                VisitYield(yield, yield.Value);
                break;
            case YieldFromExpr yield:
                VisitYield(yield, yield.Value);
                break;
            case AwaitExpr wait:
                VisitAwait(wait);
                break;
            case JoinedStrExpr text:
                VisitAll(text.Values);
                break;
            case FormattedValueExpr value:
                Visit(value.Value);
                VisitOptional(value.FormatSpec);
                break;
            case TemplateStrExpr template:
                VisitAll(template.Values);
                break;
            case InterpolationExpr value:
                Visit(value.Value);
                VisitOptional(value.FormatSpec);
                break;
            default:
                VisitUnknown(expression);
                break;
        }
    }

    private void VisitName(NameExpr name)
    {
        if (_current.InUnevaluatedAnnotation)
            return;
        var isLoad = name.Ctx == ExprContext.Load;
        Define(name.Id, isLoad ? SymbolFlags.Use : SymbolFlags.Local, name.Span, name.Ctx);

        // super() without arguments finds its class in this cell.
        if (isLoad && name.Id == "super" && _current.IsFunctionLike)
            Define("__class__", SymbolFlags.Use, name.Span);
    }

    private void VisitKeywords(ImmutableArray<Keyword> keywords)
    {
        foreach (var keyword in keywords)
        {
            if (keyword.Arg is { } name)
                CheckName(name, keyword.Span, ExprContext.Store);
        }

        foreach (var keyword in keywords)
            Visit(keyword.Value);
    }

    private void VisitYield(Expr yield, Expr? value)
    {
        if (RefuseInAnnotation("yield expression", yield))
            return;
        VisitOptional(value);
        _current.IsGenerator = true;
        if (_current.Comprehension == ComprehensionKind.None)
            return;
        var kind = _current.Comprehension switch
        {
            ComprehensionKind.List => "list comprehension",
            ComprehensionKind.Set => "set comprehension",
            ComprehensionKind.Dict => "dict comprehension",
            _ => "generator expression",
        };
        Fail(SyntaxErrors.YieldInComprehension(kind, yield.Span));
    }

    private void VisitAwait(AwaitExpr wait)
    {
        if (RefuseInAnnotation("await expression", wait))
            return;
        if (!AllowsTopLevelAwait)
        {
            if (!_current.IsFunctionLike)
                Fail(SyntaxErrors.AwaitOutsideFunction(wait.Span));
            else if (!IsAsyncFunction && _current.Comprehension == ComprehensionKind.None)
                Fail(SyntaxErrors.AsyncOutsideAsyncFunction("await", wait.Span));
        }

        Visit(wait.Value);
        _current.IsCoroutine = true;
    }

    private void VisitUnknown(AstNode node)
    {
        var visited = false;
        VisitVariantNode(node, ref visited);
        if (!visited)
            Fail(SyntaxErrors.InvalidTree($"unexpected node {node.GetType().Name}", default));
    }
}
