using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Flow;
using Keelback.Compiler.Symbols;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>
/// Comprehensions. Most are inlined where they stand (PEP 709); generator expressions, and what stands in annotation
/// scopes of classes, are functions of the outermost iterator.
/// </content>
internal sealed partial class CodeGenerator
{
    private void GenerateComprehension(Expr expression)
    {
        var parts = ComprehensionParts.Of(expression);
        if (parts.Generators.IsEmpty)
        {
            Fail(SyntaxErrors.InvalidTree("comprehension with no generators", expression.Span));
            return;
        }

        var block = BlockOf(expression, BlockRole.Body);
        if (block.IsInlined)
            GenerateInlined(parts, block, expression.Span);
        else
            GenerateAsFunction(parts, block, expression.Span);
    }

    private void GenerateInlined(ComprehensionParts parts, SymbolBlock block, SourceSpan span)
    {
        GenerateIterator(parts.Generators[0]);
        var state = EnterInlined(block, span);
        EmitEmptyCollection(parts.Kind, span);
        Emit(Opcode.Swap, 2, span);
        GenerateGenerator(parts, 0, 0, isIteratorOnStack: true, span);
        LeaveInlined(state, span);
    }

    private void GenerateAsFunction(ComprehensionParts parts, SymbolBlock block, SourceSpan span)
    {
        EnterUnit(
            $"<{block.Name}>", UnitKind.Comprehension, block, span.Line, counts: new ParameterCounts(1, 0, 0));
        var isGenerator = parts.Kind == ComprehensionKind.Generator;
        if (!isGenerator)
            EmitEmptyCollection(parts.Kind, span);
        GenerateGenerator(parts, 0, 0, isIteratorOnStack: false, span);
        if (isGenerator)
            WrapInStopIterationHandler();
        else
            Emit(Opcode.ReturnValue, span);
        var code = Assemble();
        LeaveUnit();

        EmitFunction(code, span);
        GenerateIterator(parts.Generators[0]);
        Emit(Opcode.Call, 0, span);
        if (block.IsCoroutine && !isGenerator)
            EmitAwait(AwaitableKind.Plain, span);
    }

    private void GenerateIterator(Comprehension generator)
    {
        Visit(generator.Iter);
        Emit(generator.IsAsync != 0 ? Opcode.GetAiter : Opcode.GetIter, generator.Iter.Span);
    }

    private void EmitEmptyCollection(ComprehensionKind kind, SourceSpan span)
    {
        var opcode = kind switch
        {
            ComprehensionKind.List => Opcode.BuildList,
            ComprehensionKind.Set => Opcode.BuildSet,
            _ => Opcode.BuildMap,
        };
        Emit(opcode, 0, span);
    }

    private void GenerateGenerator(
        ComprehensionParts parts, int index, int depth, bool isIteratorOnStack, SourceSpan span)
    {
        if (!CanGoOn(span))
            return;
        if (parts.Generators[index].IsAsync != 0)
            GenerateAsyncGenerator(parts, index, depth, isIteratorOnStack, span);
        else
            GenerateSyncGenerator(parts, index, depth, isIteratorOnStack, span);
    }

    private void GenerateSyncGenerator(
        ComprehensionParts parts, int index, int depth, bool isIteratorOnStack, SourceSpan span)
    {
        var start = NewLabel();
        var ifCleanup = NewLabel();
        var anchor = NewLabel();
        var generator = parts.Generators[index];
        var isLoop = true;
        if (!isIteratorOnStack && index == 0)
        {
            Emit(Opcode.LoadFast, 0, span);
        }
        else if (!isIteratorOnStack && AsAssignment(generator.Iter) is { } value)
        {
            Visit(value);
            isLoop = false;
        }
        else if (!isIteratorOnStack)
        {
            GenerateIterator(generator);
        }

        if (isLoop)
        {
            depth++;
            UseLabel(start);
            EmitJump(Opcode.ForIter, anchor, generator.Iter.Span);
        }

        Visit(generator.Target);
        foreach (var condition in generator.Ifs)
            JumpIf(condition, ifCleanup, condition: false, span);
        var place = GenerateInner(parts, index, depth, span);

        UseLabel(ifCleanup);
        if (!isLoop)
            return;
        EmitJump(Opcode.Jump, start, place);
        UseLabel(anchor);
        Emit(Opcode.EndFor, Nowhere);
        Emit(Opcode.PopIter, Nowhere);
    }

    /// <summary>for y in [f(x)] is the idiom for a variable: it needs no loop.</summary>
    private static Expr? AsAssignment(Expr iterable)
    {
        var elements = iterable switch
        {
            ListExpr list => list.Elts,
            TupleExpr tuple => tuple.Elts,
            _ => [],
        };
        return elements is [not StarredExpr] ? elements[0] : null;
    }

    private void GenerateAsyncGenerator(
        ComprehensionParts parts, int index, int depth, bool isIteratorOnStack, SourceSpan span)
    {
        var start = NewLabel();
        var send = NewLabel();
        var except = NewLabel();
        var ifCleanup = NewLabel();
        var generator = parts.Generators[index];
        if (!isIteratorOnStack && index == 0)
            Emit(Opcode.LoadFast, 0, span);
        else if (!isIteratorOnStack)
            GenerateIterator(generator);

        UseLabel(start);
        PushFrameBlock(new FrameBlock(FrameBlockKind.AsyncComprehension, span, start));
        EmitAnext(except, send, span);
        Visit(generator.Target);
        foreach (var condition in generator.Ifs)
            JumpIf(condition, ifCleanup, condition: false, span);
        var place = GenerateInner(parts, index, depth + 1, span);

        UseLabel(ifCleanup);
        EmitJump(Opcode.Jump, start, place);
        PopFrameBlock();
        UseLabel(except);
        EmitJump(Opcode.EndAsyncFor, send, span);
    }

    /// <summary>The next for clause, or after the last the element; the result is the element's place.</summary>
    private SourceSpan GenerateInner(ComprehensionParts parts, int index, int depth, SourceSpan span)
    {
        var place = parts.Element.Span;
        if (index + 1 < parts.Generators.Length)
        {
            GenerateGenerator(parts, index + 1, depth, isIteratorOnStack: false, span);
            return place;
        }

        Visit(parts.Element);
        switch (parts.Kind)
        {
            case ComprehensionKind.Generator:
                EmitYield(place);
                Emit(Opcode.PopTop, place);
                break;
            case ComprehensionKind.List:
                Emit(Opcode.ListAppend, depth + 1, place);
                break;
            case ComprehensionKind.Set:
                Emit(Opcode.SetAdd, depth + 1, place);
                break;
            default:
                Visit(parts.Value!);
                place = place.To(parts.Value!.Span);
                Emit(Opcode.MapAdd, depth + 1, place);
                break;
        }

        return place;
    }
}
