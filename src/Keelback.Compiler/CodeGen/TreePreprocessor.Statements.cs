using System.Collections.Immutable;
using Keelback.Ast;

namespace Keelback.Compiler.CodeGen;

/// <content>Bodies, definitions, and what stands in finally.</content>
internal sealed partial class TreePreprocessor
{
    public override AstNode? VisitModule(Module node) => node.Update(RewriteBody(node.Body), node.TypeIgnores);

    public override AstNode? VisitFunctionType(FunctionType node) => node;

    public override AstNode? VisitFunctionDefStmt(FunctionDefStmt node) => node.Update(
        node.Name,
        Rewrite(node.Args),
        RewriteWithin(Surroundings.Function, node.Body, RewriteBody),
        RewriteList(node.DecoratorList),
        RewriteAnnotation(node.Returns),
        node.TypeComment,
        RewriteList(node.TypeParams));

    public override AstNode? VisitAsyncFunctionDefStmt(AsyncFunctionDefStmt node) => node.Update(
        node.Name,
        Rewrite(node.Args),
        RewriteWithin(Surroundings.Function, node.Body, RewriteBody),
        RewriteList(node.DecoratorList),
        RewriteAnnotation(node.Returns),
        node.TypeComment,
        RewriteList(node.TypeParams));

    public override AstNode? VisitClassDefStmt(ClassDefStmt node) => node.Update(
        node.Name,
        RewriteList(node.Bases),
        RewriteList(node.Keywords),
        RewriteBody(node.Body),
        RewriteList(node.DecoratorList),
        RewriteList(node.TypeParams));

    public override AstNode? VisitArg(Arg node) =>
        node.Update(node.Name, RewriteAnnotation(node.Annotation), node.TypeComment);

    public override AstNode? VisitAnnAssignStmt(AnnAssignStmt node) => node.Update(
        Rewrite(node.Target),
        _future.Annotations ? node.Annotation : Rewrite(node.Annotation),
        RewriteOptional(node.Value),
        node.Simple);

    public override AstNode? VisitForStmt(ForStmt node) => node.Update(
        Rewrite(node.Target),
        Rewrite(node.Iter),
        RewriteWithin(Surroundings.Loop, node.Body, RewriteList),
        RewriteList(node.OrElse),
        node.TypeComment);

    public override AstNode? VisitAsyncForStmt(AsyncForStmt node) => node.Update(
        Rewrite(node.Target),
        Rewrite(node.Iter),
        RewriteWithin(Surroundings.Loop, node.Body, RewriteList),
        RewriteList(node.OrElse),
        node.TypeComment);

    public override AstNode? VisitWhileStmt(WhileStmt node) => node.Update(
        Rewrite(node.Test),
        RewriteWithin(Surroundings.Loop, node.Body, RewriteList),
        RewriteList(node.OrElse));

    public override AstNode? VisitTryStmt(TryStmt node) => node.Update(
        RewriteList(node.Body),
        RewriteList(node.Handlers),
        RewriteList(node.OrElse),
        RewriteWithin(Surroundings.Finally, node.FinalBody, RewriteList));

    public override AstNode? VisitTryStarStmt(TryStarStmt node) => node.Update(
        RewriteList(node.Body),
        RewriteList(node.Handlers),
        RewriteList(node.OrElse),
        RewriteWithin(Surroundings.Finally, node.FinalBody, RewriteList));

    public override AstNode? VisitReturnStmt(ReturnStmt node)
    {
        if (IsNearest(Surroundings.Finally))
            _warnings.Add(SyntaxWarnings.JumpInFinally("return", node.Span));
        return base.VisitReturnStmt(node);
    }

    public override AstNode? VisitBreakStmt(BreakStmt node) => WarnOfLoopExit(node, "break");

    public override AstNode? VisitContinueStmt(ContinueStmt node) => WarnOfLoopExit(node, "continue");

    private Stmt WarnOfLoopExit(Stmt node, string keyword)
    {
        if (IsNearest(Surroundings.Finally))
            _warnings.Add(SyntaxWarnings.JumpInFinally(keyword, node.Span));
        return node;
    }

    private bool IsNearest(Surroundings surroundings) =>
        _surroundings.TryPeek(out var nearest) && nearest == surroundings;

    private Expr? RewriteAnnotation(Expr? annotation) =>
        _future.Annotations ? annotation : RewriteOptional(annotation);

    private ImmutableArray<Stmt> RewriteWithin(
        Surroundings surroundings, ImmutableArray<Stmt> body,
        Func<ImmutableArray<Stmt>, ImmutableArray<Stmt>> rewrite)
    {
        _surroundings.Push(surroundings);
        var result = rewrite(body);
        _surroundings.Pop();
        return result;
    }

    /// <summary>Rewrites a body that may have a docstring, which only the source's own first string can be.</summary>
    private ImmutableArray<Stmt> RewriteBody(ImmutableArray<Stmt> body)
    {
        var hasDocstring = Docstring.Of(body) is not null;
        if (hasDocstring && _optimizationLevel >= 2)
        {
            body = body.Length == 1 ? [PassInPlaceOf(body[0])] : body.RemoveAt(0);
            hasDocstring = false;
        }

        body = RewriteList(body);
        if (hasDocstring || Docstring.Of(body) is null)
            return body;
        var statement = (ExprStmt)body[0];
        return body.SetItem(0, statement.Update(new JoinedStrExpr([statement.Value], statement.Span)));
    }

    private static PassStmt PassInPlaceOf(Stmt docstring)
    {
        var (line, column, _, _) = docstring.Span;
        return new PassStmt(docstring.Span with { EndLine = line, EndColumn = column + "pass".Length });
    }
}
