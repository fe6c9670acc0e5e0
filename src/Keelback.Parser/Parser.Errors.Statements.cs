using System.Globalization;
using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>Known mistakes in statements with blocks, imports and type parameters.</summary>
internal sealed partial class Parser
{
    private string LineOf(int mark) => _tokens[mark].Line.ToString(CultureInfo.InvariantCulture);

    private void FindBlockMistakes()
    {
        if (Take(TokenKind.NewLine) && !At(TokenKind.Indent))
            RaiseHere(SyntaxErrors.ExpectedBlock);
    }

    /// <summary>Behind a statement's head: a line end without a colon, or a colon and no block.</summary>
    private bool FindMissingColonOrBlock(int keyword, string statement) =>
        FindMissingColon() || FindMissingBlock(keyword, statement);

    private bool FindMissingColon()
    {
        if (!At(TokenKind.NewLine))
            return false;
        Skip();
        RaiseHere(SyntaxErrors.Expected, ":");
        return true;
    }

    private bool FindMissingBlock(int keyword, string statement)
    {
        if (!Take(TokenKind.Colon) || !Take(TokenKind.NewLine) || At(TokenKind.Indent))
            return false;
        RaiseHere(SyntaxErrors.ExpectedBlockAfterStatement, statement, LineOf(keyword));
        return true;
    }

    private void FindIfMistakes(bool isElif)
    {
        var start = _mark;
        Skip();
        if (NamedExpression() is null)
            return;
        var mark = _mark;
        if (FindMissingColon())
            return;
        _mark = mark;
        FindMissingBlock(start, isElif ? "elif" : "if");
    }

    private void FindElseMistakes()
    {
        var start = _mark;
        Skip();
        if (FindMissingBlock(start, "else"))
            return;
        _mark = start + 1;
        if (Take(TokenKind.Colon) && Block() is not null && Take(TokenKind.KeywordElif))
            RaiseHere(SyntaxErrors.ElifAfterElse);
    }

    private void FindWhileMistakes()
    {
        var start = _mark;
        Skip();
        if (NamedExpression() is not null)
            FindMissingColonOrBlock(start, "while");
    }

    private void FindForMistakes()
    {
        Take(TokenKind.KeywordAsync);
        var start = _mark;
        Skip();
        if (StarTargets() is not null && Take(TokenKind.KeywordIn) && StarExpressions() is not null)
            FindMissingColonOrBlock(start, "for");
    }

    private void FindWithIndentMistakes()
    {
        Take(TokenKind.KeywordAsync);
        var start = _mark;
        Skip();
        if (WithHead(inParentheses: false) && FindMissingBlock(start, "with"))
            return;
        _mark = start + 1;
        if (WithHead(inParentheses: true))
            FindMissingBlock(start, "with");
    }

    private void FindWithMistakes()
    {
        Take(TokenKind.KeywordAsync);
        Skip();
        var start = _mark;
        if (WithHead(inParentheses: false) && FindMissingColon())
            return;
        _mark = start;
        if (WithHead(inParentheses: true))
            FindMissingColon();
    }

    private bool WithHead(bool inParentheses)
    {
        if (inParentheses && !Take(TokenKind.LeftPar))
            return false;
        if (Gather(HeadItem) == 0)
            return false;
        if (!inParentheses)
            return true;
        Take(TokenKind.Comma);
        return Take(TokenKind.RightPar);

        bool HeadItem()
        {
            if ((inParentheses ? Expressions() : Expression()) is null)
                return false;
            var mark = _mark;
            if (!Take(TokenKind.KeywordAs) || StarTarget() is null)
                _mark = mark;
            return true;
        }
    }

    private void FindTryMistakes()
    {
        var start = _mark;
        Skip();
        if (FindMissingBlock(start, "try"))
            return;
        _mark = start + 1;
        if (!Take(TokenKind.Colon) || Block() is null)
            return;
        if (Kind is not (TokenKind.KeywordExcept or TokenKind.KeywordFinally))
        {
            RaiseHere(SyntaxErrors.ExpectedExcept);
            return;
        }

        var mark = _mark;
        if (Handlers(isStar: false).Length > 0)
        {
            var except = _mark;
            if (Take(TokenKind.KeywordExcept) && Take(TokenKind.Star) && ExceptHead() && Take(TokenKind.Colon))
            {
                Raise(SyntaxErrors.MixedExcept, SpanBetween(except, except + 1));
                return;
            }
        }

        _mark = mark;
        if (Handlers(isStar: true).Length > 0)
        {
            var except = _mark;
            if (!Take(TokenKind.KeywordExcept))
                return;
            if (!At(TokenKind.Colon) && !ExceptHead())
                return;
            if (Take(TokenKind.Colon))
                Raise(SyntaxErrors.MixedExcept, _tokens[except].Span);
        }
    }

