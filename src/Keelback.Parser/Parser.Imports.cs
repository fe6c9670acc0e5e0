using System.Collections.Immutable;
using System.Text;
using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>Import statements.</summary>
internal sealed partial class Parser
{
    private Stmt? ImportStatement()
    {
        var start = _mark;
        if (_findsMistakes)
        {
            FindImportMistakes();
            _mark = start;
        }

        if (!Take(TokenKind.KeywordImport))
            return FromImport();
        return Aliases(DottedAlias) is { } names ? new ImportStmt(names, SpanFrom(start)) : null;
    }

    private Stmt? FromImport()
    {
        var start = _mark;
        if (!Take(TokenKind.KeywordFrom))
            return null;
        var level = 0;
        while (Kind is TokenKind.Dot or TokenKind.Ellipsis)
        {
            level += At(TokenKind.Dot) ? 1 : 3;
            Skip();
        }

        var module = DottedName();
        if ((module is null && level == 0) || !Take(TokenKind.KeywordImport) || ImportTargets() is not { } names)
            return null;
        if (level == 0 && module?.Name == "__future__")
            _isBarryTheFlufl |= names.Any(name => name.Name == "barry_as_FLUFL");
        return new ImportFromStmt(module?.Name, names, level, SpanFrom(start));
    }

    private ImmutableArray<Alias>? ImportTargets()
    {
        var start = _mark;
        if (Take(TokenKind.LeftPar))
        {
            if (Aliases(ImportedAlias) is { } inParentheses)
            {
                Take(TokenKind.Comma);
                if (Take(TokenKind.RightPar))
                    return inParentheses;
            }
        }
        else if (Take(TokenKind.Star))
        {
            return [new Alias("*", null, SpanFrom(start))];
        }
        else if (Aliases(ImportedAlias) is { } names && !At(TokenKind.Comma))
        {
            return names;
        }

        _mark = start;
        if (_findsMistakes)
            FindImportTargetMistakes();
        return null;
    }

    private ImmutableArray<Alias>? Aliases(Func<Alias?> parse)
    {
        var aliases = ImmutableArray.CreateBuilder<Alias>();
        while (true)
        {
            var mark = _mark;
            if ((aliases.Count > 0 && !Take(TokenKind.Comma)) || parse() is not { } alias)
            {
                _mark = mark;
                return aliases.Count > 0 ? aliases.DrainToImmutable() : null;
            }

            aliases.Add(alias);
        }
    }

    private Alias? ImportedAlias()
    {
        var start = _mark;
        if (_findsMistakes)
        {
            FindImportAliasMistakes(isDotted: false);
            _mark = start;
        }

        return Identifier() is { } name ? new Alias(name, AliasName(), SpanFrom(start)) : null;
    }

    private Alias? DottedAlias()
    {
        var start = _mark;
        if (_findsMistakes)
        {
            FindImportAliasMistakes(isDotted: true);
            _mark = start;
        }

        return DottedName() is { } name ? new Alias(name.Name, AliasName(), SpanFrom(start)) : null;
    }

    private string? AliasName()
    {
        var mark = _mark;
        if (Take(TokenKind.KeywordAs) && Identifier() is { } name)
            return name;
        _mark = mark;
        return null;
    }

    private (string Name, SourceSpan Span)? DottedName()
    {
        var start = _mark;
        if (Identifier() is not { } first)
            return null;
        StringBuilder? text = null;
        while (At(TokenKind.Dot))
        {
            var mark = _mark;
            Skip();
            if (Identifier() is not { } next)
            {
                _mark = mark;
                break;
            }

            text = (text ?? new StringBuilder(first)).Append('.').Append(next);
        }

        return (text?.ToString() ?? first, SpanFrom(start));
    }
}
