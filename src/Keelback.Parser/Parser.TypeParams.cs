using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>Type parameters, and the types of a type comment for a function.</summary>
internal sealed partial class Parser
{
    private ImmutableArray<TypeParam> TypeParameters()
    {
        if (!At(TokenKind.LeftBracket))
            return [];
        var start = _mark;
        Skip();
        if (_findsMistakes && At(TokenKind.RightBracket))
            RaiseStartingFrom(SyntaxErrors.EmptyTypeParameters, _tokens[_mark].Span);
        var parameters = ImmutableArray.CreateBuilder<TypeParam>();
        if (TypeParameter() is { } first)
        {
            parameters.Add(first);
            MoreItems(parameters, TypeParameter);
            if (Take(TokenKind.RightBracket) && HasVersion(12, "Type parameter lists are"))
                return parameters.DrainToImmutable();
        }

        _mark = start;
        return [];
    }

    private TypeParam? TypeParameter()
    {
        if (Recall(Rule.TypeParam, out TypeParam? known))
            return known;
        var start = _mark;
        return Remember(Rule.TypeParam, start, FindTypeParameter(start));
    }

    private TypeParam? FindTypeParameter(int start)
    {
        if (Identifier() is { } plain)
        {
            var mark = _mark;
            Expr? bound = null;
            if (Take(TokenKind.Colon) && (bound = Expression()) is null)
                _mark = mark;
            var byDefault = TypeParameterDefault(isStarred: false);
            return new TypeVar(plain, bound, byDefault, SpanFrom(start));
        }

        if (_findsMistakes)
        {
            FindTypeParameterMistakes();
            _mark = start;
        }

        if (Take(TokenKind.Star) && Identifier() is { } tuple)
        {
            var byDefault = TypeParameterDefault(isStarred: true);
            return new TypeVarTuple(tuple, byDefault, SpanFrom(start));
        }

        if (Take(TokenKind.DoubleStar) && Identifier() is { } spec)
        {
            var byDefault = TypeParameterDefault(isStarred: false);
            return new ParamSpec(spec, byDefault, SpanFrom(start));
        }

        _mark = start;
        return null;
    }

    private Expr? TypeParameterDefault(bool isStarred)
    {
        var mark = _mark;
        if (Take(TokenKind.Equal)
            && (isStarred ? StarExpression() : Expression()) is { } value
            && HasVersion(13, "Type parameter defaults are"))
        {
            return value;
        }

        _mark = mark;
        return null;
    }

    /// <summary>The types of a function's parameters; stars are allowed and forgotten.</summary>
    private List<Expr>? TypeExpressions()
    {
        var types = new List<Expr>();
        var mark = _mark;
        var stars = 0;
        while (true)
        {
            var kind = Kind;
            if (kind is TokenKind.Star or TokenKind.DoubleStar)
            {
                if (kind == TokenKind.Star ? stars > 0 : stars > 1)
                    break;
                stars = kind == TokenKind.Star ? 1 : 2;
                Skip();
            }
            else if (stars > 0)
            {
                break;
            }

            if (Expression() is not { } type)
                break;
            types.Add(type);
            mark = _mark;
            if (!Take(TokenKind.Comma))
                break;
        }

        _mark = mark;
        return types;
    }
}
