using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;

namespace Keelback.Parser;

/// <summary>
/// Parameters of functions and of lambdas, which have neither annotations nor type comments and end at a colon.
/// </summary>
internal sealed partial class Parser
{
    private Arguments? Parameters(bool isLambda)
    {
        var end = isLambda ? TokenKind.Colon : TokenKind.RightPar;
        if (At(end))
            return null;
        var start = _mark;
        if (_findsMistakes)
        {
            FindParameterMistakes(isLambda);
            _mark = start;
        }

        var list = new ParameterList();
        if (PositionalParameters(list, isLambda) && StarParameters(list, isLambda) && !list.IsEmpty)
            return list.ToArguments();
        _mark = start;
        return null;
    }

    /// <summary>The parameters before the first star; false where the list cannot be right.</summary>
    private bool PositionalParameters(ParameterList list, bool isLambda)
    {
        while (Kind is TokenKind.Name or TokenKind.Slash)
        {
            var mark = _mark;
            if (At(TokenKind.Slash))
            {
                if (list.HasSlash || list.Plain.Count == 0)
                    return false;
                Skip();
                if (!Take(TokenKind.Comma) && !AtParametersEnd(isLambda))
                    return false;
                if (!HasVersion(8, "Positional-only parameters are"))
                    return false;
                list.EndPositionalOnly();
                continue;
            }

            if (Parameter(isLambda, hasDefault: null) is not var (parameter, value))
            {
                _mark = mark;
                return true;
            }

            if (value is null && list.Defaults.Count > 0)
            {
                _mark = mark;
                return true;
            }

            list.Plain.Add(parameter);
            if (value is not null)
                list.Defaults.Add(value);
        }

        return true;
    }

    private bool StarParameters(ParameterList list, bool isLambda)
    {
        if (_findsMistakes && Kind is TokenKind.Star)
        {
            var start = _mark;
            FindStarMistakes(isLambda);
            _mark = start;
        }

        var mark = _mark;
        if (Take(TokenKind.Star))
        {
            var isBare = Take(TokenKind.Comma);
            if (!isBare)
            {
                if (Parameter(isLambda, hasDefault: false, isStar: true) is not var (rest, _))
                {
                    _mark = mark;
                    return true;
                }

                list.VarArg = rest;
            }

            while (Parameter(isLambda, hasDefault: null) is var (parameter, value))
            {
                list.KeywordOnly.Add(parameter);
                list.KeywordDefaults.Add(value);
            }

            if (isBare && list.KeywordOnly.Count == 0)
            {
                _mark = mark;
                return true;
            }
        }

        return KeywordsParameter(list, isLambda);
    }

    private bool KeywordsParameter(ParameterList list, bool isLambda)
    {
        if (!At(TokenKind.DoubleStar))
            return true;
        var mark = _mark;
        if (_findsMistakes)
        {
            FindKeywordsMistakes(isLambda);
            _mark = mark;
        }

        Skip();
        if (Parameter(isLambda, hasDefault: false) is var (keywords, _))
            list.KwArg = keywords;
        else
            _mark = mark;
        return true;
    }

    private bool AtParametersEnd(bool isLambda) => At(isLambda ? TokenKind.Colon : TokenKind.RightPar);

    /// <summary>
    /// A parameter and what must follow it: a comma, which is taken, or the end. It may, must or must not have a
    /// default (<paramref name="hasDefault"/> null, true, false).
    /// </summary>
    private (Arg Parameter, Expr? Default)? Parameter(bool isLambda, bool? hasDefault, bool isStar = false)
    {
        var start = _mark;
        if (BareParameter(isLambda, isStar) is { } parameter)
        {
            var value = hasDefault == false ? null : Default();
            if (value is not null || hasDefault != true)
            {
                var hasComma = Take(TokenKind.Comma);
                if (!isLambda && TypeComment() is { } comment)
                    parameter = new Arg(parameter.Name, parameter.Annotation, comment, parameter.Span);
                if (hasComma || AtParametersEnd(isLambda))
                    return (parameter, value);
            }
        }

        _mark = start;
        return null;
    }

    private Arg? BareParameter(bool isLambda, bool isStar = false)
    {
        var start = _mark;
        if (Identifier() is not { } name)
            return null;
        if (isLambda)
            return new Arg(name, null, null, SpanFrom(start));
        var mark = _mark;
        Expr? annotation = null;
        if (Take(TokenKind.Colon) && (annotation = isStar ? StarExpression() : Expression()) is null)
            _mark = mark;
        return new Arg(name, annotation, null, SpanFrom(start));
    }

    private Expr? Default()
    {
        var mark = _mark;
        if (!Take(TokenKind.Equal))
            return null;
        if (Expression() is { } value)
            return value;
        if (_findsMistakes && Kind is TokenKind.RightPar or TokenKind.Comma)
            Raise(SyntaxErrors.ExpectedDefault, _tokens[mark].Span);
        _mark = mark;
        return null;
    }

    /// <summary>Parameters as they are met.</summary>
    private sealed class ParameterList
    {
        private ImmutableArray<Arg> _positionalOnly = [];

        public List<Arg> Plain { get; private set; } = [];

        public List<Expr> Defaults { get; } = [];

        public List<Arg> KeywordOnly { get; } = [];

        public List<Expr?> KeywordDefaults { get; } = [];

        public Arg? VarArg { get; set; }

        public Arg? KwArg { get; set; }

        public bool HasSlash => _positionalOnly.Length > 0;

        public bool IsEmpty => !HasSlash && Plain.Count == 0 && KeywordOnly.Count == 0 && VarArg is null && KwArg is null;

        public void EndPositionalOnly()
        {
            _positionalOnly = [.. Plain];
            Plain = [];
        }

        public Arguments ToArguments() =>
            new(_positionalOnly, [.. Plain], VarArg, [.. KeywordOnly], [.. KeywordDefaults], KwArg, [.. Defaults]);
    }
}