    /// <summary>What is caught, and the name it gets.</summary>
    private bool ExceptHead()
    {
        if (Expression() is null)
            return false;
        var mark = _mark;
        if (!Take(TokenKind.KeywordAs) || !Take(TokenKind.Name))
            _mark = mark;
        return true;
    }

    private void FindFinallyMistakes()
    {
        var start = _mark;
        Skip();
        FindMissingBlock(start, "finally");
    }

    private void FindExceptIndentMistakes(bool isStar)
    {
        var start = _mark;
        Skip();
        if (isStar)
        {
            if (Take(TokenKind.Star) && ExceptHead())
                FindMissingBlock(start, "except*");
            return;
        }

        if (ExceptHead() && FindMissingBlock(start, "except"))
            return;
        _mark = start + 1;
        FindMissingBlock(start, "except");
    }

    private void FindExceptMistakes(bool isStar)
    {
        Skip();
        if (isStar && !Take(TokenKind.Star))
            return;
        var start = _mark;
        if (Expression() is { } first && Take(TokenKind.Comma) && Expressions() is not null && Take(TokenKind.KeywordAs)
            && Take(TokenKind.Name) && Take(TokenKind.Colon))
        {
            RaiseStartingFrom(SyntaxErrors.ExceptNeedsParentheses, first.Span);
            return;
        }

        _mark = start;
        if (ExceptHead() && FindMissingColon())
            return;
        _mark = start;
        if (isStar && Kind is TokenKind.NewLine or TokenKind.Colon)
        {
            Skip();
            RaiseHere(SyntaxErrors.ExceptStarNeedsType);
            return;
        }

        if (!isStar && FindMissingColon())
            return;
        _mark = start;
        if (Expression() is not null && Take(TokenKind.KeywordAs) && Expression() is { } name && Take(TokenKind.Colon)
            && Block() is not null)
        {
            Raise(SyntaxErrors.ExceptTarget, name.Span, isStar ? "except*" : "except", ExpressionName(name));
        }
    }

    private void FindClassMistakes()
    {
        var start = _mark;
        Skip();
        if (!Take(TokenKind.Name))
            return;
        TypeParameters();
        Bases();
        if (FindMissingColon())
            return;
        if (Take(TokenKind.Colon) && Take(TokenKind.NewLine) && !At(TokenKind.Indent))
            RaiseHere(SyntaxErrors.ExpectedBlockAfterDefinition, "class", LineOf(start));
    }

    private void FindImportMistakes()
    {
        var start = _mark;
        if (!Take(TokenKind.KeywordImport))
            return;
        if (Gather(() => DottedName() is not null) > 0 && Take(TokenKind.KeywordFrom) && DottedName() is not null)
        {
            RaiseStartingFrom(SyntaxErrors.ImportFromMeant, _tokens[start].Span);
            return;
        }

        _mark = start + 1;
        if (At(TokenKind.NewLine))
            RaiseStartingFrom(SyntaxErrors.ImportNothing, _tokens[_mark].Span);
    }

    private void FindImportTargetMistakes()
    {
        var start = _mark;
        if (Aliases(ImportedAlias) is not null && Take(TokenKind.Comma) && Take(TokenKind.NewLine))
        {
            RaiseHere(SyntaxErrors.ImportTrailingComma);
            return;
        }

        _mark = start;
        if (At(TokenKind.NewLine))
            RaiseStartingFrom(SyntaxErrors.ImportNothing, _tokens[_mark].Span);
    }

    private void FindImportAliasMistakes(bool isDotted)
    {
        if (!(isDotted ? DottedName() is not null : Take(TokenKind.Name)) || !Take(TokenKind.KeywordAs))
            return;
        var mark = _mark;
        if (Take(TokenKind.Name)
            && Kind is TokenKind.Comma or TokenKind.RightPar or TokenKind.Semicolon or TokenKind.NewLine)
        {
            return;
        }

        _mark = mark;
        if (Expression() is { } target)
            Raise(SyntaxErrors.ImportTarget, target.Span, ExpressionName(target));
    }

    private void FindTypeParameterMistakes()
    {
        var kind = At(TokenKind.Star) ? "TypeVarTuple" : "ParamSpec";
        if (!Take(TokenKind.Star) && !Take(TokenKind.DoubleStar))
            return;
        if (!Take(TokenKind.Name) || !Take(TokenKind.Colon))
            return;
        var colon = _mark - 1;
        if (Expression() is { } bound)
        {
            RaiseStartingFrom(
                SyntaxErrors.BoundOfTypeParameter, _tokens[colon].Span, bound is TupleExpr ? "constraints" : "bound", kind);
        }
    }
}
