using System.Collections.Immutable;
using Keelback.Text;

namespace Keelback.Ast;

/// <summary>Match cases and their patterns; type parameters.</summary>
internal sealed partial class UnparseVisitor
{
    public override void VisitMatchCase(MatchCase node)
    {
        StartLine("case ", allowsSemicolon: false);
        Put(node.Pattern);
        PutOptional(" if ", node.Guard);
        PutBlock(node.Body);
    }

    public override void VisitMatchValue(MatchValue node)
    {
        Put(node.Value);
    }

    public override void VisitMatchSingleton(MatchSingleton node) => PutConstant(node.Value);

    public override void VisitMatchSequence(MatchSequence node)
    {
        Put("[");
        PutList(node.Patterns);
        Put("]");
    }

    public override void VisitMatchStar(MatchStar node) => Put("*" + (node.Name ?? "_"));

    public override void VisitMatchMapping(MatchMapping node)
    {
        if (node.Keys.Length != node.Patterns.Length)
            throw new AstUnparseException("a MatchMapping has as many keys as patterns");
        Put("{");
        for (var i = 0; i < node.Keys.Length; i++)
        {
            Put(i > 0 ? ", " : "");
            Put(node.Keys[i]);
            Put(": ");
            Put(node.Patterns[i]);
        }

        if (node.Rest is not null)
            Put((node.Keys.Length > 0 ? ", **" : "**") + node.Rest);
        Put("}");
    }

    public override void VisitMatchClass(MatchClass node)
    {
        if (node.KwdAttrs.Length != node.KwdPatterns.Length)
            throw new AstUnparseException("a MatchClass has as many attributes as patterns for them");
        Put(node.Cls, Precedence.Atom);
        Put("(");
        PutList(node.Patterns);
        for (var i = 0; i < node.KwdAttrs.Length; i++)
        {
            Put(i > 0 || node.Patterns.Length > 0 ? ", " : "");
            Put(node.KwdAttrs[i] + "=");
            Put(node.KwdPatterns[i]);
        }

        Put(")");
    }

    public override void VisitMatchAs(MatchAs node)
    {
        var asked = _asked;
        if (node.Name is null || node.Pattern is null)
        {
            Put(node.Name ?? "_");
            return;
        }

        var isParenthesized = asked > Precedence.Test;
        Open(isParenthesized);
        Put(node.Pattern, OperatorSpelling.LoosestBinary);
        Put(" as " + node.Name);
        Close(isParenthesized);
    }

    public override void VisitMatchOr(MatchOr node)
    {
        var isParenthesized = _asked > OperatorSpelling.LoosestBinary;
        Open(isParenthesized);
        for (var i = 0; i < node.Patterns.Length; i++)
        {
            Put(i > 0 ? " | " : "");
            Put(node.Patterns[i], Precedence.Next(OperatorSpelling.LoosestBinary));
        }

        Close(isParenthesized);
    }

    public override void VisitTypeVar(TypeVar node)
    {
        Put(node.Name);
        PutOptional(": ", node.Bound);
        PutOptional(" = ", node.DefaultValue);
    }

    public override void VisitTypeVarTuple(TypeVarTuple node)
    {
        Put("*" + node.Name);
        PutOptional(" = ", node.DefaultValue);
    }

    public override void VisitParamSpec(ParamSpec node)
    {
        Put("**" + node.Name);
        PutOptional(" = ", node.DefaultValue);
    }

    private void PutTypeParams(ImmutableArray<TypeParam> typeParams)
    {
        if (typeParams.Length == 0)
            return;
        Put("[");
        PutList(typeParams);
        Put("]");
    }
}
