using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>Known mistakes in the parameters of functions and lambdas, and in a function's head.</summary>
internal sealed partial class Parser
{
    private void FindFunctionMistakes()
    {
        Take(TokenKind.KeywordAsync);
        var start = _mark;
        if (FunctionHead(isRequired: false) && Take(TokenKind.NewLine) && !At(TokenKind.Indent))
        {
            RaiseHere(SyntaxErrors.ExpectedBlockAfterDefinition, "function", LineOf(start));
            return;
        }

        _mark = start;
        if (FunctionHead(isRequired: true))
        {
            FunctionTypeComment();
            Block();
        }
    }

    /// <summary>From the word def to the colon; the parenthesis and the colon can be required.</summary>
    private bool FunctionHead(bool isRequired)
    {
        Skip();
        if (!Take(TokenKind.Name))
            return false;
        TypeParameters();
        if (!(isRequired ? Require(TokenKind.LeftPar, "(") : Take(TokenKind.LeftPar)))
            return false;
        Parameters(isLambda: false);
        if (!Take(TokenKind.RightPar))
            return false;
        ReturnAnnotation();
        return isRequired ? Require(TokenKind.Colon, ":") : Take(TokenKind.Colon);
    }

    private void FindDoubleTypeComments()
    {
        if (Take(TokenKind.TypeComment) && Take(TokenKind.NewLine) && Take(TokenKind.TypeComment)
            && Take(TokenKind.NewLine) && Take(TokenKind.Indent))
        {
            RaiseHere(SyntaxErrors.TwoTypeComments);
        }
    }

    private bool Plain(bool isLambda) => Parameter(isLambda, hasDefault: false) is not null;

    private bool WithDefault(bool isLambda) => Parameter(isLambda, hasDefault: true) is not null;

    private bool Any(bool isLambda) => Parameter(isLambda, hasDefault: null) is not null;

    private int Plains(bool isLambda)
    {
        var count = 0;
        while (Plain(isLambda))
            count++;
        return count;
    }

    private int WithDefaults(bool isLambda)
    {
        var count = 0;
        while (WithDefault(isLambda))
            count++;
        return count;
    }

    private int Anys(bool isLambda)
    {
        var count = 0;
        while (Any(isLambda))
            count++;
        return count;
    }

    private bool SlashEnd(bool isLambda) =>
        Take(TokenKind.Slash) && (Take(TokenKind.Comma) || AtParametersEnd(isLambda));

    /// <summary>Parameters without defaults and a slash.</summary>
    private bool SlashNoDefault(bool isLambda)
    {
        var mark = _mark;
        if (Plains(isLambda) > 0 && SlashEnd(isLambda))
            return true;
        _mark = mark;
        return false;
    }

    /// <summary>Parameters, the last ones with defaults, and a slash.</summary>
    private bool SlashWithDefault(bool isLambda)
    {
        var mark = _mark;
        Plains(isLambda);
        if (WithDefaults(isLambda) > 0 && SlashEnd(isLambda))
            return true;
        _mark = mark;
        return false;
    }

    private void FindParameterMistakes(bool isLambda)
    {
        var start = _mark;
        if (Take(TokenKind.Slash) && Take(TokenKind.Comma))
        {
            Raise(SyntaxErrors.SlashFirst, _tokens[start].Span);
            return;
        }

        _mark = start;
        if (SlashNoDefault(isLambda) || SlashWithDefault(isLambda))
        {
            Anys(isLambda);
            if (At(TokenKind.Slash))
            {
                Raise(SyntaxErrors.SlashTwice, _tokens[_mark].Span);
                return;
            }
        }

        _mark = start;
        if (FindMissingDefault(isLambda))
            return;
        _mark = start;
        if (FindParentheses(isLambda))
            return;
        _mark = start;
        FindMisplacedSlash(isLambda);
    }

    private bool FindMissingDefault(bool isLambda)
    {
        SlashNoDefault(isLambda);
        Plains(isLambda);
        if (!SlashWithDefault(isLambda) && WithDefaults(isLambda) == 0)
            return false;
        if (Parameter(isLambda, hasDefault: false) is not var (parameter, _))
            return false;
        Raise(SyntaxErrors.NoDefaultAfterDefault, parameter.Span);
        return true;
    }

    private bool FindParentheses(bool isLambda)
    {
        Plains(isLambda);
        var open = _mark;
        if (!Take(TokenKind.LeftPar))
            return false;
        var count = isLambda ? Gather(() => BareParameter(isLambda: true) is not null) : Plains(isLambda: false);
        if (count == 0)
            return false;
        Take(TokenKind.Comma);
        if (!Take(TokenKind.RightPar))
            return false;
        Raise(SyntaxErrors.ParametersInParentheses, SpanBetween(open, _mark - 1), isLambda ? "Lambda expression" : "Function");
        return true;
    }

    private void FindMisplacedSlash(bool isLambda)
    {
        var start = _mark;
        if (!SlashNoDefault(isLambda))
            SlashWithDefault(isLambda);
        Anys(isLambda);
        if (Take(TokenKind.Star) && (Take(TokenKind.Comma) || Plain(isLambda)))
        {
            Anys(isLambda);
            if (At(TokenKind.Slash))
            {
                Raise(SyntaxErrors.SlashAfterStar, _tokens[_mark].Span);
                return;
            }
        }

        _mark = start;
        if (Anys(isLambda) > 0 && Take(TokenKind.Slash) && At(TokenKind.Star))
            Raise(SyntaxErrors.MissingCommaAfterSlash, _tokens[_mark].Span);
    }

    private void FindStarMistakes(bool isLambda)
    {
        var star = _mark;
        Skip();
        var isBare = AtParametersEnd(isLambda);
        if (isBare)
            Skip();
        else if (Take(TokenKind.Comma))
            isBare = Take(isLambda ? TokenKind.Colon : TokenKind.RightPar) || Take(TokenKind.DoubleStar);
        if (isBare)
        {
            if (isLambda)
                RaiseHere(SyntaxErrors.BareStar);
            else
                Raise(SyntaxErrors.BareStar, _tokens[star].Span);
            return;
        }

        _mark = star + 1;
        if (!isLambda && Take(TokenKind.Comma) && Take(TokenKind.TypeComment))
        {
            RaiseHere(SyntaxErrors.BareStarComment);
            return;
        }

        _mark = star + 1;
        if (BareParameter(isLambda) is not null && At(TokenKind.Equal))
        {
            Raise(SyntaxErrors.StarDefault, _tokens[_mark].Span);
            return;
        }

        _mark = star + 1;
        if (!Plain(isLambda) && !Take(TokenKind.Comma))
            return;
        Anys(isLambda);
        var second = _mark;
        if (Take(TokenKind.Star) && (Plain(isLambda) || Take(TokenKind.Comma)))
            Raise(SyntaxErrors.StarTwice, _tokens[second].Span);
    }

    private void FindKeywordsMistakes(bool isLambda)
    {
        Skip();
        if (BareParameter(isLambda) is null)
            return;
        if (At(TokenKind.Equal))
        {
            Raise(SyntaxErrors.DoubleStarDefault, _tokens[_mark].Span);
            return;
        }

        if (!Take(TokenKind.Comma))
            return;
        if (BareParameter(isLambda) is { } parameter)
            Raise(SyntaxErrors.AfterDoubleStar, parameter.Span);
        else if (Kind is TokenKind.Star or TokenKind.DoubleStar or TokenKind.Slash)
            Raise(SyntaxErrors.AfterDoubleStar, _tokens[_mark].Span);
    }
}
