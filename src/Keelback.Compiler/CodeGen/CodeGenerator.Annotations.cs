using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Flow;
using Keelback.Compiler.Symbols;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>
/// Annotations: evaluated late by an __annotate__ function (PEP 649), or kept as text where the module says from
/// __future__ import annotations.
/// </content>
internal sealed partial class CodeGenerator
{
    private const int ValueWithFakeGlobals = 2;

    private void GenerateAnnotatedAssign(AnnAssignStmt assign)
    {
        if (assign.Value is not null)
        {
            Visit(assign.Value);
            Visit(assign.Target);
        }

        switch (assign.Target)
        {
            case NameExpr name:
                if (assign.Simple != 0 && _unit.Kind is UnitKind.Module or UnitKind.Class)
                    RecordAnnotation(assign, name);
                break;
            case AttributeExpr attribute:
                if (assign.Value is null)
                    EvaluateAndDrop(attribute.Value);
                break;
            case SubscriptExpr subscript:
                if (assign.Value is null)
                {
                    EvaluateAndDrop(subscript.Value);
                    EvaluateSubscriptAndDrop(subscript.Slice);
                }

                break;
            default:
                Fail(SyntaxErrors.InvalidTree("invalid node type for annotated assignment", assign.Span));
                break;
        }
    }

    private void RecordAnnotation(AnnAssignStmt assign, NameExpr name)
    {
        var span = assign.Span;
        if (_future.Annotations)
        {
            EmitAnnotationText(assign.Annotation);
            Emit(Opcode.LoadName, NameIndex("__annotations__"), span);
            EmitString(Mangle(name.Id), span);
            Emit(Opcode.StoreSubscr, span);
            return;
        }

        var isConditional = _unit.Kind == UnitKind.Module || _unit.ConditionalBlocks > 0;
        var index = isConditional ? _unit.NextConditionalAnnotation++ : -1;
        _unit.DeferredAnnotations.Add((assign, index));
        if (!isConditional)
            return;
        if (_unit.Kind == UnitKind.Class)
            Emit(Opcode.LoadDeref, Metadata.CellVars.GetOrAdd(ConditionalAnnotations), span);
        else
            Emit(Opcode.LoadName, NameIndex(ConditionalAnnotations), span);
        EmitInt(index, span);
        Emit(Opcode.SetAdd, 1, span);
        Emit(Opcode.PopTop, span);
    }

    /// <summary>What stands in an annotated target must exist, though nothing is assigned.</summary>
    private void EvaluateAndDrop(Expr expression)
    {
        Visit(expression);
        Emit(Opcode.PopTop, expression.Span);
    }

    private void EvaluateSubscriptAndDrop(Expr subscript)
    {
        if (!CanGoOn(subscript.Span))
            return;
        switch (subscript)
        {
            case SliceExpr slice:
                ReadOnlySpan<Expr?> parts = [slice.Lower, slice.Upper, slice.Step];
                foreach (var part in parts)
                {
                    if (part is not null)
                        EvaluateAndDrop(part);
                }

                break;
            case TupleExpr tuple:
                foreach (var item in tuple.Elts)
                    EvaluateSubscriptAndDrop(item);
                break;
            default:
                EvaluateAndDrop(subscript);
                break;
        }
    }

    private void EmitAnnotationText(Expr annotation)
    {
        try
        {
            EmitString(AnnotationText.Of(annotation), annotation.Span);
        }
        catch (InsufficientExecutionStackException)
        {
            Fail(SyntaxErrors.RecursionTooDeep(annotation.Span));
        }
        catch (AstUnparseException error)
        {
            Fail(SyntaxErrors.InvalidTree(error.Message, annotation.Span));
        }
    }

    /// <summary>Begins a function of one parameter, which refuses a format it does not know.</summary>
    private void EnterAnnotations(string name, SymbolBlock block, SourceSpan span)
    {
        EnterUnit(name, UnitKind.Annotations, block, span.Line, counts: new ParameterCounts(0, 1, 0));
        Emit(Opcode.LoadFast, 0, span);
        EmitInt(ValueWithFakeGlobals, span);
        Emit(Opcode.CompareOp, Comparison.Encode(CompareOperator.Gt), span);
        var body = NewLabel();
        EmitJump(Opcode.PopJumpIfFalse, body, span);
        Emit(Opcode.LoadCommonConstant, (int)CommonConstant.NotImplementedError, span);
        Emit(Opcode.RaiseVarargs, 1, span);
        UseLabel(body);
    }

