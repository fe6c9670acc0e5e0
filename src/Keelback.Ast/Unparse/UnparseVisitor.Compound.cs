using System.Collections.Immutable;

namespace Keelback.Ast;

/// <summary>Compound statements and definitions.</summary>
internal sealed partial class UnparseVisitor
{
    public override void VisitFunctionDefStmt(FunctionDefStmt node)
    {
        PutDefinition(node.DecoratorList, "def " + node.Name, node.TypeParams);
        PutFunction(node.Args, node.Returns, TypeComment(node, node.TypeComment), node.Body);
    }

    public override void VisitAsyncFunctionDefStmt(AsyncFunctionDefStmt node)
    {
        PutDefinition(node.DecoratorList, "async def " + node.Name, node.TypeParams);
        PutFunction(node.Args, node.Returns, TypeComment(node, node.TypeComment), node.Body);
    }

    public override void VisitClassDefStmt(ClassDefStmt node)
    {
        PutDefinition(node.DecoratorList, "class " + node.Name, node.TypeParams);
        var hasArguments = node.Bases.Length + node.Keywords.Length > 0;
        Open(hasArguments);
        PutArguments(node.Bases, node.Keywords);
        Close(hasArguments);
        PutDefinitionBody(node.Body, null);
    }

    public override void VisitForStmt(ForStmt node) =>
        PutFor("for ", node.Target, node.Iter, TypeComment(node, node.TypeComment), node.Body, node.OrElse);

    public override void VisitAsyncForStmt(AsyncForStmt node) =>
        PutFor("async for ", node.Target, node.Iter, TypeComment(node, node.TypeComment), node.Body, node.OrElse);

    public override void VisitIfStmt(IfStmt node)
    {
        PutIf("if ", node);
        while (node.OrElse.Length == 1 && node.OrElse[0] is IfStmt next)
        {
            node = next;
            PutIf("elif ", node);
        }

        PutElse(node.OrElse);
    }

    public override void VisitWhileStmt(WhileStmt node)
    {
        StartLine("while ", allowsSemicolon: false);
        Put(node.Test);
        PutBlock(node.Body);
        PutElse(node.OrElse);
    }

    public override void VisitWithStmt(WithStmt node) =>
        PutWith("with ", node.Items, TypeComment(node, node.TypeComment), node.Body);

    public override void VisitAsyncWithStmt(AsyncWithStmt node) =>
        PutWith("async with ", node.Items, TypeComment(node, node.TypeComment), node.Body);

    public override void VisitWithItem(WithItem node)
    {
        Put(node.ContextExpr);
        PutOptional(" as ", node.OptionalVars);
    }

    public override void VisitTryStmt(TryStmt node) =>
        PutTry(node.Body, node.Handlers, node.OrElse, node.FinalBody, isStar: false);

    public override void VisitTryStarStmt(TryStarStmt node) =>
        PutTry(node.Body, node.Handlers, node.OrElse, node.FinalBody, isStar: true);

    public override void VisitExceptHandler(ExceptHandler node)
    {
        StartLine(_isInTryStar ? "except*" : "except", allowsSemicolon: false);
        PutOptional(" ", node.Type);
        if (!string.IsNullOrEmpty(node.Name))
            Put(" as " + node.Name);
        PutBlock(node.Body);
    }

    public override void VisitMatchStmt(MatchStmt node)
    {
        StartLine("match ", allowsSemicolon: false);
        Put(node.Subject);
        Put(":");
        _indentation++;
        VisitAll(node.Cases);
        _indentation--;
    }

    private void PutDefinition(ImmutableArray<Expr> decorators, string header, ImmutableArray<TypeParam> typeParams)
    {
        BreakLine();
        foreach (var decorator in decorators)
        {
            StartLine("@", allowsSemicolon: false);
            Put(decorator);
        }

        StartLine(header, allowsSemicolon: false);
        PutTypeParams(typeParams);
    }

    private void PutFunction(Arguments arguments, Expr? returns, string? comment, ImmutableArray<Stmt> body)
    {
        Put("(");
        Put(arguments);
        Put(")");
        PutOptional(" -> ", returns);
        PutDefinitionBody(body, comment);
    }

    private void PutDefinitionBody(ImmutableArray<Stmt> body, string? comment)
    {
        Put(":");
        Put(comment ?? "");
        _indentation++;
        PutBodyWithDocstring(body);
        _indentation--;
    }

    private void PutFor(
        string header, Expr target, Expr iter, string? comment, ImmutableArray<Stmt> body, ImmutableArray<Stmt> orElse)
    {
        StartLine(header, allowsSemicolon: false);
        Put(target, Precedence.Tuple);
        Put(" in ");
        Put(iter);
        PutBlock(body, comment);
        PutElse(orElse);
    }

    private void PutIf(string header, IfStmt node)
    {
        StartLine(header, allowsSemicolon: false);
        Put(node.Test);
        PutBlock(node.Body);
    }

    private void PutWith(string header, ImmutableArray<WithItem> items, string? comment, ImmutableArray<Stmt> body)
    {
        StartLine(header, allowsSemicolon: false);
        PutList(items);
        PutBlock(body, comment);
    }

    private void PutTry(
        ImmutableArray<Stmt> body,
        ImmutableArray<ExceptHandler> handlers,
        ImmutableArray<Stmt> orElse,
        ImmutableArray<Stmt> finalBody,
        bool isStar)
    {
        var outer = _isInTryStar;
        _isInTryStar = isStar;
        PutBlock("try", body);
        VisitAll(handlers);
        PutElse(orElse);
        if (finalBody.Length > 0)
            PutBlock("finally", finalBody);
        _isInTryStar = outer;
    }
}
