using System.Collections.Immutable;
using System.Text;
using Keelback.Ast;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <summary>
/// The text that an annotation becomes under from __future__ import annotations. It is not ast.unparse's: strings are
/// always single quotes' reprs, a walrus is bracketed by its own rule, and a lambda without positional parameters has
/// no blank.
/// </summary>
internal sealed partial class AnnotationText
{
    private readonly StringBuilder _text = new();

    /// <summary>How tightly an expression binds; brackets go round what binds less than its place asks for.</summary>
    private enum Level
    {
        Tuple,
        Test,
        Or,
        And,
        Not,
        Comparison,
        BitOr,
        BitXor,
        BitAnd,
        Shift,
        Sum,
        Product,
        Factor,
        Power,
        Await,
        Atom,
    }

    public static string Of(Expr annotation)
    {
        var writer = new AnnotationText();
        writer.Put(annotation, Level.Test);
        return writer._text.ToString();
    }

    private static Level Above(Level level) => level + 1;

    private AnnotationText Put(string text)
    {
        _text.Append(text);
        return this;
    }

    private void PutBracketed(bool isBracketed, Action put)
    {
        if (isBracketed)
            Put("(");
        put();
        if (isBracketed)
            Put(")");
    }

    private void PutList(ImmutableArray<Expr> items)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
                Put(", ");
            Put(items[i], Level.Test);
        }
    }

    private void Put(Expr expression, Level level)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (expression)
        {
            case NameExpr name:
                Put(name.Id);
                break;
            case ConstantExpr constant:
                Put(constant.Value is Constant.Ellipsis ? "" : constant.Kind ?? "").PutConstant(constant.Value);
                break;
            case AttributeExpr attribute:
                Put(attribute.Value, Level.Atom);
                Put(attribute.Value is ConstantExpr { Value: Constant.Int } ? " ." : ".").Put(attribute.Attr);
                break;
            case SubscriptExpr subscript:
                Put(subscript.Value, Level.Atom);
                Put("[").Put(subscript.Slice, Level.Tuple);
                Put("]");
                break;
            case TupleExpr { Elts.IsEmpty: true }:
                Put("()");
                break;
            case TupleExpr tuple:
                PutBracketed(level > Level.Tuple, () =>
                {
                    PutList(tuple.Elts);
                    Put(tuple.Elts.Length == 1 ? "," : "");
                });
                break;
            case ListExpr list:
                Put("[").PutList(list.Elts);
                Put("]");
                break;
            case SetExpr set:
                Put("{").PutList(set.Elts);
                Put("}");
                break;
            case DictExpr dict:
                PutDict(dict);
                break;
            case CallExpr call:
                PutCall(call);
                break;
            case StarredExpr starred:
                Put("*").Put(starred.Value, Level.BitOr);
                break;
            case SliceExpr slice:
                PutSlice(slice);
                break;
            default:
                PutOperation(expression, level);
                break;
        }
    }

    private void PutOperation(Expr expression, Level level)
    {
        switch (expression)
        {
            case BinOpExpr operation:
                PutBinary(operation, level);
                break;
            case BoolOpExpr operation:
                PutBoolean(operation, level);
                break;
            case UnaryOpExpr operation:
                var (sign, binding) = SignOf(operation.Op);
                PutBracketed(level > binding, () => Put(sign).Put(operation.Operand, binding));
                break;
            case CompareExpr compare:
                PutBracketed(level > Level.Comparison, () => PutComparison(compare));
                break;
            case IfExpExpr choice:
                PutBracketed(level > Level.Test, () =>
                {
                    Put(choice.Body, Above(Level.Test));
                    Put(" if ").Put(choice.Test, Above(Level.Test));
                    Put(" else ").Put(choice.OrElse, Level.Test);
                });
                break;
            case LambdaExpr lambda:
                PutBracketed(level > Level.Test, () => PutLambda(lambda));
                break;
            case NamedExprExpr named:
                PutBracketed(level > Level.Tuple, () =>
                {
                    Put(named.Target, Level.Atom);
                    Put(" := ").Put(named.Value, Level.Atom);
                });
                break;
            case AwaitExpr wait:
                PutBracketed(level > Level.Await, () => Put("await ").Put(wait.Value, Level.Atom));
                break;
            default:
                PutRarer(expression);
                break;
        }
    }

    private void PutRarer(Expr expression)
    {
        switch (expression)
        {
            case YieldExpr { Value: null }:
                Put("(yield)");
                break;
            case YieldExpr yield:
                Put("(yield ").Put(yield.Value!, Level.Test);
                Put(")");
                break;
            case YieldFromExpr yield:
                Put("(yield from ").Put(yield.Value, Level.Test);
                Put(")");
                break;
            case ListCompExpr list:
                PutComprehension("[", list.Elt, null, list.Generators, "]");
                break;
            case SetCompExpr set:
                PutComprehension("{", set.Elt, null, set.Generators, "}");
                break;
            case DictCompExpr dict:
                PutComprehension("{", dict.Key, dict.Value, dict.Generators, "}");
                break;
            case GeneratorExpExpr generator:
                PutComprehension("(", generator.Elt, null, generator.Generators, ")");
                break;
            case JoinedStrExpr or TemplateStrExpr or FormattedValueExpr or InterpolationExpr:
                PutString(expression);
                break;
            default:
                Put(AstUnparser.Unparse(expression));
                break;
        }
    }

    private void PutBinary(BinOpExpr operation, Level level)
    {
        var (sign, binding) = SignOf(operation.Op);
        if (sign.Length == 0)
        {
            // A variant's own operator.
            Put("(").Put(AstUnparser.Unparse(operation)).Put(")");
            return;
        }

        var isRightAssociative = binding == Level.Power;
        PutBracketed(level > binding, () =>
        {
            Put(operation.Left, isRightAssociative ? Above(binding) : binding);
            Put(sign).Put(operation.Right, isRightAssociative ? binding : Above(binding));
        });
    }

    private void PutBoolean(BoolOpExpr operation, Level level)
    {
        var (sign, binding) = operation.Op == BoolOperator.And ? (" and ", Level.And) : (" or ", Level.Or);
        PutBracketed(level > binding, () =>
        {
            for (var i = 0; i < operation.Values.Length; i++)
                Put(i > 0 ? sign : "").Put(operation.Values[i], Above(binding));
        });
    }

    private void PutComparison(CompareExpr compare)
    {
        Put(compare.Left, Above(Level.Comparison));
        for (var i = 0; i < compare.Ops.Length && i < compare.Comparators.Length; i++)
            Put(SignOf(compare.Ops[i])).Put(compare.Comparators[i], Above(Level.Comparison));
    }
}