    /// <summary>Ends it. Its parameter is .format within, lest an annotation called format meet it.</summary>
    private void LeaveAnnotations(SourceSpan span)
    {
        Emit(Opcode.ReturnValue, span);
        var code = Assemble();
        LeaveUnit();
        if (code is not null)
            code = code with { LocalsPlusNames = code.LocalsPlusNames.SetItem(0, "format") };
        EmitFunction(code, span);
    }

    private FunctionAttribute GenerateFunctionAnnotations(FunctionParts function, SourceSpan span)
    {
        var block = BlockOf(function.Node, BlockRole.Annotations);
        if (!block.UsesAnnotations)
            return FunctionAttribute.None;

        EnterAnnotations(block.Name, block, span);
        var count = 0;
        GenerateParameterAnnotations(function.Args.Args, span, ref count);
        GenerateParameterAnnotations(function.Args.PosOnlyArgs, span, ref count);
        if (function.Args.VarArg is { } varArg)
            GenerateAnnotation(varArg.Name, varArg.Annotation, span, ref count);
        GenerateParameterAnnotations(function.Args.KwOnlyArgs, span, ref count);
        if (function.Args.KwArg is { } kwArg)
            GenerateAnnotation(kwArg.Name, kwArg.Annotation, span, ref count);
        GenerateAnnotation("return", function.Returns, span, ref count);
        Emit(Opcode.BuildMap, count, span);
        LeaveAnnotations(span);
        return FunctionAttribute.Annotate;
    }

    private void GenerateParameterAnnotations(ImmutableArray<Arg> parameters, SourceSpan span, ref int count)
    {
        foreach (var parameter in parameters)
            GenerateAnnotation(parameter.Name, parameter.Annotation, span, ref count);
    }

    private void GenerateAnnotation(string name, Expr? annotation, SourceSpan span, ref int count)
    {
        if (annotation is null)
            return;
        EmitString(Mangle(name), span);
        if (_future.Annotations)
        {
            EmitAnnotationText(annotation);
        }
        else if (annotation is StarredExpr starred)
        {
            // *args: *Ts annotates with the one thing that Ts unpacks to.
            Visit(starred.Value);
            Emit(Opcode.UnpackSequence, 1, span);
        }
        else
        {
            Visit(annotation);
        }

        count++;
    }

    /// <summary>
    /// The __annotate__ function of a module or class. A module's goes to the head of its code, so that it is there
    /// while the module runs.
    /// </summary>
    private void GenerateDeferredAnnotations(SourceSpan span)
    {
        var unit = _unit;
        if (unit.DeferredAnnotations.Count == 0 || _error is not null)
            return;
        var moduleCode = unit.Instructions;
        if (unit.Kind == UnitKind.Module)
            unit.Instructions = new InstructionSequence();

        var block = unit.Block.AnnotationBlock!;
        EnterAnnotations(block.Name, block, span);
        Emit(Opcode.BuildMap, 0, span);
        foreach (var (statement, index) in unit.DeferredAnnotations)
            GenerateDeferredAnnotation(unit.Kind, statement, index, span);
        LeaveAnnotations(span);
        EmitName(unit.Kind == UnitKind.Class ? "__annotate_func__" : "__annotate__", ExprContext.Store, span);

        if (unit.Kind == UnitKind.Module)
        {
            moduleCode.AnnotationsCode = unit.Instructions;
            unit.Instructions = moduleCode;
        }
    }

    private void GenerateDeferredAnnotation(UnitKind owner, AnnAssignStmt statement, int index, SourceSpan span)
    {
        var place = statement.Span;
        var notSet = NewLabel();
        var name = NameMangling.Mangle(_unit.ClassName, ((NameExpr)statement.Target).Id);
        if (index >= 0)
        {
            EmitInt(index, place);
            if (owner == UnitKind.Class)
                Emit(Opcode.LoadDeref, FreeIndex(ConditionalAnnotations), place);
            else
                Emit(Opcode.LoadGlobal, NameIndex(ConditionalAnnotations) << 1, place);
            Emit(Opcode.ContainsOp, 0, place);
            EmitJump(Opcode.PopJumpIfFalse, notSet, place);
        }

        Visit(statement.Annotation);
        Emit(Opcode.Copy, 2, place);
        EmitString(name, place);
        Emit(Opcode.StoreSubscr, span);
        UseLabel(notSet);
    }

    private int FreeIndex(string name) => Metadata.CellVars.Count + Metadata.FreeVars.GetOrAdd(name);
}
