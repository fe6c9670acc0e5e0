using System.Collections.Immutable;
using Keelback.Text;

namespace Keelback.Ast;

/// <summary>Modules and simple statements.</summary>
internal sealed partial class UnparseVisitor
{
    public override void VisitModule(Module node)
    {
        foreach (var ignore in node.TypeIgnores)
            _typeIgnores[ignore.LineNo] = "ignore" + ignore.Tag;
        PutBodyWithDocstring(node.Body);
        _typeIgnores.Clear();
    }

    public override void VisitInteractive(Interactive node)
    {
        _isInteractive = true;
        VisitAll(node.Body);
        _isInteractive = false;
    }

    public override void VisitExpression(Expression node) => Put(node.Body);

    public override void VisitFunctionType(FunctionType node)
    {
        Put("(");
        PutList(node.ArgTypes);
        Put(") -> ");
        Put(node.Returns);
    }

    public override void VisitExprStmt(ExprStmt node)
    {
        StartLine("");
        Put(node.Value, Precedence.Yield);
    }

    public override void VisitImportStmt(ImportStmt node)
    {
        StartLine("import ");
        PutList(node.Names);
    }

    public override void VisitImportFromStmt(ImportFromStmt node)
    {
        StartLine("from ");
        _text.Append('.', node.Level ?? 0);
        Put(node.Module ?? "");
        Put(" import ");
        PutList(node.Names);
    }

    public override void VisitAlias(Alias node)
    {
        Put(node.Name);
        if (!string.IsNullOrEmpty(node.AsName))
            Put(" as " + node.AsName);
    }

    public override void VisitAssignStmt(AssignStmt node)
    {
        StartLine("");
        foreach (var target in node.Targets)
        {
            Put(target, Precedence.Tuple);
            Put(" = ");
        }

        Put(node.Value);
        Put(TypeComment(node, node.TypeComment) ?? "");
    }

    public override void VisitAugAssignStmt(AugAssignStmt node)
    {
        StartLine("");
        Put(node.Target);
        Put($" {node.Op.GetText()}= ");
        Put(node.Value);
    }

    public override void VisitAnnAssignStmt(AnnAssignStmt node)
    {
        StartLine("");
        var isParenthesized = node.Simple == 0 && node.Target is NameExpr;
        Open(isParenthesized);
        Put(node.Target);
        Close(isParenthesized);
        Put(": ");
        Put(node.Annotation);
        PutOptional(" = ", node.Value);
    }

    public override void VisitTypeAliasStmt(TypeAliasStmt node)
    {
        StartLine("type ");
        Put(node.Name);
        PutTypeParams(node.TypeParams);
        Put(" = ");
        Put(node.Value);
    }

    public override void VisitReturnStmt(ReturnStmt node)
    {
        StartLine("return");
        PutOptional(" ", node.Value);
    }

    public override void VisitPassStmt(PassStmt node) => StartLine("pass");

    public override void VisitBreakStmt(BreakStmt node) => StartLine("break");

    public override void VisitContinueStmt(ContinueStmt node) => StartLine("continue");

    public override void VisitDeleteStmt(DeleteStmt node)
    {
        StartLine("del ");
        PutList(node.Targets);
    }

    public override void VisitAssertStmt(AssertStmt node)
    {
        StartLine("assert ");
        Put(node.Test);
        PutOptional(", ", node.Msg);
    }

    public override void VisitGlobalStmt(GlobalStmt node) => StartLine("global " + string.Join(", ", node.Names));

    public override void VisitNonlocalStmt(NonlocalStmt node) => StartLine("nonlocal " + string.Join(", ", node.Names));

    public override void VisitRaiseStmt(RaiseStmt node)
    {
        StartLine("raise");
        if (node.Exc is null && node.Cause is not null)
            throw new AstUnparseException("Node can't use cause without an exception.");
        PutOptional(" ", node.Exc);
        PutOptional(" from ", node.Cause);
    }

    private void PutBodyWithDocstring(ImmutableArray<Stmt> body)
    {
        var hasDocstring = body.Length > 0 && body[0] is ExprStmt { Value: ConstantExpr { Value: Constant.Str } };
        if (hasDocstring && body[0] is ExprStmt { Value: ConstantExpr { Value: Constant.Str text } docstring })
        {
            StartLine("", allowsSemicolon: false);
            Put(docstring.Kind == "u" ? "u" : "");
            PutStringAvoidingBackslashes(text, StringQuotes.Triple);
        }

        VisitAll(hasDocstring ? body[1..] : body);
    }
}
