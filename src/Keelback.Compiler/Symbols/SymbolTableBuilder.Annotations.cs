using System.Collections.Immutable;
using Keelback.Ast;

namespace Keelback.Compiler.Symbols;

/// <content>Annotations: each function, class and module has one block for all of its own (PEP 649).</content>
internal sealed partial class SymbolTableBuilder
{
    private const string AnnotateName = "__annotate__";

    private void VisitAnnotatedAssignment(AnnAssignStmt assign)
    {
        _current.UsesAnnotations = true;
        if (assign.Target is NameExpr name)
        {
            var known = Lookup(_current, name.Id);
            var declared = known & (SymbolFlags.Global | SymbolFlags.Nonlocal);
            if (declared != 0 && _current != _table.Top && assign.Simple != 0)
            {
                var declaration = (known & SymbolFlags.Global) != 0 ? "global" : "nonlocal";
                Fail(SyntaxErrors.AnnotatedCannotBe(name.Id, declaration, assign.Span));
            }

            if (assign.Simple != 0)
                Define(name.Id, SymbolFlags.Annotated | SymbolFlags.Local, name.Span);
            if (assign.Value is not null)
                Define(name.Id, SymbolFlags.Local, name.Span);
        }
        else
        {
            Visit(assign.Target);
        }

        VisitVariableAnnotation(assign);
        VisitOptional(assign.Value);
    }

    private void VisitVariableAnnotation(AnnAssignStmt assign)
    {
        var owner = _current;
        var span = assign.Annotation.Span;

        // A function's variable annotations are never evaluated, so the names in them bind and use nothing.
        var isUnevaluated = owner.Kind == BlockKind.Function;
        var isConditional = owner.Kind == BlockKind.Module
            || owner is { Kind: BlockKind.Class, InConditionalBlock: true };
        if (isConditional && !owner.HasConditionalAnnotations)
        {
            owner.HasConditionalAnnotations = true;
            Define("__conditional_annotations__", SymbolFlags.Use, span);
        }

        if (owner.AnnotationBlock is { } known)
        {
            EnterAgain(known);
        }
        else
        {
            Enter(AnnotateName, BlockKind.Annotation, assign, BlockRole.Annotations, span);
            owner.AnnotationBlock = _current;
            if (owner.Kind == BlockKind.Class && !_future.Annotations)
            {
                _current.CanSeeClassScope = true;
                Define("__classdict__", SymbolFlags.Use, span);
            }
        }

        _current.InUnevaluatedAnnotation = isUnevaluated;
        Visit(assign.Annotation);
        _current.InUnevaluatedAnnotation = false;
        Leave();
    }

    private void VisitFunctionAnnotations(Stmt function, Arguments arguments, Expr? returns)
    {
        var seesClass = _current.CanSeeClassScope || _current.Kind == BlockKind.Class;
        Enter(AnnotateName, BlockKind.Annotation, function, BlockRole.Annotations, function.Span);
        if (seesClass)
        {
            _current.CanSeeClassScope = true;
            Define("__classdict__", SymbolFlags.Use, function.Span);
        }

        VisitAnnotationsOf(arguments.PosOnlyArgs);
        VisitAnnotationsOf(arguments.Args);
        VisitAnnotation(arguments.VarArg?.Annotation);
        VisitAnnotation(arguments.KwArg?.Annotation);
        VisitAnnotationsOf(arguments.KwOnlyArgs);
        VisitAnnotation(returns);
        Leave();
    }

    private void VisitAnnotationsOf(ImmutableArray<Arg> parameters)
    {
        foreach (var parameter in parameters)
            VisitAnnotation(parameter.Annotation);
    }

    private void VisitAnnotation(Expr? annotation)
    {
        if (annotation is null)
            return;
        _current.UsesAnnotations = true;
        Visit(annotation);
    }

    private bool RefuseInAnnotation(string what, Expr expression)
    {
        switch (_current.Kind)
        {
            case BlockKind.Annotation:
                Fail(SyntaxErrors.NotInAnnotation(what, expression.Span));
                return true;
            case BlockKind.TypeVariable:
                Fail(SyntaxErrors.NotWithin(what, _current.ScopeInfo, expression.Span));
                return true;
            case BlockKind.TypeAlias:
                Fail(SyntaxErrors.NotWithin(what, "a type alias", expression.Span));
                return true;
            case BlockKind.TypeParameters:
                Fail(SyntaxErrors.NotWithin(what, "the definition of a generic", expression.Span));
                return true;
            default:
                return false;
        }
    }
}
