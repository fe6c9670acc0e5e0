using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Symbols;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>Expressions: which room each kind is compiled in, and the small ones.</content>
internal sealed partial class CodeGenerator
{
    private void VisitAll(ImmutableArray<Expr> expressions)
    {
        foreach (var expression in expressions)
            Visit(expression);
    }

    private void Visit(Expr expression)
    {
        if (!CanGoOn(expression.Span))
            return;
        switch (expression)
        {
            case NameExpr name:
                EmitName(name.Id, name.Ctx, name.Span);
                break;
            case ConstantExpr constant:
                EmitConstant(constant.Value, constant.Span);
                break;
            case AttributeExpr attribute:
                GenerateAttribute(attribute);
                break;
            case CallExpr call:
                GenerateCall(call);
                break;
            case BinOpExpr operation:
                Visit(operation.Left);
                Visit(operation.Right);
                EmitBinary(operation.Op, isInPlace: false, operation.Span);
                break;
            case UnaryOpExpr operation:
                GenerateUnary(operation);
                break;
            case BoolOpExpr operation:
                GenerateBoolean(operation);
                break;
            case CompareExpr compare:
                GenerateCompare(compare);
                break;
            case SubscriptExpr subscript:
                GenerateSubscript(subscript);
                break;
            case SliceExpr slice:
                GenerateSlice(slice);
                break;
            case IfExpExpr choice:
                GenerateChoice(choice);
                break;
            case TupleExpr tuple:
                GenerateTuple(tuple);
                break;
            case ListExpr list:
                GenerateList(list);
                break;
            case SetExpr set:
                GenerateUnpacked(set.Elts, 0, s_set, set.Span);
                break;
            case DictExpr dict:
                GenerateDict(dict);
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
            case LambdaExpr lambda:
                GenerateLambda(lambda);
                break;
            case GeneratorExpExpr or ListCompExpr or SetCompExpr or DictCompExpr:
                GenerateComprehension(expression);
                break;
            case NamedExprExpr named:
                Visit(named.Value);
                Emit(Opcode.Copy, 1, named.Span);
                Visit(named.Target);
                break;
            case JoinedStrExpr text:
                GenerateJoinedString(text);
                break;
            case FormattedValueExpr value:
                GenerateFormattedValue(value);
                break;
            case TemplateStrExpr template:
                GenerateTemplate(template);
                break;
            case InterpolationExpr value:
                GenerateInterpolation(value);
                break;
            case YieldExpr yield:
                GenerateYield(yield);
                break;
            case YieldFromExpr yield:
                GenerateYieldFrom(yield);
                break;
            case AwaitExpr wait:
                Visit(wait.Value);
                EmitAwait(AwaitableKind.Plain, wait.Span);
                break;
            case StarredExpr { Ctx: ExprContext.Store }:
                Fail(SyntaxErrors.StarredTargetAlone(expression.Span));
                break;
            case StarredExpr:
                Fail(SyntaxErrors.StarredHere(expression.Span));
                break;
            default:
                LowerUnknown(expression);
                break;
        }
    }

    private void GenerateYield(YieldExpr yield)
    {
        if (!Block.IsFunctionLike)
        {
            Fail(SyntaxErrors.OutsideFunction("yield", yield.Span));
            return;
        }

        if (yield.Value is not null)
            Visit(yield.Value);
        else
            EmitNone(yield.Span);
        EmitYield(yield.Span);
    }

    private void GenerateYieldFrom(YieldFromExpr yield)
    {
        if (!Block.IsFunctionLike)
        {
            Fail(SyntaxErrors.OutsideFunction("yield from", yield.Span));
            return;
        }

        if (_unit.Kind == UnitKind.AsyncFunction)
        {
            Fail(SyntaxErrors.YieldFromInAsyncFunction(yield.Span));
            return;
        }

        Visit(yield.Value);
        Emit(Opcode.GetYieldFromIter, yield.Span);
        EmitNone(yield.Span);
        EmitYieldFrom(isAwait: false, yield.Span);
    }

    private void GenerateAttribute(AttributeExpr attribute)
    {
        if (attribute.Ctx == ExprContext.Load && attribute.Value is CallExpr call && IsPlainSuper(attribute, call))
        {
            LoadSuperArguments(call);
            EmitLoadSuper(attribute.Attr, isMethod: false, hasArguments: !call.Args.IsEmpty, attribute.Span);
            Emit(Opcode.Nop, StartAtAttribute(attribute.Span, attribute));
            return;
        }

        NoteStaticAttribute(attribute);
        Visit(attribute.Value);
        var span = StartAtAttribute(attribute.Span, attribute);
        if (attribute.Ctx == ExprContext.Load)
            EmitLoadAttribute(attribute.Attr, span);
        else if (attribute.Ctx == ExprContext.Store)
            Emit(Opcode.StoreAttr, NameIndex(attribute.Attr), span);
        else
            Emit(Opcode.DeleteAttr, NameIndex(attribute.Attr), span);
    }

    /// <summary>An attribute that ends on a later line than it starts is located at its name.</summary>
    private static SourceSpan StartAtAttribute(SourceSpan span, AttributeExpr attribute)
    {
        var endLine = attribute.Span.EndLine;
        var endColumn = attribute.Span.EndColumn;
        if (span.Line == endLine)
            return span;

        var length = attribute.Attr.EnumerateRunes().Count();
        span = length <= endColumn
            ? span with { Line = endLine, Column = endColumn - length }
            : span with { Line = endLine, Column = -1, EndColumn = -1 };
        span = span with { EndLine = Math.Max(span.Line, span.EndLine) };
        return span.Line == span.EndLine
            ? span with { EndColumn = Math.Max(span.Column, span.EndColumn) }
            : span;
    }

    private void GenerateChoice(IfExpExpr choice)
    {
        var end = NewLabel();
        var next = NewLabel();
        JumpIf(choice.Test, next, condition: false, choice.Span);
        Visit(choice.Body);
        EmitJump(Opcode.JumpNoInterrupt, end, Nowhere);
        UseLabel(next);
        Visit(choice.OrElse);
        UseLabel(end);
    }
}
